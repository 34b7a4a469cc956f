import type { RecordTable } from './record.ts';

const files = import.meta.glob<RecordTable>('./*.record.ts', { eager: true, import: 'default' });

/** Every table of records, in the order of its file name. */
export const records: readonly RecordTable[] = Object.keys(files)
  .sort()
  .map((path) => files[path] as RecordTable);

const byTable: ReadonlyMap<string, RecordTable> = new Map(records.map((record) => [record.table, record]));
const byCategory: ReadonlyMap<string, RecordTable> = new Map(
  records.flatMap((record) => record.categories.map((category) => [category, record] as const)),
);

/** The table of this name; a name that is none is a Fault. */
export function recordTable(table: string): RecordTable {
  const record = byTable.get(table);
  if (!record) throw new Error(`no record table ${table}`);
  return record;
}

/** The table that rows of this kind of sheet become records of. */
export const recordOfCategory = (category: string): RecordTable | undefined => byCategory.get(category);

/**
 * One row of the table in the words every list shows: row, category, day, precision, fen, the two sides as parties and as they are written,
 * text. Add `where x.row = ?` for one row.
 */
export function lineSql({ table, categories, day, line }: RecordTable): string {
  const side = (column: string | null, alias: string) => (column === null ? 'null' : `${alias}.party`);
  const name = (column: string | null, alias: string) => (column === null ? 'null' : `${alias}.name`);
  const join = (column: string | null, alias: string) =>
    column === null ? '' : ` left join mention ${alias} on ${alias}.id = x.${column}`;
  return `select x.row as row, '${categories[0]}' as category, ${day.column === null ? 'null' : `x.${day.column}`} as day,
    ${line.precision === undefined ? "'day'" : `x.${line.precision}`} as precision, ${line.fen} as fen,
    ${side(line.from, 'a')} as from_party, ${side(line.to, 'b')} as to_party, ${name(line.from, 'a')} as from_written, ${name(line.to, 'b')} as to_written,
    ${line.text} as text
  from ${table} x${join(line.from, 'a')}${join(line.to, 'b')}`;
}

/** 一行: what any record says, whatever its table. */
export const lineView = (): string => `create view line as\n${records.map(lineSql).join('\nunion all\n')};`;
