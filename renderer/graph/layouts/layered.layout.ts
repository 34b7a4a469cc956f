import { layered } from '../layered.ts';
import type { Block, Layout } from './layout.ts';
import { CELL } from './place-blocks.ts';

/** from the first column of a frame to its border, px */
const BORDER = 40;

/** 分层: one column per layer in the direction in which promotion money runs, from companies to people and their hospitals. */
export default {
  name: 'layered',
  place({ blocks, links, width, height }) {
    // a frame grows to the right of its column
    const inwards = ({ members }: Block) =>
      ((Math.ceil(Math.sqrt(members.length)) - 1) / 2) * CELL.width + (members.length > 1 ? BORDER : 0);
    const nodes = blocks.map((block) => ({
      id: block.id,
      column: block.column,
      rows: Math.ceil((block.height - 44) / CELL.height),
      beyond: 2 * inwards(block),
    }));
    const spots = layered({ nodes, links, width, height });
    return new Map(
      blocks.map((block) => {
        const { x, y } = spots.get(block.id) ?? { x: 0, y: 0 };
        return [block.id, { x: x + inwards(block), y }];
      }),
    );
  },
} satisfies Layout;
