import { createWriter, type WriterOptions } from '../rows/write.js';
import { type ModelSetup, openAnalyzer } from './model.js';

/** Judges texts; the results are ready to be written. */
export interface Judge {
  judge(texts: string[]): Promise<string[]>;
  close(): void;
}

/** What a judge needs; it can be sent to a worker. */
export interface JudgeSetup {
  model: ModelSetup;
  writer: WriterOptions;
}

/** A judge in this thread. */
export async function startJudge(setup: JudgeSetup): Promise<Judge> {
  const writer = createWriter(setup.writer);
  const analyzer = await openAnalyzer(setup.model);
  return {
    async judge(texts) {
      const results = await analyzer.analyzeBatch(texts);
      return results.map((result) => writer.result(result));
    },
    close() {
      analyzer.dispose();
    },
  };
}
