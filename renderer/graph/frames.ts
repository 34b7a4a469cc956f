import type { GraphNode } from '../../shared/protocol/graph.requests.ts';

/** 分组: what gets a frame by itself. */
export type Grouping = 'none' | 'hospital' | 'type';

/** A group that a person made of a selection. */
export interface HandGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly number[];
}

/** How parties are put together on the chart: hand-made groups, and which frames are folded into one node. Plain data, kept with the picture. */
export interface Groups {
  readonly hand: readonly HandGroup[];
  readonly folded: readonly string[];
}
export const noGroups: Groups = { hand: [], folded: [] };

/** Parties that stand together. Its id is that of the element on the chart: for a hospital or department on the chart its own. */
export interface Frame {
  readonly id: string;
  readonly kind: 'party' | 'dept' | 'type' | 'hand' | 'rest';
  /** of a department, a hand-made group and a party; a type is named by `drawnAs` */
  readonly name: string;
  /** how it is drawn when it is folded into one node */
  readonly drawnAs: string;
  /** the party whose frame it is */
  readonly party: number | null;
  /** the frame around it */
  readonly parent: string | null;
  /** those directly in it; a party whose frame it is does not count as its own member */
  readonly members: readonly number[];
}

export interface Framed {
  readonly frames: ReadonlyMap<string, Frame>;
  /** the frame a party stands in directly */
  readonly within: ReadonlyMap<number, string>;
}

/** A frame around one alone says nothing. */
const FEWEST = 2;

/**
 * Which frames there are: groups made by hand first, then hospital ▸ department ▸ person where the institution is on the chart, or
 * one for each type. Departments get a frame of their own inside the hospital's when two of their people are on the chart.
 */
export function framesOf(
  nodes: readonly GraphNode[],
  { grouping, hand }: { readonly grouping: Grouping; readonly hand: readonly HandGroup[] },
): Framed {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const frames = new Map<string, Frame>();
  const within = new Map<number, string>();
  for (const group of hand) {
    const members = group.members.filter((id) => known.has(id) && !within.has(id));
    if (members.length === 0) continue;
    frames.set(group.id, {
      ...group,
      kind: 'hand',
      drawnAs: mostOf(members, known),
      party: null,
      parent: null,
      members,
    });
    for (const id of members) within.set(id, group.id);
  }
  const free = nodes.filter((node) => !within.has(node.id));
  if (grouping === 'type') {
    for (const [drawnAs, same] of Map.groupBy(free, (node) => node.drawnAs)) {
      if (same.length < FEWEST) continue;
      put({ id: `type:${drawnAs}`, kind: 'type', name: '', drawnAs, party: null, parent: null, members: ids(same) });
    }
  } else if (grouping === 'hospital') {
    const employed = Map.groupBy(
      free.filter(({ id, group }) => group !== null && group !== id && known.has(group)),
      (node) => node.group as number,
    );
    for (const [employer, people] of employed) {
      const own = known.get(employer);
      if (!own || people.length < FEWEST) continue;
      const id = String(employer);
      const depts = Map.groupBy(people, ({ dept }) => dept ?? '');
      for (const [dept, same] of depts) {
        if (dept === '' || same.length < FEWEST) continue;
        const inner = `dept:${employer}:${dept}`;
        put({ id: inner, kind: 'dept', name: dept, drawnAs: 'dept', party: null, parent: id, members: ids(same) });
      }
      const rest = people.filter((node) => !within.has(node.id));
      put({
        id,
        kind: 'party',
        name: own.name,
        drawnAs: own.drawnAs,
        party: employer,
        parent: null,
        members: ids(rest),
      });
    }
  }
  // the frame of a party stands in what the party itself stands in
  for (const frame of frames.values()) {
    const outer = frame.party === null ? undefined : within.get(frame.party);
    if (outer !== undefined) frames.set(frame.id, { ...frame, parent: outer });
  }
  return { frames, within };

  function put(frame: Frame): void {
    frames.set(frame.id, frame);
    for (const id of frame.members) within.set(id, frame.id);
  }
}

const ids = (nodes: readonly GraphNode[]): number[] => nodes.map(({ id }) => id);

function mostOf(members: readonly number[], known: ReadonlyMap<number, GraphNode>): string {
  const kinds = Map.groupBy(members, (id) => known.get(id)?.drawnAs ?? 'org');
  return [...kinds].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'org';
}

/** The frames around a party or frame, the nearest first. */
export function around({ frames, within }: Framed, of: number | string): Frame[] {
  const found: Frame[] = [];
  const seen = new Set<string>();
  let id = typeof of === 'number' ? within.get(of) : frames.get(of)?.parent;
  while (id !== undefined && id !== null && !seen.has(id)) {
    seen.add(id);
    const frame = frames.get(id);
    if (!frame) break;
    found.push(frame);
    // a department inside a hospital that itself stands in a hand-made group
    id = frame.parent ?? (frame.party === null ? undefined : within.get(frame.party));
  }
  return found;
}

/** Everybody in a frame, those of frames within it too; without the party whose frame it is. */
export function membersOf({ frames }: Framed, id: string): number[] {
  const own = frames.get(id)?.members ?? [];
  const inner = [...frames.values()].filter((frame) => frame.parent === id && frame.id !== id);
  return [...new Set([...own, ...inner.flatMap((frame) => membersOf({ frames, within: new Map() }, frame.id))])];
}

/** The element that stands for a party: its own, or the outermost folded frame around it. */
export function placesIn(framed: Framed, folded: ReadonlySet<string>): (party: number) => string {
  const known = new Map<number, string>();
  return (party) => {
    const before = known.get(party);
    if (before !== undefined) return before;
    const place = around(framed, party).findLast((frame) => folded.has(frame.id))?.id ?? String(party);
    known.set(party, place);
    return place;
  };
}
