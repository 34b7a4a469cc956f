import type { EvidenceReader } from '../model.ts';

/** The first and the last day of any statement or ledger: what came before or after is not in the case. undefined: there is no money at all. */
export const readSpanOfMoney = (
  evidence: EvidenceReader,
): { readonly first: string; readonly last: string } | undefined =>
  evidence.once('span of money', () => {
    const span = evidence.one<{ first: string | null; last: string | null }>(
      `select min(first) as first, max(last) as last
       from (select min(day) as first, max(day) as last from payment union all select min(day), max(day) from fee)`,
    );
    return span?.first && span.last ? { first: span.first, last: span.last } : undefined;
  });
