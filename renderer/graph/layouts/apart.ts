import { roomIn, type Spot } from '../layered.ts';
import type { Block, Blocks } from './layout.ts';

/** a name is so much wider than the node above it, px */
const NAME = 20;
/** so many times what blocks take is an easy picture */
const EASY = 1.6;
/** no direction is pressed or drawn out further than this */
const SQUEEZE = { least: 0.45, most: 1.6 } as const;
const ROUNDS = 120;

/**
 * Blocks at about the same places, in the proportions of the window and with no name over another. In: the blocks and their middles; out: new
 * middles. With fixed blocks the picture keeps its proportions, and they stay.
 */
export function apart({ blocks, width, height }: Blocks, middles: ReadonlyMap<string, Spot>): Map<string, Spot> {
  const hasFixed = blocks.some((block) => block.fixed);
  const spots = blocks.map((block) => ({ ...(middles.get(block.id) ?? block.at) }));
  if (!hasFixed && blocks.length > 1) intoRoom(blocks, spots, roomIn({ width, height }));
  for (let round = 0; round < ROUNDS; round++) if (!pushed(blocks, spots)) break;
  return new Map(blocks.map(({ id }, i) => [id, spots[i]!]));
}

const wideOf = (block: Block): number => block.width + NAME;

/** Presses or draws out each direction, so that the picture is as wide and high as the room for it, or larger alike where it holds many. */
function intoRoom(blocks: readonly Block[], spots: Spot[], room: { width: number; height: number }): void {
  const taken = blocks.reduce((sum, block) => sum + wideOf(block) * block.height, 0) * EASY;
  const larger = Math.max(1, Math.sqrt(taken / Math.max(1, room.width * room.height)));
  const by = (axis: 'x' | 'y', px: number): ((at: number) => number) => {
    const all = spots.map((spot) => spot[axis]);
    const [from, to] = [Math.min(...all), Math.max(...all)];
    const share = (px * larger) / Math.max(1, to - from);
    const factor = Math.max(SQUEEZE.least, Math.min(SQUEEZE.most, share));
    return (at) => (at - from) * factor;
  };
  const [x, y] = [by('x', room.width), by('y', room.height)];
  for (const [i, spot] of spots.entries()) spots[i] = { x: x(spot.x), y: y(spot.y) };
}

/** One round: every two that lie over each other step aside, the shorter way, each half of it. Whether any did. */
function pushed(blocks: readonly Block[], spots: Spot[]): boolean {
  let any = false;
  for (const [i, a] of blocks.entries())
    for (let j = i + 1; j < blocks.length; j++) {
      const b = blocks[j]!;
      if (a.fixed && b.fixed) continue;
      const [from, to] = [spots[i]!, spots[j]!];
      const over = {
        x: (wideOf(a) + wideOf(b)) / 2 - Math.abs(to.x - from.x),
        y: (a.height + b.height) / 2 - Math.abs(to.y - from.y),
      };
      if (over.x <= 0.5 || over.y <= 0.5) continue;
      any = true;
      const axis = over.x < over.y ? 'x' : 'y';
      const step = over[axis] * (to[axis] >= from[axis] ? 1 : -1);
      const share = a.fixed ? 0 : b.fixed ? 1 : 0.5;
      spots[i] = { ...from, [axis]: from[axis] - step * share };
      spots[j] = { ...to, [axis]: to[axis] + step * (1 - share) };
    }
  return any;
}
