import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import { prepared } from '../store/prepared.ts';

type Run = Answer<'runs.list'>['rows'][number];

/** 历次运行, the latest first: what each changed about the findings, and why. */
export default answerInCase('runs.list', ({ offset, limit }, { openCase: { store } }) => {
  const total = prepared<[], { n: number }>(store, 'select count(*) as n from run where by_hand = 0').get()!.n;
  const runs = prepared<[number, number], Omit<Run, 'changes' | 'reasons'>>(
    store,
    `select r.id as id, r.at as at, r.actor as actor, r.ms as ms,
       (select count(*) from run_model m where m.run = r.id) as models,
       (select count(*) from run_model m where m.run = r.id and m.same_as is not null) as unchanged,
       (select count(*) from run_model m where m.run = r.id and m.status = 'cannot-judge') as cannotJudge,
       (select count(*) from run_model m where m.run = r.id and m.status = 'failed') as failed
     from run r where r.by_hand = 0 order by r.id desc limit ? offset ?`,
  ).all(limit, offset);
  const changes = prepared<[number], { change: string; findings: number }>(
    store,
    'select change, count(*) as findings from run_change where run = ? group by change',
  );
  const reasons = prepared<[number], Run['reasons'][number]>(
    store,
    `select c.change as change, w.value as why, count(*) as findings from run_change c join json_each(c.why) w
     where c.run = ? group by c.change, w.value order by c.change, findings desc, w.value`,
  );
  const rows = runs.map((run) => ({
    ...run,
    changes: Object.fromEntries(changes.all(run.id).map(({ change, findings }) => [change, findings])),
    reasons: reasons.all(run.id),
  }));
  return ok({ total, rows });
});
