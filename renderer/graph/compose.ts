import type { GraphLink, GraphNode } from '../../shared/protocol/graph.requests.ts';
import { type DrawCap, overCap, withRest } from './draw-cap.ts';
import { around, type Framed, framesOf, type Grouping, type Groups, placesIn } from './frames.ts';
import { type DrawnEdge, edgesOf, type LinkMode, type LinkPart } from './sums.ts';

/** How what is on the chart is put together and drawn. */
export interface Look {
  readonly grouping: Grouping;
  readonly links: LinkMode;
  readonly size: 'amount' | 'fixed';
  readonly cap: DrawCap;
}

/** What is drawn of the chart: which frames there are, which of them are one node, and the lines between the elements. */
export interface Composition {
  readonly framed: Framed;
  readonly folded: ReadonlySet<string>;
  /** the element that stands for a party */
  readonly placeOf: (party: number) => string;
  readonly edges: readonly DrawnEdge[];
  /** parties that stand in a folded frame and have no element of their own */
  readonly inside: number;
  /** of these, those that were put together because there are too many to draw */
  readonly overCap: number;
}

/**
 * Puts together what passes the filters: groups by hand and by `look`, then above the drawing cap the smallest. `always` are
 * parties that stay nodes of their own.
 */
export function compose(
  { nodes, links }: { readonly nodes: readonly GraphNode[]; readonly links: readonly GraphLink[] },
  look: Look,
  groups: Groups,
  parts: ReadonlyMap<string, readonly LinkPart[]>,
  always: ReadonlySet<number>,
): Composition {
  const all = framesOf(nodes, { grouping: look.grouping, hand: groups.hand });
  const before = placesIn(all, new Set(groups.folded));
  const alone = nodes.filter(({ id }) => before(id) === String(id));
  const rest = overCap(alone, links, before, look.cap, always);
  const framed = withRest(all, rest);
  const folded = new Set([...groups.folded.filter((id) => framed.frames.has(id)), ...rest.map(({ id }) => id)]);
  const placeOf = placesIn(framed, folded);
  const drawn = links.filter((link) => !isInside(link, framed, folded));
  return {
    framed,
    folded,
    placeOf,
    edges: edgesOf(drawn, placeOf, look.links, parts),
    inside: nodes.filter(({ id }) => placeOf(id) !== String(id)).length,
    overCap: rest.reduce((sum, frame) => sum + frame.members.length, 0),
  };
}

/** Whoever stands in the open frame of the employer needs no line that says so. */
function isInside({ kind, source, target }: GraphLink, framed: Framed, folded: ReadonlySet<string>): boolean {
  if (kind !== 'employment') return false;
  const frames = around(framed, source);
  return frames.some(({ id }) => id === String(target)) && !frames.some(({ id }) => folded.has(id));
}
