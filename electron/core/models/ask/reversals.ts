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
export const readReversals = (evidence: EvidenceReader): ReadonlySet<number> =>
  evidence.once('reversals', () => {
    const negative = evidence.all<Line>(
      'select row, company, payee, fen, day from fee where fen < 0 order by day, row',
    );
    // one reading of the ledgers: each negative line by itself would look through all lines of its amount
    const lines = Map.groupBy(
      evidence.all<Line>(
        `select row, company, payee, fen, day from fee
         where fen in (select -fen from fee where fen < 0) order by day desc, row desc`,
      ),
      ({ company, payee, fen }) => `${company} ${payee} ${fen}`,
    );
    const rows = new Set<number>();
    for (const { row, company, payee, fen, day } of negative) {
      const taken = lines.get(`${company} ${payee} ${-fen}`)?.find((line) => line.day <= day && !rows.has(line.row));
      if (taken) rows.add(taken.row).add(row);
    }
    return rows;
  });
