import { Failure } from './failure.js';
import type { Judge } from './judge.js';

/** A thread that judges what it is sent, in order. */
export interface JudgeThread {
  send(texts: string[]): void;
  stop(): void;
}

/** What a thread reports. */
export interface ThreadEvents {
  results(results: string[]): void;
  /** The model cannot be run: no thread could. */
  refused(reason: string): void;
  /** It is gone, and what it was sent since its last results with it. */
  died(reason: string): void;
}

/** Tasks that a thread is sent before it has answered: it never waits for the next one. */
const TASKS_AHEAD = 2;

interface Task {
  texts: string[];
  resolve(results: string[]): void;
  reject(error: Error): void;
}

interface Place {
  thread: JudgeThread;
  tasks: Task[];
  isReplacement: boolean;
}

/**
 * Spreads tasks over threads. A thread is started when those that run have enough to do, so that a short input costs one. One
 * that dies is replaced once, and what it had not answered is judged again; when the replacement dies too, everything fails.
 */
export class JudgePool implements Judge {
  readonly #start: (events: ThreadEvents) => JudgeThread;
  readonly #size: number;
  readonly #places: Place[] = [];
  readonly #queue: Task[] = [];
  #failure: Error | undefined;

  constructor(start: (events: ThreadEvents) => JudgeThread, size: number) {
    this.#start = start;
    this.#size = size;
  }

  judge(texts: string[]): Promise<string[]> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#queue.push({ texts, resolve, reject });
      this.#assign();
    });
  }

  close(): void {
    for (const { thread } of this.#places) thread.stop();
    this.#places.length = 0;
  }

  #assign(): void {
    while (this.#queue.length > 0) {
      const place = this.#freePlace();
      if (place === undefined) return;
      const task = this.#queue.shift()!;
      place.tasks.push(task);
      place.thread.send(task.texts);
    }
  }

  /** One with nothing to do, or else a new one, or else the one with the least to do. */
  #freePlace(): Place | undefined {
    const least = Math.min(...this.#places.map(({ tasks }) => tasks.length));
    if (least > 0 && this.#places.length < this.#size) return this.#open();
    return least < TASKS_AHEAD ? this.#places.find(({ tasks }) => tasks.length === least) : undefined;
  }

  #open(): Place {
    const place: Place = { thread: this.#thread(() => place), tasks: [], isReplacement: false };
    this.#places.push(place);
    return place;
  }

  #thread(placeOf: () => Place): JudgeThread {
    return this.#start({
      results: (results) => {
        placeOf().tasks.shift()?.resolve(results);
        this.#assign();
      },
      refused: (reason) => {
        this.#fail(new Failure(reason));
      },
      died: (reason) => {
        this.#replace(placeOf(), reason);
      },
    });
  }

  #replace(place: Place, reason: string): void {
    if (this.#failure || !this.#places.includes(place)) return;
    if (place.isReplacement) {
      this.#fail(new Failure(`a worker stopped, and the one that replaced it as well: ${reason}`));
      return;
    }
    place.isReplacement = true;
    place.thread = this.#thread(() => place);
    for (const { texts } of place.tasks) place.thread.send(texts);
  }

  #fail(failure: Error): void {
    if (this.#failure) return;
    this.#failure = failure;
    const tasks = [...this.#places.flatMap((place) => place.tasks), ...this.#queue];
    this.close();
    for (const task of tasks) task.reject(failure);
  }
}
