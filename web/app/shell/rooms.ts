import type { Mount, RoomName } from '../shared/room.js';

/** A folder for each room, fetched when it is looked for. */
export const ROOMS: Readonly<Record<RoomName, () => Promise<{ mount: Mount }>>> = {
  read: () => import('../rooms/read/index.js'),
  shrink: () => import('../rooms/shrink/index.js'),
  files: () => import('../rooms/files/index.js'),
  embed: () => import('../rooms/embed/index.js'),
  evidence: () => import('../rooms/evidence/index.js'),
};
