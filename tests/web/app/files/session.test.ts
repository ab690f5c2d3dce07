import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { FileSession } from '../../../../web/app/rooms/files/session.js';
import type { Looked } from '../../../../web/app/rooms/files/worker/protocol.js';

const looked: Looked = {
  format: { encoding: 'utf-8', shape: { kind: 'lines' } },
  preview: [],
  dates: [],
};

/** A worker that answers as the room's own does, or hangs from the moment that it is to judge. */
class FakeWorker extends EventTarget {
  readonly asked: string[] = [];
  isAlive = true;
  #hangs = false;

  constructor(readonly kind: 'good' | 'hanging' | 'slow') {
    super();
  }

  postMessage({ id, kind }: { id: number; kind: string }): void {
    this.asked.push(kind);
    if (kind === 'score' && this.kind === 'hanging') this.#hangs = true;
    if (this.#hangs) return;
    if (kind === 'look') this.#say({ id, kind: 'done', brings: looked });
    if (kind === 'ping') this.#say({ id, kind: 'done' });
    if (kind === 'score') {
      // As long as a model of some megabytes takes on a slow line.
      const later = this.kind === 'slow' ? 60_000 : 10;
      setTimeout(() => {
        this.#say({
          id,
          kind: 'update',
          update: { kind: 'running', value: { workers: 1, kernels: 'simd' } },
        });
        this.#say({ id, kind: 'done', brings: { isStopped: false } });
      }, later);
    }
  }

  terminate(): void {
    this.isAlive = false;
  }

  #say(data: unknown): void {
    queueMicrotask(() => {
      if (this.isAlive) this.dispatchEvent(Object.assign(new Event('message'), { data }));
    });
  }
}

let workers: FakeWorker[];
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  workers = [];
});
afterEach(() => {
  jest.useRealTimers();
});

/** A session whose workers are of these kinds, one after the other. */
function sessionOf(...kinds: FakeWorker['kind'][]): FileSession {
  return new FileSession(() => {
    const worker = new FakeWorker(kinds[workers.length]!);
    workers.push(worker);
    return worker as unknown as Worker;
  });
}

describe('the session of a file', () => {
  test('is done with the first worker where it does its work', async () => {
    const session = sessionOf('good');
    session.open(new Blob(['good\n']), 'some.txt');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(session.state.phase).toBe('done');
    expect(workers).toHaveLength(1);
  });

  test('puts another worker in the place of one that hangs, which reads the file in the way that was chosen', async () => {
    const session = sessionOf('hanging', 'hanging', 'good');
    session.open(new Blob(['good\n']), 'some.txt');
    await jest.advanceTimersByTimeAsync(4_000);
    expect(session.state.phase).toBe('starting');
    expect(workers).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(session.state.phase).toBe('done');
    expect(workers.map(({ isAlive }) => isAlive)).toEqual([false, false, true]);
    expect(workers[2]!.asked.slice(0, 2)).toEqual(['look', 'score']);
  });

  test('gives up the third worker that hangs, and begins once more when it is asked to', async () => {
    const session = sessionOf('hanging', 'hanging', 'hanging', 'hanging', 'good');
    session.open(new Blob(['good\n']), 'some.txt');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(session.state).toMatchObject({ phase: 'failed', failure: { code: 'worker' } });
    expect(workers).toHaveLength(3);
    session.retry();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(session.state.phase).toBe('done');
  });

  test('waits for a worker that has nothing to say but that it is there', async () => {
    const session = sessionOf('slow');
    session.open(new Blob(['good\n']), 'some.txt');
    await jest.advanceTimersByTimeAsync(59_000);
    expect(session.state.phase).toBe('starting');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(session.state.phase).toBe('done');
    expect(workers).toHaveLength(1);
  });

  test('lets a worker hang that belonged to a file which was closed', async () => {
    const session = sessionOf('hanging');
    session.open(new Blob(['good\n']), 'some.txt');
    await jest.advanceTimersByTimeAsync(3_000);
    session.close();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(session.state.phase).toBe('empty');
    expect(workers).toHaveLength(1);
  });
});
