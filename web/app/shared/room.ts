import type { Language } from './language.js';
import type { Reader } from './reader.js';
import type { VisitorText } from './visitor-text.js';

/** The rooms of the page, in the order of its navigation; a room's name is its address: `#read`. */
export const ROOM_NAMES = ['read', 'shrink', 'files', 'embed', 'evidence'] as const;

export type RoomName = (typeof ROOM_NAMES)[number];

/** What a room gets of the page. */
export interface RoomContext {
  /** Of every word that the room shows; when it changes, the room is mounted again. */
  readonly language: Language;
  /** The package's analyzer, the same for all rooms. */
  readonly reader: Reader;
  /** What the visitor has written, kept from room to room and over a reload. */
  readonly text: VisitorText;
  /** What stands in the address behind the room's name when the room is mounted: `#read?text=...`. */
  readonly state: URLSearchParams;
  /** Writes that state into the address, so that a link restores it. Adds no step to the history. */
  keep(state: URLSearchParams): void;
  /** Says a sentence to a screen reader when the visitor has paused. The page has no other live region but alerts. */
  say(sentence: string): void;
}

/**
 * What the index.ts of each room exports. It fills `root`, and gives back what ends it: listeners outside of `root`,
 * workers, requests. The page empties `root` afterwards.
 * @example
 * export const mount: Mount = (root, context) => {
 *   const room = new ReadingRoom(root, context);
 *   return () => room.end();
 * };
 */
export type Mount = (root: HTMLElement, context: RoomContext) => () => void;
