import type { Bilingual, FindingStatus } from '../../../shared/protocol/parts.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { CitedRow } from '../store/cited-rows.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { type EvidenceRow, evidenceRows } from './evidence-rows.ts';
import { describeCheck, readCheck } from './read-conference-check.ts';

/** One conference: its ten elements and six contradictions, the money that belongs to it, the findings that name it. */
export default answerInCase('conference.read', ({ rowId }, { openCase }) => {
  const { store } = openCase;
  const check = readCheck(store, rowId);
  if (!check) return failed('source.not-found');
  const money = prepared<[number], Money>(
    store,
    `select y.row as row, y.explained as explained, b.bank_row as bank from meeting_payment y left join paid_booking b on b.ledger_row = y.row
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
  return ok({ ...describeCheck(store, check), payments: paymentsOf(store, money), findings });
});

interface Money {
  readonly row: number;
  readonly explained: number;
  /** the booking of a bank statement that is the same payment as this line of a ledger */
  readonly bank: number | null;
}

/** Each payment once: where both the statement and the ledger have it, the line of the ledger is a further place of the same payment. */
function paymentsOf(store: Store, money: readonly Money[]): EvidenceRow[] {
  const rows = new Set(money.map(({ row }) => row));
  const isBooked = ({ bank }: Money) => bank !== null && rows.has(bank);
  const booked = new Map(money.filter(isBooked).map((line) => [line.bank, line]));
  const cite = ({ row, explained }: Money): CitedRow => ({
    row,
    role: explained === 1 || booked.get(row)?.explained === 1 ? 'explained' : 'evidence',
    cells: [{ field: 'amount', note: null }],
  });
  return evidenceRows(store, money.filter((line) => !isBooked(line)).map(cite)).map((payment) => {
    const line = booked.get(payment.rowId);
    return line
      ? { ...payment, also: evidenceRows(store, [cite(line)]).map(({ source }) => ({ note: sameMoney, source })) }
      : payment;
  });
}

const sameMoney: Bilingual = { zh: '同一笔款项的费用账', en: 'The ledger line of the same payment' };
