import { element } from '../shared/dom.js';
import { ProblemBox } from '../shared/problem.js';
import type { Reader } from '../shared/reader.js';
import type { Mount } from '../shared/room.js';
import type { VisitorText } from '../shared/visitor-text.js';
import { sharedWords } from '../shared/words/index.js';
import { parseAddress, writeAddress, type Place } from './address.js';
import { header } from './header.js';
import { ROOMS } from './rooms.js';
import type { Settings } from './settings.js';
import { Speech } from './speech.js';
import { updateNotice } from './update-notice.js';
import { shellWords } from './words/index.js';

/** What the shell takes of index.html. */
export interface Frame {
  header: HTMLElement;
  main: HTMLElement;
  footer: HTMLElement;
  skip: HTMLElement;
  spoken: HTMLElement;
  /** Where a notice lies over the page. */
  notices: HTMLElement;
}

/** The page around its rooms: which one is open, in which language and colours. */
export class Shell {
  readonly #frame: Frame;
  readonly #reader: Reader;
  readonly #text: VisitorText;
  readonly #settings: Settings;
  readonly #speech: Speech;
  #mark: ((room: Place['room']) => void) | undefined;
  #leave: (() => void) | undefined;
  /** Opens the new edition of the page, where there is one. */
  #takeUpdate: (() => void) | undefined;
  /** Counts visits, so that a room that arrives late does not take the place of a newer one. */
  #visit = 0;

  constructor(frame: Frame, reader: Reader, text: VisitorText, settings: Settings) {
    this.#frame = frame;
    this.#reader = reader;
    this.#text = text;
    this.#settings = settings;
    this.#speech = new Speech(frame.spoken);
    window.addEventListener('hashchange', () => {
      void this.#open(true);
    });
    frame.skip.addEventListener('click', (event) => {
      // The address belongs to the rooms: the link moves the focus and nothing else.
      event.preventDefault();
      frame.main.focus();
    });
  }

  /** Draws everything, in the language and colours that are set. */
  start(): void {
    this.#dress();
    void this.#open(false);
  }

  /** Says that a new edition is there; `take` opens it. */
  offerUpdate(take: () => void): void {
    this.#takeUpdate = take;
    this.#showUpdate();
    this.#speech.announce(shellWords[this.#settings.language].newVersion);
  }

  #showUpdate(): void {
    if (!this.#takeUpdate) return;
    const notice = updateNotice(shellWords[this.#settings.language], this.#takeUpdate, () => {
      this.#takeUpdate = undefined;
      this.#frame.notices.replaceChildren();
    });
    this.#frame.notices.replaceChildren(notice);
  }

  #dress(): void {
    const { language, theme } = this.#settings;
    const words = shellWords[language];
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    document.title = words.title;
    this.#frame.skip.textContent = words.skip;
    const { parts, mark } = header(words, { language, theme }, (choices) => {
      if (choices.theme) {
        this.#settings.theme = choices.theme;
        document.documentElement.dataset.theme = choices.theme;
      }
      if (choices.language) {
        this.#settings.language = choices.language;
        this.start();
        this.#frame.header.querySelector('select')?.focus();
      }
    });
    this.#frame.header.replaceChildren(...parts);
    this.#frame.footer.replaceChildren(element('p', {}, words.colophon));
    this.#mark = mark;
    this.#showUpdate();
  }

  /** Opens the room of the address; `isMove` where the visitor went there from another one. */
  async #open(isMove: boolean): Promise<void> {
    const place = parseAddress(location.hash);
    const visit = ++this.#visit;
    this.#mark?.(place.room);
    try {
      const { mount } = await ROOMS[place.room]();
      if (visit === this.#visit) this.#mount(mount, place, isMove);
    } catch (error) {
      if (visit === this.#visit) this.#fail(error);
    }
  }

  #mount(mount: Mount, place: Place, isMove: boolean): void {
    const { main } = this.#frame;
    this.#end();
    main.dataset.room = place.room;
    main.replaceChildren();
    this.#frame.footer.hidden = false;
    this.#leave = mount(main, {
      language: this.#settings.language,
      reader: this.#reader,
      text: this.#text,
      state: place.state,
      keep: (state) => {
        history.replaceState(null, '', writeAddress({ room: place.room, state }));
      },
      say: (sentence) => {
        this.#speech.say(sentence);
      },
    });
    if (!isMove) return;
    window.scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }

  #end(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.#speech.hush();
  }

  #fail(error: unknown): void {
    this.#end();
    const { language } = this.#settings;
    const box = new ProblemBox(sharedWords[language]);
    const failure = Object.assign(new Error(error instanceof Error ? error.message : String(error)), {
      code: 'network',
    });
    this.#frame.main.replaceChildren(box.root);
    // A script that failed to arrive is not asked for again by the same page: only a new one can.
    box.show(failure, shellWords[language].roomFailed, () => {
      location.reload();
    });
  }
}
