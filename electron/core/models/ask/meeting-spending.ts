import type { EvidenceReader, HitRow } from '../model.ts';
import type { Meeting } from './meetings.ts';

/** A payment or ledger line of a conference. */
export interface MoneyLine {
  readonly row: number;
  readonly conference: number;
  readonly fen: number;
  readonly ledgerRow: number | null;
}

/** Conference → payments and ledger lines that belong to it; of one payment the ledger line, with the booking beside it. */
export const readMeetingMoney = (evidence: EvidenceReader): ReadonlyMap<number, readonly MoneyLine[]> =>
  evidence.once('meeting money', () => {
    const lines = evidence.all<Omit<MoneyLine, 'ledgerRow'>>(
      'select row, conference, fen from meeting_payment order by row',
    );
    const rows = new Set(lines.map(({ row }) => row));
    // of one payment both sides may belong to the conference; looked up here, as a join it would be made for each line
    const ledgerOf = new Map(
      evidence
        .all<{ bank: number; ledger: number }>('select bank_row as bank, ledger_row as ledger from paid_booking')
        .filter(({ ledger }) => rows.has(ledger))
        .map(({ bank, ledger }) => [bank, ledger]),
    );
    return Map.groupBy(
      lines.map((line): MoneyLine => ({ ...line, ledgerRow: ledgerOf.get(line.row) ?? null })),
      ({ conference }) => conference,
    );
  });

/** What a conference cost, in fen, with the cells that say so. */
export interface Spent {
  readonly fen: number;
  readonly seen: number;
  readonly stated: number;
  readonly rows: readonly HitRow[];
}

/** What a conference cost: the payments found for it; where none was found, what the list states. */
export function spentOn(records: readonly Meeting[], lines: readonly MoneyLine[]): Spent {
  const own = lines.filter(({ ledgerRow }) => ledgerRow === null);
  const seen = own.reduce((sum, line) => sum + line.fen, 0);
  const stated = Math.max(...records.map(({ totalFen, sponsorFen }) => Math.max(totalFen ?? 0, sponsorFen ?? 0)));
  const inTotal = records.find(({ totalFen }) => (totalFen ?? 0) === stated);
  const figure = seen > 0 ? 'name' : inTotal ? 'total_cost' : 'sponsor_amount';
  const cited =
    seen > 0 ? records[0]! : (inTotal ?? records.find(({ sponsorFen }) => (sponsorFen ?? 0) === stated) ?? records[0]!);
  return {
    fen: seen > 0 ? seen : stated,
    seen,
    stated,
    rows: [
      ...records.map(
        (record): HitRow => ({ row: record.row, field: record === cited ? figure : 'name', role: 'evidence' }),
      ),
      ...lines.map(
        (line): HitRow =>
          line.ledgerRow === null
            ? { row: line.row, field: 'amount', role: 'evidence' }
            : {
                row: line.row,
                field: 'amount',
                role: 'context',
                note: { zh: '同一笔款项的银行流水', en: 'The bank booking of the same payment' },
              },
      ),
    ],
  };
}
