import type { EvidenceReader } from '../models/model.ts';

/** Those who paid anything and are wanted, as JSON for a question: most of a million payments are then never read. */
export const payersWho = (evidence: EvidenceReader, isWanted: (payer: number) => boolean): string =>
  JSON.stringify(
    evidence
      .once('payers', () =>
        evidence.all<{ payer: number }>('select distinct payer from payment order by payer').map(({ payer }) => payer),
      )
      .filter(isWanted),
  );
