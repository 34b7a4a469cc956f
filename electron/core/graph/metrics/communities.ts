import { componentsIn } from './components.ts';
import { type Edge, type EdgeColumns, type GraphLists, undirectedLists, undirectedOf } from './graph-lists.ts';

/** A better place must be better by more than rounding. */
const LEAST_GAIN = 1e-9;
const MOST_ROUNDS = 100;

/**
 * 社群发现 (Louvain; Blondel et al. 2008, doi 10.1088/1742-5468/2008/10/P10008): each node's community, numbered by its first node. Nodes are visited
 * in the order of their numbers and equal gains go to the first community, so that nothing is left to chance. A community always hangs together
 * (what Louvain may miss; Traag et al. 2019), and one of more than `most` nodes is divided again by its own edges where it can be.
 */
export function communitiesOf(size: number, edges: readonly Edge[], most = Number.POSITIVE_INFINITY): Uint32Array {
  return numbered(
    divided(
      Array.from({ length: size }, (_, i) => i),
      edges,
      most,
    ),
    size,
  );
}

function divided(nodes: readonly number[], edges: readonly Edge[], most: number): number[][] {
  const place = new Map(nodes.map((node, i) => [node, i]));
  const own = edges.map(({ from, to, weight }) => ({ from: place.get(from)!, to: place.get(to)!, weight }));
  const community = communitiesIn(undirectedLists(nodes.length, own));
  const groups = [...Map.groupBy(nodes.keys(), (i) => community[i]!).values()];
  const groupOf = new Map(groups.flatMap((group, g) => group.map((i) => [i, g] as const)));
  const inside = Map.groupBy(
    own.filter(({ from, to }) => groupOf.get(from) === groupOf.get(to)),
    ({ from }) => groupOf.get(from)!,
  );
  return groups.flatMap((group, g) => {
    const members = group.map((i) => nodes[i]!);
    if (groups.length === 1 || members.length <= most) return [members];
    const within = (inside.get(g) ?? []).map(({ from, to, weight }) => ({
      from: nodes[from]!,
      to: nodes[to]!,
      weight,
    }));
    return divided(members, within, most);
  });
}

/** The same for undirected lists, never divided again. */
export function communitiesIn(lists: GraphLists, breathe?: () => void): Uint32Array {
  const community = louvain(lists, breathe);
  // parts of a community that no edge inside it joins are communities of their own
  return componentsIn(lists, (node, end) => community[node] === community[end]);
}

/** 模块度 (Newman and Girvan 2004): how much more weight lies within communities than chance would put there; 0 without edges. */
export function modularity({ starts, ends, weights }: GraphLists, community: Uint32Array): number {
  const size = starts.length - 1;
  const strength = new Float64Array(size);
  let [total, within] = [0, 0];
  for (let node = 0; node < size; node++)
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      total += weights[i]!;
      strength[community[node]!]! += weights[i]!;
      if (community[node] === community[ends[i]!]) within += weights[i]!;
    }
  return total === 0 ? 0 : within / total - strength.reduce((sum, each) => sum + (each / total) ** 2, 0);
}

/** Moves and merges until nothing gains. */
function louvain(own: GraphLists, breathe?: () => void): Uint32Array {
  const size = own.starts.length - 1;
  let lists = own;
  let inner: Float64Array = new Float64Array(size);
  const community = Uint32Array.from({ length: size }, (_, i) => i);
  for (;;) {
    const moved = moveNodes(lists, inner, breathe);
    const [names, count] = renumbered(moved);
    for (let i = 0; i < size; i++) community[i] = names[moved[community[i]!]!]!;
    if (count === moved.length) return community;
    [lists, inner] = merged(lists, inner, moved, names, count);
  }
}

/** One round of Louvain: every node goes to the neighbouring community that gains most, until none moves. `inner`: weight within a node, counted twice. */
function moveNodes({ starts, ends, weights }: GraphLists, inner: Float64Array, breathe?: () => void): Uint32Array {
  const size = starts.length - 1;
  const community = Uint32Array.from({ length: size }, (_, i) => i);
  const strength = inner.slice();
  for (let node = 0; node < size; node++)
    for (let i = starts[node]!; i < starts[node + 1]!; i++) strength[node]! += weights[i]!;
  const total = strength.reduce((sum, each) => sum + each, 0);
  if (total === 0) return community;
  const sum = strength.slice();
  const toward = new Float64Array(size);
  const found = new Uint32Array(size);
  for (let round = 0, moves = 1; moves > 0 && round < MOST_ROUNDS; round++) {
    breathe?.();
    moves = 0;
    for (let node = 0; node < size; node++) {
      const from = community[node]!;
      let count = 0;
      found[count++] = from;
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const to = community[ends[i]!]!;
        if (toward[to] === 0 && to !== from) found[count++] = to;
        toward[to]! += weights[i]!;
      }
      const near = found.subarray(0, count).sort();
      sum[from]! -= strength[node]!;
      let [best, gain] = [from, toward[from]! - (strength[node]! * sum[from]!) / total];
      for (const to of near) {
        const here = toward[to]! - (strength[node]! * sum[to]!) / total;
        if (here > gain + LEAST_GAIN * strength[node]!) [best, gain] = [to, here];
      }
      sum[best]! += strength[node]!;
      if (best !== from) moves++;
      community[node] = best;
      for (const to of near) toward[to] = 0;
    }
  }
  return community;
}

/** Numbers of communities in the order of their first node, and how many there are. */
function renumbered(community: Uint32Array): [names: Uint32Array, count: number] {
  const names = new Uint32Array(community.length);
  const known = new Uint8Array(community.length);
  let count = 0;
  for (const each of community)
    if (known[each] === 0) {
      known[each] = 1;
      names[each] = count++;
    }
  return [names, count];
}

/** The graph of the communities, with the weight inside each. */
function merged(
  { starts, ends, weights }: GraphLists,
  inner: Float64Array,
  community: Uint32Array,
  names: Uint32Array,
  count: number,
): [GraphLists, Float64Array] {
  const within = new Float64Array(count);
  const edges: EdgeColumns = {
    from: new Uint32Array(ends.length),
    to: new Uint32Array(ends.length),
    weight: new Float64Array(ends.length),
  };
  let across = 0;
  for (let node = 0; node < community.length; node++) {
    const from = names[community[node]!]!;
    within[from]! += inner[node]!;
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      const to = names[community[ends[i]!]!]!;
      if (from === to) within[from]! += weights[i]!;
      else if (from < to) {
        edges.from[across] = from;
        edges.to[across] = to;
        edges.weight[across++] = weights[i]!;
      }
    }
  }
  const between = {
    from: edges.from.subarray(0, across),
    to: edges.to.subarray(0, across),
    weight: edges.weight.subarray(0, across),
  };
  return [undirectedOf(count, between), within];
}

function numbered(groups: ReadonlyArray<readonly number[]>, size: number): Uint32Array {
  const community = new Uint32Array(size);
  for (const group of groups) {
    const first = group.reduce((least, each) => Math.min(least, each), size);
    for (const node of group) community[node] = first;
  }
  return community;
}
