import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { whyApart } from './two-numbers.ts';

/** Joins two parties by hand; refused where each has a valid number of its own. */
export default answerInCase('parties.merge', async ({ a, b, reason }, core) => {
  if (a === b) return failed('party.with-itself');
  const why = whyApart(core.openCase.store, a, b);
  if (why) return { ok: false, problem: why };
  const reply = await core.runJob('parties.same', { pairs: [{ a, b }], reason, how: 'merged' });
  if (!reply.ok) return reply;
  core.changed('case', 'parties', 'graph', 'findings', 'journal');
  return ok({ decision: reply.value.decision, party: reply.value.party });
});
