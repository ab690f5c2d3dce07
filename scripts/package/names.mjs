// What the two packages are made of. Each name is that of a file of web/lib, and of what is made of it.

/** Entries of `sentibyte`, for pages and bundlers; node/ has the same for Node. */
export const ENTRIES = ['index', 'nano', 'engine', 'worker'];

/** Entries of `sentibyte` for pages alone. */
export const PAGE_ENTRIES = ['element'];

/** What runs in workers: one file each, whatever it shares with entries, as another origin's page copies or imports it. */
export const WORKER_SCRIPT = 'worker-script';

/** Programs of `sentibyte`, of node/ alone. */
export const PROGRAMS = ['cli', 'cli-worker'];

/** Entries of `sentibyte-lab`: what experiments need and a page does not. */
export const LAB_ENTRIES = ['lab', 'float-engine', 'quantizer', 'tensors'];

/** Of those, the ones that Node has a form of its own for. */
export const LAB_NODE_ENTRIES = ['quantizer'];

/** Whether a file of engine/ or models/ belongs to `sentibyte-lab`. */
export const ofLab = (file) =>
  /^(float-.*|quantizer)\.wasm$/.test(file) || /^(small|nano)\.float\.sbm$/.test(file);
