// Bugs planted by hand, such as a careful person makes: first those that tests once let through. `before` stands once in
// its file. `tests` (under tests/web) are those that should notice; all of its kind are run only where they do not.
import { COMMAND_LINE } from './command-line.mjs';
import { EXECUTOR } from './executor.mjs';
import { FORMAT } from './format.mjs';
import { KERNELS } from './kernels.mjs';
import { LIBRARY } from './library.mjs';
import { QUANTIZER } from './quantizer.mjs';
import { TOKENIZER } from './tokenizer.mjs';

/** By area. */
export const PLANTED = {
  kernels: KERNELS,
  format: FORMAT,
  executor: EXECUTOR,
  quantizer: QUANTIZER,
  tokenizer: TOKENIZER,
  library: LIBRARY,
  'command line': COMMAND_LINE,
};
