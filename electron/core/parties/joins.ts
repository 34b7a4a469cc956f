import { type Buckets, divided } from './buckets.ts';

/** Why a mention stands with another; the words are in shared/text. */
export type JoinReason =
  | 'identifier'
  | 'decision'
  | 'former-name'
  | 'alias'
  | 'institution-alias'
  | 'account'
  | 'transfer'
  | 'own-transfer'
  | 'phone'
  | 'phone-holder'
  | 'employer'
  | 'org-key'
  | 'conference'
  | 'thing-number'
  | 'thing-name'
  | 'pseudo';

/** The joins that were made: mention a[i] stands with b[i] because both are in one bucket. Together they form a tree over each cluster. */
export interface Made {
  readonly a: number[];
  readonly b: number[];
  readonly reason: JoinReason[];
}

/**
 * Clusters of mentions that never hold two different valid ids, nor two mentions of which a person said "different".
 * Evidence comes in rounds of buckets. Within a round the order of buckets plays no part: whatever could stand with two
 * sides that exclude each other stands with neither.
 */
export class Joins {
  readonly #parent: Int32Array;
  /** by root: the valid id of the cluster, 0 = none */
  readonly #id: Int32Array;
  readonly #apart: ReadonlyArray<readonly [number, number]>;
  readonly #takenOut: Int32Array | undefined;
  readonly made: Made = { a: [], b: [], reason: [] };

  /** `takenOut`: by mention, which ones a person took out of their party together; nothing but a person's word joins them with others. */
  constructor(ids: Int32Array, apart: ReadonlyArray<readonly [number, number]>, takenOut?: Int32Array) {
    this.#parent = Int32Array.from(ids, (_, index) => index);
    this.#id = ids.slice();
    this.#apart = apart;
    this.#takenOut = takenOut;
  }

  /** The cluster of a mention: its lowest position. */
  root(mention: number): number {
    return find(this.#parent, mention);
  }

  /** Joins each bucket into one cluster, except where that would bring together what excludes each other. */
  round(shared: Buckets, reason: JoinReason): void {
    const buckets = reason === 'decision' || !this.#takenOut ? shared : divided(shared, this.#takenOut);
    const count = buckets.start.length - 1;
    const trial = this.#parent.slice();
    for (let g = 0; g < count; g++) {
      const from = buckets.start[g]!;
      for (let i = from + 1; i < buckets.start[g + 1]!; i++) unite(trial, buckets.items[from]!, buckets.items[i]!);
    }
    const conflicts = this.#conflicts(trial);
    const doubtful: number[] = [];
    for (let g = 0; g < count; g++) {
      if (buckets.start[g + 1]! - buckets.start[g]! < 2) continue;
      if (conflicts.size > 0 && conflicts.has(find(trial, buckets.items[buckets.start[g]!]!))) doubtful.push(g);
      else this.#join(buckets, g, reason);
    }
    for (const g of this.#clearOnes(buckets, doubtful)) this.#join(buckets, g, reason);
  }

  #join({ start, items }: Buckets, g: number, reason: JoinReason): void {
    const a = items[start[g]!]!;
    for (let i = start[g]! + 1; i < start[g + 1]!; i++) {
      const b = items[i]!;
      const rootA = this.root(a);
      const rootB = this.root(b);
      if (rootA === rootB) continue;
      const id = this.#id[rootA] || this.#id[rootB]!;
      this.#id[unite(this.#parent, rootA, rootB)] = id;
      this.made.a.push(a);
      this.made.b.push(b);
      this.made.reason.push(reason);
    }
  }

  /** Roots of the trial clusters that hold what excludes each other. */
  #conflicts(trial: Int32Array): Set<number> {
    const conflicts = new Set<number>();
    const seen = new Int32Array(trial.length);
    for (let i = 0; i < trial.length; i++) {
      if (this.#parent[i] !== i || this.#id[i] === 0) continue;
      const root = find(trial, i);
      if (seen[root] === 0) seen[root] = this.#id[i]!;
      else if (seen[root] !== this.#id[i]) conflicts.add(root);
    }
    for (const [a, b] of this.#apart) if (find(trial, a) === find(trial, b)) conflicts.add(find(trial, a));
    return conflicts;
  }

  /**
   * Of buckets in conflicting clusters, those that can still be joined. Clusters with an id (or a "different") are fixed points;
   * everything between them that touches two excluding fixed points is ambiguous, with all the buckets that lead there.
   */
  #clearOnes(buckets: Buckets, doubtful: readonly number[]): number[] {
    const fixed = new Set(this.#apart.flat().map((mention) => this.root(mention)));
    const isFixed = (root: number) => this.#id[root] !== 0 || fixed.has(root);
    const between = new Forest();
    const members = (g: number) => {
      const roots = new Set<number>();
      for (let i = buckets.start[g]!; i < buckets.start[g + 1]!; i++) roots.add(this.root(buckets.items[i]!));
      return roots;
    };
    const node = (g: number) => -1 - g; // buckets and clusters share one forest
    for (const g of doubtful) for (const root of members(g)) if (!isFixed(root)) between.unite(node(g), root);
    const touched = new Map<number, Set<number>>();
    for (const g of doubtful) {
      const at = between.find(node(g));
      const points = touched.get(at) ?? new Set();
      touched.set(at, points);
      for (const root of members(g)) if (isFixed(root)) points.add(root);
    }
    const clear = doubtful.filter((g) => !this.#exclude(touched.get(between.find(node(g)))!));
    // Two clear groups may still meet in a fixed point that has a "different" but no id.
    const together = new Forest();
    for (const g of clear) for (const root of members(g)) together.unite(node(g), root);
    const held = new Map<number, Set<number>>();
    for (const g of clear) {
      const at = together.find(node(g));
      const points = held.get(at) ?? new Set();
      held.set(at, points);
      for (const root of members(g)) points.add(root);
    }
    return clear.filter((g) => !this.#exclude(held.get(together.find(node(g)))!));
  }

  /** Whether these clusters cannot all be one. */
  #exclude(roots: ReadonlySet<number>): boolean {
    let id = 0;
    for (const root of roots) {
      const own = this.#id[root]!;
      if (own !== 0 && id !== 0 && own !== id) return true;
      id ||= own;
    }
    return this.#apart.some(([a, b]) => roots.has(this.root(a)) && roots.has(this.root(b)));
  }
}

function find(parent: Int32Array, item: number): number {
  let at = item;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}

/** Returns the root of both, which is the lower of their roots. */
function unite(parent: Int32Array, a: number, b: number): number {
  const rootA = find(parent, a);
  const rootB = find(parent, b);
  const [low, high] = rootA < rootB ? [rootA, rootB] : [rootB, rootA];
  parent[high] = low;
  return low;
}

/** The same over few items with any numbers. */
class Forest {
  readonly #parent = new Map<number, number>();

  find(item: number): number {
    let root = item;
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up;
    for (let at = item; at !== root; ) {
      const up = this.#parent.get(at)!;
      this.#parent.set(at, root);
      at = up;
    }
    return root;
  }

  unite(a: number, b: number): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA !== rootB) this.#parent.set(rootB, rootA);
  }
}
