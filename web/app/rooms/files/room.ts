import type { Shape } from '../../../lib/rows.js';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { ProblemBox } from '../../shared/problem.js';
import type { RoomContext } from '../../shared/room.js';
import { sharedWords, type SharedWords } from '../../shared/words/index.js';
import type { FileSession, Phase } from './session.js';
import type { Summary } from './tally/tally.js';
import { RowDialog } from './table/row-dialog.js';
import { RowsTable } from './table/rows-table.js';
import { Distribution } from './view/distribution.js';
import { Downloads } from './view/downloads.js';
import { GroupMeans } from './view/group-means.js';
import { Intake } from './view/intake.js';
import { InTurn } from './view/in-turn.js';
import { preview } from './view/preview.js';
import { ProgressLine } from './view/progress-line.js';
import { SettingsStrip } from './view/settings-strip.js';
import { StrongestRows } from './view/strongest-rows.js';
import { TimeCourse } from './view/time-course.js';
import { WordLists } from './view/word-lists.js';
import type { Looked } from './worker/protocol.js';
import { filesWords, type FilesWords } from './words/index.js';

/** The room: what came in above, how far it is, what was found, and every row. */
export class FilesRoom {
  readonly #session: FileSession;
  readonly #context: RoomContext;
  readonly #words: FilesWords;
  readonly #shared: SharedWords;
  readonly #intake: Intake;
  readonly #file = element('div', { class: 'file-bar', hidden: '' });
  readonly #preview = element('div');
  readonly #settings: SettingsStrip;
  readonly #progress: ProgressLine;
  readonly #problem: ProblemBox;
  readonly #results = element('div', { class: 'files-results', hidden: '' });
  readonly #distribution: Distribution;
  readonly #groups: GroupMeans;
  readonly #time: TimeCourse;
  readonly #wordLists: WordLists;
  readonly #strongest: StrongestRows;
  readonly #table: RowsTable;
  readonly #downloads: Downloads;
  readonly #dialog: RowDialog;
  readonly #inTurn = new InTurn();
  readonly #unwatch: () => void;
  #looked: Looked | undefined;
  #phase: Phase | undefined;

  constructor(root: HTMLElement, context: RoomContext, session: FileSession) {
    const words = filesWords[context.language];
    const shared = sharedWords[context.language];
    this.#session = session;
    this.#context = context;
    this.#words = words;
    this.#shared = { ...shared, problems: { ...shared.problems, ...words.faults } };
    this.#intake = new Intake(words, (file, name) => {
      session.open(file, name);
    });
    this.#settings = new SettingsStrip(session, words);
    this.#problem = new ProblemBox(this.#shared);
    const fail = (error: unknown): void => {
      this.#problem.show(error, words.keepsFile);
    };
    const open = (row: number): void => {
      void this.#open(row).catch(fail);
    };
    this.#table = new RowsTable(session, words, shared, { open, fail });
    this.#progress = new ProgressLine(session, words, () => {
      this.#table.showUnreadable();
    });
    this.#distribution = new Distribution(words, shared);
    this.#groups = new GroupMeans(words, (group) => {
      session.choose({ group });
    });
    this.#time = new TimeCourse(words, (date) => {
      session.choose({ date });
    });
    this.#wordLists = new WordLists(words, (word) => {
      this.#table.find(word);
    });
    this.#strongest = new StrongestRows(words, open);
    this.#downloads = new Downloads(session, words, {
      fail,
      say: (sentence) => {
        context.say(sentence);
      },
    });
    this.#dialog = new RowDialog(words, shared, (text) => {
      context.text.value = text;
      location.hash = '#read';
    });
    this.#results.append(
      this.#distribution.root,
      this.#groups.root,
      this.#time.root,
      this.#wordLists.root,
      this.#strongest.root,
    );
    root.append(this.#frame());
    this.#unwatch = session.watch(() => {
      this.#show();
    });
    this.#show();
  }

  end(): void {
    this.#unwatch();
    this.#inTurn.end();
    this.#intake.end();
    this.#distribution.end();
    this.#time.end();
    this.#table.end();
  }

  #frame(): HTMLElement {
    return element(
      'div',
      { class: 'files' },
      element('h1', {}, this.#words.title),
      element('p', { class: 'prose' }, this.#words.intro),
      this.#intake.root,
      this.#file,
      this.#settings.root,
      this.#preview,
      this.#progress.root,
      this.#problem.root,
      this.#results,
      this.#table.root,
      this.#downloads.root,
      this.#dialog.root,
      this.#intake.veil,
    );
  }

  #show(): void {
    const { phase, looked, summary } = this.#session.state;
    const isEmpty = phase === 'empty';
    this.#intake.root.hidden = !isEmpty;
    this.#file.hidden = isEmpty;
    this.#settings.root.hidden = isEmpty || !looked;
    this.#settings.show();
    this.#showPreview();
    this.#progress.show();
    this.#results.hidden = !summary || summary.all.count === 0;
    if (summary && looked && !this.#results.hidden) {
      this.#showResults(summary, looked.format.shape);
    }
    this.#inTurn.draw('table', () => {
      this.#table.show();
    });
    this.#downloads.root.hidden = this.#results.hidden;
    this.#downloads.show();
    if (phase !== this.#phase) this.#enter(phase);
  }

  #showResults(summary: Summary, shape: Shape): void {
    const parts = {
      distribution: this.#distribution,
      groups: this.#groups,
      time: this.#time,
      words: this.#wordLists,
      strongest: this.#strongest,
    };
    for (const [name, part] of Object.entries(parts)) {
      this.#inTurn.draw(name, () => {
        part.show(summary, shape);
      });
    }
  }

  /** What happens once, when a phase begins. */
  #enter(phase: Phase): void {
    const isFirst = this.#phase === undefined;
    this.#phase = phase;
    const { progress, failure } = this.#session.state;
    const rows = format.count(progress?.rows ?? 0);
    if (phase === 'failed') {
      this.#problem.show(failure, this.#words.keepsFile, () => {
        this.#session.retry();
      });
    } else this.#problem.clear();
    if (phase === 'looking') this.#drawFile();
    if (isFirst) {
      this.#drawFile();
      return;
    }
    if (phase === 'done') this.#context.say(this.#words.done(rows));
    if (phase === 'stopped') this.#context.say(this.#words.stopped(rows));
  }

  #drawFile(): void {
    const { file } = this.#session.state;
    if (!file) return;
    const close = element('button', { type: 'button' }, this.#words.close);
    close.addEventListener('click', () => {
      this.#session.close();
      this.#intake.root.querySelector('button')?.focus();
    });
    this.#file.replaceChildren(
      element('p', { class: 'file-name' }, element('strong', {}, file.name), ` ${format.bytes(file.bytes)}`),
      element('div', { class: 'file-buttons' }, this.#intake.chooseButton(this.#words.another), close),
    );
  }

  #showPreview(): void {
    const { looked } = this.#session.state;
    if (looked === this.#looked) return;
    const wasOpen = this.#preview.querySelector('details')?.open ?? false;
    this.#looked = looked;
    this.#preview.replaceChildren();
    if (!looked || looked.preview.length === 0) return;
    const made = preview(looked, this.#words);
    if (made instanceof HTMLDetailsElement) made.open = wasOpen;
    this.#preview.append(made);
  }

  async #open(row: number): Promise<void> {
    const { looked } = this.#session.state;
    if (!looked) return;
    this.#dialog.show(await this.#session.ask('row', { row }), looked.format.shape);
  }
}
