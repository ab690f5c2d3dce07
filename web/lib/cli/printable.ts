/**
 * Somebody's text as it may stand on a terminal: what could move the cursor, hide or reorder what is printed is written as
 * its number.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`,
  );
}
