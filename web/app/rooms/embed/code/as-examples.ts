import { analyzer, INSTALL, type Write } from './snippet.js';

/** Environments whose code is that of a project of examples/: a test compares them. */
export const asExamples = {
  deno: ({ model }) => {
    const { entry, call } = analyzer(model === 'auto' ? 'small' : model, 'sentibyte');
    return [
      INSTALL,
      {
        file: 'main.js',
        code: `// deno run --allow-read main.js "a text": it reads the model and the engine, and needs no other permission.
import { createAnalyzer } from '${entry}';

const analyzer = await ${call};
console.log(analyzer.analyze(Deno.args.join(' ')).score.toFixed(6));
analyzer.dispose();`,
      },
    ];
  },

  workerd: ({ model }) => {
    const blob = model === 'small' ? 'small.sbm' : 'nano.sbm';
    return [
      INSTALL,
      {
        file: 'src/worker.js',
        code: `// A worker has no files and may compile nothing: config.capnp brings model and engine as modules. POST a text.
import model from '${blob}';
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
};`,
      },
      {
        file: 'config.capnp',
        code: `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .judge)],
  sockets = [(name = "http", address = "127.0.0.1:8080", http = (), service = "main")]
);

const judge :Workerd.Worker = (
  compatibilityDate = "2025-01-01",
  modules = [
    (name = "worker.js", esModule = embed "dist/worker.js"),
    (name = "simd.wasm", wasm = embed "node_modules/sentibyte/dist/engine/int8-simd.wasm"),
    (name = "${blob}", data = embed "node_modules/sentibyte/dist/models/${blob}")
  ]
);`,
      },
    ];
  },

  extension: ({ model }) => [
    {
      file: 'manifest.json',
      code: `{
  "manifest_version": 3,
  "name": "Sentibyte",
  "version": "0.1.0",
  "description": "Says how the text that you type in a field sounds, without sending it anywhere.",
  "background": { "service_worker": "background.js", "type": "module" },
  "content_scripts": [{ "matches": ["http://*/*", "https://*/*"], "js": ["content.js"], "all_frames": true }],
  "content_security_policy": { "extension_pages": "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" }
}`,
    },
    {
      file: 'background.js',
      code: `// The service worker: one model for all pages. The browser ends it when nobody types, and starts it with the next text.
import { createAnalyzer } from './sentibyte/${model === 'small' ? 'index' : 'nano'}.js';

let loading;

chrome.runtime.onMessage.addListener((text, _sender, answer) => {
  if (typeof text !== 'string') return false;
  loading ??= createAnalyzer();
  loading.then(
    (analyzer) => answer(analyzer.analyze(text)),
    (error) => {
      loading = undefined;
      answer({ error: error.message });
    },
  );
  return true; // the answer comes later
});`,
    },
  ],
} satisfies Record<string, Write>;
