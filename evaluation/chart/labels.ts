// Puts a name next to each point so that no name covers another name or a point.
import type { Frame } from './drawing.js';

/** A point that wants its name beside it. */
export interface Named {
  x: number;
  y: number;
  radius: number;
  label: string;
  /** Height of the letters. */
  size: number;
}

/** Where a name stands, and which part of it is at `x`. */
export interface Placed extends Frame {
  anchor: 'start' | 'middle' | 'end';
  x: number;
  /** Of the line that letters stand on. */
  y: number;
}

const CHARACTER = 0.58; // width of a character in em that no usual sans-serif exceeds on average
const GAP = 4;

/** Places around a point, best first: dx and dy in units of the name's box. */
const PLACES = [
  [1, 0], [-1, 0], [0, -1], [0, 1], [1, -0.8], [1, 0.8], [-1, -0.8], [-1, 0.8],
  [1, -1.8], [1, 1.8], [-1, -1.8], [-1, 1.8], [0, -2], [0, 2], [1, -2.8], [1, 2.8], [-1, -2.8], [-1, 2.8],
] as const; // prettier-ignore

function overlap(a: Frame, b: Frame): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function placeAt(point: Named, [dx, dy]: (typeof PLACES)[number], frame: Frame): Placed {
  const width = point.label.length * CHARACTER * point.size;
  const reach = point.radius + GAP;
  const wanted = point.x + (dx === 0 ? -width / 2 : dx > 0 ? reach : -reach - width);
  // A name above or below its point may slide sideways to stay in the frame.
  const left = dx === 0 ? Math.max(frame.left, Math.min(frame.right - width, wanted)) : wanted;
  const middle = point.y + (dx === 0 ? dy * (reach + point.size / 2) : dy * point.size * 0.9);
  const [anchor, x] =
    dx === 0
      ? (['middle', left + width / 2] as const)
      : dx > 0
        ? (['start', left] as const)
        : (['end', left + width] as const);
  return {
    left,
    right: left + width,
    top: middle - point.size * 0.6,
    bottom: middle + point.size * 0.6,
    anchor,
    x,
    y: middle + point.size * 0.34,
  };
}

/** Places names in `order`; those that find no room are in `stuck`. */
function attempt(
  points: readonly Named[],
  order: readonly number[],
  marks: readonly Frame[],
  frame: Frame,
): { placed: Map<number, Placed>; stuck: number[] } {
  const placed = new Map<number, Placed>();
  const taken = [...marks];
  const stuck: number[] = [];
  for (const index of order) {
    const place = PLACES.map((one) => placeAt(points[index]!, one, frame)).find(
      (box) =>
        box.left >= frame.left &&
        box.right <= frame.right &&
        box.top >= frame.top &&
        box.bottom <= frame.bottom &&
        !taken.some((other) => overlap(box, other)),
    );
    if (place === undefined) {
      stuck.push(index);
    } else {
      placed.set(index, place);
      taken.push(place);
    }
  }
  return { placed, stuck };
}

/**
 * For each point, the most important first, the place of its name, which covers no point, no other name and no obstacle
 * and stays within the frame. Where there is no room for all, the first come first and the rest have no place.
 */
export function placeLabels(
  points: readonly Named[],
  frame: Frame,
  obstacles: readonly Frame[] = [],
): (Placed | undefined)[] {
  const marks = points.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const blocked = [...marks, ...obstacles];
  const given = points.map((_, index) => index);
  const first = attempt(points, given, blocked, frame);
  let [order, last] = [given, first];
  // Names that found no place choose earlier in the next round.
  for (let round = 0; round < points.length && last.stuck.length > 0; round++) {
    const { stuck } = last;
    order = [...stuck, ...order.filter((index) => !stuck.includes(index))];
    last = attempt(points, order, blocked, frame);
  }
  const { placed } = last.stuck.length === 0 ? last : first;
  return given.map((index) => placed.get(index));
}

/** The line from a name that found no room beside its point to the point; nothing where it stands beside it. */
export function tieOf(
  { x, y, radius }: Named,
  place: Placed,
): { x1: number; y1: number; x2: number; y2: number } | undefined {
  const level = (place.top + place.bottom) / 2;
  const isOver = place.anchor === 'middle';
  if (Math.abs(level - y) <= (isOver ? 4 : 2) * radius) return undefined;
  if (isOver) return { x1: place.x, y1: level < y ? place.bottom : place.top, x2: x, y2: y };
  return { x1: place.x + (place.anchor === 'start' ? -2 : 2), y1: level, x2: x, y2: y };
}
