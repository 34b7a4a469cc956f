import type { EvidenceReader } from '../model.ts';

interface Line {
  readonly row: number;
  readonly company: number | null;
  readonly payee: number | null;
  readonly fen: number;
  readonly day: string;
}

/**
 * 红字冲销: a negative ledger line takes back the latest earlier line (or one of the same day) of the same company and payee with that
 * amount. Returns the rows of both; money that was taken back is nobody's.
 */
export function readReversals(evidence: EvidenceReader): Set<number> {
  const negative = evidence.all<Line>('select row, company, payee, fen, day from fee where fen < 0 order by day, row');
  const rows = new Set<number>();
  for (const line of negative) {
    const taken = evidence
      .all<Line>(
        `select row, company, payee, fen, day from fee
         where company is :company and payee is :payee and fen = :fen and day <= :day order by day desc, row desc`,
        { company: line.company, payee: line.payee, fen: -line.fen, day: line.day },
      )
      .find(({ row }) => !rows.has(row));
    if (taken) rows.add(taken.row).add(line.row);
  }
  return rows;
}
