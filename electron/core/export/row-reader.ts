import type { Store } from '../store/connect.ts';
import { lineSql, recordOfCategory, records } from '../store/records/index.ts';

export interface RowSide {
  readonly party: number | null;
  readonly kind: string | null;
  readonly name: string;
}

export interface ReadRow {
  readonly day: string | null;
  readonly fen: number | null;
  readonly from: RowSide | null;
  readonly to: RowSide | null;
  readonly text: string;
}

interface Line {
  day: string | null;
  precision: string;
  fen: number | null;
  from_party: number | null;
  from_kind: string | null;
  from_name: string | null;
  to_party: number | null;
  to_kind: string | null;
  to_name: string | null;
  text: string;
}

const readSql = (line: string): string => `select l.day, l.precision, l.fen, l.text,
    l.from_party, fp.kind as from_kind, coalesce(fp.name, l.from_written) as from_name,
    l.to_party, tp.kind as to_kind, coalesce(tp.name, l.to_written) as to_name
  from (${line} where x.row = ?) l left join party fp on fp.id = l.from_party left join party tp on tp.id = l.to_party`;

/** What one source row says, whatever its category: day, money in fen, the two sides, and its words. A date of which a sheet says only the month is shown as its month. */
export function rowReader(store: Store): (row: number) => ReadRow {
  const category = store.db.prepare<[number], string>('select category from place where row = ?').pluck();
  const lines = new Map(records.map((record) => [record, store.db.prepare<[number], Line>(readSql(lineSql(record)))]));
  return (row) => {
    const record = recordOfCategory(category.get(row) ?? '');
    const line = record && lines.get(record)?.get(row);
    if (!line) return { day: null, fen: null, from: null, to: null, text: '' };
    const side = (party: number | null, kind: string | null, name: string | null) =>
      name === null ? null : { party, kind, name };
    return {
      day: line.precision === 'month' ? (line.day?.slice(0, 7) ?? null) : line.day,
      fen: line.fen,
      from: side(line.from_party, line.from_kind, line.from_name),
      to: side(line.to_party, line.to_kind, line.to_name),
      text: line.text.trim(),
    };
  };
}
