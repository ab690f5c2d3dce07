/** A rectangle in the drawing's units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A point that wants its name beside it. */
export interface Named {
  name: string;
  x: number;
  y: number;
}

export interface Label extends Named {
  anchor: 'start' | 'middle' | 'end';
}

const lineHeight = 15;
/** Mean width of a letter at 12 px. */
const letter = 6.6;
const gap = 9;

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function candidates({ name, x, y }: Named): { label: Label; box: Box }[] {
  const width = name.length * letter;
  const at = (anchor: Label['anchor'], left: number, top: number): { label: Label; box: Box } => {
    const anchorX = { start: left, middle: left + width / 2, end: left + width }[anchor];
    return {
      label: { name, x: anchorX, y: top + lineHeight * 0.76, anchor },
      box: { x: left, y: top, width, height: lineHeight },
    };
  };
  const middle = y - lineHeight / 2;
  return [
    at('start', x + gap, middle),
    at('end', x - gap - width, middle),
    at('middle', x - width / 2, y - gap - lineHeight),
    at('middle', x - width / 2, y + gap),
    at('start', x + gap * 0.7, y - gap - lineHeight * 0.6),
    at('start', x + gap * 0.7, y + gap * 0.5),
    at('end', x - gap * 0.7 - width, y - gap - lineHeight * 0.6),
    at('end', x - gap * 0.7 - width, y + gap * 0.5),
  ];
}

/**
 * Puts names beside points, first come first served, where they cover no point, no other name and no obstacle and
 * stay within the frame. A name without room is left out: the table under the chart has them all.
 */
export function placeLabels(points: readonly Named[], frame: Box, obstacles: readonly Box[] = []): Label[] {
  const marks = points.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 }));
  const taken: Box[] = [...marks, ...obstacles];
  const placed: Label[] = [];
  for (const point of points) {
    const free = candidates(point).find(
      ({ box }) =>
        box.x >= frame.x &&
        box.y >= frame.y &&
        box.x + box.width <= frame.x + frame.width &&
        box.y + box.height <= frame.y + frame.height &&
        !taken.some((other) => overlaps(box, other)),
    );
    if (!free) continue;
    taken.push(free.box);
    placed.push(free.label);
  }
  return placed;
}
