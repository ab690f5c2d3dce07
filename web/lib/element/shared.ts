import type { WorkerAnalyzer, WorkerAnalyzerOptions } from '../worker/types.js';

/** Makes the analyzers that meters share; the element's entry brings it. */
export type MakeAnalyzer = (options: WorkerAnalyzerOptions) => Promise<WorkerAnalyzer>;

/** A model that meters of the page share, and what each of them does when another model has taken over. */
interface Shared {
  analyzer: Promise<WorkerAnalyzer>;
  users: Set<() => void>;
  lingering: ReturnType<typeof setTimeout> | undefined;
}

/** How long a model stays when the last meter has gone: pages take elements out to put them back elsewhere. */
const LINGER_MS = 5000;

/** One analyzer for all meters of a page that name the same model. */
export class SharedAnalyzers {
  readonly #make: MakeAnalyzer;
  readonly #byModel = new Map<string, Shared>();

  constructor(make: MakeAnalyzer) {
    this.#make = make;
  }

  /** The analyzer, which is there until `release` was called as often as this. `onModel` is called when it got better. */
  acquire(model: string, onModel: () => void): Promise<WorkerAnalyzer> {
    let shared = this.#byModel.get(model);
    if (!shared) {
      const users = new Set<() => void>();
      const analyzer = this.#make({
        // What is no model's name is refused by name.
        model: model as 'auto',
        onModel: () => {
          for (const user of users) user();
        },
      });
      shared = { analyzer, users, lingering: undefined };
      this.#byModel.set(model, shared);
      // Another meter may have more luck.
      analyzer.catch(() => this.#byModel.delete(model));
    }
    clearTimeout(shared.lingering);
    shared.users.add(onModel);
    return shared.analyzer;
  }

  release(model: string, onModel: () => void): void {
    const shared = this.#byModel.get(model);
    if (!shared?.users.delete(onModel) || shared.users.size > 0) return;
    shared.lingering = setTimeout(() => {
      this.#byModel.delete(model);
      shared.analyzer.then(
        (analyzer) => {
          analyzer.dispose();
        },
        () => undefined,
      );
    }, LINGER_MS);
  }
}
