import type { DocumentSentiment } from '../../../lib/types.js';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { Gauge } from '../../shared/gauge.js';
import { ProblemBox } from '../../shared/problem.js';
import type { WorkerReader } from '../../shared/reader.js';
import type { RoomContext } from '../../shared/room.js';
import { isEmpty } from '../../shared/verdict.js';
import { sharedWords, type SharedWords } from '../../shared/words/index.js';
import { examplesRow } from './examples.js';
import { Field } from './field.js';
import { readLayout } from './layout.js';
import { SentenceView } from './sentences.js';
import { remarkOn } from './remark.js';
import { shareButton } from './sharing.js';
import { Sureness } from './sureness.js';
import { VerdictLine } from './verdict-line.js';
import { WordShares } from './word-shares.js';
import { readWords, type ReadWords } from './words/index.js';

/** A long text says how far it is after this time, in milliseconds: sooner it would only flicker. */
const PATIENCE = 150;

/** Whether work was ended by something newer, which is no failure. */
function wasStopped(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'aborted';
}

/** The room Read: a text, and everything that answers it. */
export class ReadingRoom {
  readonly #context: RoomContext;
  readonly #words: ReadWords;
  readonly #shared: SharedWords;
  readonly #field: Field;
  readonly #gauge: Gauge;
  readonly #verdict: VerdictLine;
  readonly #sureness: Sureness;
  readonly #shares: WordShares;
  readonly #sentences: SentenceView;
  readonly #problem: ProblemBox;
  readonly #note = element('p', { class: 'reading-note' });
  readonly #progress = element('progress', { class: 'reading-progress', max: 1, hidden: '' });
  readonly #facts = element('p', { class: 'note facts' });
  readonly #unwatch: () => void;
  #stopReading = new AbortController();
  /** The model that the last reading was asked of: another one reads the text again. */
  #askedOf: string | undefined;

  constructor(root: HTMLElement, context: RoomContext) {
    this.#context = context;
    this.#words = readWords[context.language];
    this.#shared = sharedWords[context.language];
    const words = this.#words;
    this.#gauge = new Gauge(this.#shared.gauge, this.#shared.notRead);
    this.#verdict = new VerdictLine(this.#shared);
    this.#sureness = new Sureness(words, this.#shared);
    this.#problem = new ProblemBox(this.#shared);
    this.#sentences = new SentenceView(words, ({ start, end }) => {
      this.#field.select(start, end);
    });
    this.#field = new Field(
      { id: 'text', 'aria-label': words.field, 'data-placeholder': words.placeholder },
      {
        changed: () => {
          this.#changed();
        },
        pointed: (offset) => {
          this.#shares.point(offset);
        },
        scrolled: () => {
          this.#shares.repaintSoon();
        },
      },
    );
    this.#shares = new WordShares(this.#field, context.reader, words);
    root.append(this.#layout());
    this.#unwatch = context.reader.watch(() => {
      this.#follow();
    });
    this.#field.write(context.state.get('text') ?? context.text.value ?? words.firstText);
    context.reader.start();
    this.#follow();
  }

  /** Ends what goes on outside of the room's element. */
  end(): void {
    this.#unwatch();
    this.#stopReading.abort();
    this.#field.end();
    this.#shares.end();
  }

  #layout(): HTMLElement {
    const words = this.#words;
    const examples = examplesRow(words, (text) => {
      this.#field.write(text, true);
      this.#changed();
    });
    const share = shareButton(
      words,
      () => this.#field.text,
      (text) => {
        this.#context.keep(new URLSearchParams({ text }));
      },
    );
    const parts = {
      field: this.#field.root,
      gauge: this.#gauge.root,
      verdict: this.#verdict.root,
      sureness: this.#sureness.root,
      below: [
        this.#note,
        this.#progress,
        this.#problem.root,
        examples,
        this.#shares.root,
        this.#sentences.root,
      ],
      foot: [share, this.#facts],
    };
    return readLayout(parts, words, this.#shared);
  }

  /** The visitor has changed the text. */
  #changed(): void {
    this.#context.text.value = this.#field.text;
    // A link that was shared says what it said; the address no longer claims to hold what stands here.
    if (this.#context.state.has('text') || location.hash.includes('?'))
      this.#context.keep(new URLSearchParams());
    this.#shares.rest();
    this.#read();
  }

  /** The models have come further. */
  #follow(): void {
    const { model, progress, failure } = this.#context.reader.state;
    const words = this.#words;
    const { worker } = this.#context.reader;
    if (worker && model !== this.#askedOf) this.#read();
    if (failure !== undefined) {
      const retry = (): void => {
        this.#context.reader.start();
      };
      if (worker) this.#problem.show(failure, words.nanoGoesOn, retry);
      else {
        this.#verdict.say(words.noModel);
        this.#note.textContent = '';
        this.#problem.show(failure, words.kept, retry);
      }
      return;
    }
    if (worker) return;
    this.#problem.clear();
    this.#verdict.say(words.loading);
    const total = progress?.total === undefined ? undefined : format.bytes(progress.total);
    this.#note.textContent = progress ? words.arrived(format.bytes(progress.loaded), total) : '';
  }

  /** Reads the field: whatever was being read before is of no interest any more. */
  #read(): void {
    const { worker, state } = this.#context.reader;
    if (!worker) return;
    this.#askedOf = state.model;
    this.#stopReading.abort();
    this.#stopReading = new AbortController();
    const { signal } = this.#stopReading;
    void this.#readWith(worker, this.#field.text, signal).catch((error: unknown) => {
      if (signal.aborted || wasStopped(error)) return;
      this.#showProgress(undefined);
      this.#problem.show(error, this.#words.kept, () => {
        this.#context.reader.start();
        this.#read();
      });
    });
  }

  async #readWith(worker: WorkerReader, text: string, signal: AbortSignal): Promise<void> {
    const start = performance.now();
    const reading = await worker.analyzeDocument(text, {
      signal,
      onProgress: ({ done, total }) => {
        if (performance.now() - start > PATIENCE) this.#showProgress(total > 0 ? done / total : 1);
      },
    });
    if (signal.aborted) return;
    this.#show(text, reading, performance.now() - start);
    await this.#explain(worker, text, reading, signal);
  }

  #showProgress(share: number | undefined): void {
    this.#progress.hidden = share === undefined;
    if (share === undefined) return;
    this.#progress.value = share;
    this.#note.textContent = this.#words.reading(format.percent(share));
  }

  #show(text: string, reading: DocumentSentiment, milliseconds: number): void {
    const { state } = this.#context.reader;
    const words = this.#words;
    this.#showProgress(undefined);
    const verdict = this.#verdict.show(reading);
    this.#gauge.show(reading.score, verdict);
    const model = reading.model ?? state.model;
    const isLast = model !== 'nano' || state.failure !== undefined;
    this.#note.textContent = remarkOn(text, reading, isLast, words);
    const kernels = state.kernels ? this.#shared.kernels[state.kernels] : '';
    this.#facts.textContent = words.facts(format.duration(milliseconds), model ?? '', kernels);
    this.#sentences.show(text, reading.sentences);
    if (isEmpty(reading)) {
      this.#sureness.hide();
      this.#context.say('');
      return;
    }
    const sure = this.#sureness.show(reading);
    this.#context.say(words.spoken(verdict, format.score(reading.score), sure));
  }

  /** Finds what the words in view do, and then what the sentences do. */
  async #explain(
    worker: WorkerReader,
    text: string,
    reading: DocumentSentiment,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#shares.explain(worker, text, reading.sentences, signal);
    if (reading.sentences.length < 2) return;
    const explained = await worker.explain(text, { signal });
    if (!signal.aborted && explained.sentences.length > 0) this.#sentences.show(text, explained.sentences);
  }
}
