/** Why a file cannot be used; each has a sentence in the room's words. */
export type FileFaultCode = 'empty' | 'binary' | 'file' | 'column' | 'superseded';

/** A fault of the visitor's file, as against one of the page. */
export class FileFault extends Error {
  constructor(
    readonly code: FileFaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'FileFault';
  }
}

/** The code of whatever was thrown; a file that was moved or changed while it was read has one of the browser's. */
export function codeOf(error: unknown): string {
  if (error instanceof DOMException && /^Not(Readable|Found|Allowed)Error$/.test(error.name)) return 'file';
  if (error instanceof RangeError) return 'memory';
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
