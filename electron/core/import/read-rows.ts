import { type Cell, type CellOrEmpty, textCell } from '../../../shared/evidence/cell.ts';
import { readCurrency } from '../../../shared/evidence/currency.ts';
import { bookingDays, compactFormOf, dateOrderOf } from '../../../shared/evidence/date.ts';
import { readDirection } from '../../../shared/evidence/direction.ts';
import { saysNothing, tidy } from '../../../shared/evidence/text.ts';
import { isUnit, splitUnit, type Unit } from '../../../shared/evidence/unit.ts';
import type { Outcome } from '../../../shared/evidence/yes-no.ts';
import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { Problem, ProblemCode } from '../../../shared/protocol/problem.ts';
import { type ColumnRule, readField } from '../sheets/field-values.ts';
import type { Direction, FieldType, RecordDraft, RowContext, SheetDefinition } from '../sheets/sheet.ts';
import { ColumnMemory } from './column-memory.ts';
import { isNote, repeatsHeader, type SkipReason, totalOrPage } from './leave-out-rows.ts';
import type { SheetGrid } from './read/grid.ts';
import type { Recognised } from './recognise-sheet.ts';
import { readStatementFacts, type StatementFacts } from './sheet-chain.ts';

/** A problem of one row, with the column where it stands; `column` null: the row as a whole, or a fact of the sheet. */
export interface RowProblemDraft {
  readonly column: number | null;
  readonly field: string | null;
  readonly code: ProblemCode;
  readonly seen: string;
  readonly params: Problem['params'];
  rejects: boolean;
}

/** What became of one row below the header. `draft` is there for 'read' only. */
export type ReadRow =
  | { readonly state: 'read'; readonly draft: RecordDraft; readonly problems: readonly RowProblemDraft[] }
  | { readonly state: 'rejected'; readonly problems: readonly RowProblemDraft[] }
  | { readonly state: 'skipped'; readonly why: SkipReason };

interface Column {
  readonly index: number;
  readonly field: string;
  readonly type: FieldType;
  readonly header: string;
  readonly rule: { -readonly [K in keyof ColumnRule]: ColumnRule[K] };
  orderAsked: boolean;
  readonly memory: ColumnMemory;
  /** cells of this column that one merged cell covers: row number → position of the row that holds the value */
  readonly merged: ReadonlyMap<number, number> | undefined;
  /** where an empty cell stands for the value above it: the last one that was read */
  readonly filledDown: { last: Cell | null; now: Cell | null } | undefined;
}

export interface ReadOptions {
  readonly grid: SheetGrid;
  readonly recognised: Recognised;
  readonly sheet: SheetDefinition;
  readonly answer: SheetAnswer | undefined;
  readonly date1904: boolean;
  readonly today: string;
  /** a name for a holder that nobody names */
  readonly unnamed: string;
}

/** Reads the rows of one recognised sheet, one at a time; it is also what `record` of the sheet's definition may ask about its row. */
export class RowReader implements RowContext {
  readonly unnamed: string;
  /** signed sums of the amount fields over rows that were read, in fen */
  readonly sums = new Map<string, number>();
  readonly #grid: SheetGrid;
  readonly #sheet: SheetDefinition;
  readonly #columns: readonly Column[];
  readonly #headers: ReadonlyMap<number, string>;
  readonly #from: number;
  readonly #width: number;
  readonly #summed: readonly string[];
  /** what the context gives for every row; the other fields are there and undefined */
  readonly #noValues: Readonly<Record<string, unknown>>;
  readonly #facts: ReadonlyMap<string, string>;
  readonly #stated: ReadonlyMap<string, Direction>;
  readonly #outcomes: ReadonlyMap<string, Outcome>;
  readonly #lastRow: number;
  readonly plus: 'in' | 'out' | undefined;
  readonly #words = new Map<string, Direction | undefined>();
  readonly #figures = new Map<string, Map<string, number>>();
  readonly #said = new Map<string, string>();
  #statement: StatementFacts | undefined;
  #problems: RowProblemDraft[] = [];
  #cells: readonly CellOrEmpty[] = [];
  #at = 0;
  #field = '';
  #column: Column | undefined;
  #rejected = false;

  constructor({ grid, recognised, sheet, answer, date1904, today, unnamed }: ReadOptions) {
    const header = recognised.header;
    if (!header) throw new Error('a sheet without a header has no rows to read');
    this.unnamed = unnamed;
    this.#grid = grid;
    this.#sheet = sheet;
    this.#from = header.at + header.rows;
    this.#width = header.columns.length;
    this.#headers = new Map(header.columns.map((column) => [column.index, column.header]));
    this.#stated = new Map(Object.entries(answer?.directions ?? {}).map(([word, means]) => [tidy(word), means]));
    this.#outcomes = new Map(Object.entries(answer?.outcomes ?? {}).map(([word, means]) => [tidy(word), means]));
    this.#lastRow = answer?.lastRow ?? Number.POSITIVE_INFINITY;
    this.plus = answer?.plus;
    const currency = answer?.currency === undefined ? undefined : readCurrency(answer.currency);
    const fields = new Set(recognised.columns.map((column) => column.field));
    const hasDay = fields.has('txn_date') || fields.has('conference_date');
    const order = answer?.dateOrder;
    const rule = (unit: Unit): Column['rule'] => ({
      unit,
      hasDay,
      date1904,
      order: order ?? 'ask',
      range: sheet.essential.includes('txn_date') || sheet.id === 'wallet_flow' ? bookingDays(today) : undefined,
      compact: undefined,
    });
    const stated = answer?.unit !== undefined;
    this.#columns = recognised.columns.flatMap(({ index, field, header: text, unit }) => {
      const definition = field === null ? undefined : sheet.fields[field];
      if (field === null || !definition) return [];
      const ofColumn = answer?.units?.[index];
      const ofSheet = stated ? recognised.unit : (unit ?? recognised.unit);
      const own = ofColumn !== undefined && isUnit(ofColumn) ? ofColumn : ofSheet;
      const merged = mergedBelow(grid, index, this.#from);
      return [
        {
          index,
          field,
          type: definition.type,
          header: text,
          rule: { ...rule(own), currency: splitUnit(text).currency ?? currency },
          orderAsked: order !== undefined,
          memory: new ColumnMemory(),
          merged,
          filledDown: answer?.fillDown?.includes(index) ? { last: null, now: null } : undefined,
        },
      ];
    });
    this.#summed = this.#columns
      .filter((column) => column.type === 'amount')
      .map((column) => column.field)
      .filter((field) => !sheet.notSummed.includes(field));
    for (const field of this.#summed) this.sums.set(field, 0);
    this.#facts = new Map(recognised.facts.map((fact) => [fact.field, fact.value]));
    // every row begins with all its fields, so that the objects of all rows are alike: reading them is faster (measured)
    const none = this.#readFacts(rule(recognised.unit));
    for (const { field } of this.#columns) none[field] ??= undefined;
    this.#noValues = none;
  }

  /** Position of the first row below the header. */
  get first(): number {
    return this.#from;
  }

  /** What the context gives for every row, read like a cell. A fact that cannot be read is left out: it stands in the preview. */
  #readFacts(rule: ColumnRule): Record<string, unknown> {
    const known: Record<string, unknown> = {};
    for (const [field, value] of this.#facts) {
      const type = this.#sheet.fields[field]?.type;
      if (type) known[field] = readField(type, textCell(value), rule, { problem: () => undefined });
    }
    return known;
  }

  /** Reads the i-th row of the grid. */
  read(i: number): ReadRow {
    this.#at = i;
    this.#cells = this.#grid.cells(i);
    this.#problems = [];
    this.#rejected = false;
    if (repeatsHeader(this.#cells, this.#headers)) return { state: 'skipped', why: 'header' };
    if (this.#grid.number(i) > this.#lastRow) return { state: 'skipped', why: 'note' };

    const values: Record<string, unknown> = { ...this.#noValues };
    for (const column of this.#columns) {
      const cell = this.#cellOf(column);
      if (cell === null) continue;
      const value = this.#readCell(column, cell);
      if (value !== undefined) values[column.field] = value;
    }
    const hasEssential = () =>
      this.#sheet.essential.some((field) => values[field] !== undefined && this.#facts.get(field) === undefined);
    const left = totalOrPage(this.#cells, () => this.#hasDayOrName(values));
    if (left) return { state: 'skipped', why: left };
    if (!hasEssential() && isNote(this.#cells, this.#width)) return { state: 'skipped', why: 'note' };

    for (const { filledDown } of this.#columns) if (filledDown) filledDown.last = filledDown.now;
    const draft = this.#sheet.record(values, this);
    if (draft === null || this.#rejected) {
      if (!this.#rejected) throw new Error(`${this.#sheet.id} made no record and gave no reason`);
      return { state: 'rejected', problems: this.#problems };
    }
    // amounts in another currency are no part of the sums of a sheet
    const { currency } = draft.columns;
    if (currency === undefined || currency === 'CNY')
      for (const field of this.#summed)
        this.#add(field, values[field] as { fen: number; currency?: string } | undefined);
    return { state: 'read', draft, problems: this.#problems };
  }

  /** Goes over a row that a person left out: values that stand for empty cells below it are still met, its amounts are not counted. */
  pass(i: number): void {
    if (!this.#columns.some((column) => column.filledDown)) return;
    const sums = new Map(this.sums);
    this.read(i);
    for (const [field, sum] of sums) this.sums.set(field, sum);
  }

  /** A total has an amount but neither a date nor a name. */
  #hasDayOrName(values: Readonly<Record<string, unknown>>): boolean {
    return this.#sheet.essential.some((field) => {
      const type = this.#sheet.fields[field]?.type ?? '';
      if (values[field] === undefined || type.startsWith('amount')) return false;
      return type.startsWith('date') || !/合计|总计|小计|共计|累计/.test(String(values[field]));
    });
  }

  #add(field: string, money: { fen: number; currency?: string } | undefined): void {
    if (!money || (money.currency !== undefined && money.currency !== 'CNY')) return;
    const sum = (this.sums.get(field) ?? 0) + money.fen;
    if (!Number.isSafeInteger(sum)) throw new Error('a sum of fen is not exact');
    this.sums.set(field, sum);
  }

  #cellOf(column: Column): Cell | null {
    const cell = this.#cells[column.index] ?? null;
    if (column.filledDown) {
      column.filledDown.now = cell === null || saysNothing(tidy(cell.shown)) ? column.filledDown.last : cell;
      return column.filledDown.now;
    }
    if (cell !== null || !column.merged) return cell;
    const from = column.merged.get(this.#grid.number(this.#at));
    return from === undefined ? null : (this.#grid.cells(from)[column.index] ?? null);
  }

  #readCell(column: Column, cell: Cell): unknown {
    this.#field = column.field;
    this.#column = column;
    if (column.type === 'datetime' && column.rule.compact === undefined && /^\s*\d{3,4}\s*$/.test(cell.shown)) {
      column.rule.compact = compactFormOf(this.#shownIn(column)) ?? 'hhmm';
    }
    if (column.type === 'bool_success') {
      const said = this.#outcomes.get(tidy(cell.shown));
      if (said !== undefined) return said;
    }
    // what was read without a Problem is read the same again: neither the order of a date nor the unit changes what is clear by itself
    const text = cell.type === 'text' && cell.formula === undefined ? cell.shown : undefined;
    const known = text === undefined ? undefined : column.memory.recall(text);
    if (known) return known.value;
    const before = this.#problems.length;
    const value = readField(column.type, cell, column.rule, this);
    const last = this.#problems[before];
    if (text !== undefined && last === undefined) column.memory.keep(text, value);
    if (last?.code !== 'date.ambiguous' || column.orderAsked) return value;
    // 5/6/2024: a value above 12 anywhere in the column settles it for all
    column.orderAsked = true;
    column.rule.order = dateOrderOf(this.#shownIn(column)) ?? 'ask';
    this.#problems.length = before;
    return readField(column.type, cell, column.rule, this);
  }

  *#shownIn(column: Column): Generator<string> {
    for (let i = this.#from; i < this.#grid.length; i++) {
      const cell = this.#grid.cells(i)[column.index];
      if (cell) yield cell.shown;
    }
  }

  // what a reader of cells may say

  problem(problem: Problem): void {
    const column = this.#column;
    this.#problems.push({
      column: column?.index ?? null,
      field: this.#field,
      code: problem.code,
      seen: problem.seen ?? '',
      params: problem.params,
      rejects: false,
    });
  }

  // what `record` may ask and say

  reject(code: ProblemCode, field: string, seen?: string): null {
    this.#rejected = true;
    const known = this.#problems.find((problem) => problem.field === field);
    if (known) known.rejects = true;
    else this.#say(code === 'value.missing' ? this.#missingCode(field) : code, field, seen, true);
    return null;
  }

  /** 不详 in a date's cell is no date; -- and / are an empty cell. */
  #missingCode(field: string): ProblemCode {
    if (/^[\s\p{P}\p{S}]*$/u.test(this.shown(field))) return 'value.missing';
    const type = this.#sheet.fields[field]?.type ?? '';
    if (type.startsWith('date')) return 'date.unreadable';
    return type.startsWith('amount') ? 'amount.unreadable' : 'value.missing';
  }

  warn(code: ProblemCode, field: string, seen?: string): void {
    this.#say(code, field, seen, false);
  }

  #say(code: ProblemCode, field: string, seen: string | undefined, rejects: boolean): void {
    const column = this.#columns.find((each) => each.field === field);
    this.#problems.push({
      column: column?.index ?? null,
      field,
      code,
      seen: seen ?? this.shown(field),
      params: undefined,
      rejects,
    });
  }

  unread(field: string): boolean {
    return this.#problems.some((problem) => problem.field === field);
  }

  shown(field: string): string {
    const column = this.#columns.find((each) => each.field === field);
    return column ? (this.#cellOf(column)?.shown ?? '') : (this.#facts.get(field) ?? '');
  }

  header(field: string): string {
    return this.#columns.find((each) => each.field === field)?.header ?? '';
  }

  mapped(fields: readonly string[]): string {
    return fields.find((field) => this.#columns.some((column) => column.field === field)) ?? fields[0] ?? '';
  }

  directionOf(word: string): Direction | undefined {
    const known = tidy(word);
    if (!this.#words.has(known)) this.#words.set(known, this.#meaningOf(known));
    return this.#words.get(known);
  }

  #meaningOf(word: string): Direction | undefined {
    return (
      this.#stated.get(word) ??
      readDirection(word) ??
      (word === '' ? undefined : this.#aboutStatement().codes.get(word))
    );
  }

  sumSoFar(group: string, item: string, figure: number): number {
    this.#mustLookBack();
    const known = this.#figures.get(group) ?? new Map<string, number>();
    this.#figures.set(group, known);
    known.set(item, Math.max(known.get(item) ?? figure, figure));
    let sum = 0;
    for (const each of known.values()) sum += each;
    return sum;
  }

  saidOtherwise(key: string, said: string): string | undefined {
    this.#mustLookBack();
    const before = this.#said.get(key);
    if (before === undefined) this.#said.set(key, said);
    return before === undefined || before === said ? undefined : before;
  }

  #mustLookBack(): void {
    if (!this.#sheet.looksBack) throw new Error(`${this.#sheet.id} does not say that it looks back`);
  }

  balanceSays(): 'in' | 'out' | undefined {
    return this.#aboutStatement().proven[this.#at];
  }

  get amountsAreSigned(): boolean {
    return this.#grid.mayHoldNegatives && this.#aboutStatement().signed;
  }

  #aboutStatement(): StatementFacts {
    if (this.#statement) return this.#statement;
    const at = (field: string) => this.#columns.find((column) => column.field === field)?.index;
    const account = ['holder_account', 'holder_card'].flatMap((field) => at(field) ?? []);
    const units = new Map(this.#columns.map((column) => [column.index, column.rule.unit]));
    this.#statement = readStatementFacts(
      this.#grid,
      this.#from,
      {
        account,
        amount: at('amount'),
        amountIn: at('amount_in'),
        amountOut: at('amount_out'),
        balance: at('balance'),
        word: at('dc_flag'),
        unitOf: (column) => units.get(column) ?? 1,
      },
      (word) => this.#stated.get(word) ?? readDirection(word),
    );
    return this.#statement;
  }
}

/** Rows of a column that a merged cell above them covers: a spreadsheet shows its value in all of them. */
function mergedBelow(grid: SheetGrid, column: number, from: number): Map<number, number> | undefined {
  const ranges = grid.merges.filter(
    (merge) => merge.fromColumn <= column && merge.toColumn >= column && merge.toRow > merge.fromRow,
  );
  if (ranges.length === 0 || from >= grid.length) return undefined;
  const positions = new Map<number, number>();
  for (let i = 0; i < grid.length; i++) positions.set(grid.number(i), i);
  const covered = new Map<number, number>();
  const firstRow = grid.number(from);
  for (const { fromRow, toRow, fromColumn } of ranges) {
    const holds = positions.get(fromRow);
    if (fromColumn !== column || fromRow < firstRow || holds === undefined) continue;
    for (let n = fromRow + 1; n <= toRow; n++) covered.set(n, holds);
  }
  return covered;
}
