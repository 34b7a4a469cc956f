import { addDays, dayNumber } from '../../../shared/evidence/day.ts';
import { chanceOfEvents } from './ask/chance-of-events.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { readHospitals } from './ask/medical-staff.ts';
import { keyOfPerson } from './ask/person-names.ts';
import { readSpanOfMoney } from './ask/span-of-money.ts';
import { citeKin, readStaffPayments, readTradeGroups, type StaffPayment } from './ask/staff-payments.ts';
import { percentileOf } from './ask/statistics.ts';
import { byDay, citePayment, sumOf } from './ask/trade-payments.ts';
import { count, day, days, fen, measured, noted, number, ratio, text, yuan } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const supplier = '启禾医疗器械有限公司';
const hospital = '澄溪市第一人民医院';
const register: ExampleRow = { name: supplier, legal_rep: '罗一舟', role: '经销企业' };
const officer = hired('沈国梁', hospital, { dept: '设备科', position: '科长', title: '' });
const award = (no: string, yuan: string, on: string, more: ExampleRow = {}): ExampleRow => ({
  tender_no: no,
  tender_name: `骨科耗材采购项目${no}`,
  buyer: hospital,
  open_date: on,
  award_date: on,
  bidder: supplier,
  bid_amount: yuan,
  is_winner: '是',
  ...more,
});
const after = (yuan: string, on: string, to = '沈国梁', memo = '咨询费'): ExampleRow =>
  paid(supplier, to, yuan, on, memo, { counterparty_id_no: idOf(to) });
const otherwise = paid(supplier, '澄溪商贸有限公司', '500.00', '2022-01-10', '办公用品');

export default defineModel({
  id: 'payment-after-award',
  version: 1,
  group: 'G3',
  areas: ['abuse_of_power', 'key_posts'],
  links: ['distribution', 'sale'],
  family: 'kickback',
  weight: 0.7,
  title: { zh: '中标/下单后付款', en: 'Payment following tender award or order' },
  question: {
    zh: '供应商中标或取得大额、首次订单后不久，是否向该医院人员、评审专家或其亲属付款？',
    en: 'Soon after winning a tender or a first or large order, did a supplier pay people of that hospital, evaluators or relatives?',
  },
  summary: {
    zh: '{{payer}}在 {{events}} 次中标或大额订单后 {{W}} 日内，付给{{person}} {{rows}} 笔、共 {{fen}}，最近的相隔 {{gap}} 天',
    en: 'Within {{W}} days of {{events}} awards or large orders {{payer}} paid {{person}} {{rows}} times, {{fen}} in all, the nearest {{gap}} days after',
  },
  basis: [
    {
      source: {
        zh: '《2025年医药领域腐败问题集中整治工作推进情况汇报》',
        en: 'Progress report on the campaign in 2025',
      },
      text: {
        zh: '某省查处某三甲医院药剂科主任张某案，其通过指定采购品牌、虚增采购量等方式，收受12家医药企业回扣3800万元。',
        en: 'A head of pharmacy took 38 million yuan from 12 pharmaceutical companies by designating brands and inflating purchases.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '九十日、百分之一、五千元没有公开标准；次数与平时付款的频率比较（泊松检验）。',
        en: "Ninety days, one hundredth and 5,000 yuan are this tool's; the count is held against the usual frequency (Poisson test).",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' },
    { category: 'bid', fields: ['bidder', 'buyer'], or: 'purchase' },
  ],
  settings: [
    {
      name: 'W',
      label: { zh: '其后天数', en: 'Days after' },
      unit: days,
      default: 90,
      min: 1,
      max: 730,
      step: 1,
      basis: { zh: '本工具判断：一个结算季度', en: 'Judgement: a quarter, in which accounts are settled' },
    },
    {
      name: 'pct',
      label: { zh: '单笔占中标金额', en: 'A payment of the award' },
      unit: { zh: '中标金额的比例', en: 'share of the award' },
      default: 0.01,
      min: 0.0001,
      max: 1,
      step: 0.001,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'min',
      label: { zh: '单笔起点', en: 'Least payment' },
      unit: yuan,
      default: 5000,
      min: 0,
      max: 1_000_000,
      step: 500,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'alpha',
      label: { zh: '偶然的机会', en: 'Chance' },
      unit: { zh: '概率', en: 'probability' },
      default: 0.05,
      min: 0.0001,
      max: 0.5,
      step: 0.01,
      basis: {
        zh: '本工具判断：按平时频率，其后出现这么多次付款的机会',
        en: 'Judgement: that so many payments follow by chance at the usual frequency',
      },
    },
  ],
  innocent: [
    { zh: '时间巧合的讲课费', en: 'A lecture fee that happens to fall there' },
    { zh: '评审费、专家费由代理机构委托支付', en: 'Fees of evaluators paid on behalf of the agency' },
    { zh: '经常性的合同付款', en: 'Regular payments under a contract' },
  ],
  blindSpots: [
    {
      zh: '没有中标日期的按开标日期计；中标金额没有的不查单笔比例',
      en: 'Without a day of award the opening counts; without an amount the share is not judged',
    },
    {
      zh: '首次订单只在该医院采购记录早半年开始时才算；大额指该供应商在该院订单的前一成，至少十单',
      en: 'A first order counts only where the records of the hospital begin half a year earlier; large is the top tenth of at least ten orders',
    },
    {
      zh: '间隔更久、或经不相识的人付款的看不到',
      en: 'Later payments, or those through people whom no list names, are not seen',
    },
  ],

  find(evidence, settings) {
    const hospitals = readHospitals(evidence);
    const events = readEvents(evidence);
    const judges = readEvaluators(evidence);
    const span = spanOf(evidence);
    const payments = readStaffPayments(evidence).filter(
      ({ precision, fen: paidFen }) => precision !== 'month' && paidFen >= fenOf(settings.min),
    );
    const byPair = Map.groupBy(payments, ({ person, group }) => `${person} ${group}`);
    const hits: Hit[] = [];
    for (const all of byPair.values()) {
      evidence.breathe();
      const { person, group } = all[0]!;
      const worksAt = (event: Event) => hospitals.get(person)?.has(event.hospital) === true;
      const name = keyOfPerson(evidence.party(person).name);
      const judged = ({ tender }: Event) => judges.get(tender ?? -1)?.parties.has(person) === true;
      const isNamed = ({ tender }: Event) => judges.get(tender ?? -1)?.names.has(name) === true;
      const own = (events.get(group) ?? []).filter((each) => worksAt(each) || judged(each) || isNamed(each));
      if (own.length === 0) continue;
      const counted = all.filter(({ explained }) => explained === null).sort(byDay);
      const follows = (payment: StaffPayment, event: Event) =>
        payment.day > event.day && payment.day <= addDays(event.day, settings.W);
      const followed = own.filter((event) => counted.some((payment) => follows(payment, event)));
      const large = counted.filter((payment) =>
        own.some(
          (event) =>
            event.kind === 'award' &&
            event.fen !== null &&
            follows(payment, event) &&
            isShareAtLeast(payment.fen, event.fen, settings.pct),
        ),
      );
      const near = counted.filter((payment) => own.some((event) => follows(payment, event)));
      const expected = expectedIn(own, counted.length, settings.W, span);
      const chance = chanceOfEvents(near.length, expected);
      const often = distinctWindows(followed, settings.W) >= 2 && chance <= settings.alpha;
      if (!often && large.length === 0) continue;
      const cited = often ? near : large;
      const behind = own.filter((event) => cited.some((payment) => follows(payment, event)));
      const decided = behind.some(
        (event) => judged(event) || event.approvers.has(person) || (isNamed(event) && worksAt(event)),
      );
      // somebody of an evaluator's name who works elsewhere may be anybody
      const namesake = behind.every((event) => !worksAt(event) && !judged(event));
      const gap = Math.min(
        ...cited.flatMap((payment) =>
          behind
            .filter((event) => follows(payment, event))
            .map((event) => dayNumber(payment.day) - dayNumber(event.day)),
        ),
      );
      const [who, payer] = [evidence.party(person), evidence.party(cited[0]!.company)];
      const nameOnly = cited.every(({ alone }) => alone === 1);
      const unsettled = cited.every(({ result }) => result === 'doubtful' || result === 'unverified');
      hits.push({
        key: `${payer.uid}→${who.uid}`,
        severity: decided ? 4 : 3,
        confidence: nameOnly || namesake ? 0.3 : (often ? 0.75 : 0.6) * (unsettled ? 0.5 : 1),
        params: {
          payer: text(payer.name),
          events: count(behind.length),
          W: count(settings.W),
          person: text(who.name),
          rows: count(cited.length),
          fen: fen(sumOf(cited)),
          gap: count(gap),
        },
        measures: [
          measured(
            { zh: '付款前的中标、大额订单', en: 'Awards and large orders before them' },
            count(behind.length),
            often ? '>=' : 'none',
            count(2),
            null,
          ),
          measured(
            { zh: '按平时频率出现这么多次的机会', en: 'Chance of so many at the usual frequency' },
            number(Math.round(chance * 10_000) / 10_000),
            often ? '<=' : 'none',
            number(settings.alpha),
            'alpha',
          ),
          ...(large.length > 0
            ? [
                measured(
                  { zh: '单笔占中标金额（最高）', en: 'A payment of the award (most)' },
                  ratio(
                    Math.max(
                      ...large.flatMap((payment) =>
                        own
                          .filter((event) => event.kind === 'award' && event.fen && follows(payment, event))
                          .map((event) => payment.fen / event.fen!),
                      ),
                    ),
                  ),
                  '>=' as const,
                  ratio(settings.pct),
                  'pct',
                ),
              ]
            : []),
          noted({ zh: '该企业付给此人的全部付款', en: 'All payments of the company to the person' }, count(all.length)),
          noted(
            { zh: '平时频率下预期的次数', en: 'Expected at the usual frequency' },
            number(Math.round(expected * 100) / 100),
          ),
          noted({ zh: '最早的一次', en: 'The first of them' }, day(cited[0]!.day)),
        ],
        fen: sumOf(cited),
        subjects: [
          { role: 'person', party: person, name: who.name },
          ...[...new Set(cited.map((each) => each.payer))].map((party) => ({
            role: 'payer',
            party,
            name: evidence.party(party).name,
          })),
        ],
        rows: [
          ...cited.flatMap(citePayment),
          ...all.filter(({ explained }) => explained !== null).flatMap(citePayment),
          ...behind.map(
            ({ row, field, kind, day: on }): HitRow => ({
              row,
              field,
              role: 'context',
              note:
                kind === 'award'
                  ? { zh: `${on} 中标`, en: `Awarded on ${on}` }
                  : kind === 'first'
                    ? { zh: `${on} 该院首次订单`, en: `First order of the hospital on ${on}` }
                    : { zh: `${on} 大额订单`, en: `A large order on ${on}` },
            }),
          ),
          ...citeKin(cited),
        ],
      });
    }
    return { examined: byPair.size, hits };
  },

  examples: [
    {
      title: '中标一百万元，第九十日付给设备科科长正好一万元',
      sheets: {
        company: [register],
        staff: [officer],
        bid: [award('1号', '1000000.00', '2024-03-01')],
        bank_flow: [otherwise, after('10000.00', '2024-05-30')],
      },
      finds: ['沈国梁'],
    },
    {
      title: '两次中标后各有一笔付款，平时没有',
      sheets: {
        company: [register],
        staff: [officer],
        bid: [award('1号', '5000000.00', '2023-03-01'), award('2号', '5000000.00', '2024-03-01')],
        bank_flow: [otherwise, after('8000.00', '2023-03-20'), after('9000.00', '2024-03-25')],
      },
      finds: ['沈国梁'],
    },
    {
      title: '付给与评审专家同名者的妻子，此人在另一家医院：低置信提示',
      sheets: {
        company: [register],
        staff: [hired('沈以墨', '望川市人民医院')],
        kinship: [related('沈以墨', '陆望舒', '妻子')],
        bid: [award('1号', '300000.00', '2024-03-01', { evaluator: '沈以墨' })],
        bank_flow: [otherwise, after('30000.00', '2024-03-15', '陆望舒')],
      },
      finds: ['沈以墨'],
    },
    {
      title: '第九十一日才付：不提示',
      sheets: {
        company: [register],
        staff: [officer],
        bid: [award('1号', '1000000.00', '2024-03-01')],
        bank_flow: [otherwise, after('10000.00', '2024-05-31')],
      },
      finds: [],
    },
    {
      title: '一次中标、不到百分之一：不提示',
      sheets: {
        company: [register],
        staff: [officer],
        bid: [award('1号', '1000000.00', '2024-03-01')],
        bank_flow: [otherwise, after('9999.99', '2024-05-20')],
      },
      finds: [],
    },
    {
      title: '没有中标：不提示',
      sheets: {
        company: [register],
        staff: [officer],
        bid: [award('1号', '1000000.00', '2024-03-01', { is_winner: '否' })],
        bank_flow: [otherwise, after('50000.00', '2024-03-20')],
      },
      finds: [],
    },
    {
      title: '退还投标保证金：不提示',
      sheets: {
        company: [register],
        staff: [officer],
        bid: [award('1号', '1000000.00', '2024-03-01')],
        bank_flow: [otherwise, after('20000.00', '2024-03-20', '沈国梁', '退投标保证金')],
      },
      finds: [],
    },
    {
      title: '每月都有的付款，中标前后一样：不提示',
      sheets: {
        company: [register],
        staff: [officer],
        bid: [award('1号', '9000000.00', '2023-03-01'), award('2号', '9000000.00', '2024-03-01')],
        bank_flow: Array.from({ length: 24 }, (_, i) =>
          after('6000.00', `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-10`),
        ),
      },
      finds: [],
    },
    {
      title: '没有招标和采购记录：无法判断',
      sheets: { company: [register], staff: [officer], bank_flow: [after('10000.00', '2024-05-30')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Something a supplier won. */
interface Event {
  readonly kind: 'award' | 'first' | 'large';
  readonly row: number;
  readonly field: string;
  readonly hospital: number;
  readonly tender: number | null;
  readonly day: string;
  readonly fen: number | null;
  /** who approved or placed the order */
  readonly approvers: ReadonlySet<number>;
}

/** Group of suppliers → its awards, and its first and large orders at each hospital. */
function readEvents(evidence: EvidenceReader): Map<number, Event[]> {
  const { groupOf } = readTradeGroups(evidence);
  const awards = evidence
    .all<{
      row: number;
      supplier: number;
      hospital: number;
      tender: number;
      day: string;
      awarded: number;
      fen: number | null;
    }>(
      `select row, bidder as supplier, buyer as hospital, tender, coalesce(award_day, day) as day, award_day is not null as awarded, award_fen as fen
       from bid where winner = 1 and bidder is not null and buyer is not null order by row`,
    )
    .map(({ supplier, awarded, ...event }) => ({
      ...event,
      supplier,
      kind: 'award' as const,
      field: awarded === 1 ? 'award_date' : 'open_date',
      approvers: new Set<number>(),
    }));
  return Map.groupBy([...awards, ...readOrderEvents(evidence)], ({ supplier }) => groupOf(supplier));
}

const ORDERS = 10;
const TOP = 90;
const SETTLED_DAYS = 180;

/** Orders of one supplier at one hospital: those of at least the 90th percentile of ten or more, and the first, where the records of the hospital begin half a year earlier. */
function readOrderEvents(evidence: EvidenceReader): Array<Event & { supplier: number }> {
  const begins = new Map(
    evidence
      .all<{ hospital: number; first: string }>(
        'select hospital, min(day) as first from purchase where hospital is not null group by hospital',
      )
      .map(({ hospital, first }) => [hospital, first]),
  );
  const orders = evidence.all<{
    hospital: number;
    supplier: number;
    row: number;
    day: string;
    fen: number;
    people: string | null;
  }>(
    `select hospital, supplier, min(row) as row, min(day) as day, sum(fen) as fen, group_concat(distinct coalesce(approver, buyer)) as people
     from purchase where hospital is not null and supplier is not null and fen > 0
     group by hospital, supplier, coalesce(order_no, day) order by hospital, supplier, min(day), sum(fen)`,
  );
  return [...Map.groupBy(orders, ({ hospital, supplier }) => `${hospital} ${supplier}`).values()].flatMap((list) => {
    const bar = percentileOf(
      list.map((each) => each.fen),
      TOP,
    );
    return list.flatMap(({ people, ...order }, i) => {
      const isFirst = i === 0 && order.day >= addDays(begins.get(order.hospital)!, SETTLED_DAYS);
      const isLarge = list.length >= ORDERS && order.fen >= bar;
      if (!isFirst && !isLarge) return [];
      return [
        {
          ...order,
          kind: isFirst ? ('first' as const) : ('large' as const),
          field: 'order_date',
          tender: null,
          approvers: new Set((people ?? '').split(',').filter(Boolean).map(Number)),
        },
      ];
    });
  });
}

/** Tender → its evaluators as parties and by name: lists of tenders name them and nothing else. */
function readEvaluators(evidence: EvidenceReader): Map<number, { parties: Set<number>; names: Set<string> }> {
  const rows = evidence.all<{ tender: number; party: number }>(
    "select tender, party from tender_party where role = 'evaluator' order by tender, party",
  );
  return new Map(
    [...Map.groupBy(rows, ({ tender }) => tender)].map(([tender, list]) => [
      tender,
      {
        parties: new Set(list.map(({ party }) => party)),
        names: new Set(list.map(({ party }) => keyOfPerson(evidence.party(party).name))),
      },
    ]),
  );
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** The days that statements and ledgers reach over. */
function spanOf(evidence: EvidenceReader): Span {
  const span = readSpanOfMoney(evidence);
  return span ? { first: dayNumber(span.first), last: dayNumber(span.last) } : { first: 0, last: 0 };
}

/** The days after events, overlapping ones once, as windows within the span. */
function windowsAfter(events: readonly Event[], length: number): Span[] {
  const windows: Array<{ first: number; last: number }> = [];
  for (const on of events.map((event) => dayNumber(event.day)).sort((a, b) => a - b)) {
    const open = windows.at(-1);
    if (open && on + 1 <= open.last + 1) open.last = Math.max(open.last, on + length);
    else windows.push({ first: on + 1, last: on + length });
  }
  return windows;
}

const distinctWindows = (events: readonly Event[], length: number): number => windowsAfter(events, length).length;

/** How many of the payments would fall into the windows if they came evenly over the span. */
function expectedIn(events: readonly Event[], payments: number, length: number, { first, last }: Span): number {
  const covered = windowsAfter(events, length).reduce(
    (total, window) => total + Math.max(0, Math.min(window.last, last) - Math.max(window.first, first) + 1),
    0,
  );
  return (payments * covered) / (last - first + 1);
}
