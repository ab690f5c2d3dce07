import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { FileSession, SessionState } from '../session.js';
import { timeLeft } from './time-left.js';
import type { FilesWords } from '../words/index.js';

/** Bytes that are kept of a row. */
const BYTES_A_ROW = 21;

/** How far the run is, and what stops it. */
export class ProgressLine {
  readonly root: HTMLElement;
  readonly #session: FileSession;
  readonly #words: FilesWords;
  readonly #showUnreadable: () => void;
  readonly #bar: HTMLProgressElement;
  readonly #line = element('p', { class: 'progress-figures' });
  readonly #notes = element('div', { class: 'progress-notes' });
  readonly #pause = element('button', { type: 'button' });
  readonly #stop = element('button', { type: 'button' });
  readonly #again = element('button', { type: 'button' });

  /** `showUnreadable` shows the rows that could not be read. */
  constructor(session: FileSession, words: FilesWords, showUnreadable: () => void) {
    this.#session = session;
    this.#words = words;
    this.#showUnreadable = showUnreadable;
    this.#bar = element('progress', { 'aria-label': words.progress });
    this.#stop.textContent = words.stop;
    this.#again.textContent = words.again;
    this.#pause.addEventListener('click', () => {
      if (session.state.progress?.isPaused) session.resume();
      else session.pause();
    });
    this.#stop.addEventListener('click', () => {
      session.stop();
    });
    this.#again.addEventListener('click', () => {
      session.retry();
    });
    const buttons = element('div', { class: 'progress-buttons' }, this.#pause, this.#stop, this.#again);
    const top = element('div', { class: 'progress-top' }, this.#line, buttons);
    this.root = element('div', { class: 'files-progress' }, top, this.#bar, this.#notes);
  }

  show(): void {
    const { state } = this.#session;
    const { phase, progress, file } = state;
    const isRunning = phase === 'running' && progress !== undefined;
    this.root.hidden = phase === 'empty' || phase === 'failed' || phase === 'waiting';
    this.#bar.hidden = phase === 'done' || phase === 'stopped';
    if (isRunning && file) {
      this.#bar.max = file.bytes;
      this.#bar.value = progress.bytes;
    } else this.#bar.removeAttribute('value');
    for (const button of [this.#pause, this.#stop]) button.hidden = !isRunning;
    this.#again.hidden = phase !== 'stopped';
    this.#pause.textContent = progress?.isPaused ? this.#words.resume : this.#words.pause;
    this.#line.textContent = this.#figures(state);
    this.#notes.replaceChildren(...this.#said(state));
  }

  #figures({ phase, progress, running }: SessionState): string {
    const words = this.#words;
    if (phase === 'looking') return words.looking;
    if (!progress) return words.starting;
    const rows = format.count(progress.rows);
    if (phase === 'done') return words.done(rows);
    if (phase === 'stopped') return words.stopped(rows);
    const parts = [words.rows(rows)];
    if (progress.isPaused) parts.push(words.paused);
    else {
      if (progress.rate > 0) parts.push(format.perSecond(progress.rate));
      if (progress.left !== undefined) parts.push(words.left(timeLeft(progress.left)));
    }
    if (running) parts.push(words.cores(running.workers));
    return parts.join(' · ');
  }

  #said({ progress, summary }: SessionState): HTMLElement[] {
    const words = this.#words;
    const notes: HTMLElement[] = [];
    if (progress && progress.unreadable > 0) {
      const show = element('button', { type: 'button', class: 'chip' }, words.showUnreadable);
      show.addEventListener('click', this.#showUnreadable);
      const count = words.unreadable(format.count(progress.unreadable));
      notes.push(element('p', { class: 'unreadable' }, `${count} `, show));
    }
    if (summary && summary.silent > 0) {
      notes.push(element('p', { class: 'note' }, words.silent(format.count(summary.silent))));
    }
    if (progress && progress.rows > 0) {
      notes.push(
        element('p', { class: 'note' }, words.keptMemory(format.bytes(progress.rows * BYTES_A_ROW))),
      );
    }
    return notes;
  }
}
