import { type CellOrEmpty, columnName } from '../../../shared/evidence/cell.ts';
import { normHeader, saysNothing, tidy } from '../../../shared/evidence/text.ts';
import type { SheetDefinition } from '../sheets/sheet.ts';
import { isSignature, meaningsOf } from './header-index.ts';
import type { Merge, SheetGrid } from './read/grid.ts';

/** One column of a header. Two-row headers are joined: 收入 over 金额 gives 收入 金额. */
export interface HeaderColumn {
  readonly index: number;
  /** as it stands in the sheet, trimmed; the joined text of a two-row header */
  readonly header: string;
  /** the texts under which it may be known, best first */
  readonly spellings: readonly string[];
}

/** 表头: where the table begins. `at` is the position in the grid; `rows` 0: there is none, the table begins at `at`. */
export interface FoundHeader {
  readonly at: number;
  readonly rows: 0 | 1 | 2;
  readonly columns: readonly HeaderColumn[];
}

/** How well a kind of sheet explains a header. */
export interface Candidate {
  readonly sheet: SheetDefinition;
  readonly header: FoundHeader;
  readonly score: number;
  /** columns this kind knows */
  readonly hits: number;
  readonly signatureHits: number;
  readonly share: number;
  /** whether every required field has a column, or may stand in the context */
  readonly complete: boolean;
  /** the headers that speak for this kind: those of hardly any other kind first */
  readonly speaks: readonly string[];
}

const headerZone = 40;

/**
 * Tries every row of the first 40, alone and joined with the next, against every kind of sheet. Candidates of each kind at its best row,
 * best first; at least two known columns and 40 % of the filled ones.
 */
export function findHeader(grid: SheetGrid, kinds: readonly SheetDefinition[]): Candidate[] {
  const best = new Map<SheetDefinition, Candidate>();
  const end = Math.min(grid.length, headerZone);
  for (let at = 0; at < end; at++) {
    for (const rows of [1, 2] as const) {
      const header = at + rows > headerZone ? undefined : headerAt(grid, at, rows);
      if (!header) continue;
      for (const candidate of judge(header, kinds)) {
        const before = best.get(candidate.sheet);
        if (!before || isBetter(candidate, before)) best.set(candidate.sheet, candidate);
      }
    }
  }
  const whole = [...best.values()].map((candidate) => withRowAbove(grid, withSecondRow(grid, candidate)));
  return whole.sort((a, b) => b.score - a.score || (a.sheet.id < b.sheet.id ? -1 : 1));
}

/** 收入 and 支出 are known by themselves, but over 金额 and 笔数 they are only half of a header. */
function withSecondRow(grid: SheetGrid, candidate: Candidate): Candidate {
  const { header, sheet } = candidate;
  if (header.rows !== 1 || header.at + 1 >= grid.length) return candidate;
  const below = grid.cells(header.at + 1).filter((cell) => cell !== null);
  const words = below.map((cell) => (cell.type === 'text' ? tidy(cell.shown) : '0'));
  const areWords = words.length > 0 && words.every((word) => word.length <= 14 && !/\d/.test(word));
  const known = words.filter((word) => meaningsOf(word).some((meaning) => meaning.sheet === sheet)).length;
  if (!areWords || known === 0 || known * 2 < words.length) return candidate;
  const both = headerAt(grid, header.at, 2);
  return both ? { ...candidate, header: both } : candidate;
}

/** 户名 under 对方信息 is not the holder: the row above belongs to the header where it gives a column another known meaning. */
function withRowAbove(grid: SheetGrid, candidate: Candidate): Candidate {
  const { header, sheet } = candidate;
  if (header.rows !== 1 || header.at === 0) return candidate;
  const both = headerAt(grid, header.at - 1, 2);
  const isKnown = (text: string) => meaningsOf(text).some((meaning) => meaning.sheet === sheet);
  const alone = new Set(header.columns.map(({ header: text }) => text));
  // what stands over nothing is a title, not a part of the header
  const fits = both?.columns.every(({ index }) => header.columns.some((column) => column.index === index));
  const tells = both?.columns.some(({ spellings }) => spellings.some((text) => !alone.has(text) && isKnown(text)));
  return both && fits && tells ? { ...candidate, header: both } : candidate;
}

/** A second header row must explain more columns: a title above a header explains none. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.header.rows > b.header.rows) return a.score > b.score + 0.25 && a.hits > b.hits;
  if (a.header.rows < b.header.rows) return b.score <= a.score + 0.25 || b.hits <= a.hits;
  return a.score > b.score + 1e-9;
}

/** The header at a row a person named. One row, or two where the second row explains more. */
export function headerAtRow(grid: SheetGrid, n: number, kinds: readonly SheetDefinition[]): FoundHeader | undefined {
  for (let at = 0; at < grid.length && grid.number(at) <= n; at++) {
    if (grid.number(at) !== n) continue;
    const one = headerAt(grid, at, 1);
    const two = headerAt(grid, at, 2);
    const hits = (header: FoundHeader | undefined) =>
      header ? Math.max(0, ...judge(header, kinds, 1).map((each) => each.hits)) : 0;
    return hits(two) > hits(one) ? two : one;
  }
  return undefined;
}

/** Every row in which a header may stand, alone and joined with the next. */
export function headerOfZone(grid: SheetGrid): FoundHeader[] {
  const found: FoundHeader[] = [];
  for (let at = 0; at < Math.min(grid.length, headerZone); at++) {
    for (const rows of [1, 2] as const) {
      const header = headerAt(grid, at, rows);
      if (header) found.push(header);
    }
  }
  return found;
}

/** A table that begins without a header: its columns are called A, B, C … until a person says what they are. */
export function withoutHeader(grid: SheetGrid): FoundHeader | undefined {
  if (grid.length === 0) return undefined;
  const columns = Array.from({ length: grid.columns }, (_, index) => ({
    index,
    header: columnName(index),
    spellings: [],
  }));
  return { at: 0, rows: 0, columns };
}

/** The sheet's own row of a header; 0 where there is none. */
export const rowOfHeader = (grid: SheetGrid, header: FoundHeader): number =>
  header.rows === 0 ? 0 : grid.number(header.at);

/** The header that holds the texts a person named, each in its column: whoever says what a column is also says where the header stands. */
export function headerWithTexts(
  grid: SheetGrid,
  named: ReadonlyArray<{ readonly index: number; readonly header: string }>,
): FoundHeader | undefined {
  const wanted = named.filter(({ header }) => tidy(header) !== '');
  if (wanted.length === 0) return undefined;
  for (let at = 0; at < Math.min(grid.length, headerZone); at++) {
    for (const rows of [1, 2] as const) {
      const header = headerAt(grid, at, rows);
      const holds = (index: number, text: string) =>
        header?.columns.some((column) => column.index === index && tidy(column.header) === tidy(text));
      if (header && wanted.every(({ index, header: text }) => holds(index, text))) return header;
    }
  }
  return undefined;
}

function headerAt(grid: SheetGrid, at: number, rows: 1 | 2): FoundHeader | undefined {
  const top = texts(grid.cells(at));
  if (rows === 1) {
    const columns = top.flatMap((text, index) => (text === '' ? [] : [{ index, header: text, spellings: [text] }]));
    return columns.length > 0 ? { at, rows, columns } : undefined;
  }
  if (at + 1 >= grid.length || grid.number(at + 1) !== grid.number(at) + 1) return undefined;
  const below = grid.cells(at + 1);
  if (below.some((cell) => cell !== null && cell.type !== 'text')) return undefined;
  const bottom = texts(below);
  const parents = spreadParents(top, bottom, grid.merges, grid.number(at));
  const columns: HeaderColumn[] = [];
  for (let index = 0; index < Math.max(top.length, bottom.length); index++) {
    const parent = parents[index] ?? '';
    const child = bottom[index] ?? '';
    if (parent === '' && child === '') continue;
    if (child === '' || child === parent) columns.push({ index, header: parent, spellings: [parent] });
    else if (parent === '') columns.push({ index, header: child, spellings: [child] });
    // 收入 | 笔数 is no income: the parent alone never names a column that has a child
    else
      columns.push({
        index,
        header: `${parent} ${child}`,
        spellings: [...new Set([`${parent}${child}`, `${bare(parent)}${child}`, `${child}${parent}`, child])],
      });
  }
  return { at, rows, columns };
}

/** 对方信息 over 户名 is 对方户名. */
const bare = (parent: string): string => tidy(parent).replace(/(基本)?(信息|情况|资料)$/, '');

/** The upper header over each column: it stands in the first of the columns it spans. */
function spreadParents(
  top: readonly string[],
  bottom: readonly string[],
  merges: readonly Merge[],
  n: number,
): string[] {
  const parents = [...top];
  const across = merges.filter((merge) => merge.fromRow <= n && merge.toRow >= n && merge.toColumn > merge.fromColumn);
  if (across.length > 0) {
    for (const { fromColumn, toColumn } of across) {
      for (let c = fromColumn + 1; c <= toColumn; c++) parents[c] = parents[fromColumn] ?? '';
    }
    return parents;
  }
  // text files keep no merges: an empty upper cell over a filled lower one belongs to the parent on its left
  for (let c = 1; c < bottom.length; c++) {
    if ((parents[c] ?? '') === '' && bottom[c] !== '' && bottom[c - 1] !== '') parents[c] = parents[c - 1] ?? '';
  }
  return parents;
}

const texts = (cells: readonly CellOrEmpty[]): string[] =>
  cells.map((cell) => (cell === null ? '' : cell.shown.trim()));

interface Tally {
  weight: number;
  readonly signs: string[];
  readonly others: string[];
  readonly fields: Set<string>;
}

/** Kinds that know enough of the header's columns. */
export function judge(header: FoundHeader, kinds: readonly SheetDefinition[], least = 2): Candidate[] {
  const hits = new Map<SheetDefinition, Tally>();
  let filled = 0;
  for (const column of header.columns) {
    if (normHeader(column.header) === '' || saysNothing(column.header)) continue;
    filled++;
    const spelling = column.spellings.find((each) => meaningsOf(each).length > 0);
    if (spelling === undefined) continue;
    const meanings = meaningsOf(spelling);
    const owners = new Set(meanings.map((meaning) => meaning.sheet));
    for (const { sheet, field } of meanings) {
      if (!kinds.includes(sheet)) continue;
      const tally = hits.get(sheet) ?? { weight: 0, signs: [], others: [], fields: new Set<string>() };
      hits.set(sheet, tally);
      tally.weight += 1 / owners.size;
      (isSignature(spelling, sheet) ? tally.signs : tally.others).push(column.header);
      tally.fields.add(field);
    }
  }
  const candidates: Candidate[] = [];
  for (const [sheet, tally] of hits) {
    const count = tally.signs.length + tally.others.length;
    const share = filled === 0 ? 0 : count / filled;
    if (count < least || share < 0.4) continue;
    const missing = sheet.required.filter(
      (oneOf) => !oneOf.some((field) => tally.fields.has(field) || sheet.context.includes(field)),
    );
    candidates.push({
      sheet,
      header,
      complete: missing.length === 0,
      score: tally.weight + 2 * tally.signs.length + 2 * share - 1.5 * missing.length,
      hits: count,
      signatureHits: tally.signs.length,
      share,
      speaks: [...tally.signs, ...tally.others],
    });
  }
  return candidates;
}
