import './shrink.css';
import type { Mount } from '../../shared/room.js';
import { WorkerClient } from '../../shared/worker/client.js';
import type { Requests, Update } from './engine/protocol.js';
import { RoomState } from './laboratory/state.js';
import { LaboratoryView } from './laboratory/view.js';

/** What quantization costs and gains: a laboratory. */
export const mount: Mount = (root, context) => {
  const worker = new Worker(new URL('./engine/shrink.worker.ts', import.meta.url), {
    type: 'module',
    name: 'sentibyte-shrink',
  });
  const client = new WorkerClient<Requests, Update>(worker);
  const state = new RoomState(context.state, (kept) => {
    context.keep(kept);
  });
  const laboratory = new LaboratoryView(root, context, client, state);
  return () => {
    laboratory.end();
    client.end();
  };
};
