import type { Store } from '../store/connect.ts';

/** A reversal comes at most this many days after the booking it takes back. */
const reversalDays = 15;

/** Bookings of the same holder and amount, of which one may take the other back. `rows` of the temporary table `changed_row` or a list. */
const besideSql = (rows: string) => `select distinct o.row from rec_bank_flow f join rec_bank_flow o
    on o.holder = f.holder and o.fen = f.fen and o.currency = f.currency and o.row <> f.row and o.outcome = 'reversed'
      and abs(julianday(o.day) - julianday(f.day)) <= ${reversalDays}
  where f.row in (${rows})`;

/**
 * Takes the rows of `changed_row` out of their pairs before they are read again: lines that mirrored them stand for themselves. Returns the
 * bookings whose outcome may have come from one of them and has to be read anew.
 */
export function loosenBookings({ db }: Store): number[] {
  const changed = 'select id from changed_row';
  const pairs = db
    .prepare<[], { row: number; mirror: number }>(
      `select row, mirror_of as mirror from rec_bank_flow where mirror_of is not null and (row in (${changed}) or mirror_of in (${changed}))`,
    )
    .all();
  const less = db.prepare(
    'update sheet set rows_mirrored = rows_mirrored - 1 where id = (select sheet from row where id = ?)',
  );
  for (const { row, mirror } of pairs) {
    less.run(row);
    less.run(mirror);
  }
  db.exec(`update rec_bank_flow set mirror_of = null where row in (${changed}) or mirror_of in (${changed})`);
  const beside = db.prepare<[], number>(besideSql(changed)).pluck().all();
  return [...new Set([...beside, ...pairs.flatMap(({ row, mirror }) => [row, mirror])])];
}

/** The same for rows as they have become: what they take back, or what takes them back. */
export const bookingsBeside = ({ db }: Store, rows: readonly number[]): number[] =>
  db.prepare<[string], number>(besideSql('select value from json_each(?)')).pluck().all(JSON.stringify(rows));
