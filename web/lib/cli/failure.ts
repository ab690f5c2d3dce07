/** A command line that makes no sense: one line for the user, exit code 2. */
export class UsageError extends Error {}

/** What the user can do something about, said in one line: exit code 1. */
export class Failure extends Error {}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'there is no such folder',
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EROFS: 'is on a disk that cannot be written to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'the file would be too large',
  EMFILE: 'too many files are open',
};

/** The code of a system's error; `undefined` for another error. */
export function systemCode(error: unknown): string | undefined {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A system's error about the file `name`, in plain words. */
export function fileFailure(name: string, error: unknown): Failure {
  const code = systemCode(error);
  const reason = (code === undefined ? undefined : REASONS[code]) ?? (error as Error).message;
  return new Failure(`${name}: ${reason}`, { cause: error });
}
