import { ROOM_NAMES, type RoomName } from '../shared/room.js';

/** A place on the page: a room, and what that room wrote down of its state. */
export interface Place {
  room: RoomName;
  state: URLSearchParams;
}

/** Reads `#room?key=value`; anything else leads to the first room. */
export function parseAddress(hash: string): Place {
  const [name = '', ...rest] = hash.replace(/^#/, '').split('?');
  const room = ROOM_NAMES.find((known) => known === name) ?? ROOM_NAMES[0];
  return { room, state: new URLSearchParams(rest.join('?')) };
}

/** Writes what `parseAddress` reads. */
export function writeAddress({ room, state }: Place): string {
  const query = state.toString();
  return query ? `#${room}?${query}` : `#${room}`;
}
