import { layered } from '../layered.ts';
import type { Layout } from './layout.ts';
import { CELL } from './place-blocks.ts';

/** from the first column of a frame to its border, px */
const BORDER = 40;

/** 分层: one column per layer in the direction in which promotion money runs, from companies to people and their hospitals. */
export default {
  name: 'layered',
  place({ blocks, links, width, height }) {
    // as many places as a square block of that height has
    const nodes = blocks.map(({ id, column, height }) => ({
      id,
      column,
      places: Math.ceil((height - 44) / CELL.height) ** 2,
    }));
    const spots = layered({ nodes, links, width, height });
    // a frame grows to the right of its column
    return new Map(
      blocks.map(({ id, members }) => {
        const { x, y } = spots.get(id) ?? { x: 0, y: 0 };
        const border = members.length > 1 ? BORDER : 0;
        return [id, { x: x + ((Math.ceil(Math.sqrt(members.length)) - 1) / 2) * CELL.width + border, y }];
      }),
    );
  },
} satisfies Layout;
