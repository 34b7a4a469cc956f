/** Files of one sheet that are lists of records: names in full, one layout, now and then a day nobody can read or a line delivered twice. */
import type { SampleOptions } from '../options.ts';
import type { World } from '../world/world.ts';
import { named } from './bank-files.ts';
import type { FileFormat, GridFile, GridRow } from './grid.ts';
import {
  asMoney,
  asParty,
  asText,
  breakRow,
  type Hand,
  type RowNotes,
  type Table,
  type TableColumn,
  tableSheet,
  writeRecord,
} from './table.ts';
import { formerName, textDateStyles, unreadableDates, writeDay, writeStamp } from './written.ts';

export const day = <T>(header: string, field: string, value: (record: T) => number): TableColumn<T> => ({
  header,
  field,
  write: (record, hand) => writeDay(value(record), hand.date),
});
export const moment = <T>(header: string, field: string, value: (record: T) => number): TableColumn<T> => ({
  header,
  field,
  write: (record, hand) => writeStamp(value(record), hand.date),
});
export const text = <T>(
  header: string,
  field: string | null,
  value: (record: T) => string | undefined,
): TableColumn<T> => ({
  header,
  field,
  write: asText(value),
});
/** Registers name firms, hospitals and people in full; `on`: of some days by the name they had then, in full as well. */
const plain = { noise: 0 };
export const party = <T>(
  header: string,
  field: string,
  value: Parameters<typeof asParty<T>>[0],
  on?: (record: T) => number | undefined,
): TableColumn<T> => ({
  header,
  field,
  write: (record, hand, notes: RowNotes) => {
    const [of, day] = [value(record), on?.(record)];
    const former = of === undefined || day === undefined ? undefined : formerName(of, day, hand.noise);
    if (of === undefined || former === undefined) return asParty(value)(record, { ...hand, ...plain }, notes);
    notes.mentions.push({ party: of, field: notes.field, written: former });
    return former;
  },
});
export const money = <T>(header: string, field: string, value: Parameters<typeof asMoney<T>>[0]): TableColumn<T> => ({
  header,
  field,
  write: asMoney(value, 'text'),
});
export const yuan4 = (price: number): string =>
  `${Math.floor(price / 10_000)}.${String(price % 10_000).padStart(4, '0')}`;

/** `dated`: the field in which a day may be unreadable; without one every row is read, and none comes twice. */
export interface PlainFile<T> {
  readonly file: string;
  readonly format: FileFormat;
  readonly table: Table<T>;
  readonly records: readonly T[];
  readonly dated?: string;
  /** lines between the title and the table */
  readonly above?: readonly string[];
}

export function plainFile<T extends { readonly id: string }>(
  world: World,
  options: SampleOptions,
  { file, format, table, records, dated, above = [] }: PlainFile<T>,
): GridFile {
  const random = world.random(`goods-files/${file}`);
  const hand: Hand = {
    random,
    noise: options.noise,
    whole: options.scope === 'all',
    date: format === 'xlsx' && random.chance(0.3) ? 'serial' : random.pick(textDateStyles),
    money: 'text',
    spreadsheet: format === 'xlsx',
  };
  const rows = records.flatMap((record, i): GridRow[] => {
    const row = writeRecord(table, hand, { record, id: record.id, told: false }, i + 1);
    if (dated === undefined) return [row];
    if (random.chance(0.004 * options.noise))
      return [breakRow(table, row, dated, 'date.unreadable', random.pick(unreadableDates))];
    return random.chance(0.01 * options.noise) ? [row, { ...row, fate: 'duplicate' }] : [row];
  });
  const title = [`${file.replace(/^\d+_/, '')}（合成数据）`];
  return {
    name: named(file, format),
    format,
    sheets: [tableSheet(table, '明细', [title, ...above.map((line) => [line])], rows)],
  };
}
