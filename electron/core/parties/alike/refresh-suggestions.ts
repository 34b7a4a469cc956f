import type { Store } from '../../store/connect.ts';
import { writeSuggestedStamp } from '../../store/suggested-stamp.ts';
import { type Blocks, hash31, POSITIONS, readBlocks } from './blocks.ts';
import { compareFeatures } from './compare-features.ts';
import { type Features, readFeatures } from './read-features.ts';

/** What more parties than this share is a hub (a switchboard, a business park, a collection account, 王伟 in one city): it tells nothing. */
const HUB = 25;

/**
 * 疑似同一主体: brings the kept suggestions up to date. Only pairs with a party that changed since are compared, and only those that
 * share something: never all pairs. `step` is called now and then with how far it is.
 */
export function refreshSuggestions(store: Store, step: (done: number, total: number) => void = () => undefined): void {
  const blocks = readBlocks(store);
  const known = new Map(
    store.db.prepare<[], [number, number]>('select mention, signature from party_suggested').raw().all(),
  );
  const changed = new Uint8Array(blocks.parties.length);
  let changes = 0;
  for (const [position, first] of blocks.firsts.entries()) {
    if (known.get(first) !== blocks.signatures[position]) {
      changed[position] = 1;
      changes++;
    }
  }
  const standing = new Set(blocks.firsts);
  const gone = [...known.keys()].filter((first) => !standing.has(first));
  if (changes + gone.length === 0) {
    writeSuggestedStamp(store);
    return;
  }
  markTurnedHubs(blocks.entries, changed, gone.length);
  store.transaction(() => {
    forget(store, [...gone, ...blocks.firsts.filter((_, position) => changed[position] === 1)]);
    const signed = store.db.prepare('insert into party_suggested values (?, ?)');
    for (const [position, first] of blocks.firsts.entries())
      if (changed[position] === 1) signed.run(first, blocks.signatures[position]);
    compareAll(store, blocks, changed, step);
    writeSuggestedStamp(store);
  });
}

function forget(store: Store, firsts: readonly number[]): void {
  const statements = [
    'delete from party_suggestion where mention_a = ?',
    'delete from party_suggestion where mention_b = ?',
    'delete from party_suggested where mention = ?',
  ].map((sql) => store.db.prepare<[number]>(sql));
  for (const first of firsts) for (const statement of statements) statement.run(first);
}

function compareAll(
  store: Store,
  blocks: Blocks,
  changed: Uint8Array,
  step: (done: number, total: number) => void,
): void {
  const pairs = pairsOf(blocks.entries, changed);
  const isHub = (what: string) => sharing(blocks.entries, what) > HUB;
  const insert = store.db.prepare('insert or ignore into party_suggestion values (?, ?, ?, ?)');
  const features = new Map<number, Features | undefined>();
  const featuresAt = (position: number) => {
    if (!features.has(position)) {
      if (features.size > KEPT) features.clear();
      features.set(position, readFeatures(store, blocks.parties[position]!));
    }
    return features.get(position);
  };
  for (const [done, pair] of pairs.entries()) {
    if (done % 1000 === 0) step(done, pairs.length);
    const [a, b] = [featuresAt(Math.floor(pair / POSITIONS)), featuresAt(pair % POSITIONS)];
    const likeness = a && b && compareFeatures(a, b, isHub);
    if (likeness) insert.run(a.first, b.first, likeness.score, JSON.stringify(likeness.grounds));
  }
}

const KEPT = 50_000;

/** Calls `use` with the positions of each group that shares something, each position once. */
function eachGroup(entries: Float64Array, use: (members: readonly number[]) => void): void {
  let from = 0;
  while (from < entries.length) {
    const shared = Math.floor(entries[from]! / POSITIONS);
    const members: number[] = [];
    let to = from;
    for (; to < entries.length && Math.floor(entries[to]! / POSITIONS) === shared; to++) {
      const position = entries[to]! % POSITIONS;
      if (members.at(-1) !== position) members.push(position);
    }
    from = to;
    if (members.length > 1) use(members);
  }
}

/** Where a group may have become a hub, or may be none any more, all its members are compared anew. */
function markTurnedHubs(entries: Float64Array, changed: Uint8Array, gone: number): void {
  const turned = new Set<number>();
  eachGroup(entries, (members) => {
    const isNew = members.filter((position) => changed[position] === 1).length;
    const size = members.length;
    const mayHaveTurned = size > HUB ? isNew > 0 && size - isNew <= HUB : size + gone > HUB;
    if (mayHaveTurned) for (const position of members) turned.add(position);
  });
  for (const position of turned) changed[position] = 1;
}

/** How many parties share this. */
function sharing(entries: Float64Array, what: string): number {
  const shared = hash31(what);
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]! < shared * POSITIONS) low = middle + 1;
    else high = middle;
  }
  const members = new Set<number>();
  for (let at = low; at < entries.length && Math.floor(entries[at]! / POSITIONS) === shared; at++)
    members.add(entries[at]! % POSITIONS);
  return members.size;
}

/** Pairs of positions (lower × 2^22 + higher) that share something no hub shares, one of them changed; ascending, each once. */
function pairsOf(entries: Float64Array, changed: Uint8Array): Float64Array {
  const pairs = new Set<number>();
  eachGroup(entries, (members) => {
    if (members.length > HUB) return;
    for (const [i, a] of members.entries())
      for (const b of members.slice(i + 1)) if (changed[a] === 1 || changed[b] === 1) pairs.add(a * POSITIONS + b);
  });
  return Float64Array.from(pairs).sort();
}
