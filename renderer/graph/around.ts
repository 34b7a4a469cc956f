import type { Spot } from './layered.ts';

/**
 * Places for new nodes around their parent: on rings, starting on the side away from the middle of the chart, never on a place that
 * is taken. Nobody who is already there moves.
 */
export function around(parent: Spot, count: number, taken: readonly Spot[], middle: Spot): Spot[] {
  const away = Math.atan2(parent.y - middle.y, parent.x - middle.x);
  const places: Spot[] = [];
  const free = (spot: Spot) =>
    [...taken, ...places].every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) > 62);
  for (let ring = 1; places.length < count; ring++) {
    const radius = 60 + ring * 80;
    const seats = Math.floor((2 * Math.PI * radius) / 84);
    for (let seat = 0; seat < seats && places.length < count; seat++) {
      const side = seat % 2 === 0 ? seat / 2 : -(seat + 1) / 2;
      const angle = away + (side * 2 * Math.PI) / seats;
      const spot = { x: parent.x + radius * Math.cos(angle), y: parent.y + radius * Math.sin(angle) };
      if (free(spot)) places.push(spot);
    }
    if (ring > 60) break;
  }
  return places;
}
