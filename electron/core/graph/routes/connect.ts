import { type Adjacency, leaving, reaching } from '../adjacency.ts';
import type { Limits } from './limits.ts';

/** A network that connects the terminals as far as they can be connected. */
export interface Network {
  /** pairs of neighbours: a forest whose leaves are all terminals */
  readonly hops: ReadonlyArray<readonly [number, number]>;
  /** the terminals of each tree, the largest first */
  readonly parts: readonly number[][];
}

const UNREACHED = -1;

/**
 * 连接网络, after Mehlhorn: one search from all terminals at once gives every party its nearest terminal; of the links between two territories the
 * shortest connections are kept (a least spanning tree of them), so that the network is at most twice the smallest one. `rank` decides among
 * connections of one length, the least first. No two terminals are connected over more than `maxHops`.
 */
export function connect(
  graph: Adjacency,
  terminals: readonly number[],
  { mayUse, mayPass }: Limits,
  maxHops: number,
  rank: (link: number) => number,
): Network {
  const parties = graph.outStart.length;
  const nearest = new Int32Array(parties).fill(UNREACHED);
  const distance = new Uint8Array(parties);
  const before = new Int32Array(parties);
  for (const [i, terminal] of terminals.entries()) nearest[terminal] = i;
  const reach = Math.ceil(maxHops / 2);
  let edge = [...terminals];
  const reached = [...terminals];
  for (let hops = 1; hops <= reach && edge.length > 0; hops++) {
    const next: number[] = [];
    for (const at of edge)
      eachNeighbour(graph, at, mayUse, (party) => {
        if (nearest[party] !== UNREACHED || !mayPass(party)) return;
        nearest[party] = nearest[at]!;
        distance[party] = hops;
        before[party] = at;
        next.push(party);
        reached.push(party);
      });
    edge = next;
  }
  const bridges = new Map<string, { a: number; b: number; length: number; rank: number }>();
  for (const a of reached)
    eachNeighbour(graph, a, mayUse, (b, link) => {
      if (nearest[b] === UNREACHED || nearest[a]! >= nearest[b]!) return;
      const bridge = { a, b, length: distance[a]! + 1 + distance[b]!, rank: rank(link) };
      if (bridge.length > maxHops) return;
      const pair = `${nearest[a]} ${nearest[b]}`;
      const known = bridges.get(pair);
      if (!known || byLength(bridge, known) < 0) bridges.set(pair, bridge);
    });
  const groups = new Groups(terminals.length);
  const hops: Array<readonly [number, number]> = [];
  const drawn = new Set<string>();
  const put = (from: number, to: number) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (drawn.has(key)) return;
    drawn.add(key);
    hops.push([from, to]);
  };
  for (const { a, b } of [...bridges.values()].sort(byLength)) {
    if (!groups.join(nearest[a]!, nearest[b]!)) continue;
    put(a, b);
    for (const end of [a, b]) for (let at = end; distance[at]! > 0; at = before[at]!) put(before[at]!, at);
  }
  return { hops, parts: groups.all().map((members) => members.map((i) => terminals[i]!)) };
}

const byLength = (
  one: { a: number; b: number; length: number; rank: number },
  other: { a: number; b: number; length: number; rank: number },
): number => one.length - other.length || one.rank - other.rank || one.a - other.a || one.b - other.b;

function eachNeighbour(
  graph: Adjacency,
  at: number,
  mayUse: (link: number) => boolean,
  visit: (party: number, link: number) => void,
): void {
  for (const link of leaving(graph, at)) if (mayUse(link)) visit(graph.target[link]!, link);
  for (const link of reaching(graph, at)) if (mayUse(link)) visit(graph.source[link]!, link);
}

/** Union and find over 0 … count − 1. */
class Groups {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, i) => i);
  }

  /** false: they are in one group already */
  join(a: number, b: number): boolean {
    const [one, other] = [this.#root(a), this.#root(b)];
    this.#parent[Math.max(one, other)] = Math.min(one, other);
    return one !== other;
  }

  /** The groups, the largest first. */
  all(): number[][] {
    const groups = Map.groupBy(this.#parent.keys(), (i) => this.#root(i));
    return [...groups.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  }

  #root(i: number): number {
    let at = i;
    while (this.#parent[at] !== at) at = this.#parent[at]!;
    return at;
  }
}
