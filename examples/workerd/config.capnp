using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .judge)],
  sockets = [(name = "http", address = "127.0.0.1:8080", http = (), service = "main")]
);

const judge :Workerd.Worker = (
  compatibilityDate = "2025-01-01",
  modules = [
    (name = "worker.js", esModule = embed "dist/worker.js"),
    (name = "simd.wasm", wasm = embed "node_modules/sentibyte/dist/engine/int8-simd.wasm"),
    (name = "nano.sbm", data = embed "node_modules/sentibyte/dist/models/nano.sbm")
  ]
);
