import type { EvidenceReader } from '../model.ts';

/** 医药代表备案: one filing. Days are null where the sheet does not say them. */
export interface Filing {
  readonly row: number;
  readonly person: number;
  readonly company: number;
  readonly agency: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: 'in_force' | 'expired' | 'deregistered' | null;
}

/** Every filing of the case, in the order of its facts. */
export const readFilings = (evidence: EvidenceReader): readonly Filing[] =>
  evidence.once('filings', () =>
    evidence.all<Filing>(
      `select row, person, company, agency, valid_from as "from", valid_to as "to", status from rep_filing
       where company is not null order by person, valid_from, filing_no, row`,
    ),
  );

/**
 * Whether two filings were in force at one time: by their days, and where days are missing because the list calls both in force. When a cancelled
 * one ended is not known, so that it overlaps nothing.
 */
export function overlap(a: Filing, b: Filing): boolean {
  if (a.status === 'deregistered' || b.status === 'deregistered') return false;
  if (a.from === null || a.to === null || b.from === null || b.to === null)
    return a.status === 'in_force' && b.status === 'in_force';
  return a.from <= b.to && b.from <= a.to;
}
