/** What went wrong, as one line for people. Errors of another realm, as tests have them, are no instances of ours. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
