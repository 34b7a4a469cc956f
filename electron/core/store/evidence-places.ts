import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';
import { recordOfCategory } from './records/index.ts';

/** Where a row stands, and the day of the record that it became. */
export interface EvidencePlace {
  /** its spreadsheet row, from 1 */
  readonly n: number;
  /** JSON of the digest of its file and the name of its sheet, without the bracket that closes it */
  readonly sheet: string;
  /** YYYY-MM-DD; undefined: no record, or it has no day */
  readonly day: string | undefined;
}

/**
 * Looks up many rows together, in the order in which they are stored: asked one by one, each page of a sealed case would be unsealed again and
 * again. A row that does not exist is not in the answer. Use one reader for one transaction.
 */
export function evidencePlaces(store: Store): (rows: Iterable<number>) => ReadonlyMap<number, EvidencePlace> {
  const sheets = new Map(
    prepared<[], { id: number; category: string; name: string; sha256: string }>(
      store,
      `select s.id as id, s.category as category, s.name as name, e.sha256 as sha256
       from sheet s join batch b on b.id = s.batch join evidence e on e.id = b.evidence`,
    )
      .all()
      .map(({ id, category, name, sha256 }) => [
        id,
        { record: recordOfCategory(category), json: JSON.stringify([sha256, name]).slice(0, -1) },
      ]),
  );
  return (rows) => {
    const sorted = Float64Array.from(new Set(rows)).sort();
    const places = new Map<number, { n: number; sheet: string; day: string | undefined }>();
    const dated = new Map<string, number[]>();
    for (const { row, n, sheet } of prepared<[string], { row: number; n: number; sheet: number }>(
      store,
      'select r.id as row, r.n as n, r.sheet as sheet from json_each(?) j cross join row r on r.id = j.value',
    ).all(JSON.stringify([...sorted]))) {
      const of = sheets.get(sheet);
      if (!of) continue;
      places.set(row, { n, sheet: of.json, day: undefined });
      const { record } = of;
      if (!record || record.day.column === null) continue;
      const sql = `select x.row as row, x.${record.day.column} as day from json_each(?) j cross join ${record.table} x on x.row = j.value`;
      const together = dated.get(sql);
      if (together) together.push(row);
      else dated.set(sql, [row]);
    }
    for (const [sql, together] of dated)
      for (const { row, day } of prepared<[string], { row: number; day: string | null }>(store, sql).all(
        JSON.stringify(together),
      ))
        places.get(row)!.day = day ?? undefined;
    return places;
  };
}
