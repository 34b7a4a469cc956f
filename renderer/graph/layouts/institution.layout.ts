import type { Spot } from '../layered.ts';
import { stack } from './columns.ts';
import type { Block, BlockLink, Layout } from './layout.ts';

const GAP = 80;

/**
 * 机构分组: a column for each hospital, its departments below it and their people below them, the largest institution first; whoever belongs to
 * none stands to the left of them, layer after layer.
 */
export default {
  name: 'institution',
  place({ blocks, links, height }) {
    const tall = Math.max(height - 140, 6 * 88, 88 * Math.sqrt(blocks.length));
    const houses = housesOf(blocks, links);
    const inHouse = new Set([...houses.values()].flat());
    const spots = new Map<string, Spot>();
    let left = 0;
    const put = (column: readonly Block[]) => {
      if (column.length > 0) left += stack(column, { left, top: 0, tall }, spots) + GAP;
    };
    const others = blocks.filter((block) => !inHouse.has(block)).sort(byDegree);
    for (const layer of [...new Set(others.map(({ column }) => column))].sort((a, b) => a - b))
      put(others.filter(({ column }) => column === layer));
    const largest = [...houses].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
    for (const [, members] of largest) put(members);
    return spots;
  },
} satisfies Layout;

const byDegree = (a: Block, b: Block): number => b.degree - a.degree || (a.id < b.id ? -1 : 1);

/** The blocks of each house in the order of its column: the hospital, its own people, then each department with its people. */
function housesOf(blocks: readonly Block[], links: readonly BlockLink[]): Map<string, Block[]> {
  const heads = new Map(blocks.filter((block) => block.institution === block.id).map((block) => [block.id, block]));
  const above = new Map<string, string>();
  // two institutions that are linked: the better connected one is the house, the other one of its departments
  for (const { source, target } of links) {
    const [a, b] = [heads.get(source), heads.get(target)];
    if (!a || !b || a.column !== b.column) continue;
    const [house, part] = byDegree(a, b) < 0 ? [a, b] : [b, a];
    if (!above.has(part.id) && !above.has(house.id)) above.set(part.id, house.id);
  }
  const houses = new Map<string, Block[]>();
  const inside = blocks.filter((block) => block.institution !== null);
  const houseOf = (block: Block): string => above.get(block.institution!) ?? block.institution!;
  const rank = (block: Block): string => {
    const unit = block.institution!;
    return `${unit === houseOf(block) ? '' : unit} ${unit === block.id ? 0 : 1} ${block.post} ${block.id.padStart(12, '0')}`;
  };
  for (const block of [...inside].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    const house = houseOf(block);
    houses.set(house, [...(houses.get(house) ?? []), block]);
  }
  return houses;
}
