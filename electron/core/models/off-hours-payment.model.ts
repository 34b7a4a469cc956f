import { addDays } from '../../../shared/evidence/day.ts';
import { type Flow, readFlows, sumOf } from './ask/flows.ts';
import { isPersonName } from './ask/person-names.ts';
import { citeKin, readStaffPayments, type StaffPayment } from './ask/staff-payments.ts';
import { atLeastByChance } from './ask/statistics.ts';
import { byDay, citePayment } from './ask/trade-payments.ts';
import { count, days, fen, measured, noted, number, ownJudgement, ratio, text } from './ask/values.ts';
import { calendar, dayOff, isBeforeFestival, isInCalendar } from './ask/work-calendar.ts';
import { hired, idOf, related } from './example-people.ts';
import { accountOf, type ExampleRow, meeting, paid, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

/** 23:00 to 05:00. */
const NIGHT = { from: 23 * 3600, to: 5 * 3600 } as const;
/** Payments for a proper conference are made until three days after it. */
const AFTER_MEETING = 3;

// for the examples: what the company pays on working days, so that there is something to compare with
const usual = Array.from({ length: 40 }, (_, i) =>
  paid(
    '瑞澜医药有限公司',
    '澄溪物流有限公司',
    `${5000 + i}.00`,
    `2024-0${3 + (i % 4)}-${String(11 + (i % 5)).padStart(2, '0')}`,
    '运费',
  ),
).map((row, i) =>
  dayOff(row.txn_date!) === null && !isBeforeFestival(row.txn_date!, 7)
    ? row
    : { ...row, txn_date: '2024-03-13', summary: `运费${i}` },
);
const gift = (on: string, more: ExampleRow = {}, to = '沈以墨'): ExampleRow => ({
  ...paid('瑞澜医药有限公司', to, '6000.00', on, '服务费'),
  counterparty_id_no: idOf(to),
  ...more,
});
const doctor = hired('沈以墨', '澄溪市第一人民医院');

export default defineModel({
  id: 'off-hours-payment',
  version: 1,
  group: 'G2',
  areas: ['key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'timing',
  weight: 0.2,
  title: { zh: '节假日、深夜付款', en: 'Weekend, holiday or night payment' },
  question: {
    zh: '医药企业一方付给医务人员及其亲属的款项，是否明显多在节假日、深夜或节前几天，而其他付款并非如此？',
    en: 'Does a pharmaceutical company pay hospital staff and their relatives clearly more often on days off, at night or before festivals than it pays others?',
  },
  summary: {
    zh: '{{payer}}付给{{person}}一方的 {{all}} 笔中有 {{rows}} 笔在节假日、深夜或节前（{{share}}），其他付款的比例为 {{base}}',
    en: '{{rows}} of {{all}} payments of {{payer}} to {{person}} and relatives fell on days off, at night or before festivals ({{share}}); of its other payments {{base}} did',
  },
  basis: [
    {
      source: {
        zh: '国务院办公厅历年“关于部分节假日安排的通知”（2017—2026 年）',
        en: 'Yearly notices of the General Office of the State Council on public holidays, 2017 to 2026',
      },
      text: {
        zh: '放假与调休上班的日期。本工具收录 2017 年 1 月 1 日至 2026 年 12 月 25 日；此外的日期不判断。',
        en: 'Days off and days worked instead, from 1 January 2017 to 25 December 2026; other days are not judged.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '四笔、显著性 0.01、节前七天没有公开标准，由本工具给出；只作辅助线索。',
        en: "Four payments, a significance of 0.01 and seven days before a festival are this tool's; a supporting sign only.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'n0',
      label: { zh: '最少笔数', en: 'Least number' },
      unit: { zh: '笔', en: 'payments' },
      default: 4,
      min: 2,
      max: 100,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'alpha',
      label: { zh: '显著性', en: 'Significance' },
      unit: { zh: '概率', en: 'probability' },
      default: 0.01,
      min: 0.0001,
      max: 0.1,
      step: 0.0001,
      basis: ownJudgement,
    },
    {
      name: 'pre',
      label: { zh: '春节、端午、中秋前', en: 'Before Spring Festival, Dragon Boat, Mid-Autumn' },
      unit: days,
      default: 7,
      min: 0,
      max: 30,
      step: 1,
      basis: { zh: '本工具判断：送礼时节', en: 'Judgement: the season of gifts' },
    },
  ],
  innocent: [
    { zh: '周末会议当场支付', en: 'Weekend conferences that pay on the spot' },
    { zh: '银行批量入账的时间', en: 'The hour at which the bank posts batches' },
    {
      zh: '企业一贯在月末、节前集中结算',
      en: 'A company that always settles at the end of months or before festivals',
    },
  ],
  blindSpots: [
    { zh: '没有时间的流水看不出深夜', en: 'Bookings without a time show no night' },
    {
      zh: '付款方没有付给其他人的款项可比较时，与本案全部单位付款比较',
      en: 'A payer without other payments is compared with all organisations of the case',
    },
    { zh: '地方性节假日、医院自己的轮休不知道', en: 'Local holidays and rosters of hospitals are not known' },
  ],
  coverage: (evidence) => {
    const payments = readStaffPayments(evidence);
    return payments.length > 0 && !payments.some(({ day }) => isInCalendar(day))
      ? [outside(payments.length, payments.length)]
      : [];
  },

  find(evidence, settings) {
    const flows = readFlows(evidence);
    const all = readStaffPayments(evidence);
    const secondOf = new Map(
      [...new Set(all.map(({ payee }) => payee))].flatMap((payee) =>
        flows.into(payee).map(({ row, second }) => [row, second] as const),
      ),
    );
    const judged = all.filter(({ day, precision }) => isInCalendar(day) && precision !== 'month');
    const meetings = readMeetingDays(evidence);
    const base = baseRates(evidence, settings.pre);
    const hits: Hit[] = [];
    const pairs = Map.groupBy(judged, ({ company, person }) => `${company} ${person}`);
    for (const payments of pairs.values()) {
      evidence.breathe();
      const { company, person } = payments[0]!;
      const list = payments
        .filter((each) => each.explained === null && !meetings(company, each.day) && !meetings(person, each.day))
        .sort(byDay);
      const label = (each: StaffPayment) => labelOf(each.day, secondOf.get(each.row) ?? -1, settings.pre);
      const odd = list.filter((each) => label(each) !== null);
      const { off, n } = base(company);
      const chance = atLeastByChance(odd.length, list.length, (off + 1) / (n + 2));
      if (odd.length < settings.n0 || chance >= settings.alpha) continue;
      const [payer, who] = [evidence.party(company), evidence.party(person)];
      const festive = new Set(
        odd
          .filter((each) => isBeforeFestival(each.day, settings.pre) || dayOff(each.day) === 'holiday')
          .map(({ day }) => day.slice(0, 4)),
      );
      hits.push({
        key: `${payer.uid}→${who.uid}`,
        severity: festive.size >= 2 ? 2 : 1,
        confidence: odd.every(({ alone }) => alone === 1)
          ? 0.3
          : 0.6 * (odd.every(({ result }) => result === 'doubtful' || result === 'unverified') ? 0.5 : 1),
        params: {
          payer: text(payer.name),
          person: text(who.name),
          all: count(list.length),
          rows: count(odd.length),
          share: ratio(odd.length / list.length),
          base: ratio(n === 0 ? 0 : off / n),
        },
        measures: [
          measured(
            { zh: '节假日、深夜、节前的付款', en: 'Payments at such times' },
            count(odd.length),
            '>=',
            count(settings.n0),
            'n0',
          ),
          measured(
            { zh: '偶然出现的概率', en: 'Probability by chance' },
            number(Math.round(chance * 1e6) / 1e6),
            '<',
            number(settings.alpha),
            'alpha',
          ),
          noted({ zh: '用来比较的其他付款', en: 'Other payments it is compared with' }, count(n)),
          noted({ zh: '涉及节日的年份', en: 'Years with festivals' }, count(festive.size)),
          noted({ zh: '合计', en: 'Total' }, fen(sumOf(odd))),
        ],
        fen: sumOf(odd),
        subjects: [
          { role: 'payer', party: company, name: payer.name },
          { role: 'person', party: person, name: who.name },
          ...[...new Set(odd.flatMap(({ kin, payee }) => (kin === null ? [] : [payee])))].map((party) => ({
            role: 'payee',
            party,
            name: evidence.party(party).name,
          })),
        ],
        rows: [
          ...odd.flatMap((each): HitRow[] =>
            citePayment(each).map((row) => (row.role === 'evidence' ? { ...row, note: labels[label(each)!] } : row)),
          ),
          ...citeKin(odd),
        ],
      });
    }
    const left = all.length - judged.length;
    return { examined: pairs.size, hits, ...(left > 0 ? { unjudged: [outside(left, all.length)] } : {}) };
  },

  examples: [
    {
      title: '四笔付给医生，都在周六、周日、国庆假期',
      sheets: {
        staff: [doctor],
        bank_flow: [...usual, ...['2024-03-09', '2024-03-24', '2024-04-20', '2024-10-03'].map((on) => gift(on))],
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '两年春节、中秋前七天内各一笔',
      sheets: {
        staff: [doctor],
        bank_flow: [...usual, ...['2023-01-16', '2023-09-22', '2024-02-05', '2024-09-10'].map((on) => gift(on))],
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '四笔在工作日 23:00 至次日 04:59，其中两笔付给配偶',
      sheets: {
        staff: [doctor],
        kinship: [related('沈以墨', '白若川', '配偶')],
        bank_flow: [
          ...usual.map((row) => ({ ...row, txn_time: '10:20:00' })),
          gift('2024-03-12', { txn_time: '23:00:00' }),
          gift('2024-03-20', { txn_time: '04:59:59' }),
          gift('2024-04-10', { txn_time: '23:40:10' }, '白若川'),
          gift('2024-04-16', { txn_time: '01:15:00' }, '白若川'),
        ],
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '周末但调休上班（2024-02-18、04-07、04-28、05-11）；22:59:59 与 05:00:00：不提示',
      sheets: {
        staff: [doctor, hired('罗一舟', '澄溪市第一人民医院')],
        bank_flow: [
          ...usual,
          ...['2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11'].map((on) => gift(on)),
          ...['22:59:59', '05:00:00', '22:10:00', '06:00:00'].map((at, i) =>
            gift(`2024-03-1${2 + i}`, { txn_time: at }, '罗一舟'),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '只有三笔在周末：不提示',
      sheets: {
        staff: [doctor],
        bank_flow: [...usual, ...['2024-03-09', '2024-03-24', '2024-04-20', '2024-04-22'].map((on) => gift(on))],
      },
      finds: [],
    },
    {
      title: '企业对谁都在周末付款：没有异于常情，不提示',
      sheets: {
        staff: [doctor],
        bank_flow: [
          ...usual.map((row, i) => ({
            ...row,
            txn_date: ['2024-03-09', '2024-03-10', '2024-03-16', '2024-03-17'][i % 4]!,
          })),
          ...['2024-03-09', '2024-03-24', '2024-04-20', '2024-04-21'].map((on) => gift(on)),
        ],
      },
      finds: [],
    },
    {
      title: '真实会议期间及会后三日内支付：不提示',
      sheets: {
        staff: [doctor],
        conference: [
          meeting('云澜骨科春季论坛', '2024-04-12', {
            end_date: '2024-04-14',
            sponsor: '瑞澜医药有限公司',
            total_cost: '160000.00',
          }),
        ],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [
          ['沈以墨', '澄溪市第一人民医院', '6000.00'],
        ]).map((row) => ({
          ...row,
          account_no: row.name === '沈以墨' ? accountOf('沈以墨') : '',
        })),
        bank_flow: [
          ...usual,
          ...['2024-04-13', '2024-04-13', '2024-04-14', '2024-04-14'].map((on, i) =>
            gift(on, { txn_no: `T${i}`, amount: `${900 + i}.00` }),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '付款都在 2016 年，没有收录当年的节假日安排：无法判断',
      sheets: {
        staff: [doctor],
        bank_flow: ['2016-03-12', '2016-03-13', '2016-03-19', '2016-03-20'].map((on) => gift(on)),
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Label = 'night' | 'holiday' | 'weekend' | 'festival';

const labels: Readonly<Record<Label, { zh: string; en: string }>> = {
  night: { zh: '深夜（23:00—05:00）', en: 'At night (23:00 to 05:00)' },
  holiday: { zh: '法定节假日', en: 'Public holiday' },
  weekend: { zh: '周末', en: 'Weekend' },
  festival: { zh: '节前', en: 'Before a festival' },
};

/** What is conspicuous about a moment, or null. */
function labelOf(day: string, second: number, pre: number): Label | null {
  const off = dayOff(day);
  if (off !== null) return off;
  if (second >= NIGHT.from || (second >= 0 && second < NIGHT.to)) return 'night';
  return isBeforeFestival(day, pre) ? 'festival' : null;
}

const outside = (left: number, all: number): Lack => ({
  id: 'calendar',
  words: {
    zh: `${all} 笔付款中有 ${left} 笔不在收录的节假日安排之内（${calendar.first} 至 ${calendar.last}）或只有月份`,
    en: `${left} of ${all} payments lie outside the holiday calendar (${calendar.first} to ${calendar.last}) or have only a month`,
  },
});

/** Whether a party stood behind a genuine conference or came to it, and the day is one of the conference or of its settlement. */
function readMeetingDays(evidence: EvidenceReader): (party: number, day: string) => boolean {
  const days = Map.groupBy(
    evidence.all<{ party: number; from: string; to: string }>(
      `select p.party as party, m.start_day as "from", m.end_day as "to" from meeting_party p cross join meeting m on m.row = p.row
       where m.result = 'genuine' and p.party is not null
       union select a.person, m.start_day, m.end_day from meeting m join attendance a on a.conference = m.conference
       where m.result = 'genuine' and a.person is not null`,
    ),
    ({ party }) => party,
  );
  return (party, day) =>
    (days.get(party) ?? []).some(({ from, to }) => day >= from && day <= addDays(to, AFTER_MEETING));
}

/** How often a company pays others at such times; of one that pays hardly anybody else, how often all organisations of the case do. */
function baseRates(evidence: EvidenceReader, pre: number): (company: number) => { off: number; n: number } {
  const flows = readFlows(evidence);
  const medical = new Set(readStaffPayments(evidence).map(({ payee }) => payee));
  const isOdd = (flow: Flow) => labelOf(flow.day, flow.second, pre) !== null;
  const rates = new Map<number, { off: number; n: number }>();
  const rateOf = (company: number) => {
    const known = rates.get(company);
    if (known) return known;
    evidence.breathe();
    const others = flows.outOf(company).filter((flow) => !medical.has(flow.payee) && isInCalendar(flow.day));
    const rate = { off: others.filter(isOdd).length, n: others.length };
    rates.set(company, rate);
    return rate;
  };
  const ENOUGH = 20;
  let whole: { off: number; n: number } | undefined;
  const ofAll = () => {
    whole ??= flows.payers
      .filter((payer) => {
        const { kind, name } = evidence.party(payer);
        return kind === 'company' || kind === 'association' || (kind === 'org' && !isPersonName(name));
      })
      .map(rateOf)
      .reduce((sum, each) => ({ off: sum.off + each.off, n: sum.n + each.n }), { off: 0, n: 0 });
    return whole;
  };
  return (company) => {
    const own = rateOf(company);
    return own.n >= ENOUGH ? own : ofAll();
  };
}
