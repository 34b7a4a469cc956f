import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { prepared } from '../store/prepared.ts';
import { type CitedRow, evidenceRows } from './evidence-rows.ts';
import { describeCheck, readCheck } from './read-conference-check.ts';

/** One conference: its ten elements and six contradictions, the money that belongs to it, the findings that name it. */
export default answerInCase('conference.read', ({ rowId }, { openCase }) => {
  const { store } = openCase;
  const check = readCheck(store, rowId);
  if (!check) return failed('source.not-found');
  const money = prepared<[number], { row: number; explained: number }>(
    store,
    `select y.row as row, y.explained as explained from meeting_payment y
     where y.meeting_row in (select m.row from meeting m where m.conference = ?) order by y.day, y.row`,
  ).all(check.conference);
  const findings = prepared<
    [{ conference: number }],
    { id: number; number: string; model: string; status: FindingStatus }
  >(
    store,
    `select distinct f.id as id, f.number as number, f.model as model, f.status as status from finding f
     where f.gone_run is null and (exists (select 1 from finding_subject s where s.finding = f.id and s.party = @conference)
       or exists (select 1 from finding_row r join rec_conference c on c.row = r.row join mention k on k.id = c.conference
                  where r.finding = f.id and r.role = 'evidence' and k.party = @conference)) order by f.number`,
  ).all({ conference: check.conference });
  const cited = money.map(
    ({ row, explained }): CitedRow => ({
      row,
      field: 'amount',
      role: explained === 1 ? 'explained' : 'evidence',
      note: null,
    }),
  );
  return ok({ ...describeCheck(store, check), payments: evidenceRows(store, cited), findings });
});
