import './shrink.css';
import './laboratory/laboratory.css';
import type { Mount } from '../../shared/room.js';
import { Compare } from './compare.js';
import { EngineClient } from './engine/client.js';
import { LaboratoryView } from './laboratory/view.js';
import { RoomState } from './state.js';

/** What quantization costs and gains: a laboratory, and under it any two models side by side. */
export const mount: Mount = (root, context) => {
  const worker = new Worker(new URL('./engine/shrink.worker.ts', import.meta.url), {
    type: 'module',
    name: 'sentibyte-shrink',
  });
  const client = new EngineClient(worker);
  const state = new RoomState(context.state, (kept) => {
    context.keep(kept);
  });
  const laboratory = new LaboratoryView(root, context, client, state);
  new Compare(root, context, client, state, () => {
    laboratory.refresh();
  });
  return () => {
    client.end();
  };
};
