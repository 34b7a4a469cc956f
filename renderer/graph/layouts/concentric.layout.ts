import type { Spot } from '../layered.ts';
import type { Block, BlockLink, Layout } from './layout.ts';

const GAP = 26;

/** 同心: whoever is linked to the most stands in the middle, the others on rings, never further in than somebody linked to more. */
export default {
  name: 'concentric',
  place({ blocks, links }) {
    const order = [...blocks].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
    const towards = neighboursOf(links);
    const spots = new Map<string, Spot>();
    const [centre] = order;
    if (!centre) return spots;
    spots.set(centre.id, { x: 0, y: 0 });
    let edge = outer(centre) / 2;
    let next = 1;
    while (next < order.length) {
      const ring = fill(order, next, edge);
      for (const [id, spot] of seats(ring.blocks, ring.radius, towards, spots)) spots.set(id, spot);
      next += ring.blocks.length;
      edge = ring.radius + ring.deep / 2;
    }
    return spots;
  },
} satisfies Layout;

const outer = ({ width, height }: Block): number => Math.max(width, height);

/** As many of the next as stand on one ring around what is placed. */
function fill(order: readonly Block[], from: number, edge: number): { blocks: Block[]; radius: number; deep: number } {
  let deep = outer(order[from]!);
  const blocks = [order[from]!];
  for (let i = from + 1; i < order.length; i++) {
    const deeper = Math.max(deep, outer(order[i]!));
    const radius = edge + GAP + deeper / 2;
    if ((blocks.length + 1) * (deeper + 6) > 2 * Math.PI * radius) break;
    deep = deeper;
    blocks.push(order[i]!);
  }
  return { blocks, radius: edge + GAP + deep / 2, deep };
}

/** Around the ring in the direction of those further in whom they are linked to, so that links stay short. */
function seats(
  ring: readonly Block[],
  radius: number,
  towards: ReadonlyMap<string, readonly string[]>,
  placed: ReadonlyMap<string, Spot>,
): Array<[string, Spot]> {
  const direction = (id: string): number => {
    let [x, y] = [0, 0];
    for (const other of towards.get(id) ?? []) {
      x += placed.get(other)?.x ?? 0;
      y += placed.get(other)?.y ?? 0;
    }
    return Math.atan2(y, x);
  };
  return ring
    .map((block) => ({ block, angle: direction(block.id) }))
    .sort((a, b) => a.angle - b.angle || (a.block.id < b.block.id ? -1 : 1))
    .map(({ block }, i) => {
      const angle = ((i + 0.5) / ring.length) * 2 * Math.PI - Math.PI;
      return [block.id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
    });
}

function neighboursOf(links: readonly BlockLink[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { source, target } of links) {
    found.set(source, [...(found.get(source) ?? []), target]);
    found.set(target, [...(found.get(target) ?? []), source]);
  }
  return found;
}
