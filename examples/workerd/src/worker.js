// A worker has no files and may compile nothing: config.capnp brings model and engine as modules. POST a text.
import model from 'nano.sbm';
import { createAnalyzer } from 'sentibyte';
import simd from 'simd.wasm';

let loading;

export default {
  async fetch(request) {
    if (request.method !== 'POST') return new Response('POST a text.', { status: 405 });
    loading ??= createAnalyzer({ model, wasm: { simd } });
    const analyzer = await loading;
    return Response.json(analyzer.analyze(await request.text()));
  },
};
