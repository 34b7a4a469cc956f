import type { Spot } from '../layered.ts';
import type { Block } from './layout.ts';

/** A steady start for the force layouts: a spiral in the order of ids, so that the same chart looks the same twice. Fixed blocks stand where they stand. */
export function spiral(blocks: readonly Block[]): Map<string, Spot> {
  const fixed = blocks.filter((block) => block.fixed);
  const x = fixed.reduce((sum, { at }) => sum + at.x, 0) / Math.max(1, fixed.length);
  const y = fixed.reduce((sum, { at }) => sum + at.y, 0) / Math.max(1, fixed.length);
  const free = blocks
    .filter((block) => !block.fixed)
    .sort((a, b) => Number(a.id) - Number(b.id) || (a.id < b.id ? -1 : 1));
  const start = new Map(fixed.map((block) => [block.id, block.at]));
  for (const [i, { id }] of free.entries()) {
    const [far, angle] = [40 * Math.sqrt(i + 1), (i + 1) * 2.4];
    start.set(id, { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) });
  }
  return start;
}
