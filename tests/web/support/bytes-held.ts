/** Bytes of all typed arrays that can be reached from `root` by properties. */
export function bytesHeld(root: object): number {
  const seen = new Set<object>();
  const buffers = new Set<ArrayBufferLike>();
  const left: object[] = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next)) {
      buffers.add(next.buffer);
      continue;
    }
    for (const value of Object.values(next) as unknown[]) {
      if (typeof value === 'object' && value !== null) left.push(value);
    }
  }
  let bytes = 0;
  for (const { byteLength } of buffers) bytes += byteLength;
  return bytes;
}
