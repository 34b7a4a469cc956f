import type { EvidenceReader } from '../model.ts';

/** The days between the first and the last booking of somebody's own statements. */
export interface Statement {
  readonly holder: number;
  readonly from: string;
  readonly to: string;
}

/** 本方流水: whose own statements the case has. Of everybody else only what others booked with them is known. */
export const readStatements = (evidence: EvidenceReader): ReadonlyMap<number, Statement> =>
  evidence.once(
    'statements',
    () =>
      new Map(
        evidence
          .all<Statement>('select holder, from_day as "from", to_day as "to" from statement_holder order by holder')
          .map((each) => [each.holder, each]),
      ),
  );
