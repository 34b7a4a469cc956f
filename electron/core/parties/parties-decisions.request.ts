import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import { prepared } from '../store/prepared.ts';

type Row = Answer<'parties.decisions'>['rows'][number];

const listed = `from party_decision where id in (
  select min(id) from party_decision where @text = '' or instr(name_a, @text) or instr(name_b, @text) or instr(reason, @text) group by batch)`;

/** What persons decided, one line for what was decided in one go; taken-back ones stay listed. */
export default answerInCase('parties.decisions', ({ text, offset, limit }, { openCase: { store } }) => {
  const total = prepared<[{ text: string }], { n: number }>(store, `select count(*) as n ${listed}`).get({ text })!.n;
  const rows = prepared<[{ text: string; limit: number; offset: number }], Row>(
    store,
    `select batch as decision, verdict, (select count(*) from party_decision n where n.batch = party_decision.batch) as pairs,
       name_a as nameA, name_b as nameB, reason, at, actor, undone_at as undoneAt, undone_by as undoneBy
     ${listed} order by id desc limit @limit offset @offset`,
  ).all({ text, limit, offset });
  return ok({ total, rows });
});
