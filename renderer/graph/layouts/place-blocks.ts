import type { Spot } from '../layered.ts';
import type { Block, BlockLink, Blocks, Layout, LayoutInput, LayoutNode, Places } from './layout.ts';

/** What a node takes with the name below it, which has eight 汉字 and an ellipsis at most, px. */
export const CELL = { width: 120, height: 88 } as const;
/** between frames that stand above each other in one frame: their borders and names */
const INNER_GAP = 44;

/** Runs a layout: whoever is fixed stays to the pixel, the members of a frame stand together, nobody stands on a fixed one. */
export function placeBy(layout: Layout, input: LayoutInput, progress: (share: number) => void = () => {}): Places {
  const stays = withFrames(input);
  const blocks = blocksOf(input, stays);
  const middles = layout.place(blocks, progress);
  const cleared = layout.name === 'manual' ? middles : clearOfFixed(blocks.blocks, middles);
  const places: Record<string, Spot> = {};
  for (const block of blocks.blocks) {
    const middle = block.fixed ? block.at : (cleared.get(block.id) ?? block.at);
    for (const [i, member] of block.members.entries()) {
      const seat = block.seats[i]!;
      places[member] = { x: middle.x + seat.x, y: middle.y + seat.y };
    }
  }
  for (const id of Object.keys(places))
    if (layout.name === 'manual' || stays.has(id)) places[id] = input.at[id] ?? places[id]!;
  return places;
}

/** Who is fixed, and the members of frames that are. */
function withFrames({ nodes, fixed }: LayoutInput): Set<string> {
  const stays = new Set(fixed);
  const frameOf = new Map(nodes.map(({ id, frame }) => [id, frame]));
  const isFixed = (id: string | null | undefined): boolean =>
    id !== null && id !== undefined && (stays.has(id) || isFixed(frameOf.get(id)));
  return new Set(nodes.flatMap(({ id }) => (isFixed(id) ? id : [])));
}

/** Where the members of a frame stand around its middle: rows of about a square, frames within it one below the other. */
function seatsOf(members: readonly LayoutNode[]): Spot[] {
  const wide = Math.ceil(Math.sqrt(members.length));
  const groups = [...Map.groupBy(members, ({ inner }) => inner ?? null).values()];
  const seats: Spot[] = [];
  let y = 0;
  for (const [n, group] of groups.entries()) {
    if (n > 0) y += INNER_GAP;
    for (const i of group.keys()) seats.push({ x: (i % wide) * CELL.width, y: y + Math.floor(i / wide) * CELL.height });
    y += Math.ceil(group.length / wide) * CELL.height;
  }
  const middle = { x: ((wide - 1) * CELL.width) / 2, y: (y - CELL.height) / 2 };
  return seats.map((seat) => ({ x: seat.x - middle.x, y: seat.y - middle.y }));
}

/** From the first row of a block to its last, px. */
const tallOf = (seats: readonly Spot[]): number =>
  Math.max(...seats.map(({ y }) => y)) - Math.min(...seats.map(({ y }) => y));

function blocksOf({ nodes, links, at, width, height }: LayoutInput, stays: ReadonlySet<string>): Blocks {
  const framed = new Map<string, LayoutNode[]>();
  const isFrame = new Set(nodes.flatMap(({ frame }) => frame ?? []));
  const own = new Map(nodes.map((node) => [node.id, node]));
  // a frame has no place of its own: it surrounds its members
  const outermost = (id: string): string => {
    const frame = own.get(id)?.frame ?? null;
    return frame === null ? id : outermost(frame);
  };
  const blockOf = new Map(nodes.map(({ id }) => [id, outermost(id)]));
  for (const node of nodes) {
    if (isFrame.has(node.id)) continue;
    const block = blockOf.get(node.id)!;
    framed.set(block, [...(framed.get(block) ?? []), node]);
  }
  // frames within a frame stay together
  const innerOf = ({ inner, frame }: LayoutNode) => inner ?? frame ?? '';
  for (const members of framed.values())
    members.sort((a, b) => (innerOf(a) < innerOf(b) ? -1 : Number(innerOf(a) > innerOf(b))));
  const between = new Map<string, BlockLink>();
  const neighbours = new Map<string, Set<string>>();
  const first = new Map<string, string>();
  for (const link of links) {
    const [source, target] = [blockOf.get(link.source), blockOf.get(link.target)];
    if (source === undefined || target === undefined) continue;
    for (const end of [source, target])
      if (link.first !== null && link.first < (first.get(end) ?? '9')) first.set(end, link.first);
    if (source === target) continue;
    const key = `${source} ${target}`;
    between.set(key, { source, target, weight: (between.get(key)?.weight ?? 0) + link.weight });
    neighbours.set(source, (neighbours.get(source) ?? new Set()).add(target));
    neighbours.set(target, (neighbours.get(target) ?? new Set()).add(source));
  }
  const blocks = [...framed].map(([id, members]): Block => {
    const head = own.get(id) ?? members[0]!;
    const wide = Math.ceil(Math.sqrt(members.length));
    const ids = members.map((member) => member.id);
    const seats = seatsOf(members);
    return {
      id,
      members: ids,
      width: wide * CELL.width + (ids.length > 1 ? 24 : 0),
      seats,
      height: tallOf(seats) + CELL.height + (ids.length > 1 ? 44 : 0),
      column: head.column,
      institution: head.institution,
      post: head.post,
      first: first.get(id) ?? null,
      degree: neighbours.get(id)?.size ?? 0,
      fixed: ids.some((member) => stays.has(member)),
      at: middleNow(ids, seats, at, stays),
    };
  });
  return { blocks, links: [...between.values()], width, height };
}

/** The middle of a block as it stands: told by its fixed member, else the mean of all. */
function middleNow(ids: readonly string[], seats: readonly Spot[], at: Places, stays: ReadonlySet<string>): Spot {
  const anchor = ids.findIndex((id) => stays.has(id) && at[id]);
  if (anchor >= 0) {
    const [spot, seat] = [at[ids[anchor]!]!, seats[anchor]!];
    return { x: spot.x - seat.x, y: spot.y - seat.y };
  }
  const known = ids.flatMap((id) => at[id] ?? []);
  const sum = known.reduce((all, spot) => ({ x: all.x + spot.x, y: all.y + spot.y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, known.length), y: sum.y / Math.max(1, known.length) };
}

/** Whoever would stand on a fixed block steps aside, to the nearest free place on rings around it. */
function clearOfFixed(blocks: readonly Block[], middles: ReadonlyMap<string, Spot>): ReadonlyMap<string, Spot> {
  const standing = blocks.filter((block) => block.fixed).map((block) => ({ block, spot: block.at }));
  if (standing.length === 0) return middles;
  const free = blocks.filter((block) => !block.fixed);
  const isClear = (block: Block, spot: Spot, others: typeof standing) =>
    others.every(
      (other) =>
        Math.abs(other.spot.x - spot.x) * 2 >= other.block.width + block.width ||
        Math.abs(other.spot.y - spot.y) * 2 >= other.block.height + block.height,
    );
  const settled = [...standing];
  const aside: Block[] = [];
  const cleared = new Map<string, Spot>();
  for (const block of free) {
    const spot = middles.get(block.id) ?? block.at;
    if (!isClear(block, spot, standing)) aside.push(block);
    else {
      cleared.set(block.id, spot);
      settled.push({ block, spot });
    }
  }
  for (const block of aside) {
    const wish = middles.get(block.id) ?? block.at;
    const spot = nearestClear(wish, (there) => isClear(block, there, settled));
    cleared.set(block.id, spot);
    settled.push({ block, spot });
  }
  return cleared;
}

function nearestClear(wish: Spot, isClear: (spot: Spot) => boolean): Spot {
  for (let ring = 1; ring <= 200; ring++)
    for (let seat = 0; seat < ring * 8; seat++) {
      const angle = (seat / (ring * 8)) * 2 * Math.PI;
      const spot = { x: wish.x + ring * 48 * Math.cos(angle), y: wish.y + ring * 44 * Math.sin(angle) };
      if (isClear(spot)) return spot;
    }
  return wish;
}
