import type { Spot } from './layered.ts';

/** What a node takes with its name below it, in the units of the chart: nearer, its name would lie over that of another one. */
const ROOM = { x: 124, y: 92 };
/** How far the first ring is from the parent, and each from the one before; how far apart the places are that are tried on one. */
const FIRST = 150;
const NEXT = 80;
const STEP = 62;
const MOST_RINGS = 200;

/**
 * Places for new nodes around their parent: on rings, starting on the side away from the middle of the chart, never on a node or a
 * name that is there. Nobody who is already there moves.
 */
export function around(parent: Spot, count: number, taken: readonly Spot[], middle: Spot): Spot[] {
  const away = Math.atan2(parent.y - middle.y, parent.x - middle.x);
  const all = [...taken];
  const places: Spot[] = [];
  const isFree = ({ x, y }: Spot) =>
    all.every((other) => Math.abs(other.x - x) >= ROOM.x || Math.abs(other.y - y) >= ROOM.y);
  for (let ring = 0; ring < MOST_RINGS; ring++) {
    const radius = FIRST + ring * NEXT;
    const seats = Math.floor((2 * Math.PI * radius) / STEP);
    for (let seat = 0; seat < seats; seat++) {
      if (places.length === count) return places;
      const side = seat % 2 === 0 ? seat / 2 : -(seat + 1) / 2;
      const angle = away + (side * 2 * Math.PI) / seats;
      const spot = { x: parent.x + radius * Math.cos(angle), y: parent.y + radius * Math.sin(angle) };
      if (!isFree(spot)) continue;
      places.push(spot);
      all.push(spot);
    }
  }
  return places;
}
