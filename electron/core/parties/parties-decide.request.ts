import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { pairsLike } from './alike/open-pairs.ts';
import { decidePairs } from './decide-pairs.ts';
import { whyApart } from './two-numbers.ts';

/**
 * 同一, 不同, 存疑: one verdict on one or many pairs. "same" joins them, as a job; the others only remember. A single pair that cannot be
 * one is refused; among many it stays two parties and is counted.
 */
export default answerInCase('parties.decide', async (ask, core) => {
  const { store, actor } = core.openCase;
  const pairs = ask.pairs ?? (ask.all ? pairsLike(store, ask.all) : []);
  if (ask.all && ask.all.expected !== pairs.length)
    return failed('parties.count-changed', { params: { expected: ask.all.expected, now: pairs.length } });
  if (pairs.length === 0) return failed('parties.no-pairs');
  if (pairs.some(({ a, b }) => a === b)) return failed('party.with-itself');
  const { verdict, reason } = ask;
  if (verdict === 'same') {
    const why = pairs.length === 1 ? whyApart(store, pairs[0]!.a, pairs[0]!.b) : undefined;
    if (why) return { ok: false, problem: why };
    const reply = await core.runJob('parties.same', {
      pairs: pairs.map(({ a, b }) => ({ a, b })),
      reason,
      how: 'decided',
    });
    if (!reply.ok) return reply;
    core.changed('case', 'parties', 'graph', 'findings', 'journal');
    return ok({ decision: reply.value.decision, pairs: pairs.length, apart: reply.value.apart });
  }
  const at = core.shell.now();
  const decision = store.transaction(() => {
    const batch = decidePairs(store, verdict, pairs, { at: at.toISOString(), actor, reason });
    const [a, b] = [partyCard(store, pairs[0]!.a).name, partyCard(store, pairs[0]!.b).name];
    const params = { verdict, pairs: pairs.length, a, b, reason, decision: batch };
    writeJournal(store, { actor, at, action: 'parties.decided', params });
    return batch;
  });
  core.changed('parties', 'journal');
  return ok({ decision, pairs: pairs.length, apart: 0 });
});
