/**
 * What `using` looks for. Where an engine does not know it yet, the name is the one that compilers write in its place. Its type
 * is in `types.ts`, for callers whose TypeScript does not know `Symbol.dispose`.
 */
export const DISPOSE: typeof Symbol.dispose = /* @__PURE__ */ known('dispose');
/** What `await using` looks for first. */
export const ASYNC_DISPOSE: typeof Symbol.asyncDispose = /* @__PURE__ */ known('asyncDispose');

function known<Name extends 'dispose' | 'asyncDispose'>(name: Name): SymbolConstructor[Name] {
  return (
    (Symbol as Partial<SymbolConstructor>)[name] ?? (Symbol.for(`Symbol.${name}`) as SymbolConstructor[Name])
  );
}
