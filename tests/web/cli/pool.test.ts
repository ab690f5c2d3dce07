import { describe, expect, test } from '@jest/globals';
import { InOrder } from '../../../web/lib/cli/in-order.js';
import { JudgePool, type JudgeThread, type ThreadEvents } from '../../../web/lib/cli/pool.js';

/** A thread that answers when it is told to. */
class FakeThread implements JudgeThread {
  readonly events: ThreadEvents;
  sent: string[][] = [];
  isStopped = false;

  constructor(events: ThreadEvents) {
    this.events = events;
  }

  send(texts: string[]): void {
    this.sent.push(texts);
  }

  stop(): void {
    this.isStopped = true;
  }

  answer(): void {
    this.events.results(this.sent.shift()!.map((text) => text.toUpperCase()));
  }
}

function poolOf(size: number): { pool: JudgePool; threads: FakeThread[] } {
  const threads: FakeThread[] = [];
  const pool = new JudgePool((events) => {
    const thread = new FakeThread(events);
    threads.push(thread);
    return thread;
  }, size);
  return { pool, threads };
}

describe('JudgePool', () => {
  test('starts a thread only for work that none is free for', async () => {
    const { pool, threads } = poolOf(2);
    const a = pool.judge(['a']);
    expect(threads).toHaveLength(1);
    threads[0]!.answer();
    expect(await a).toEqual(['A']);
    void pool.judge(['b']);
    expect(threads).toHaveLength(1);
    void pool.judge(['c']);
    void pool.judge(['d']);
    void pool.judge(['e']);
    const last = pool.judge(['f']);
    expect(threads.map(({ sent }) => sent.flat())).toEqual([
      ['b', 'd'],
      ['c', 'e'],
    ]);
    threads[1]!.answer();
    expect(threads[1]!.sent.flat()).toEqual(['e', 'f']);
    threads[1]!.answer();
    threads[1]!.answer();
    expect(await last).toEqual(['F']);
    pool.close();
    expect(threads.every(({ isStopped }) => isStopped)).toBe(true);
  });

  test('replaces a thread that died, and loses nothing', async () => {
    const { pool, threads } = poolOf(1);
    const all = Promise.all(['a', 'b', 'c'].map((text) => pool.judge([text])));
    threads[0]!.answer();
    threads[0]!.events.died('killed');
    expect(threads[1]!.sent.flat()).toEqual(['b', 'c']);
    threads[1]!.answer();
    threads[1]!.answer();
    expect(await all).toEqual([['A'], ['B'], ['C']]);
  });

  test('says so when the replacement dies too', async () => {
    const { pool, threads } = poolOf(2);
    const all = ['a', 'b', 'c', 'd', 'e'].map((text) => pool.judge([text]));
    threads[0]!.events.died('killed');
    threads[2]!.events.died('killed again');
    const message = 'a worker stopped, and the one that replaced it as well: killed again';
    for (const one of all) await expect(one).rejects.toThrow(message);
    await expect(pool.judge(['later'])).rejects.toThrow(message);
    expect(threads[1]!.isStopped).toBe(true);
    expect(threads).toHaveLength(3);
  });

  test('a model that does not run is said at once', async () => {
    const { pool, threads } = poolOf(2);
    const task = pool.judge(['a']);
    threads[0]!.events.refused('damaged');
    await expect(task).rejects.toThrow('damaged');
    expect(threads).toHaveLength(1);
  });
});

describe('InOrder', () => {
  const later = <T>(): {
    promise: Promise<T>;
    resolve: (value: T) => void;
    reject: (error: Error) => void;
  } => {
    let resolve!: (value: T) => void;
    let reject!: (error: Error) => void;
    const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
    return { promise, resolve, reject };
  };
  const turns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  test('writes in the order of adding, and waits for room', async () => {
    let written = '';
    const order = new InOrder((text) => {
      written += text;
      return Promise.resolve();
    }, 3);
    const tasks = [later<string>(), later<string>(), later<string>()];
    await order.add(tasks[0]!.promise);
    await order.add(tasks[1]!.promise);
    let hasRoom = false;
    void order.add(tasks[2]!.promise).then(() => (hasRoom = true));
    tasks[1]!.resolve('b');
    tasks[2]!.resolve('c');
    await turns();
    expect([written, hasRoom]).toEqual(['', false]);
    tasks[0]!.resolve('a');
    await turns();
    expect(hasRoom).toBe(true);
    await order.end();
    expect(written).toBe('abc');
  });

  test('a failure is told while something else is waited for', async () => {
    const order = new InOrder(() => Promise.reject(new Error('full')), 3);
    const waiting = order.meanwhile(new Promise<void>(() => undefined));
    await order.add(Promise.resolve('a'));
    await expect(waiting).rejects.toThrow('full');
    await expect(order.meanwhile(Promise.resolve(1))).rejects.toThrow('full');
    await expect(order.end()).rejects.toThrow('full');
  });
});
