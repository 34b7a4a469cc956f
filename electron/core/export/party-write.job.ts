import { createHash } from 'node:crypto';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { partyCard } from '../store/party-cards.ts';
import type { MaskLevel } from './masker.ts';
import { writeDossier } from './summary-workbook.ts';

declare module '../job.ts' {
  interface Jobs {
    'party.write': {
      payload: { party: number; mask: MaskLevel; lang: 'zh-CN' | 'en'; purpose: string };
      result: { name: string; bytes: number; sha256: string; sheets: Array<{ title: string; rows: number }> };
    };
  }
}

/** Writes the dossier of one party to its target and its digest into the journal. */
export default defineJob('party.write', async ({ party, ...options }, job) => {
  const [target] = job.files;
  if (!target) throw new Error('party.write needs a target');
  const at = job.now();
  const { store, actor } = job.openCase;
  const { name } = partyCard(store, party);
  const { bytes, pages } = await writeDossier(job.openCase, party, {
    ...options,
    at,
    tick: () => job.checkCancelled(),
  });
  job.write(target, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const params = { name, file: target.name, sha256, mask: options.mask, purpose: options.purpose };
  writeJournal(store, { actor, at, action: 'party.written', params });
  return ok({ name: target.name, bytes: bytes.length, sha256, sheets: pages });
});
