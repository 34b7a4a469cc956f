import { ok, type Reply } from '../../../shared/protocol/problem.ts';
import { answerInCase, type CaseContext } from '../request.ts';
import type { PartyComparison } from './compare-parties.ts';
import { ticketsToLookAt } from './tickets.ts';

interface Kept {
  readonly key: string;
  readonly comparison: Promise<Reply<PartyComparison>>;
}

/** The last comparison of each open case: its pages are asked for one by one, and trying takes as long as importing. */
const kept = new WeakMap<CaseContext['openCase'], Kept>();

export default answerInCase('import.parties', async ({ tickets, answers, wishes, view, offset, limit }, core) => {
  const files = ticketsToLookAt(core.tickets, tickets);
  if (!files.ok) return files;
  // whatever changes the case writes the journal
  const head = core.openCase.store.db.prepare('select max(seq) from journal').pluck().get();
  const key = JSON.stringify([tickets, answers, wishes, head]);
  let known = kept.get(core.openCase);
  if (known?.key !== key) {
    known = { key, comparison: core.runJob('import.parties', { answers, wishes }, files.value) };
    kept.set(core.openCase, known);
  }
  const reply = await known.comparison;
  if (!reply.ok) {
    kept.delete(core.openCase);
    return reply;
  }
  const { joined, created, apart, ...counts } = reply.value;
  const all = { joined, new: created, apart }[view];
  const part = <T>(list: readonly T[], of: typeof view): T[] => (of === view ? list.slice(offset, offset + limit) : []);
  return ok({
    ...counts,
    newParties: created.length,
    apart: apart.length,
    total: all.length,
    joined: part(joined, 'joined'),
    new: part(created, 'new'),
    keptApart: part(apart, 'apart'),
  });
});
