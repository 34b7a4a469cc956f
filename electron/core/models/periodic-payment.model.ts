import { dayNumber } from '../../../shared/evidence/day.ts';
import { isSpreadAtMost, spreadOf } from './ask/exact.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { citeKin, readStaffPayments, type StaffPayment } from './ask/staff-payments.ts';
import { byDay, citePayment, sumOf } from './ask/trade-payments.ts';
import { count, day, fen, measured, noted, number, text } from './ask/values.ts';
import { agreed, hired, idOf, related } from './example-people.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** A month and a quarter, in days from payment to payment. */
const rhythms = [
  { least: 25, most: 35, zh: '每月', en: 'monthly' },
  { least: 80, most: 100, zh: '每季', en: 'quarterly' },
] as const;

// for the examples
const company = '启禾医疗器械有限公司';
const register: ExampleRow = { name: company, legal_rep: '罗一舟', role: '经销企业' };
const doctor = hired('沈以墨', '澄溪市第一人民医院');
const monthly = ['2024-01-15', '2024-02-15', '2024-03-15', '2024-04-15', '2024-05-15'];
const paidOn = (days: readonly string[], to = '沈以墨', memo = '咨询费'): ExampleRow[] =>
  days.map((on, i) => paid(company, to, `${3000 + i * 100}.00`, on, memo, { counterparty_id_no: idOf(to) }));

export default defineModel({
  id: 'periodic-payment',
  version: 1,
  group: 'G3',
  areas: ['key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'kickback',
  weight: 0.4,
  title: { zh: '定期定额付款', en: 'Periodic fixed payments to a doctor' },
  question: {
    zh: '同一企业是否每月或每季有规律地付款给同一医务人员或其亲属，而没有劳动关系或合同？',
    en: 'Does one company pay one person of a hospital or a relative regularly, month by month or quarter by quarter, without employment or contract?',
  },
  summary: {
    zh: '{{payer}}在 {{from}} 至 {{to}} 向{{person}}有规律地付款 {{rows}} 次、共 {{fen}}，平均间隔 {{gap}} 天',
    en: '{{payer}} paid {{person}} regularly, {{rows}} times, {{fen}} between {{from}} and {{to}}, every {{gap}} days on average',
  },
  basis: [
    {
      source: {
        zh: '国家卫生健康委《全国医药领域腐败问题集中整治工作有关问答》（2023-08-15）',
        en: 'National Health Commission, questions and answers of 2023-08-15',
      },
      text: {
        zh: '医疗卫生机构内“关键少数”和关键岗位，以及药品、器械、耗材等方面的“带金销售”。',
        en: 'Key posts of hospitals, and sales of medicines, devices and consumables that are paid for.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '间隔 25–35 天或 80–100 天、五次、变异系数 0.2 没有公开标准，由本工具给出。',
        en: "Gaps of 25-35 or 80-100 days, five payments and a variation of 0.2 are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' }],
  settings: [
    {
      name: 'n0',
      label: { zh: '最少次数', en: 'Least payments' },
      unit: { zh: '次', en: 'payments' },
      default: 5,
      min: 3,
      max: 60,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'cv',
      label: { zh: '间隔的变异系数', en: 'Variation of the gaps' },
      unit: { zh: '标准差/均值', en: 'standard deviation / mean' },
      default: 0.2,
      min: 0,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断：间隔大致相等', en: 'Judgement: gaps that are about equal' },
    },
  ],
  innocent: [
    { zh: '房租、借款按期归还', en: 'Rent, or a loan repaid by instalments' },
    { zh: '备案的多点执业报酬', en: 'Pay for registered practice at a second place' },
    { zh: '有合同和工作记录的长期顾问', en: 'A long-standing consultant with contract and records' },
  ],
  blindSpots: [
    {
      zh: '夹有不规则付款的，间隔不再相等，看不出来',
      en: 'Irregular payments in between spoil the rhythm and hide it',
    },
    {
      zh: '未见劳动合同、社保和多点执业备案，只按任职和摘要排除',
      en: 'Employment contracts, insurance and practice registers are not at hand: employment and words are all that excludes',
    },
    { zh: '不同公司轮流付款的，看不出来', en: 'Companies that take turns are not seen' },
  ],

  find(evidence, settings) {
    const employers = readEmployers(evidence);
    const payments = readStaffPayments(evidence).filter(
      ({ precision, payee, company: payer, memo }) =>
        precision !== 'month' && !employers.get(payee)?.has(payer) && !otherWords.test(memo),
    );
    const byPair = Map.groupBy(payments, ({ payer, payee }) => `${payer} ${payee}`);
    const staff = readMedicalStaff(evidence);
    const hits: Hit[] = [];
    for (const all of byPair.values()) {
      evidence.breathe();
      const counted = all.filter(({ explained }) => explained === null).sort(byDay);
      const gaps = gapsOf(counted);
      const rhythm = rhythmOf(gaps);
      if (gaps.length + 1 < settings.n0 || !rhythm || !isSpreadAtMost(gaps, settings.cv)) continue;
      const { payer, payee, person, company: from } = counted[0]!;
      const [who, source] = [evidence.party(payee), evidence.party(payer)];
      const total = sumOf(counted);
      const nameOnly = counted.every(({ alone }) => alone === 1);
      const settled = counted.filter(({ result }) => result === null || result === 'sham');
      hits.push({
        key: `${source.uid}→${who.uid}`,
        severity: 2,
        confidence: nameOnly ? 0.3 : 0.6 * (settled.length * 2 > counted.length ? 1 : 0.5),
        params: {
          payer: text(source.name),
          person: text(who.name),
          from: day(counted[0]!.day),
          to: day(counted.at(-1)!.day),
          rows: count(gaps.length + 1),
          fen: fen(total),
          gap: number(Math.round((10 * sum(gaps)) / gaps.length) / 10),
        },
        measures: [
          measured(
            { zh: '付款次数（同日合并）', en: 'Payments (of one day together)' },
            count(gaps.length + 1),
            '>=',
            count(settings.n0),
            'n0',
          ),
          measured(
            { zh: '间隔的变异系数', en: 'Variation of the gaps' },
            number(spreadOf(gaps)),
            '<=',
            number(settings.cv),
            'cv',
          ),
          noted(
            { zh: `平均间隔（${rhythm.zh}）`, en: `Mean gap (${rhythm.en}), days` },
            number(Math.round((10 * sum(gaps)) / gaps.length) / 10),
          ),
          noted(
            { zh: '金额的变异系数', en: 'Variation of the amounts' },
            number(spreadOf(counted.map((each) => each.fen))),
          ),
          noted(
            { zh: '已由会议或合同解释的付款', en: 'Explained by conferences or contracts' },
            count(all.length - counted.length),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'payee', party: payee, name: who.name },
          ...(person === payee ? [] : [{ role: 'person', party: person, name: evidence.party(person).name }]),
          { role: 'payer', party: payer, name: source.name },
          ...(from === payer ? [] : [{ role: 'payer', party: from, name: evidence.party(from).name }]),
        ],
        rows: [...all.flatMap(citePayment), ...citeKin(counted), ...employmentOf(staff.get(person))],
      });
    }
    return { examined: byPair.size, hits };
  },

  examples: [
    {
      title: '五个月每月付款，金额相近',
      sheets: { company: [register], staff: [doctor], bank_flow: paidOn(monthly) },
      finds: ['沈以墨'],
    },
    {
      title: '每季付款，正好五次',
      sheets: {
        company: [register],
        staff: [doctor],
        bank_flow: paidOn(['2023-01-10', '2023-04-10', '2023-07-10', '2023-10-10', '2024-01-10']),
      },
      finds: ['沈以墨'],
    },
    {
      title: '每月付给医生的妻子',
      sheets: {
        company: [register],
        staff: [doctor],
        kinship: [related('沈以墨', '陆望舒', '妻子')],
        bank_flow: paidOn(monthly, '陆望舒'),
      },
      finds: ['陆望舒'],
    },
    {
      title: '只有四次：不提示',
      sheets: { company: [register], staff: [doctor], bank_flow: paidOn(monthly.slice(0, 4)) },
      finds: [],
    },
    {
      title: '间隔忽长忽短：不提示',
      sheets: {
        company: [register],
        staff: [doctor],
        bank_flow: paidOn(['2024-01-15', '2024-02-01', '2024-03-20', '2024-04-05', '2024-05-20']),
      },
      finds: [],
    },
    {
      title: '每两个月一次：不是月，也不是季，不提示',
      sheets: {
        company: [register],
        staff: [doctor],
        bank_flow: paidOn(['2024-01-15', '2024-03-15', '2024-05-15', '2024-07-15', '2024-09-15']),
      },
      finds: [],
    },
    {
      title: '长期顾问有合同和工作报告：不提示',
      sheets: {
        company: [register],
        staff: [doctor],
        contract: [
          agreed(company, '沈以墨', '20000.00', '2024-01-05', '咨询服务', { deliverable: '月度工作报告五份' }),
        ],
        bank_flow: paidOn(monthly),
      },
      finds: [],
    },
    {
      title: '每月房租：不提示',
      sheets: { company: [register], staff: [doctor], bank_flow: paidOn(monthly, '沈以墨', '房租') },
      finds: [],
    },
    {
      title: '没有银行流水和费用账：无法判断',
      sheets: { staff: [doctor] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const otherWords = /房租|租金|租赁|借款|还款|按揭|分期/;

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Days from one day of payment to the next. */
function gapsOf(payments: readonly StaffPayment[]): number[] {
  const on = [...new Set(payments.map((each) => dayNumber(each.day)))];
  return on.slice(1).map((each, i) => each - on[i]!);
}

/** The rhythm whose bounds hold the mean gap, in whole numbers. */
const rhythmOf = (gaps: readonly number[]) =>
  rhythms.find(
    ({ least, most }) => gaps.length > 0 && sum(gaps) >= least * gaps.length && sum(gaps) <= most * gaps.length,
  );

/** Person → whom some sheet says the person works for. */
function readEmployers(evidence: EvidenceReader): Map<number, Set<number>> {
  const employers = new Map<number, Set<number>>();
  for (const { person, org } of evidence.all<{ person: number; org: number }>(
    `select distinct e.person, e.org from employment e join who o on o.party = e.org where o.kind in ('company', 'org') order by e.person, e.org`,
  )) {
    const known = employers.get(person);
    if (known) known.add(org);
    else employers.set(person, new Set([org]));
  }
  return employers;
}

const employmentOf = (placed: { readonly row: number; readonly field: string } | undefined): HitRow[] =>
  placed
    ? [
        {
          row: placed.row,
          field: placed.field,
          role: 'context',
          note: { zh: '任职依据', en: 'Where the employment is written' },
        },
      ]
    : [];
