import './embed.css';
import type { Mount } from '../../shared/room.js';
import { EmbedRoom } from './room.js';

/** The package in somebody else's page. */
export const mount: Mount = (root, context) => {
  const room = new EmbedRoom(root, context);
  return () => {
    room.end();
  };
};
