import './files.css';
import type { Mount } from '../../shared/room.js';
import { FilesRoom } from './room.js';
import { FileSession } from './session.js';

/** The same for every visit of the room: its file stays open while the visitor looks elsewhere. */
const session = new FileSession(
  () => new Worker(new URL('./worker/files.worker.ts', import.meta.url), { type: 'module' }),
);

/** A whole file is read. */
export const mount: Mount = (root, context) => {
  session.prepare();
  const room = new FilesRoom(root, context, session);
  return () => {
    room.end();
  };
};
