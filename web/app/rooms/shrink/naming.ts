import type { SharedWords } from '../../shared/words/index.js';
import type { Choice, EngineFacts } from './engine/protocol.js';
import type { Names, ShrinkWords } from './words/index.js';

/** Both columns' engines, once both stand. */
export interface Pair {
  left: EngineFacts;
  right: EngineFacts;
}

/** The words of this room, and those that all share. */
export interface Tongue {
  words: ShrinkWords;
  shared: SharedWords;
}

/** What a column holds, in a few words: "small, 8-bit". */
export function nameOf({ model, precision, kernels }: Choice, { words, shared }: Tongue): string {
  const parts = [model, words.bits[precision]];
  if (kernels !== 'best') parts.push(shared.kernels[kernels]);
  return parts.join(', ');
}

/** What to call the two columns in a sentence: by that in which they differ. */
export function callThem({ left, right }: Pair, { words, shared }: Tongue): Names {
  const model = left.choice.model !== right.choice.model;
  const precision = left.choice.precision !== right.choice.precision;
  const kernels = left.kernels !== right.kernels;
  const both = (name: (facts: EngineFacts) => string): Names => ({ left: name(left), right: name(right) });
  if (precision && !model && !kernels) return both(({ choice }) => words.theBuild[choice.precision]);
  if (model && !precision && !kernels) return both(({ choice }) => words.theModel(choice.model));
  if (kernels && !model && !precision)
    return both((facts) => words.kernelsBuild(shared.kernels[facts.kernels].replace(/[,，].*/, '')));
  return words.theColumn;
}

/** Whether both columns run the very same thing. */
export function isSame({ left, right }: Pair): boolean {
  return (
    left.choice.model === right.choice.model &&
    left.choice.precision === right.choice.precision &&
    left.kernels === right.kernels
  );
}
