import { drawnKinds } from '../../../shared/ontology/index.ts';
import { Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { asDrawn, drawingOf } from '../store/drawings.ts';
import { takeLinkSnapshot, writeLinkSnapshot } from '../store/link-snapshot.ts';
import { moneyKinds } from '../store/party-figures.ts';
import { type Column, packColumn, unpackPiece } from './pack-column.ts';

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
export function keepSnapshot(store: Store, more: Readonly<Record<string, readonly Uint8Array[]>> = {}): void {
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
    head: [new TextEncoder().encode(JSON.stringify(headOf(graph.links, degrees.length)))],
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

/** How the columns are written and how long they are: a snapshot of another program is not read. */
const headOf = (links: number, parties: number) => ({ packed: 'pieces of bits', kinds: kindIds, links, parties });
type Head = ReturnType<typeof headOf>;

/** Undefined where there is none, or one of a program that knew other kinds of links: then they are read one by one. */
function fromSnapshot(store: Store): Adjacency | undefined {
  const head = readHead(store);
  if (!head) return undefined;
  const { links, parties } = head;
  const outStart = held(Int32Array, parties + 1);
  const columns = { kind: held(Uint8Array, links), source: held(Int32Array, links), target: held(Int32Array, links) };
  const drawing = unpackColumns(store, { degree: outStart, kind: columns.kind, target: columns.target });
  if (drawing !== head.drawing) throw changedMeanwhile();
  // first the sources are where links are sorted by target: new memory takes as long to come by as to fill
  const reaching = indexBy(columns.target, parties - 1, columns.source);
  let link = 0;
  for (let party = 0; party < parties; party++) {
    const end = link + outStart[party]!;
    outStart[party] = link;
    for (; link < end; link++) columns.source[link] = party;
  }
  outStart[parties] = link;
  return new LazyAdjacency(store, withIndexes(store, drawing, columns, outStart, reaching));
}

function readHead(store: Store): (Head & { readonly drawing: string }) | undefined {
  let head: Head | undefined;
  const drawing = takeLinkSnapshot(store, ['head'], (_, data) => {
    head = JSON.parse(new TextDecoder().decode(data)) as Head;
  });
  if (!head || drawing === undefined) return undefined;
  const expected = headOf(head.links, head.parties);
  return JSON.stringify(head) === JSON.stringify(expected) ? { ...head, drawing } : undefined;
}

/** Fills each column from the part of its name. Returns the drawing they are of. */
function unpackColumns(store: Store, columns: Readonly<Record<string, Column>>): string | undefined {
  const reached = new Map<string, number>();
  return takeLinkSnapshot(store, Object.keys(columns), (part, data) => {
    reached.set(part, unpackPiece(data, columns[part]!, reached.get(part) ?? 0));
  });
}

/**
 * Numbers that stay as long as the graph does, in memory of which the engine keeps no account: where it does, so many of them at once make it look
 * through all that the program holds.
 */
const held = <C extends Column>(
  kind: { new (memory: SharedArrayBuffer): C; readonly BYTES_PER_ELEMENT: number },
  length: number,
): C => new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));

const changedMeanwhile = (): Stop => new Stop({ code: 'job.running', params: { job: 'graph' } });

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
    const column = held<Column>(widths[name], this.links) as Columns[F];
    const drawing = unpackColumns(this.#store, { [name]: column });
    if (drawing !== this.drawing) throw changedMeanwhile();
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

/** The counts of so many parties stay within the caches of a processor: links of more are sorted by blocks of parties first. */
const AT_ONCE = 2 ** 17;
const BLOCK_BITS = 12;

/** The links of each party at one of their ends, in their order. `scratch`: memory for as many numbers as there are links, for its use. */
function indexBy(ends: Int32Array, parties: number, scratch?: Int32Array): Index {
  const index = { start: held(Int32Array, parties + 2), items: held(Int32Array, ends.length) };
  if (parties < AT_ONCE) sortAtOnce(index, ends);
  else sortByBlocks(index, ends, scratch ?? new Int32Array(ends.length));
  return index;
}

function sortAtOnce({ start, items }: Index, ends: Int32Array): void {
  for (let link = 0; link < ends.length; link++) start[ends[link]!]!++;
  countsToEnds(start, 0, 0, start.length);
  // from the last to the first: where the links of a party end becomes where they begin
  for (let link = ends.length - 1; link >= 0; link--) items[--start[ends[link]!]!] = link;
}

/** A link and how far its party lies beyond the first of its block share the bits of one number. */
function sortByBlocks({ start, items }: Index, ends: Int32Array, scratch: Int32Array): void {
  const bits = Math.min(BLOCK_BITS, Math.clz32(ends.length));
  const mask = 2 ** bits - 1;
  const parties = start.length;
  const blocks = ((parties - 1) >>> bits) + 1;
  const next = new Int32Array(blocks + 1);
  for (let link = 0; link < ends.length; link++) next[(ends[link]! >>> bits) + 1]!++;
  for (let block = 0; block < blocks; block++) next[block + 1]! += next[block]!;
  for (let link = 0; link < ends.length; link++) {
    const end = ends[link]!;
    scratch[next[end >>> bits]!++] = (link << bits) | (end & mask);
  }
  // each block now begins where the one before it came to its end
  for (let block = 0, begin = 0; block < blocks; begin = next[block++]!)
    sortBlock({ start, items }, scratch, bits, begin, next[block]!, block << bits);
}

/** Sorts the links at the places `begin` to `end`, which are of the parties of one block, `first` the least of them. */
function sortBlock(
  { start, items }: Index,
  shared: Int32Array,
  bits: number,
  begin: number,
  end: number,
  first: number,
): void {
  const mask = 2 ** bits - 1;
  for (let place = begin; place < end; place++) start[first + (shared[place]! & mask)]!++;
  countsToEnds(start, begin, first, Math.min(first + mask + 1, start.length));
  for (let place = end - 1; place >= begin; place--) {
    const both = shared[place]!;
    items[--start[first + (both & mask)]!] = both >>> bits;
  }
}

/** How many links each party has becomes where they end; those of the first begin at `before`. */
function countsToEnds(start: Int32Array, before: number, first: number, last: number): void {
  for (let party = first, end = before; party < last; party++) {
    end += start[party]!;
    start[party] = end;
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
