import type { EvidenceReader } from '../../models/model.ts';
import { answer, type Board, type BoardRow, byFigures, money, number, party, ratio } from './board.ts';
import { sumOf } from './read-layers.ts';

interface Fee {
  readonly row: number;
  readonly company: number;
  readonly payee: number;
  readonly kind: string;
  readonly fen: number;
  /** the check of the conference it was matched with */
  readonly result: string | null;
  readonly isPaid: number;
}

interface Paid {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
}

/** What an organisation passed on to individuals, and which part of what it received from organisations that is; null where it received nothing. */
interface Passed {
  readonly people: number;
  readonly fen: number;
  readonly share: number | null;
  /** column → its rows */
  readonly behind: NonNullable<BoardRow['behind']>;
}

/** Fees that buy promotion: the types of the ledgers' own dictionary. */
const promoting = ['academic_promo', 'conference', 'lecture', 'sponsorship', 'consulting', 'research', 'market_survey'];

/** 推广费六查: what speaks for a promotion fee being what it says, by payer and payee (S28, S16). */
export default {
  id: 'promotion',
  title: { zh: '推广费六查', en: 'Six checks of promotion fees' },
  question: {
    zh: '企业列支的推广类费用，会议、合同、发票、付款对得上吗，收款方又把钱付给了谁？',
    en: 'Do conferences, contracts, invoices and payments stand behind the promotion fees of a company, and whom did the payee pay?',
  },
  method: {
    zh: '按付款企业与收款方合并费用明细账中的推广、会议、讲课、赞助、咨询、研究、调研类费用。六查：会议、合同、发票、银行付款、对公收款、收款后转给多少人、占其收款几成（一半以上标出）。缺少相应表格，或双方的流水都没有调取时为“未知”，不等于没有。对不上的项数乘以金额，大的在前。',
    en: 'Fees for promotion, conferences, lectures, sponsoring, consulting, research and surveys in expense ledgers, by payer and payee. Six checks: conference, contract, invoice, bank payment, corporate payee, and to how many people the payee passed how much of it (half or more is marked). Without the sheet, or without a statement of either side, the answer is unknown, which does not mean no. Open checks times the amount, the largest first.',
  },
  columns: [
    { id: 'company', title: { zh: '付款企业', en: 'Payer' }, kind: 'name' },
    { id: 'payee', title: { zh: '收款方', en: 'Payee' }, kind: 'name' },
    { id: 'amount', title: { zh: '费用合计', en: 'Fees' }, kind: 'money' },
    { id: 'count', title: { zh: '笔数', en: 'Lines' }, kind: 'number' },
    { id: 'meeting', title: { zh: '1 会议', en: '1 Conference' }, kind: 'answer' },
    { id: 'contract', title: { zh: '2 合同', en: '2 Contract' }, kind: 'answer' },
    { id: 'invoice', title: { zh: '3 发票', en: '3 Invoice' }, kind: 'answer' },
    { id: 'paid', title: { zh: '4 付款', en: '4 Payment' }, kind: 'answer' },
    { id: 'corporate', title: { zh: '5 对公', en: '5 Corporate' }, kind: 'answer' },
    { id: 'people', title: { zh: '6 转个人', en: '6 To people' }, kind: 'number' },
    { id: 'passed', title: { zh: '转给个人金额', en: 'Passed on' }, kind: 'money' },
    { id: 'share', title: { zh: '占其收款', en: 'Of its receipts' }, kind: 'number' },
  ],
  needs: [{ category: 'expense', fields: ['payee_name', 'amount'] }],
  models: ['academic-fee-no-conference', 'sham-conference', 'fan-out', 'cso-shell', 'invoice-flow-contract-mismatch'],

  read(evidence) {
    const fees = evidence.all<Fee>(
      `select f.row as row, f.company as company, f.payee as payee, f.payee_kind as kind, f.fen as fen, m.result as result,
              exists (select 1 from paid_booking b where b.ledger_row = f.row) as isPaid
       from fee f left join meeting_payment m on m.row = f.row
       where f.company is not null and f.payee is not null and f.type in (${promoting.map((type) => `'${type}'`).join(', ')}) order by f.row`,
    );
    const behind = papers(evidence);
    const holders = evidence.all<{ holder: number }>('select holder from statement_holder').map(({ holder }) => holder);
    const onward = passedOn(evidence, holders);
    const stated = new Set(holders);
    return [...Map.groupBy(fees, ({ company, payee }) => `${company} ${payee}`).values()]
      .map((lines) => {
        const { company, payee, kind } = lines[0]!;
        const total = lines.reduce((sum, { fen }) => sum + fen, 0);
        const met = lines.filter(({ result }) => result !== null).length;
        const pair = `${company} ${payee}`;
        const passed = onward.get(payee);
        const isCorporate = kind !== 'person';
        const checks = [
          answer(evidence.has('conference'), met === lines.length && met > 0, {
            zh: `${met} / 共 ${lines.length} 笔有对应会议`,
            en: `${met} of ${lines.length} lines have a conference`,
          }),
          answer(evidence.has('contract'), behind.contracts.has(pair)),
          answer(evidence.has('invoice'), behind.invoices.has(pair)),
          answer(
            stated.has(company) || stated.has(payee),
            lines.every(({ isPaid }) => isPaid === 1),
            {
              zh: `${lines.filter(({ isPaid }) => isPaid === 1).length} / 共 ${lines.length} 笔有银行付款`,
              en: `${lines.filter(({ isPaid }) => isPaid === 1).length} of ${lines.length} lines have a bank payment`,
            },
          ),
          answer(true, isCorporate),
        ];
        const open = checks.filter((check) => check.type === 'answer' && check.answer === 'no').length;
        const share = passed?.share ?? null;
        return {
          open,
          total,
          row: {
            key: `${evidence.party(company).uid} ${evidence.party(payee).uid}`,
            cells: [
              party(evidence, company),
              party(evidence, payee),
              money(total),
              number(lines.length),
              ...checks,
              number(passed?.people ?? null),
              money(passed?.fen ?? null),
              ratio(share, share !== null && share >= 0.5),
            ],
            cited: cites(lines),
            ...(passed && { behind: passed.behind }),
            parties: [company, payee],
          },
        };
      })
      .sort(
        byFigures(
          (each) => each.open * each.total,
          (each) => each.total,
        ),
      )
      .map(({ row }) => row);
  },
} satisfies Board;

/** Pairs of payer and payee between whom contracts and invoices exist. */
function papers(evidence: EvidenceReader): { contracts: ReadonlySet<string>; invoices: ReadonlySet<string> } {
  const contracts = evidence.all<{ a: number; b: number }>('select distinct party_a as a, party_b as b from contract');
  const invoices = evidence.all<{ buyer: number; seller: number }>('select distinct buyer, seller from invoice');
  return {
    contracts: new Set(contracts.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`])),
    invoices: new Set(invoices.map(({ buyer, seller }) => `${buyer} ${seller}`)),
  };
}

/** Of the payees of fees whose own statements are here. */
function passedOn(evidence: EvidenceReader, holders: readonly number[]): ReadonlyMap<number, Passed> {
  const read = (of: 'payer' | 'payee', where: string) =>
    Map.groupBy(
      evidence.all<Paid>(
        `select row, payer, payee, fen from payment
         where ${where} and ${of} in (select holder from statement_holder) and ${of} in (select payee from fee) order by row`,
      ),
      (each) => each[of],
    );
  const paid = read('payer', "payee_kind = 'person'");
  const received = read('payee', "payer_kind <> 'person'");
  return new Map(
    holders.map((holder) => {
      const [out, into] = [paid.get(holder) ?? [], received.get(holder) ?? []];
      const [fen, all] = [sumOf(out), sumOf(into)];
      const people = cites(out);
      const passed: Passed = {
        people: new Set(out.map(({ payee }) => payee)).size,
        fen,
        share: all > 0 ? fen / all : null,
        behind: { people, passed: people, share: [...people, ...cites(into)] },
      };
      return [holder, passed];
    }),
  );
}

const cites = (list: ReadonlyArray<{ readonly row: number }>) => list.map(({ row }) => ({ row, field: 'amount' }));
