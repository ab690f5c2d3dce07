/**
 * The quantizer module that the package ships. Spelled out, and here, for the reason that `shippedEngine` is: the
 * literal is right from this file and from the top of `dist/` alike.
 */
export function shippedQuantizer(): URL {
  return new URL('./engine/quantizer.wasm', import.meta.url);
}
