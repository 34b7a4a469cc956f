import type { Spot } from '../layered.ts';
import type { Block } from './layout.ts';

/**
 * Stands blocks in columns of at most `tall` px, filled from the top, and returns how wide that became. `left` and `top` are the corner of the
 * first column.
 */
export function stack(
  blocks: readonly Block[],
  { left, top, tall }: { left: number; top: number; tall: number },
  spots: Map<string, Spot>,
): number {
  let x = left;
  let wide = 0;
  let y = top;
  for (const block of blocks) {
    if (y > top && y + block.height > top + tall) {
      x += wide;
      wide = 0;
      y = top;
    }
    wide = Math.max(wide, block.width);
    spots.set(block.id, { x: x + block.width / 2, y: y + block.height / 2 });
    y += block.height;
  }
  return x + wide - left;
}
