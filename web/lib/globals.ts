/**
 * The types of globals that the package's own types name. Taken from the caller's TypeScript where it knows them and
 * described as far as the package needs them where it does not: `lib` without "DOM", Node's types or none at all.
 */
type Known<Name extends string, Otherwise> =
  typeof globalThis extends Record<Name, { prototype: infer Type }> ? Type : Otherwise;

/** An address. */
export type URL = Known<'URL', { readonly href: string; readonly protocol: string }>;

/** What `fetch` answers. */
export type Response = Known<
  'Response',
  { readonly ok: boolean; readonly status: number; readonly url: string; arrayBuffer(): Promise<ArrayBuffer> }
>;

/** What says that the caller gives up. */
export type AbortSignal = Known<'AbortSignal', { readonly aborted: boolean; readonly reason: unknown }>;

/** A compiled WebAssembly module. */
export type CompiledModule = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Type } };
}
  ? Type
  : { readonly [Symbol.toStringTag]?: 'WebAssembly.Module' };
