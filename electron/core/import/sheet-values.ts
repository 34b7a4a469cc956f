import { type Cell, cellAddress, textCell } from '../../../shared/evidence/cell.ts';
import { readCurrency } from '../../../shared/evidence/currency.ts';
import { readDate } from '../../../shared/evidence/date.ts';
import { readDirection } from '../../../shared/evidence/direction.ts';
import { type IdentifierField, readIdentifier } from '../../../shared/evidence/identifier.ts';
import { readMoney } from '../../../shared/evidence/money.ts';
import { saysNothing, tidy } from '../../../shared/evidence/text.ts';
import type { Unit } from '../../../shared/evidence/unit.ts';
import { readSuccess } from '../../../shared/evidence/yes-no.ts';
import type { SheetValues } from '../../../shared/protocol/wizard.requests.ts';
import { unitAbove } from './find-facts.ts';
import { type ReadOptions, RowReader } from './read-rows.ts';
import { Tally } from './tally.ts';

const identifierTypes: Readonly<Record<string, IdentifierField>> = {
  id_any: 'id_any',
  id_card: 'id_card',
  uscc: 'uscc',
  bank_card: 'bank_card',
  account_no: 'account_no',
  phone: 'phone',
};
const shownExamples = 3;
const shownRows = 5;

interface Example {
  readonly shown: string;
  readonly cell: string;
}

/** 取值: reads every row of a recognised sheet and says how its values are written and what they were read as. Nothing is written. */
export function sheetValues(options: ReadOptions, tick: (rows: number) => void): SheetValues {
  const { grid, recognised, sheet, answer } = options;
  const reader = new RowReader(options);
  const columns = recognised.columns.flatMap(({ index, field, header, unit }) => {
    const type = field === null ? undefined : sheet.fields[field]?.type;
    return field === null || !type ? [] : [{ index, field, header, unit, type }];
  });
  const at = (type: string) => columns.find((column) => column.type === type)?.index;
  const [word, success, currency] = [at('enum_dc'), at('bool_success'), at('enum_ccy')];
  const identifiers = columns.flatMap(({ index, type }) => {
    const field = identifierTypes[type];
    return field ? [{ index, field }] : [];
  });
  const amounts = columns.filter(({ type }) => type === 'amount' || type === 'amount_capital');
  const units = amounts.map((column) => new UnitTally(column, options));
  const directions = new Map<string, { rows: number; in: number; out: number }>();
  const outcomes = new Tally();
  const currencies = new Tally();
  const skipped = new Map<string, { rows: number; first: number[] }>();
  const ambiguous = new Examples();
  const masked = new Examples();
  const damaged = new Examples();
  const setAside = { failed: 0, reversed: 0, neutral: 0 };
  let negative = 0;
  let rows = 0;

  for (let i = reader.first; i < grid.length; i++) {
    if (i % 1000 === 0) tick(i);
    rows++;
    const read = reader.read(i);
    const n = grid.number(i);
    if (read.state === 'skipped') {
      const tally = skipped.get(read.why) ?? { rows: 0, first: [] };
      skipped.set(read.why, tally);
      tally.rows++;
      if (tally.first.length < shownRows) tally.first.push(n);
      continue;
    }
    const cells = grid.cells(i);
    const textAt = (index: number | undefined) => (index === undefined ? '' : tidy(cells[index]?.shown ?? ''));
    if (word !== undefined) {
      const tally = directions.get(textAt(word)) ?? { rows: 0, in: 0, out: 0 };
      directions.set(textAt(word), tally);
      tally.rows++;
      const proven = reader.balanceSays();
      if (proven) tally[proven]++;
    }
    if (success !== undefined) outcomes.add(textAt(success));
    if (currency !== undefined) currencies.add(textAt(currency));
    for (const unit of units) if (unit.take(cells[unit.index] ?? null)) negative++;
    for (const { index, field } of identifiers) {
      const cell = cells[index];
      const found = cell ? readIdentifier(field, cell) : undefined;
      if (cell && found?.ok && found.value?.masked) masked.add(cell.shown, index, n);
    }
    for (const { code, column, seen } of read.problems) {
      if (code === 'identifier.precision-lost' && column !== null) damaged.add(seen, column, n);
      if (code === 'date.ambiguous' && column !== null) ambiguous.add(seen, column, n);
    }
    if (read.state === 'read') countSetAside(read.draft.columns, setAside);
  }
  tick(grid.length);
  const stated = new Set(Object.keys(answer?.directions ?? {}).map(tidy));
  const statedOutcomes = new Map(Object.entries(answer?.outcomes ?? {}).map(([text, means]) => [tidy(text), means]));
  return {
    sheet: grid.name,
    rows,
    units: units.map((unit) => unit.done()),
    directions: [...directions]
      .sort((a, b) => b[1].rows - a[1].rows)
      .map(([text, tally]) => {
        const means = reader.directionOf(text) ?? null;
        const by = stated.has(text) ? 'stated' : readDirection(text) ? 'word' : means ? 'balance' : null;
        return { word: text, rows: tally.rows, means, by, balanceIn: tally.in, balanceOut: tally.out };
      }),
    hasDirectionColumn: word !== undefined,
    negative,
    outcomes: outcomes.all().map(({ text, rows: count }) => {
      const said = statedOutcomes.get(text);
      const means = said ?? readSuccess({ type: 'text', raw: text, shown: text }) ?? null;
      return { word: text, rows: count, means, by: said ? 'stated' : means ? 'word' : null };
    }),
    setAside,
    currencies: currencies
      .all()
      .map(({ text, rows: count }) => ({ word: text, rows: count, currency: readCurrency(text) ?? null })),
    dates: {
      ambiguous: ambiguous.count,
      examples: ambiguous.first.map((each) => ({ ...each, dmy: dayBy('dmy', each), mdy: dayBy('mdy', each) })),
    },
    masked: { values: masked.count, examples: masked.first },
    damaged: { values: damaged.count, examples: damaged.first },
    skipped: [...skipped].map(([why, tally]) => ({ why, ...tally })),
  };
}

/** The day that an ambiguous date would be under one order. */
function dayBy(order: 'dmy' | 'mdy', { shown }: Example): string {
  const read = readDate(textCell(shown), { order });
  return read.ok ? (read.value?.day ?? '') : '';
}

function countSetAside(columns: Readonly<Record<string, unknown>>, count: SheetValues['setAside']): void {
  const { outcome, direction } = columns;
  if (outcome === 'failed') count.failed++;
  else if (outcome === 'reversed') count.reversed++;
  else if (direction === 'neutral') count.neutral++;
}

class Examples {
  count = 0;
  readonly first: Example[] = [];

  add(shown: string, column: number, n: number): void {
    this.count++;
    if (this.first.length < shownExamples && !this.first.some((each) => each.shown === shown))
      this.first.push({ shown, cell: cellAddress(column, n) });
  }
}

/** Half of the amounts in 万元 under 50 (that is, under 500 000 yuan): often they are yuan after all. */
const smallInTenThousands = 50;
const looked = 2_000;

/** One amount column: its unit, where that was found, and the first amount under it. */
class UnitTally {
  readonly index: number;
  readonly #column: { readonly header: string; readonly field: string };
  readonly #unit: Unit;
  readonly #from: SheetValues['units'][number]['from'];
  readonly #sizes: number[] = [];
  #first: { shown: string; read: number } | undefined;

  constructor(
    column: { index: number; header: string; field: string; unit: Unit | undefined },
    { grid, recognised, answer }: ReadOptions,
  ) {
    this.index = column.index;
    this.#column = column;
    const own = answer?.units?.[column.index];
    const title = recognised.header ? unitAbove(grid, recognised.header.at) : undefined;
    this.#from =
      own !== undefined
        ? 'column'
        : answer?.unit !== undefined
          ? 'sheet'
          : column.unit !== undefined
            ? 'header'
            : title !== undefined
              ? 'title'
              : 'none';
    this.#unit =
      this.#from === 'column' ? (own as Unit) : this.#from === 'header' ? (column.unit as Unit) : recognised.unit;
  }

  /** Whether the amount is below zero. */
  take(cell: Cell | null): boolean {
    if (cell === null || saysNothing(tidy(cell.shown))) return false;
    const read = readMoney(cell, this.#unit);
    if (!read.ok || read.value === null) return false;
    this.#first ??= { shown: cell.shown, read: read.value.fen };
    if (this.#sizes.length < looked) this.#sizes.push(Math.abs(read.value.fen) / this.#unit / 100);
    return read.value.fen < 0;
  }

  done(): SheetValues['units'][number] {
    const median = this.#sizes.toSorted((a, b) => a - b)[Math.floor(this.#sizes.length / 2)] ?? 0;
    return {
      index: this.index,
      header: this.#column.header,
      field: this.#column.field,
      unit: this.#unit,
      from: this.#from,
      shown: this.#first?.shown ?? '',
      read: this.#first?.read ?? null,
      doubtful:
        this.#from === 'title' && this.#unit >= 10_000 && this.#sizes.length > 0 && median < smallInTenThousands,
    };
  }
}
