import './read.css';
import type { Mount } from '../../shared/room.js';
import { ReadingRoom } from './reading.js';

/** A text is read while it is written. */
export const mount: Mount = (root, context) => {
  const room = new ReadingRoom(root, context);
  return () => {
    room.end();
  };
};
