import { SentibyteError } from '../errors.js';

/** Throws `input` unless `value` is bytes that are still there; `what` begins the message. */
export function checkBytes(value: unknown, what: string): asserts value is Uint8Array {
  const isBytes = ArrayBuffer.isView(value) && 'BYTES_PER_ELEMENT' in value && value.BYTES_PER_ELEMENT === 1;
  if (isBytes) {
    if (value.byteLength === 0) bytesOf(value.buffer as ArrayBuffer, what);
    return;
  }
  const found = value === null ? 'null' : `of type ${typeof value}`;
  throw new SentibyteError('input', `${what} must be a Uint8Array, but is ${found}.`);
}

/** The bytes of a buffer; throws `input` where it was transferred. */
export function bytesOf(buffer: ArrayBuffer, what: string): Uint8Array {
  try {
    return new Uint8Array(buffer);
  } catch (cause) {
    throw new SentibyteError('input', `${what} has no bytes. Was its buffer transferred?`, { cause });
  }
}
