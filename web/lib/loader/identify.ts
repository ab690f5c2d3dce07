import { SentibyteError } from '../errors.js';

/** The FlatBuffers file identifier of engine/format/model.fbs, at byte 4. */
const IDENTIFIER = 'SBM1';

/**
 * Throws `model` for bytes that are plainly no blob, with the likely reason: what the engine would say of them is true
 * but does not help. The engine checks everything else.
 */
export function checkIsModel(bytes: Uint8Array, name: string): void {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  if (head.startsWith(IDENTIFIER, 4)) return;
  if (/^(?:\u00ef\u00bb\u00bf)?\s*</.test(head)) {
    const reason =
      'the server probably answers unknown paths with its start page; is the file where it should be?';
    throw new SentibyteError('model', `${name} is a web page, not a model: ${reason}`);
  }
  if (head.startsWith('version https://git-lfs')) {
    throw new SentibyteError('model', `${name} is a Git LFS pointer, not the model itself.`);
  }
  throw new SentibyteError(
    'model',
    bytes.length === 0 ? `${name} is empty.` : `${name} is not a sentibyte model.`,
  );
}
