import type { EvidenceReader } from '../../models/model.ts';
import { type Board, type BoardRow, byFigures, money, number, party, ratio, text } from './board.ts';
import { type CompanyLayers, readLayers, sumOf } from './read-layers.ts';

/** 企业逐层资金: what a company spent on promotion, through which firms and platforms it went on, and how many doctors it reached (S16). */
export default {
  id: 'company-layers',
  title: { zh: '企业逐层资金', en: 'Money by layers' },
  question: {
    zh: '企业的推广款经过推广服务商、用工平台到了多少代表和医生手里，还有多少没有会议或合同可以解释？',
    en: 'Through which promotion firms and labour platforms did the promotion money of a company go, how many representatives and doctors did it reach, and how much is explained by no conference and no contract?',
  },
  method: {
    zh: '推广款＝企业付给推广服务商、会务公司、用工平台和个人的款项（银行付款；没有银行付款的取费用账，不重复计）。下游各层是这些机构付出的全部款项，不只是该企业的钱；“占其收款”说明该企业在其中的份额。剩余＝推广款－真实会议的款项－有成果或批件的服务合同内的款项；发票只作对照，不能单独解释。没有会议表也没有合同表时剩余未知。',
    en: 'Promotion money = what the company paid to promotion firms, conference firms, labour platforms and people (bank payments; ledger lines where no payment was found; nothing twice). The layers below show everything these firms paid on, not only the money of this company; "of their receipts" says its share. Remainder = promotion money less what belongs to genuine conferences and what a service contract with a deliverable or approval covers; an invoice alone explains nothing. Without lists of conferences and of contracts the remainder is unknown.',
  },
  columns: [
    { id: 'company', title: { zh: '企业', en: 'Company' }, kind: 'name' },
    { id: 'spent', title: { zh: '推广款', en: 'Promotion money' }, kind: 'money' },
    { id: 'remainder', title: { zh: '剩余未解释', en: 'Unexplained' }, kind: 'money' },
    { id: 'share', title: { zh: '剩余占比', en: 'Of the money' }, kind: 'number' },
    { id: 'doctors', title: { zh: '收款医生', en: 'Doctors paid' }, kind: 'number' },
    { id: 'toDoctors', title: { zh: '到医生', en: 'To doctors' }, kind: 'money' },
    { id: 'firms', title: { zh: '推广机构', en: 'Firms' }, kind: 'number' },
    { id: 'toFirms', title: { zh: '到推广机构', en: 'To firms' }, kind: 'money' },
    { id: 'platforms', title: { zh: '用工平台', en: 'Platforms' }, kind: 'number' },
    { id: 'toPlatforms', title: { zh: '到用工平台', en: 'To platforms' }, kind: 'money' },
    { id: 'reps', title: { zh: '代表', en: 'Reps paid' }, kind: 'number' },
    { id: 'toReps', title: { zh: '到代表', en: 'To reps' }, kind: 'money' },
    { id: 'others', title: { zh: '其他个人', en: 'Other people' }, kind: 'number' },
    { id: 'toOthers', title: { zh: '到其他个人', en: 'To others' }, kind: 'money' },
    { id: 'ofTheirs', title: { zh: '占其收款', en: 'Of their receipts' }, kind: 'number' },
    { id: 'invoiced', title: { zh: '取得发票', en: 'Invoiced' }, kind: 'money' },
    { id: 'meetings', title: { zh: '赞助会议', en: 'Conferences' }, kind: 'number' },
    { id: 'visited', title: { zh: '拜访医生', en: 'Doctors visited' }, kind: 'number' },
    { id: 'explained', title: { zh: '已解释', en: 'Explained' }, kind: 'money' },
  ],
  layers: [
    { title: { zh: '企业的推广款', en: 'Promotion money of the company' }, amount: 'spent', heads: null },
    { title: { zh: '推广机构', en: 'Promotion firms' }, amount: 'toFirms', heads: 'firms' },
    { title: { zh: '用工平台', en: 'Labour platforms' }, amount: 'toPlatforms', heads: 'platforms' },
    { title: { zh: '医药代表', en: 'Representatives' }, amount: 'toReps', heads: 'reps' },
    { title: { zh: '医生及其家属', en: 'Doctors and their families' }, amount: 'toDoctors', heads: 'doctors' },
    { title: { zh: '其他个人', en: 'Other people' }, amount: 'toOthers', heads: 'others' },
    { title: { zh: '剩余未解释', en: 'Unexplained remainder' }, amount: 'remainder', heads: null },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' }],
  models: ['academic-fee-no-conference', 'cso-shell', 'fan-out', 'scatter-gather', 'sponsorship-split'],

  read: (evidence) =>
    readLayers(evidence)
      .map((layers) => ({ remainder: sumOf(layers.open), spent: sumOf(layers.spent), row: lineOf(evidence, layers) }))
      .sort(
        byFigures(
          (each) => each.remainder,
          (each) => each.spent,
        ),
      )
      .map(({ row }) => row),
} satisfies Board;

function lineOf(evidence: EvidenceReader, layers: CompanyLayers): BoardRow {
  const { company, spent, firms, platforms, doctors, reps, others, invoices, meetings, visits, explained, open } =
    layers;
  const [total, rest] = [sumOf(spent), sumOf(open)];
  const canExplain = evidence.has('conference') || evidence.has('contract');
  const share = canExplain && total > 0 ? rest / total : null;
  const heads = (list: ReadonlyArray<{ readonly payee: number }>) => new Set(list.map(({ payee }) => payee)).size;
  const cells = [
    party(evidence, company),
    money(total),
    money(canExplain ? rest : null),
    ratio(share),
    number(heads(doctors)),
    money(sumOf(doctors)),
    number(heads(firms)),
    money(sumOf(firms)),
    number(heads(platforms)),
    money(sumOf(platforms)),
    number(heads(reps)),
    money(sumOf(reps)),
    number(heads(others)),
    money(sumOf(others)),
    layers.ofReceipts === null ? text('') : ratio(layers.ofReceipts),
    money(evidence.has('invoice') ? sumOf(invoices) : null),
    number(evidence.has('conference') ? meetings.length : null),
    number(evidence.has('rep_activity') ? new Set(visits.map(({ doctor }) => doctor)).size : null),
    money(canExplain ? sumOf(explained) : null),
  ];
  const behind = {
    spent,
    remainder: canExplain ? open : [],
    share: canExplain ? open : [],
    doctors,
    toDoctors: doctors,
    firms,
    toFirms: firms,
    platforms,
    toPlatforms: platforms,
    reps,
    toReps: reps,
    others,
    toOthers: others,
    ofTheirs: layers.receipts,
    invoiced: invoices,
    meetings,
    visited: visits,
    explained: explained.flatMap((each) => [
      each,
      ...(each.contract === null ? [] : [{ row: each.contract, field: 'party_b' }]),
    ]),
  };
  const cites = (list: ReadonlyArray<{ readonly row: number; readonly field: string }>) =>
    list.map(({ row, field }) => ({ row, field }));
  return {
    key: evidence.party(company).uid,
    cells,
    cited: cites([...spent, ...doctors, ...platforms, ...reps, ...others, ...invoices, ...meetings, ...visits]),
    behind: Object.fromEntries(Object.entries(behind).map(([column, list]) => [column, cites(list)])),
    parties: [company],
  };
}
