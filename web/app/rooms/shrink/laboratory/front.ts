/** A model as a point: what it weighs and how often it is right. */
export interface Weighed {
  bytes: number;
  share: number;
}

/** The points that no other beats: none is both smaller and as often right. Smallest first. */
export function bestFront<Point extends Weighed>(points: readonly Point[]): Point[] {
  const front: Point[] = [];
  for (const point of [...points].sort((a, b) => a.bytes - b.bytes || b.share - a.share)) {
    const last = front.at(-1);
    if (!last || point.share > last.share) front.push(point);
  }
  return front;
}
