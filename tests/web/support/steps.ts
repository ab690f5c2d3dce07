type Method = (this: unknown, a?: unknown, b?: unknown, c?: unknown, d?: unknown, e?: unknown) => unknown;
type Target = [prototype: object, ...methods: string[]];

/**
 * How often `work` calls methods of the given prototypes: its amount of work, the same on any machine, however busy.
 * @example
 * countCalls(() => splitSentences(text), [String.prototype, 'charAt', 'slice']);
 */
export function countCalls(work: () => void, ...targets: Target[]): number {
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
    // None is given more; to spread them would take longer than what is counted.
    const counting: Method = function (a, b, c, d, e) {
      ++count;
      return method.call(this, a, b, c, d, e);
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

/** All methods of a class but those that are private to the language. */
export function methodsOf({ prototype }: { prototype: object }): Target {
  const names = Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name);
  return [prototype, ...names];
}
