import { addDays } from '../../../shared/evidence/day.ts';
import { fenOf, isShareAtLeast, isSpreadAtMost, spreadOf } from './ask/exact.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { isPersonName } from './ask/person-names.ts';
import {
  count,
  day,
  days,
  fen,
  measured,
  noted,
  ownJudgement,
  people,
  ratio,
  share,
  text,
  yuan,
} from './ask/values.ts';
import { episodesOf, windowsOf } from './ask/windows.ts';
import { accountOf, came, meeting, paid, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** So many hospital staff among the payees raise the severity. */
const STAFF = { three: 3, ten: 10 } as const;
/** The payees of one month are those of the month before. */
const PAYROLL_LIKENESS = 0.7;

// for the examples
const ten = ['叶知秋', '薛明远', '孟以宁', '韩思齐', '顾长宁', '沈以墨', '罗一舟', '秦望舒', '白若川', '江映雪'];

export default defineModel({
  id: 'fan-out',
  version: 1,
  group: 'G2',
  areas: ['society_profit', 'trade_misconduct'],
  links: ['sale'],
  family: 'flow-layering',
  weight: 0.45,
  title: { zh: '集中转入分散转出', en: 'Fan-out' },
  question: {
    zh: '是否有主体在几天之内以相近金额付给许多自然人，又不是发工资、退款或会议讲课费？',
    en: 'Did somebody pay similar amounts to many natural persons within days, without wages, refunds or conference fees behind it?',
  },
  summary: {
    zh: '{{payer}}在 {{days}} 日内（{{from}} 起）向 {{payees}} 名自然人付款、共 {{fen}}，其中医务人员 {{staff}} 人；此类集中付款 {{episodes}} 次',
    en: '{{payer}} paid {{payees}} natural persons {{fen}} within {{days}} days (from {{from}}); hospital staff among them: {{staff}}; episodes of this kind: {{episodes}}',
  },
  basis: [
    {
      source: {
        zh: '中国人民银行《金融机构大额交易和可疑交易报告管理办法》及可疑交易特征（资金分散转入、集中转出或集中转入、分散转出）',
        en: "People's Bank of China, rules on reporting large and suspicious transactions: money gathered and spread",
      },
      text: {
        zh: '短期内资金集中转入、分散转出，与客户身份、经营业务明显不符。',
        en: "Money comes in concentrated and leaves spread within a short time, which does not fit the customer's business.",
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '七日、十人、金额离散程度没有公开标准，由本工具给出。',
        en: "Seven days, ten people and the spread of amounts are this tool's.",
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
      default: 7,
      min: 1,
      max: 60,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'k',
      label: { zh: '收款自然人', en: 'Payees' },
      unit: people,
      default: 10,
      min: 3,
      max: 500,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'cv',
      label: { zh: '金额离散程度', en: 'Spread of amounts' },
      unit: { zh: '标准差/均值', en: 'deviation/mean' },
      default: 0.5,
      min: 0,
      max: 5,
      step: 0.05,
      basis: { zh: '本工具判断：金额相近', en: 'Judgement: similar amounts' },
    },
    {
      name: 's',
      label: { zh: '付给自然人的比例', en: 'Share to natural persons' },
      unit: share,
      default: 0.6,
      min: 0,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
    {
      name: 'min_total',
      label: { zh: '窗口内合计起点', en: 'Least total in the window' },
      unit: yuan,
      default: 10_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: { zh: '本工具判断：略去红包等小额', en: 'Judgement: leaves red packets out' },
    },
  ],
  innocent: [
    { zh: '发放工资、劳务报酬或分红', en: 'Wages, labour fees or dividends' },
    { zh: '向患者或顾客退款', en: 'Refunds to patients or customers' },
    { zh: '问卷、调研的小额报酬', en: 'Small rewards for surveys' },
    { zh: '会务公司集中支付讲课费', en: 'An agency paying the speakers of a conference' },
  ],
  blindSpots: [
    {
      zh: '医院、学校、机关付款不纳入：它们成批向个人付款是常态',
      en: 'Hospitals, schools and offices are left out: they pay many people as a rule',
    },
    {
      zh: '只有一个月的工资表会被提示：前后月份没有可比较的付款',
      en: 'A payroll of a single month is flagged: there is nothing to compare it with',
    },
    {
      zh: '通过第三方支付或他人账户分散的看不到',
      en: "What is spread through payment institutions or other people's accounts is not seen",
    },
  ],

  find(evidence, settings) {
    const staff = readMedicalStaff(evidence);
    const byPayer = Map.groupBy(readPayments(evidence), ({ payer }) => payer);
    const hits: Hit[] = [];
    for (const [payer, all] of byPayer) {
      evidence.breathe();
      const counted = all.filter(({ explained, refund }) => explained === 0 && refund === 0).sort(byDay);
      const windows = windowsOf(counted, settings.W).filter(({ from, to }) => {
        const list = counted.slice(from, to);
        return (
          isConspicuous(list, settings) &&
          isMostlyToPeople(evidence, payer, list, settings) &&
          !isPayroll(list, all, staff)
        );
      });
      if (windows.length === 0) continue;
      const episodes = episodesOf(windows).map(({ from, to }) => counted.slice(from, to));
      const peak = windows
        .map(({ from, to }) => counted.slice(from, to))
        .toSorted((a, b) => payeesOf(b).size - payeesOf(a).size || sumOf(b) - sumOf(a))[0]!;
      const rows = episodes.flat();
      const [whole, atPeak] = [payeesOf(rows), payeesOf(peak)];
      const staffPaid = [...whole].filter((person) => staff.has(person));
      const wages = rows.filter(({ memo }) => wageWords.test(memo)).length;
      // payments for conferences that nobody could verify count half
      const settled = counted.filter(({ result }) => result === null || result === 'sham');
      const holdsWithout = windowsOf(settled, settings.W).some(({ from, to }) =>
        isConspicuous(settled.slice(from, to), settings),
      );
      const who = evidence.party(payer);
      hits.push({
        key: who.uid,
        severity: staffPaid.length >= STAFF.ten ? 4 : staffPaid.length >= STAFF.three ? 3 : 2,
        // the words may be true or a cover; the reader decides
        confidence:
          (who.kind === 'person' && rows.every(({ alone }) => alone === 1) ? 0.3 : 0.8) *
          (wages * 2 > rows.length ? 0.5 : 1) *
          (holdsWithout ? 1 : 0.5),
        params: {
          payer: text(who.name),
          days: count(settings.W),
          from: day(peak[0]!.day),
          payees: count(atPeak.size),
          fen: fen(sumOf(peak)),
          staff: count([...atPeak].filter((person) => staff.has(person)).length),
          episodes: count(episodes.length),
        },
        measures: [
          measured(
            { zh: '窗口内收款自然人', en: 'Natural persons paid in the window' },
            count(atPeak.size),
            '>=',
            count(settings.k),
            'k',
          ),
          measured(
            { zh: '金额离散程度', en: 'Spread of amounts' },
            { type: 'number', value: spreadOf(peak.map((each) => each.fen)) },
            '<=',
            { type: 'number', value: settings.cv },
            'cv',
          ),
          measured(
            { zh: '付给自然人的比例', en: 'Share to natural persons' },
            ratio(shareToPeople(evidence, payer, peak)),
            '>=',
            ratio(settings.s),
            's',
          ),
          measured(
            { zh: '窗口内合计', en: 'Total in the window' },
            fen(sumOf(peak)),
            '>=',
            fen(fenOf(settings.min_total)),
            'min_total',
          ),
          noted({ zh: '各次合计收款自然人', en: 'Natural persons over all episodes' }, count(whole.size)),
          noted({ zh: '其中医务人员', en: 'Of these hospital staff' }, count(staffPaid.length)),
          noted(
            { zh: '已由真实会议解释的付款', en: 'Payments explained by genuine conferences' },
            count(all.filter(({ explained }) => explained === 1).length),
          ),
        ],
        fen: sumOf(rows),
        subjects: [{ role: 'payer', party: payer, name: who.name }],
        rows: [
          ...rows.flatMap(cite),
          ...all
            .filter(
              ({ explained, day: on }) =>
                explained === 1 && episodes.some((list) => on >= list[0]!.day && on <= list.at(-1)!.day),
            )
            .map(
              ({ row }): HitRow => ({
                row,
                field: 'amount',
                role: 'explained',
                note: { zh: '真实会议的讲课费', en: 'Fee of a genuine conference' },
              }),
            ),
        ],
      });
    }
    return { examined: byPayer.size, hits };
  },

  examples: [
    {
      title: '七日内付给十名自然人，金额相近',
      sheets: {
        bank_flow: ten.map((name, i) =>
          paid('澄溪合禾推广服务有限公司', name, `${3000 + i * 150}.00`, `2024-06-${10 + (i % 7)}`, '劳务费'),
        ),
      },
      finds: ['澄溪合禾推广服务有限公司'],
    },
    {
      title: '每月付给同一批医务人员：不是发工资，仍提示',
      sheets: {
        conference_person: ten
          .slice(0, 4)
          .map((name) =>
            came('云澜骨科春季论坛', '2024-04-12', name, '澄溪市第一人民医院', { account_no: accountOf(name) }),
          ),
        bank_flow: ['2024-05-15', '2024-06-15', '2024-07-15'].flatMap((on) =>
          ten.map((name) => paid('澄溪合禾推广服务有限公司', name, '5000.00', on, '信息服务费')),
        ),
      },
      finds: ['澄溪合禾推广服务有限公司'],
    },
    {
      title: '只有九名收款人：不提示',
      sheets: {
        bank_flow: ten
          .slice(0, 9)
          .map((name, i) => paid('澄溪合禾推广服务有限公司', name, '5000.00', `2024-06-${10 + (i % 7)}`, '劳务费')),
      },
      finds: [],
    },
    {
      title: '十名收款人分在八日内：任何七日不足十人，不提示',
      sheets: {
        bank_flow: ten.map((name, i) =>
          paid('澄溪合禾推广服务有限公司', name, '5000.00', i === 9 ? '2024-06-17' : '2024-06-10', '劳务费'),
        ),
      },
      finds: [],
    },
    {
      title: '每月同一批职工的工资：不提示',
      sheets: {
        bank_flow: ['2024-05-10', '2024-06-10', '2024-07-10'].flatMap((on) =>
          ten.map((name, i) => paid('禾澜医疗科技有限公司', name, `${8000 + i * 200}.00`, on, '代发工资')),
        ),
      },
      finds: [],
    },
    {
      title: '金额相差悬殊：不提示',
      sheets: {
        bank_flow: ten.map((name, i) =>
          paid('澄溪合禾推广服务有限公司', name, i === 0 ? '200000.00' : '800.00', '2024-06-12', '往来款'),
        ),
      },
      finds: [],
    },
    {
      title: '会务公司付给真实会议的十名讲者：已解释，不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { actual_attendance: '16', total_cost: '160000.00' })],
        conference_person: signedIn(
          '云澜骨科春季论坛',
          '2024-04-12',
          ten.map((name) => [name, '澄溪市第一人民医院', '3000.00'] as const),
        ).map((row) => ({
          ...row,
          account_no: row.role === '讲者' ? accountOf(row.name ?? '') : '',
        })),
        bank_flow: ten.map((name) => paid('云栖会展服务有限公司', name, '3000.00', '2024-04-16', '讲课费')),
      },
      finds: [],
    },
    {
      title: '退还押金：收款人先前付过同样的金额，不提示',
      sheets: {
        bank_flow: [
          ...ten.map((name) => paid(name, '澄溪合禾推广服务有限公司', '2000.00', '2024-03-04', '押金')),
          ...ten.map((name) => paid('澄溪合禾推广服务有限公司', name, '2000.00', '2024-06-12', '退押金')),
        ],
      },
      finds: [],
    },
  ],
});

interface Payment {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
  readonly memo: string;
  /** 1: nothing but a name stands beside the payer */
  readonly alone: number;
  readonly explained: number;
  /** result of the conference the payment belongs to, null where it belongs to none */
  readonly result: string | null;
  /** 1: the payee had paid the payer this very amount before */
  readonly refund: number;
  readonly copy: number | null;
}

const wageWords = /工资|薪|代发|奖金|退款|退费|退还|押金|分红|报销/;

const byDay = (a: Payment, b: Payment): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row);
const sumOf = (payments: readonly Payment[]): number => payments.reduce((sum, each) => sum + each.fen, 0);
const payeesOf = (payments: readonly Payment[]): Set<number> => new Set(payments.map(({ payee }) => payee));

/** Payments of organisations and people to people. Short names of firms are read as people where nothing tells otherwise: they are left out. */
function readPayments(evidence: EvidenceReader): Payment[] {
  const rows = evidence.all<Omit<Payment, 'refund'> & { payerKind: string }>(
    `select p.row as row, p.payer as payer, p.payer_kind as payerKind, p.payee as payee, p.fen as fen, p.day as day, p.memo as memo,
            p.payer_alone as alone, coalesce(y.explained, 0) as explained, y.result as result, b.ledger_row as copy
     from payment p left join meeting_payment y on y.row = p.row left join paid_booking b on b.bank_row = p.row
     where p.payee_kind = 'person' and p.payer_kind in ('company', 'org', 'association', 'person') and p.fen > 0
       and p.precision <> 'month' order by p.row`,
  );
  const paidBefore = deposits(evidence);
  return rows
    .filter(({ payer, payerKind, payee }) => {
      const name = evidence.party(payer).name;
      if (isMoneyAgent(name) || (payerKind === 'person' && !isPersonName(name))) return false;
      return isPersonName(evidence.party(payee).name);
    })
    .map(({ payerKind: _, ...payment }) => {
      const first = paidBefore.get(`${payment.payee} ${payment.payer} ${payment.fen}`);
      return { ...payment, refund: first !== undefined && first <= payment.day ? 1 : 0 };
    });
}

/** Person, receiver and amount → the first day on which the person paid it. */
function deposits(evidence: EvidenceReader): Map<string, string> {
  const first = new Map<string, string>();
  evidence.each<{ payer: number; payee: number; fen: number; day: string }>(
    `select payer, payee, fen, min(day) as day from payment
     where payer_kind = 'person' and payee_kind in ('company', 'org', 'association', 'person') group by payer, payee, fen`,
    {},
    ({ payer, payee, fen: amount, day: on }) => {
      first.set(`${payer} ${payee} ${amount}`, on);
      return true;
    },
  );
  return first;
}

type Limits = {
  readonly W: number;
  readonly k: number;
  readonly cv: number;
  readonly s: number;
  readonly min_total: number;
};

const isConspicuous = (list: readonly Payment[], { k, cv, min_total: least }: Limits): boolean =>
  payeesOf(list).size >= k &&
  sumOf(list) >= fenOf(least) &&
  isSpreadAtMost(
    list.map((each) => each.fen),
    cv,
  );

function outOf(evidence: EvidenceReader, payer: number, list: readonly Payment[]): number {
  return evidence.one<{ fen: number }>(
    `select coalesce(sum(fen), 0) as fen from payment where payer = :payer and day >= :from and day <= :to`,
    { payer, from: list[0]!.day, to: list.at(-1)!.day },
  )!.fen;
}

const isMostlyToPeople = (evidence: EvidenceReader, payer: number, list: readonly Payment[], { s }: Limits): boolean =>
  isShareAtLeast(sumOf(list), outOf(evidence, payer, list), s);

const shareToPeople = (evidence: EvidenceReader, payer: number, list: readonly Payment[]): number =>
  sumOf(list) / outOf(evidence, payer, list);

/**
 * 工资: the payees of the month before or after are the same to seven tenths. A company has no hospital staff on its payroll: three of them among
 * the payees, and it is none.
 */
function isPayroll(list: readonly Payment[], all: readonly Payment[], staff: ReadonlyMap<number, unknown>): boolean {
  const payees = payeesOf(list);
  if ([...payees].filter((person) => staff.has(person)).length >= STAFF.three) return false;
  const [first, last] = [list[0]!.day, list.at(-1)!.day];
  const around = (from: string, to: string) => payeesOf(all.filter(({ day: on }) => on >= from && on <= to));
  return [around(addDays(first, -36), addDays(last, -25)), around(addDays(first, 25), addDays(last, 36))].some(
    (other) => {
      const both = [...payees].filter((person) => other.has(person)).length;
      return both > 0 && isShareAtLeast(both, payees.size + other.size - both, PAYROLL_LIKENESS);
    },
  );
}

const cite = ({ row, copy }: Payment): HitRow[] => [
  { row, field: 'amount', role: 'evidence' },
  ...(copy === null
    ? []
    : [
        {
          row: copy,
          field: 'amount',
          role: 'context',
          note: { zh: '同一笔款项的费用账', en: 'The ledger line of the same payment' },
        } as const,
      ]),
];
