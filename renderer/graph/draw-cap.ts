import type { GraphLink, GraphNode } from '../../shared/protocol/graph.requests.ts';
import type { Frame, Framed } from './frames.ts';

/** How many nodes and lines are drawn one by one; beyond it, the smallest are put together. */
export interface DrawCap {
  readonly nodes: number;
  readonly links: number;
}
export const drawCap: DrawCap = { nodes: 1_500, links: 4_000 };

const turnover = (node: GraphNode): number => node.inFen + node.outFen;

/**
 * Above the cap, of `nodes` that stand alone: everybody but the parties with most money (and those in `always`) is put into one folded frame for each
 * institution, or else for each type. Nothing is left out: sums and counts of what is put together stand at the frames. Returns
 * what is put together, none below the cap.
 */
export function overCap(
  nodes: readonly GraphNode[],
  links: readonly GraphLink[],
  placeOf: (party: number) => string,
  cap: DrawCap,
  always: ReadonlySet<number>,
): Frame[] {
  if (nodes.length <= cap.nodes && linesBetween(links, placeOf) <= cap.links) return [];
  const ranked = [...nodes].sort(
    (a, b) => Number(always.has(b.id)) - Number(always.has(a.id)) || turnover(b) - turnover(a) || a.id - b.id,
  );
  const known = new Map(nodes.map((node) => [node.id, node]));
  const bucketOf = (node: GraphNode): string =>
    node.group !== null && node.group !== node.id && known.has(node.group)
      ? `rest:in:${node.group}`
      : `rest:type:${node.drawnAs}`;
  for (let keep = Math.min(cap.nodes, nodes.length); ; keep = Math.floor(keep * 0.8)) {
    const buckets = Map.groupBy(ranked.slice(keep), bucketOf);
    const bucket = new Map([...buckets].flatMap(([id, members]) => members.map((node) => [node.id, id] as const)));
    const lines = linesBetween(links, (id) => bucket.get(id) ?? placeOf(id));
    const fits = keep + buckets.size <= cap.nodes && lines <= cap.links;
    if (!fits && keep > 20) continue;
    return [...buckets].map(([id, members]) => {
      const first = members[0]!;
      const institution = id.startsWith('rest:in:') ? known.get(first.group ?? -1) : undefined;
      return {
        id,
        kind: 'rest',
        name: institution?.name ?? '',
        drawnAs: first.drawnAs,
        party: null,
        parent: null,
        members: members.map((node) => node.id),
      };
    });
  }
}

const linesBetween = (links: readonly GraphLink[], placeOf: (party: number) => string): number =>
  new Set(links.map(({ kind, source, target }) => `${kind} ${placeOf(source)} ${placeOf(target)}`)).size;

/** The frames without what is put together above the cap; the frame of a party that is put together itself is opened, an empty one is gone. */
export function withRest(framed: Framed, rest: readonly Frame[]): Framed {
  if (rest.length === 0) return framed;
  const taken = new Map(rest.flatMap((frame) => frame.members.map((id) => [id, frame.id] as const)));
  const isGone = (id: string | null) => {
    const party = id === null ? null : (framed.frames.get(id)?.party ?? null);
    return party !== null && taken.has(party);
  };
  const left = [...framed.frames.values()]
    .filter((frame) => !isGone(frame.id))
    .map((frame) => ({
      ...frame,
      parent: isGone(frame.parent) ? null : frame.parent,
      members: frame.members.filter((id) => !taken.has(id)),
    }));
  const filled = left.filter(
    (frame) =>
      frame.members.length > 0 || left.some(({ parent, members }) => parent === frame.id && members.length > 0),
  );
  const frames = new Map([...filled, ...rest].map((frame) => [frame.id, frame]));
  const within = new Map([...framed.within, ...taken].filter(([, id]) => frames.has(id)));
  return { frames, within };
}
