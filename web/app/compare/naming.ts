import type { EngineFacts } from '../engine/protocol.js';
import { KERNEL_NAMES } from '../shared/kernels.js';

/** Both columns' engines, once both stand. */
export interface Pair {
  left: EngineFacts;
  right: EngineFacts;
}

/** What to call the two columns in a sentence: by that in which they differ. */
export function callThem({ left, right }: Pair): Record<'left' | 'right', string> {
  const model = left.choice.model !== right.choice.model;
  const precision = left.choice.precision !== right.choice.precision;
  const kernels = left.kernels !== right.kernels;
  const bits = ({ choice }: EngineFacts): string =>
    choice.precision === 'int8' ? 'the 8-bit build' : 'the 32-bit build';
  const both = (name: (facts: EngineFacts) => string): Record<'left' | 'right', string> => ({
    left: name(left),
    right: name(right),
  });
  if (precision && !model && !kernels) return both(bits);
  if (model && !precision && !kernels) return both(({ choice }) => `“${choice.model}”`);
  if (kernels && !model && !precision)
    return both((facts) => `the ${KERNEL_NAMES[facts.kernels].replace(/,.*/, '')} build`);
  return { left: 'the left column', right: 'the right column' };
}

/** The same at the head of a sentence. */
export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether both columns run the very same thing. */
export function isSame({ left, right }: Pair): boolean {
  return (
    left.choice.model === right.choice.model &&
    left.choice.precision === right.choice.precision &&
    left.kernels === right.kernels
  );
}
