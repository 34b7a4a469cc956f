import { addDays } from '../../../shared/evidence/day.ts';
import { severityOfAmount, stepped } from './ask/amount-band.ts';
import { fenOf } from './ask/exact.ts';
import { type Flow, memoOf, readFlows, sumOf } from './ask/flows.ts';
import { readHospitals, readMedicalStaff, readOtherEmployees } from './ask/medical-staff.ts';
import { saysLoan, saysRefund, saysWage } from './ask/memo-words.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { isPersonName } from './ask/person-names.ts';
import { readKin } from './ask/staff-family.ts';
import { readTradeGroups } from './ask/staff-payments.ts';
import { count, day, days, fen, measured, noted, ownJudgement, text, yuan } from './ask/values.ts';
import { windowsOf } from './ask/windows.ts';
import { hired, idOf, related } from './example-people.ts';
import { accountOf, meeting, paid, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const five = [
  '启禾器械有限公司',
  '瑞澜医药有限公司',
  '康岫医疗用品有限公司',
  '澄溪锦程贸易有限公司',
  '澄溪合禾推广服务有限公司',
];
const registered = five.map((name, i) => ({
  name,
  legal_rep: `法人${'甲乙丙丁戊'[i]}`,
  address: `澄溪市创新大道${10 + i}号${201 + i}室`,
}));
const inTurn = (
  payee: string,
  yuan: string,
  from: readonly string[] = five,
  on = (i: number) => `2024-0${3 + (i % 3)}-0${1 + i}`,
) => from.map((payer, i) => paid(payer, payee, yuan, on(i), '往来款'));

export default defineModel({
  id: 'fan-in',
  version: 1,
  group: 'G2',
  areas: ['key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'multi-source',
  weight: 0.5,
  title: { zh: '分散转入', en: 'Fan-in' },
  question: {
    zh: '一名自然人是否在一个季度内收到许多互不关联的企业或个人的款项？',
    en: 'Did one natural person receive money from many unrelated companies or people within a quarter?',
  },
  summary: {
    zh: '{{person}}在 {{from}} 至 {{to}} 收到 {{payers}} 个互不关联付款方的 {{rows}} 笔、共 {{fen}}',
    en: '{{person}} received {{rows}} payments of {{fen}} from {{payers}} unrelated payers between {{from}} and {{to}}',
  },
  basis: [
    {
      source: {
        zh: '中国人民银行可疑交易特征（自然人频繁收取法人、其他组织汇款；资金分散转入、集中转出）',
        en: "People's Bank of China, signs of suspicious transactions: natural persons often receiving money of organisations",
      },
      text: {
        zh: '自然人银行账户频繁收取法人、其他组织的汇款，与其身份、业务不符。',
        en: 'Organisations often pay into the account of a natural person, which does not fit who he is.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '90 天、五个付款方、五万元没有公开标准，由本工具给出；可能一致行动的企业合并为一个付款方。',
        en: "90 days, five payers and 50,000 yuan are this tool's; companies that may be in one hand count once.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'W',
      label: { zh: '窗口', en: 'Window' },
      unit: days,
      default: 90,
      min: 7,
      max: 365,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'k',
      label: { zh: '付款方', en: 'Payers' },
      unit: { zh: '个', en: 'payers' },
      default: 5,
      min: 2,
      max: 100,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'min',
      label: { zh: '合计起点', en: 'Least total' },
      unit: yuan,
      default: 50_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: ownJudgement,
    },
    {
      name: 'least',
      label: { zh: '单笔起点', en: 'Least payment' },
      unit: yuan,
      default: 1000,
      min: 0,
      max: 1_000_000,
      step: 100,
      basis: { zh: '本工具判断：略去红包、分摊餐费', en: 'Judgement: leaves out red packets and shared meals' },
    },
  ],
  innocent: [
    { zh: '私人诊所、网店、个体经营的收入', en: 'Income of a private clinic, an online shop or a small business' },
    { zh: '出售房屋、车辆的款项', en: 'The price of a house or a car' },
    { zh: '婚丧礼金', en: 'Gifts at weddings and funerals' },
  ],
  blindSpots: [
    {
      zh: '经银行卡收单、第三方支付汇总到账的，看不到各付款方',
      en: 'Payers behind a payment institution are not seen',
    },
    {
      zh: '摘要写工资、借款、退款的不计；用人单位和亲属只在名册、亲属关系表里有的才能排除',
      en: 'What is called wages, loans or refunds is left out; employers and relatives are left out only where a list names them',
    },
  ],

  find(evidence, settings) {
    const flows = readFlows(evidence);
    const staff = readMedicalStaff(evidence);
    const { groupOf } = readTradeGroups(evidence);
    const close = readClose(evidence);
    const groupsOf = (list: readonly Flow[]) => new Set(list.map(({ payer }) => groupOf(payer)));
    const least = fenOf(settings.least);
    const candidates = flows.payees.filter((party) => {
      const { kind, name } = evidence.party(party);
      return kind === 'person' && flows.countInto(party) >= settings.k && isPersonName(name);
    });
    const hits: Hit[] = [];
    for (const person of candidates) {
      evidence.breathe();
      const from = flows
        .into(person)
        .filter((flow) => flow.fen >= least && isOutsider(evidence, flow.payer) && !close.get(person)?.has(flow.payer));
      const open = from.filter(({ explained }) => !explained);
      if (groupsOf(open).size < settings.k || sumOf(open) < fenOf(settings.min)) continue;
      const lent = new Set(flows.outOf(person).map((flow) => `${flow.payee} ${flow.fen}`));
      const counted = open.filter(
        (flow) => !lent.has(`${flow.payer} ${flow.fen}`) && isIncome(memoOf(evidence, flow.row)),
      );
      const best = busiest(counted, settings.W, groupsOf);
      if (!best || groupsOf(best).size < settings.k || sumOf(best) < fenOf(settings.min)) continue;
      const settled = best.filter(({ doubtful }) => !doubtful);
      const holdsWithout = groupsOf(settled).size >= settings.k && sumOf(settled) >= fenOf(settings.min);
      const placed = staff.get(person);
      const who = evidence.party(person);
      const total = sumOf(best);
      const [first, last] = [best[0]!.day, best.at(-1)!.day];
      const severity = Math.max(2, severityOfAmount(total));
      hits.push({
        key: who.uid,
        severity: stepped(severity, placed?.keyPost ? 1 : 0),
        confidence: best.every(({ payeeAlone }) => payeeAlone) ? 0.3 : (placed ? 0.8 : 0.6) * (holdsWithout ? 1 : 0.5),
        params: {
          person: text(who.name),
          from: day(first),
          to: day(last),
          payers: count(groupsOf(best).size),
          rows: count(best.length),
          fen: fen(total),
        },
        measures: [
          measured(
            { zh: '互不关联的付款方', en: 'Unrelated payers' },
            count(groupsOf(best).size),
            '>=',
            count(settings.k),
            'k',
          ),
          measured({ zh: '窗口内合计', en: 'Total in the window' }, fen(total), '>=', fen(fenOf(settings.min)), 'min'),
          noted(
            { zh: '其中单位付款方', en: 'Of these organisations' },
            count(groupsOf(best.filter(({ payer }) => evidence.party(payer).kind !== 'person')).size),
          ),
          noted(
            { zh: '已由真实会议解释的付款', en: 'Payments explained by genuine conferences' },
            count(from.length - open.length),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'payee', party: person, name: who.name },
          ...[...new Set(best.map(({ payer }) => payer))].map((payer) => ({
            role: 'payer',
            party: payer,
            name: evidence.party(payer).name,
          })),
        ],
        rows: [
          ...best.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
          ...from
            .filter((flow) => flow.explained && flow.day >= first && flow.day < addDays(first, settings.W))
            .map(
              ({ row }): HitRow => ({
                row,
                field: 'amount',
                role: 'explained',
                note: { zh: '真实会议的讲课费或会议款', en: 'Fee or money of a genuine conference' },
              }),
            ),
          ...(placed
            ? [
                {
                  row: placed.row,
                  field: placed.field,
                  role: 'context',
                  note: { zh: '任职依据', en: 'Where the employment is written' },
                } as const,
              ]
            : []),
        ],
      });
    }
    return { examined: candidates.length, hits };
  },

  examples: [
    {
      title: '五家互不关联的企业三个月内各付一万元：正好五万元',
      sheets: { company: registered, bank_flow: inTurn('沈以墨', '10000.00') },
      finds: ['沈以墨'],
    },
    {
      title: '第五个付款方在第九十日',
      sheets: {
        company: registered,
        bank_flow: inTurn('沈以墨', '20000.00', five, (i) => (i === 4 ? '2024-03-30' : '2024-01-01')),
      },
      finds: ['沈以墨'],
    },
    {
      title: '三家企业和两名个人转给设备科科长',
      sheets: {
        company: registered,
        staff: [hired('沈国梁', '澄溪市第一人民医院', { dept: '设备科', position: '科长', title: '' })],
        bank_flow: [
          ...inTurn('沈国梁', '30000.00', five.slice(0, 3)),
          ...inTurn('沈国梁', '18000.00', ['叶知秋', '薛明远']),
        ].map((row) => ({
          ...row,
          counterparty_id_no: idOf('沈国梁'),
        })),
      },
      finds: ['沈国梁'],
    },
    {
      title: '第五个付款方在第九十一日；四个付款方；合计 49 999.95 元：不提示',
      sheets: {
        company: registered,
        bank_flow: [
          ...inTurn('沈以墨', '20000.00', five, (i) => (i === 4 ? '2024-03-31' : '2024-01-01')),
          ...inTurn('罗一舟', '50000.00', five.slice(0, 4)),
          ...inTurn('顾长宁', '9999.99'),
        ],
      },
      finds: [],
    },
    {
      title: '五家企业的法定代表人是同一人：只算一家，不提示',
      sheets: {
        company: registered.map((row) => ({ ...row, legal_rep: '钱致远' })),
        bank_flow: inTurn('沈以墨', '20000.00'),
      },
      finds: [],
    },
    {
      title: '用人单位、配偶、本人出借后收回、退款：不算，不提示',
      sheets: {
        company: registered,
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        kinship: [related('沈以墨', '白若川', '配偶')],
        bank_flow: [
          ...inTurn('沈以墨', '20000.00', five.slice(0, 2)),
          paid('沈以墨', five[2]!, '20000.00', '2024-01-05', '押款'),
          paid(five[2]!, '沈以墨', '20000.00', '2024-03-05', '往来款'),
          paid(five[3]!, '沈以墨', '20000.00', '2024-03-06', '退货款退款'),
          paid('澄溪市第一人民医院', '沈以墨', '20000.00', '2024-03-07', '往来款'),
          { ...paid('白若川', '沈以墨', '20000.00', '2024-03-08', '转账'), holder_id_no: idOf('白若川') },
        ].map((row) =>
          row.counterparty_name === '沈以墨'
            ? { ...row, counterparty_id_no: idOf('沈以墨') }
            : { ...row, holder_id_no: idOf('沈以墨') },
        ),
      },
      finds: [],
    },
    {
      title: '五家企业付的是五场真实会议的讲课费：已解释，不提示',
      sheets: {
        conference: five.map((sponsor, i) =>
          meeting(`云澜骨科论坛第${'一二三四五'[i]}场`, `2024-03-${10 + i}`, {
            sponsor,
            filing_no: `澄溪会备〔2024〕30${i}号`,
            venue: `澄溪会展中心${'一二三四五'[i]}号厅`,
          }),
        ),
        conference_person: five.flatMap((_, i) =>
          signedIn(`云澜骨科论坛第${'一二三四五'[i]}场`, `2024-03-${10 + i}`, [
            ['沈以墨', '澄溪市第一人民医院', '6000.00'],
          ]).map((row) => ({
            ...row,
            account_no: row.name === '沈以墨' ? accountOf('沈以墨') : '',
          })),
        ),
        bank_flow: [
          ...five.map((sponsor, i) => paid(sponsor, '沈以墨', '6000.00', `2024-03-${10 + i}`, '讲课费')),
          paid('叶知秋', '沈以墨', '30000.00', '2024-03-20', '转账'),
        ],
      },
      finds: [],
    },
    {
      title: '没有银行流水：无法判断',
      sheets: { conference: [meeting('云澜骨科春季论坛', '2024-04-12')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const outsiders = new Set(['company', 'org', 'association', 'person']);

/** Payers that count: companies, societies and people; a name that is neither a firm's nor a person's tells nobody. */
function isOutsider(evidence: EvidenceReader, payer: number): boolean {
  const { kind, name } = evidence.party(payer);
  return outsiders.has(kind) && !isMoneyAgent(name) && (kind !== 'person' || isPersonName(name));
}

const isIncome = (memo: string): boolean => !saysWage(memo) && !saysLoan(memo) && !saysRefund(memo);

/** Person → employers and relatives. */
function readClose(evidence: EvidenceReader): Map<number, Set<number>> {
  const close = new Map<number, Set<number>>();
  const put = (person: number, other: number) => close.set(person, (close.get(person) ?? new Set()).add(other));
  for (const [person, orgs] of readHospitals(evidence)) for (const org of orgs) put(person, org);
  for (const [person, orgs] of readOtherEmployees(evidence, readMedicalStaff(evidence)))
    for (const org of orgs) put(person, org);
  for (const { person, relative } of readKin(evidence)) {
    put(person, relative);
    put(relative, person);
  }
  return close;
}

/** The window with the most payers; of equal ones that with the most money, then the first. */
function busiest(
  payments: readonly Flow[],
  length: number,
  groupsOf: (list: readonly Flow[]) => ReadonlySet<number>,
): Flow[] | undefined {
  let best: { list: Flow[]; groups: number; fen: number } | undefined;
  for (const { from, to } of windowsOf(payments, length)) {
    const list = payments.slice(from, to);
    const [groups, total] = [groupsOf(list).size, sumOf(list)];
    if (!best || groups > best.groups || (groups === best.groups && total > best.fen))
      best = { list, groups, fen: total };
  }
  return best?.list;
}
