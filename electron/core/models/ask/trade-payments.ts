import type { EvidenceReader, HitRow } from '../model.ts';
import { explainedByContract } from './contracted.ts';
import { readPharmaCompanies } from './pharma-companies.ts';
import { readReversals } from './reversals.ts';
import { readStaffFamily } from './staff-family.ts';

/** Money of the trade to a person. */
export interface TradePayment {
  readonly row: number;
  readonly payer: number;
  /** the company that it is counted for: the payer, or the one company that the paying representative stands for */
  readonly company: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
  readonly precision: string;
  readonly memo: string;
  /** 1: nothing but a name stands beside the payee */
  readonly alone: number;
  /** what accounts for it, and the row of the contract */
  readonly explained: 'conference' | 'contract' | null;
  readonly contract: number | null;
  /** result of the conference the payment belongs to, null where it belongs to none */
  readonly result: string | null;
  /** the ledger line of the same payment */
  readonly copy: number | null;
}

/** Wages and what is paid back are no income from outside. */
const notCounted = /工资|薪金|薪酬|奖金|代发|社保|公积金|报销|退款|退还|还款|借款归还|理赔|退货|保证金/;

/**
 * 医药企业付给个人的款项: bank bookings of companies of the trade, ledger lines that no booking was found for, and what representatives of one company
 * pay to hospital staff and their relatives. Wages, refunds and reversed lines are out. Sorted by row.
 */
export const readTradePayments = (evidence: EvidenceReader): readonly TradePayment[] =>
  evidence.once('trade payments', () => gatherPayments(evidence));

type Read = Omit<TradePayment, 'company' | 'explained' | 'contract'> & { payerKind: string; meeting: number };

function gatherPayments(evidence: EvidenceReader): TradePayment[] {
  const trade = readPharmaCompanies(evidence);
  const reversed = readReversals(evidence);
  const represented = readRepresented(evidence, trade);
  const family = readStaffFamily(evidence);
  const rows = evidence.all<Read>(
    `select p.row as row, p.payer as payer, p.payer_kind as payerKind, p.payee as payee, p.fen as fen, p.day as day, p.precision as precision,
            p.memo as memo, p.payee_alone as alone, coalesce(y.explained, 0) as meeting, y.result as result, b.ledger_row as copy
     from payment p left join meeting_payment y on y.row = p.row left join paid_booking b on b.bank_row = p.row
     where p.payee_kind = 'person' and p.fen > 0 and (p.payer_kind in ('company', 'org') or p.payer in (select person from representing))
     union all
     select f.row, f.company, 'company', f.payee, f.fen, f.day, f.precision, f.memo, f.payee_alone, coalesce(y.explained, 0), y.result, null
     from fee f left join meeting_payment y on y.row = f.row left join paid_booking b on b.ledger_row = f.row
     where f.payee_kind = 'person' and f.company is not null and f.fen > 0 and b.ledger_row is null
     order by row`,
  );
  const counted = rows.flatMap((row) => {
    if (reversed.has(row.row) || notCounted.test(row.memo)) return [];
    const company = trade.has(row.payer) ? row.payer : represented.get(row.payer);
    if (company === undefined) return [];
    if (row.payerKind === 'person' && family.memberOf(row.payee) === undefined) return [];
    return [{ ...row, company }];
  });
  const contracts = explainedByContract(
    evidence,
    counted.map((each) => ({ ...each, payer: each.company })),
  );
  return counted.map(({ meeting, payerKind: _, ...row }) => {
    const contract = contracts.get(row.row) ?? null;
    return { ...row, explained: meeting === 1 ? 'conference' : contract === null ? null : 'contract', contract };
  });
}

/** Representative → the one company of the trade that filings and visits say he stands for. */
function readRepresented(evidence: EvidenceReader, trade: ReadonlySet<number>): Map<number, number> {
  const stands = Map.groupBy(
    evidence
      .all<{ person: number; company: number }>(
        `select distinct person, company from representing where person is not null and company is not null order by person, company`,
      )
      .filter(({ company }) => trade.has(company)),
    ({ person }) => person,
  );
  return new Map([...stands].flatMap(([person, list]) => (list.length === 1 ? [[person, list[0]!.company]] : [])));
}

export const byDay = (
  a: Pick<TradePayment, 'day' | 'row' | 'fen'>,
  b: Pick<TradePayment, 'day' | 'row' | 'fen'>,
): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.fen - b.fen || a.row - b.row);

export const sumOf = (payments: ReadonlyArray<Pick<TradePayment, 'fen'>>): number =>
  payments.reduce((sum, each) => sum + each.fen, 0);

/** The cells of a payment: the booking, beside it the ledger line of the same money, and the contract that explains it. */
export function citePayment({ row, copy, result, explained, contract }: TradePayment): HitRow[] {
  const note =
    explained === 'conference'
      ? { note: { zh: '真实会议的讲课费或会议款', en: 'Fee or money of a genuine conference' } }
      : explained === 'contract'
        ? {
            note: { zh: '有合同和成果或批件可以解释', en: 'A contract with a deliverable or approval accounts for it' },
          }
        : result === 'doubtful' || result === 'unverified'
          ? { note: { zh: '对应会议尚未核实', en: 'Its conference is not verified' } }
          : {};
  const rows: HitRow[] = [{ row, field: 'amount', role: explained === null ? 'evidence' : 'explained', ...note }];
  if (copy !== null)
    rows.push({
      row: copy,
      field: 'amount',
      role: 'context',
      note: { zh: '同一笔款项的费用账', en: 'The ledger line of the same payment' },
    });
  if (contract !== null && explained === 'contract')
    rows.push({ row: contract, field: 'party_b', role: 'counter', note: { zh: '合同', en: 'The contract' } });
  return rows;
}
