// Puts a label next to each point so that no label covers another label or a point.

const CHARACTER = 0.58; // width of a character in em that no usual sans-serif exceeds on average
const GAP = 4;

/** Places around a point, best first: dx and dy in units of the label's box, and how text anchors. */
const PLACES = [
  [1, 0], [-1, 0], [0, -1], [0, 1], [1, -0.8], [1, 0.8], [-1, -0.8], [-1, 0.8],
  [1, -1.8], [1, 1.8], [-1, -1.8], [-1, 1.8], [0, -2], [0, 2],
]; // prettier-ignore

const overlap = (a, b) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

function boxAt(point, [dx, dy], frame) {
  const width = point.label.length * CHARACTER * point.size;
  const reach = point.radius + GAP;
  const wanted = point.x + (dx === 0 ? -width / 2 : dx > 0 ? reach : -reach - width);
  // A label above or below its point may slide sideways to stay in the frame.
  const left = dx === 0 ? Math.max(frame.left, Math.min(frame.right - width, wanted)) : wanted;
  const middle = point.y + (dx === 0 ? dy * (reach + point.size / 2) : dy * point.size * 0.9);
  const anchor = dx === 0 ? 'middle' : dx > 0 ? 'start' : 'end';
  return {
    left,
    right: left + width,
    top: middle - point.size * 0.6,
    bottom: middle + point.size * 0.6,
    anchor,
  };
}

/** The first free place of each label in the given order, or the index of one that found none. */
function attempt(points, order, marks, frame) {
  const placed = new Map();
  for (const index of order) {
    const inside = (box) =>
      box.left >= frame.left &&
      box.right <= frame.right &&
      box.top >= frame.top &&
      box.bottom <= frame.bottom;
    const free = (box) => [...placed.values(), ...marks].every((other) => overlap(box, other) === 0);
    const box = PLACES.map((place) => boxAt(points[index], place, frame)).find(
      (place) => inside(place) && free(place),
    );
    if (box === undefined) return { stuck: index };
    placed.set(index, box);
  }
  return { boxes: points.map((_, index) => placed.get(index)) };
}

/**
 * @param points `{ x, y, radius, label, size }`, the most important first
 * @param frame `{ left, right, top, bottom }` that labels stay in
 * @returns for each point the box of its label and how the text anchors in it; throws where some label finds no free place
 */
export function placeLabels(points, frame) {
  const marks = points.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const order = points.map((_, index) => index);
  // A label that finds no place chooses earlier in the next round.
  for (let round = 0; round < points.length * points.length; round++) {
    const { boxes, stuck } = attempt(points, order, marks, frame);
    if (boxes) return boxes;
    order.unshift(...order.splice(order.indexOf(stuck), 1));
  }
  throw new Error('the labels do not fit next to their points');
}
