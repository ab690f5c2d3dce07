import { describe, expect, test } from '@jest/globals';
import type { EngineModule } from '../../../web/lib/engine/glue.js';
import { RunningEngine } from '../../../web/lib/engine/running.js';

/** A module that loads anything, and stops dead in its first run. */
const trapping: EngineModule = {
  prepareBlob: () => 0,
  blob: () => new Uint8Array(1),
  load: () => 0,
  reserve: () => 0,
  ids: () => new Uint16Array(8),
  lengths: () => new Uint32Array(8),
  scores: () => new Float32Array(32),
  logits: () => new Float32Array(32),
  start: () => 0,
  advance: () => {
    throw new WebAssembly.RuntimeError('unreachable');
  },
  message: () => '',
  classCount: () => 3,
  className: String,
  longest: () => 8,
  vocabulary: () => 8,
  onScalarPath: () => false,
  kernels: () => 'scalar',
  selfTest: () => true,
  heapBytes: () => 65536,
};

function start(module: EngineModule): RunningEngine {
  return new RunningEngine(module, new Uint8Array(1), {
    kernels: 'scalar',
    precision: 'int8',
    file: { bytes: 0 },
  });
}

describe('an engine', () => {
  test('that trapped is at its end: it says so at every call, and lets go of its memory', () => {
    const engine = start(trapping);
    expect(engine.memoryBytes).toBe(65536);
    const run = (): unknown => engine.run(Uint16Array.of(1), Uint32Array.of(1));
    const stopped = expect.objectContaining({ name: 'SentibyteError', code: 'engine' });
    expect(run).toThrow(stopped);
    expect(run).toThrow(stopped);
    expect(() => engine.logits()).toThrow(stopped);
    expect(engine.memoryBytes).toBe(0);
  });

  // 8 is ErrorCode::Memory + 1 (engine/include/sentibyte/error.h), which the module gives back.
  test('without memory says so, at load and in a run, and works on', () => {
    const noMemory = expect.objectContaining({ name: 'SentibyteError', code: 'memory' });
    expect(() => start({ ...trapping, load: () => 8 })).toThrow(noMemory);
    let status = 8;
    const engine = start({ ...trapping, start: () => status, advance: () => 0 });
    const run = (): unknown => engine.run(Uint16Array.of(1), Uint32Array.of(1));
    expect(run).toThrow(noMemory);
    status = 0;
    expect(run).not.toThrow();
  });

  test('asks for no more room than it needs where there is none beyond that', () => {
    const reserve = (tokens: number): number => (tokens > 1 ? 8 : 0);
    const engine = start({ ...trapping, reserve, advance: () => 0 });
    expect(engine.run(Uint16Array.of(1), Uint32Array.of(1))).toHaveLength(4);
  });

  test('that is disposed of keeps nothing of its module', () => {
    const engine = start(trapping);
    engine.dispose();
    expect(engine.memoryBytes).toBe(0);
    expect(() => engine.logits()).toThrow(expect.objectContaining({ code: 'disposed' }));
  });
});
