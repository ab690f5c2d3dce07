type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * How often `work` calls methods of the given prototypes: its amount of work, the same on any machine, however busy.
 * @example
 * countCalls(() => splitSentences(text), [String.prototype, 'charAt', 'slice']);
 */
export function countCalls(
  work: () => void,
  ...targets: [prototype: object, ...methods: string[]][]
): number {
  let count = 0;
  const originals = targets.flatMap(([prototype, ...methods]) =>
    methods.map((name) => ({
      prototype,
      name,
      descriptor: Object.getOwnPropertyDescriptor(prototype, name)!,
    })),
  );
  for (const { prototype, name, descriptor } of originals) {
    const method = descriptor.value as Method;
    const counting: Method = function (...args) {
      ++count;
      return method.apply(this, args);
    };
    Object.defineProperty(prototype, name, { ...descriptor, value: counting });
  }
  try {
    work();
  } finally {
    for (const { prototype, name, descriptor } of originals) {
      Object.defineProperty(prototype, name, descriptor);
    }
  }
  return count;
}
