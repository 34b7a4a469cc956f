import { drawnKinds } from '../../../shared/ontology/index.ts';
import { Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { asDrawn, drawingOf } from '../store/drawings.ts';
import { readLinkSnapshot, writeLinkSnapshot } from '../store/link-snapshot.ts';
import { moneyKinds } from '../store/party-figures.ts';
import { packColumn, unpackColumn } from './pack-column.ts';

/**
 * The drawn links as columns in the order of their sources, with both directions indexed by party id: link l runs source[l] → target[l]; the
 * links that leave party p are outStart[p] … outStart[p + 1] - 1, those that reach it into[intoStart[p]] … into[intoStart[p + 1] - 1]. Days are
 * yyyymmdd, 0 = none; fen is NaN where the kind carries no money.
 */
export interface Adjacency {
  readonly drawing: string;
  readonly links: number;
  readonly kind: Uint8Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly rows: Int32Array;
  readonly fen: Float64Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly outStart: Int32Array;
  readonly intoStart: Int32Array;
  readonly into: Int32Array;
  /** indexes in drawnKinds whose money counts as in and out */
  readonly money: ReadonlySet<number>;
}

export const kindIds: readonly string[] = drawnKinds.map(({ id }) => id);

const kept = new WeakMap<Store['db'], Adjacency>();

/**
 * The links in memory: read from the snapshot when first asked for and after a whole drawing, then kept; of a later drawing only the links of
 * changed parties are read.
 */
export const adjacency = (store: Store): Adjacency =>
  asDrawn<Adjacency>(store, kept, {
    snapshot: () => fromSnapshot(store),
    patched: (known, changed, drawing) => patched(store, drawing, known, changed),
    anew: (drawing) => readAdjacency(store, drawing),
  });

/**
 * Writes the links as they were just drawn beside them, so that they need not be read one by one when the case is opened. `more`: other parts
 * of the snapshot.
 */
export function keepSnapshot(store: Store, more: Readonly<Record<string, Uint8Array>> = {}): void {
  // never kept in memory here: were the transaction taken back, another drawing would get its number
  const graph = readAdjacency(store, drawingOf(store));
  const { outStart } = graph;
  const degrees = Int32Array.from(
    { length: outStart.length - 1 },
    (_, party) => outStart[party + 1]! - outStart[party]!,
  );
  const columns = Object.fromEntries(
    (Object.keys(widths) as Array<keyof typeof widths>).map((part) => [part, packColumn(graph[part])]),
  );
  writeLinkSnapshot(store, {
    ...more,
    ...columns,
    degree: packColumn(degrees),
    kinds: new TextEncoder().encode(written),
  });
}

/** The columns that are kept, and what they are made of; `degree` tells how many links leave each party. The rest follows from them. */
const widths = {
  kind: Uint8Array,
  target: Int32Array,
  rows: Int32Array,
  fen: Float64Array,
  first: Int32Array,
  last: Int32Array,
} as const;

/** How the columns are written: a snapshot of another program is not read. */
const written = JSON.stringify({ packed: 'bits', kinds: kindIds });

/** Undefined where there is none, or one of a program that knew other kinds of links: then they are read one by one. */
function fromSnapshot(store: Store): Adjacency | undefined {
  const snapshot = readLinkSnapshot(store, ['kinds', 'kind', 'target', 'degree']);
  if (!snapshot || new TextDecoder().decode(snapshot.parts.get('kinds')) !== written) return undefined;
  const target = unpackColumn(snapshot.parts.get('target')!, Int32Array);
  const degrees = unpackColumn(snapshot.parts.get('degree')!, Int32Array);
  const outStart = new Int32Array(degrees.length + 1);
  // first it is where links are sorted by target: new memory takes as long to come by as to fill
  const source = new Int32Array(target.length);
  const reaching = indexBy(target, degrees.length - 1, source);
  for (let party = 0, link = 0; party < degrees.length; party++) {
    for (const end = link + degrees[party]!; link < end; link++) source[link] = party;
    outStart[party + 1] = link;
  }
  const columns = { kind: unpackColumn(snapshot.parts.get('kind')!, Uint8Array), source, target };
  return new LazyAdjacency(store, withIndexes(store, snapshot.drawing, columns, outStart, reaching));
}

/**
 * Who is linked with whom is read at once; counts, sums and days each with the first question that needs them: a search for paths needs none.
 * Leaves with Problem job.running where the links were drawn anew between the two.
 */
class LazyAdjacency implements Adjacency {
  readonly drawing: string;
  readonly links: number;
  readonly kind: Uint8Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly outStart: Int32Array;
  readonly intoStart: Int32Array;
  readonly into: Int32Array;
  readonly money: ReadonlySet<number>;
  readonly #store: Store;
  readonly #figures = new Map<Figure, Columns[Figure]>();

  constructor(store: Store, known: Omit<Adjacency, 'rows' | 'fen' | 'first' | 'last'>) {
    this.#store = store;
    this.drawing = known.drawing;
    this.links = known.links;
    this.kind = known.kind;
    this.source = known.source;
    this.target = known.target;
    this.outStart = known.outStart;
    this.intoStart = known.intoStart;
    this.into = known.into;
    this.money = known.money;
  }

  get rows(): Int32Array {
    return this.#figure('rows');
  }
  get fen(): Float64Array {
    return this.#figure('fen');
  }
  get first(): Int32Array {
    return this.#figure('first');
  }
  get last(): Int32Array {
    return this.#figure('last');
  }

  #figure<F extends Figure>(name: F): Columns[F] {
    const known = this.#figures.get(name) as Columns[F] | undefined;
    if (known) return known;
    const snapshot = readLinkSnapshot(this.#store, [name]);
    if (snapshot?.drawing !== this.drawing) throw new Stop({ code: 'job.running', params: { job: 'graph' } });
    const column = unpackColumn<Columns[Figure]>(snapshot.parts.get(name)!, widths[name]) as Columns[F];
    this.#figures.set(name, column);
    return column;
  }
}

type Figure = 'rows' | 'fen' | 'first' | 'last';
type Columns = Pick<Adjacency, 'kind' | 'source' | 'target' | 'rows' | 'fen' | 'first' | 'last'>;
type Row = [string, number, number, number, number | null, string | null, string | null];

const linkSql = 'select kind, source, target, rows, fen, first_day, last_day from link';

/** The links known before without those of changed parties, and theirs as they are now. */
function patched(store: Store, drawing: string, known: Adjacency, changed: ReadonlySet<number>): Adjacency {
  const parties = JSON.stringify([...changed]);
  const now = store.db
    .prepare<[{ parties: string }], Row>(
      `${linkSql} where source in (select value from json_each(@parties))
       union all ${linkSql} where target in (select value from json_each(@parties)) and source not in (select value from json_each(@parties))`,
    )
    .raw()
    .all({ parties });
  const columns = emptyColumns(known.links + now.length);
  let links = 0;
  for (let l = 0; l < known.links; l++) {
    if (changed.has(known.source[l]!) || changed.has(known.target[l]!)) continue;
    columns.kind[links] = known.kind[l]!;
    columns.source[links] = known.source[l]!;
    columns.target[links] = known.target[l]!;
    columns.rows[links] = known.rows[l]!;
    columns.fen[links] = known.fen[l]!;
    columns.first[links] = known.first[l]!;
    columns.last[links] = known.last[l]!;
    links++;
  }
  for (const row of now) put(columns, links++, row);
  return indexed(store, drawing, links, columns);
}

const emptyColumns = (count: number): Columns => ({
  kind: new Uint8Array(count),
  source: new Int32Array(count),
  target: new Int32Array(count),
  rows: new Int32Array(count),
  fen: new Float64Array(count),
  first: new Int32Array(count),
  last: new Int32Array(count),
});

function put(columns: Columns, l: number, [kind, source, target, rows, fen, first, last]: Row): void {
  columns.kind[l] = kindIds.indexOf(kind);
  columns.source[l] = source;
  columns.target[l] = target;
  columns.rows[l] = rows;
  columns.fen[l] = fen ?? Number.NaN;
  columns.first[l] = dayAsNumber(first);
  columns.last[l] = dayAsNumber(last);
}

function readAdjacency(store: Store, drawing: string): Adjacency {
  const count = store.db.prepare<[], number>('select count(*) from link').pluck().get()!;
  const columns = emptyColumns(count);
  let l = 0;
  for (const row of store.db.prepare<[], Row>(linkSql).raw().iterate()) put(columns, l++, row);
  return indexed(store, drawing, count, columns);
}

/** The first `count` links in the order of their sources; those of one source keep theirs. */
function indexed(store: Store, drawing: string, count: number, all: Columns): Adjacency {
  const parties = store.db.prepare<[], number>('select coalesce(max(id), 0) from party').pluck().get()!;
  const { start, items } = indexBy(all.source.subarray(0, count), parties);
  const ordered = emptyColumns(count);
  for (let l = 0; l < count; l++) {
    const from = items[l]!;
    ordered.kind[l] = all.kind[from]!;
    ordered.source[l] = all.source[from]!;
    ordered.target[l] = all.target[from]!;
    ordered.rows[l] = all.rows[from]!;
    ordered.fen[l] = all.fen[from]!;
    ordered.first[l] = all.first[from]!;
    ordered.last[l] = all.last[from]!;
  }
  return withIndexes(store, drawing, ordered, start, indexBy(ordered.target, parties));
}

function withIndexes<C extends Pick<Columns, 'source' | 'target'>>(
  store: Store,
  drawing: string,
  columns: C,
  outStart: Int32Array,
  { start: intoStart, items: into }: Index,
): C & Omit<Adjacency, keyof Columns> {
  return {
    ...columns,
    drawing,
    links: columns.target.length,
    outStart,
    intoStart,
    into,
    money: new Set(moneyKinds(store).map((id) => kindIds.indexOf(id))),
  };
}

interface Index {
  /** where the links of each party begin, and after the last where all end */
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** The counts of so many parties stay within the caches of a processor: links of more are sorted by blocks of parties first, which takes half the time. */
const AT_ONCE = 2 ** 17;
const BLOCK_BITS = 12;

/** The links of each party at one of their ends, in their order. `scratch`: memory for as many numbers as there are links, for its use. */
function indexBy(ends: Int32Array, parties: number, scratch?: Int32Array): Index {
  const index = { start: new Int32Array(parties + 2), items: new Int32Array(ends.length) };
  if (parties < AT_ONCE) sortInto(index, ends, 0, ends.length, 0, parties + 2);
  else sortByBlocks(index, ends, scratch ?? new Int32Array(ends.length));
  return index;
}

function sortByBlocks({ start, items }: Index, ends: Int32Array, links: Int32Array): void {
  const parties = start.length;
  const blocks = ((parties - 1) >> BLOCK_BITS) + 1;
  const next = new Int32Array(blocks + 1);
  for (let link = 0; link < ends.length; link++) next[(ends[link]! >> BLOCK_BITS) + 1]!++;
  for (let block = 0; block < blocks; block++) next[block + 1]! += next[block]!;
  const within = new Uint16Array(ends.length);
  const mask = 2 ** BLOCK_BITS - 1;
  for (let link = 0; link < ends.length; link++) {
    const end = ends[link]!;
    const place = next[end >> BLOCK_BITS]!++;
    links[place] = link;
    within[place] = end & mask;
  }
  // each block now begins where the one before it came to its end
  for (let block = 0; block < blocks; block++) {
    const [begin, end] = [block === 0 ? 0 : next[block - 1]!, next[block]!];
    const first = block << BLOCK_BITS;
    sortInto({ start, items }, within, begin, end, first, Math.min(mask + 1, parties - first), links);
  }
}

/** Sorts the links at the places `begin` to `end` by party, `first` the least of so many: `ends` tells at each place how far beyond it. Without `links`, places are links. */
function sortInto(
  { start, items }: Index,
  ends: Int32Array | Uint16Array,
  begin: number,
  end: number,
  first: number,
  parties: number,
  links?: Int32Array,
): void {
  for (let place = begin; place < end; place++) start[first + ends[place]!]!++;
  for (let party = first, before = begin; party < first + parties; party++) {
    before += start[party]!;
    start[party] = before;
  }
  // from the last to the first: where the links of a party end becomes where they begin
  for (let place = end - 1; place >= begin; place--) {
    const to = --start[first + ends[place]!]!;
    items[to] = links === undefined ? place : links[place]!;
  }
}

export const dayAsNumber = (day: string | null): number =>
  day === null ? 0 : Number(day.slice(0, 10).replaceAll('-', ''));

export function dayAsText(day: number): string | null {
  if (day === 0) return null;
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

/** The links that leave a party (or reach it); nothing for a party that was made after the drawing. */
export function leaving({ outStart }: Adjacency, party: number): Int32Array {
  const first = outStart[party] ?? 0;
  return new Int32Array(countAt(outStart, party)).map((_, i) => first + i);
}
export const reaching = (graph: Adjacency, party: number): Int32Array =>
  graph.into.subarray(graph.intoStart[party] ?? 0, graph.intoStart[party + 1] ?? 0);

/** How many links a party has, in both directions. */
export const linkCount = ({ outStart, intoStart }: Adjacency, party: number): number =>
  countAt(outStart, party) + countAt(intoStart, party);

const countAt = (start: Int32Array, party: number): number => {
  const first = start[party] ?? 0;
  return (start[party + 1] ?? first) - first;
};

/** The links a → b, looked for at the end with fewer links. */
export function linksFrom(graph: Adjacency, a: number, b: number): Int32Array {
  const [out, into] = [leaving(graph, a), reaching(graph, b)];
  return out.length <= into.length
    ? out.filter((link) => graph.target[link] === b)
    : into.filter((link) => graph.source[link] === a);
}

/** The name of a link towards the outside: it stays the same when links are drawn anew. */
export const linkId = (graph: Adjacency, link: number): string =>
  `${kindIds[graph.kind[link]!]}:${graph.source[link]}:${graph.target[link]}`;
