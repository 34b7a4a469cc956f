import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** The lines of rows that stand together, in bytes of UTF-8. */
export interface RowBlock {
  /** id of the row of the first line */
  readonly first: number;
  readonly rows: number;
  readonly packed: Uint8Array;
}

interface StoredBlock {
  readonly first: number;
  readonly rows: number;
  readonly data: Buffer;
}

/** Keeps the cells of rows that are written with '' for their own. */
export function writeRowBlock(store: Store, { first, rows, packed }: RowBlock): void {
  prepared<[number, number, Buffer]>(store, 'insert into row_block(first, rows, data) values (?, ?, ?)').run(
    first,
    rows,
    deflateRawSync(packed, { level: 1 }),
  );
  atHand.delete(store);
}

/** Blocks whose lines are kept at hand: lists jump between the rows of a few sheets. */
const mostAtHand = 16;
const atHand = new WeakMap<Store, { readonly version: number; readonly blocks: Map<number, readonly string[]> }>();
/** More text than this is in no block that we wrote. */
const mostText = 512 * 2 ** 20;

/** The packed cells of a row: what `row.cells` holds, or where that is '' its line of a block. */
export function cellsOfRow(store: Store, row: number, cells: string): string {
  if (cells !== '') return cells;
  const { first, rows } = blockOf(store, row);
  const line = linesOf(store, first)[row - first];
  if (line === undefined || row >= first + rows) throw new Error(`row ${row} has no cells`);
  return line;
}

function blockOf(store: Store, row: number): { first: number; rows: number } {
  const found = prepared<[number], { first: number; rows: number }>(
    store,
    'select first, rows from row_block where first <= ? order by first desc limit 1',
  ).get(row);
  if (!found) throw new Error(`row ${row} has no cells`);
  return found;
}

/** Ids of rows that were taken back are given again: what another connection wrote since makes the lines at hand worthless. */
function blocksAtHand(store: Store): Map<number, readonly string[]> {
  const version = store.db.pragma('data_version', { simple: true }) as number;
  const known = atHand.get(store);
  if (known?.version === version) return known.blocks;
  const blocks = new Map<number, readonly string[]>();
  atHand.set(store, { version, blocks });
  return blocks;
}

function linesOf(store: Store, first: number): readonly string[] {
  const blocks = blocksAtHand(store);
  const known = blocks.get(first);
  if (known) return known;
  const block = prepared<[number], StoredBlock>(store, 'select first, rows, data from row_block where first = ?').get(
    first,
  );
  if (!block) throw new Error(`no block ${first}`);
  const lines = textOf(block).split('\n');
  if (lines.length !== block.rows) throw new Error(`block ${first} holds ${lines.length} of ${block.rows} rows`);
  if (blocks.size >= mostAtHand) blocks.delete(blocks.keys().next().value ?? first);
  blocks.set(first, lines);
  return lines;
}

const textOf = ({ data }: Pick<StoredBlock, 'data'>): string =>
  inflateRawSync(data, { maxOutputLength: mostText }).toString('utf8');

/** The packed cells of rows that follow each other, a line for each. */
export interface RowLines {
  /** ids of the rows of the first and the last line */
  readonly first: number;
  readonly last: number;
  /** every character stands for one byte of UTF-8: to be searched, not to be read */
  readonly bytes: string;
}

/** How many rows with cells of their own are read at a time. */
const mostOwnRows = 1_000;

/** The rows that end with id `last`: the block that holds it, or rows with cells of their own down to the next block; none below `least`. */
export function linesUpTo(store: Store, last: number, least: number): RowLines {
  const block = prepared<[number], StoredBlock>(
    store,
    'select first, rows, data from row_block where first <= ? order by first desc limit 1',
  ).get(last);
  if (block && block.first + block.rows > last) {
    const bytes = inflateRawSync(block.data, { maxOutputLength: mostText }).toString('latin1');
    return { first: block.first, last: block.first + block.rows - 1, bytes };
  }
  const first = Math.max(least, last - mostOwnRows + 1, block ? block.first + block.rows : 0);
  const own = prepared<[number, number], { cells: string }>(
    store,
    'select cells from row where id between ? and ? order by id',
  ).all(first, last);
  if (own.length !== last - first + 1) throw new Error(`${own.length} rows from ${first} to ${last}`);
  return { first, last, bytes: Buffer.from(own.map(({ cells }) => cells).join('\n')).toString('latin1') };
}

/** The data of a block with another text in the place of each line; for copies that withhold something. */
export function changedBlock(data: Buffer, change: (line: string) => string): Buffer {
  const lines = textOf({ data }).split('\n').map(change);
  return deflateRawSync(lines.join('\n'), { level: 1 });
}
