import { addDays } from '../../../shared/evidence/day.ts';
import { closenessOf } from './ask/close-parties.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { canFollow, type Flow, memoOf, readFlows, sumOf } from './ask/flows.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { saysLoan, saysRefund } from './ask/memo-words.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { readStaffFamily } from './ask/staff-family.ts';
import { stronglyConnected } from './ask/strongly-connected.ts';
import { count, day, days, fen, measured, noted, ownJudgement, ratio, text, yuan } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { type ExampleRow, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

/** So many steps are tried in one run, and from one payment; where that is not enough the run says so. */
const MOST_STEPS = 2_000_000;
const MOST_STEPS_EACH = 20_000;
/** Of one circle of parties so many rounds are cited. */
const SHOWN = 20;
const ONE_MILLION = fenOf(1_000_000);

// for the examples
const passed = (
  parties: readonly string[],
  amounts: readonly string[],
  daysOfMarch: readonly number[],
  memos: readonly string[] = [],
): ExampleRow[] =>
  amounts.map((yuan, i) =>
    paid(
      parties[i]!,
      parties[i + 1]!,
      yuan,
      `2024-03-${String(daysOfMarch[i]).padStart(2, '0')}`,
      memos[i] ?? '往来款',
    ),
  );
const three = ['瑞澜医药有限公司', '澄溪合禾推广服务有限公司', '澄溪锦程贸易有限公司', '瑞澜医药有限公司'];

export default defineModel({
  id: 'round-trip-funds',
  version: 1,
  group: 'G2',
  areas: ['key_posts', 'society_profit', 'trade_misconduct'],
  links: ['distribution', 'sale'],
  family: 'flow-layering',
  weight: 0.7,
  title: { zh: '资金回流', en: 'Round-trip of funds' },
  question: {
    zh: '款项是否经过一个或几个中间方，在一个月内回到付款方或其关联人手里？',
    en: 'Did money come back to its payer, or somebody close to him, through one or more intermediaries within a month?',
  },
  summary: {
    zh: '{{payer}}付出的款项经{{between}}回到{{back}}：{{rounds}} 轮，首笔合计 {{fen}}（{{from}} 至 {{to}}）',
    en: 'Money of {{payer}} came back to {{back}} through {{between}}: {{rounds}} rounds, {{fen}} at the outset ({{from}} to {{to}})',
  },
  basis: [
    {
      source: { zh: '反洗钱常用情形（循环转账）', en: 'A usual pattern of money laundering (cycle)' },
      text: {
        zh: '资金按时间先后在几个账户间转移，最后回到起点，每一跳略有扣减。',
        en: 'Money moves through several accounts in order of time and returns to where it began, a little less with each step.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '最多五跳、30 天、每跳保留五成至一成一、回流四成没有公开标准，由本工具给出。',
        en: "Five steps, 30 days, half to 1.1 of the amount with each step and two fifths back are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'max_len',
      label: { zh: '最多跳数', en: 'Most steps' },
      unit: { zh: '跳', en: 'steps' },
      default: 5,
      min: 2,
      max: 6,
      step: 1,
      basis: { zh: '本工具判断：更长的链条偶然成圈的多', en: 'Judgement: longer chains close by chance' },
    },
    {
      name: 'span',
      label: { zh: '全程', en: 'Span' },
      unit: days,
      default: 30,
      min: 1,
      max: 180,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'keep_min',
      label: { zh: '每跳至少保留', en: 'Least kept with each step' },
      unit: { zh: '上一跳的比例', en: 'of the step before' },
      default: 0.5,
      min: 0.1,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断：中间方提成', en: 'Judgement: commissions of intermediaries' },
    },
    {
      name: 'keep_max',
      label: { zh: '每跳至多', en: 'Most of each step' },
      unit: { zh: '上一跳的比例', en: 'of the step before' },
      default: 1.1,
      min: 1,
      max: 3,
      step: 0.05,
      basis: ownJudgement,
    },
    {
      name: 'ret',
      label: { zh: '回流比例', en: 'Share that returns' },
      unit: { zh: '首跳的比例', en: 'of the first step' },
      default: 0.4,
      min: 0.05,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
    {
      name: 'min_hop',
      label: { zh: '每跳起点', en: 'Least step' },
      unit: yuan,
      default: 10_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '借款与还款', en: 'A loan and its repayment' },
    { zh: '保证金、押金退还，退货退款', en: 'Deposits returned, goods refunded' },
    { zh: '集团内部调拨资金', en: 'Money moved within a group' },
  ],
  blindSpots: [
    {
      zh: '两方之间一去一回（退款、还款）不提示，除非回到的是付款方的关联人',
      en: 'Money that goes and comes back between two parties is left out unless it comes back to somebody close to the payer',
    },
    { zh: '一笔拆成几笔、几笔并成一笔转走的看不到', en: 'Amounts split or merged on the way are not seen' },
    {
      zh: '中间方同期另有两家以上付来相近款项，或此前已付出多笔相近款项的，分不清转走的是谁的钱，不提示',
      en: 'Where two others paid the intermediary such sums, or it had paid several such sums before, nobody can tell whose money went on: left out',
    },
    {
      zh: '同一天没有时间的流水先后不明，按可能的先后算，可信度减半',
      en: 'Where bookings of one day have no time either order is taken as possible, at half the confidence',
    },
    {
      zh: '回到的人与关联人只有姓名相同、没有证件号或账号能对上的，不当作同一人，不提示',
      en: 'Whoever received it and bears no more than the name of somebody close to the payer, with no number in common, is not taken for him',
    },
    {
      zh: '银行、支付机构、医院、机关不作中间方；中间方的流水没有调取时看不到',
      en: 'Banks, payment institutions, hospitals and offices are no intermediaries; without statements of the intermediaries nothing is seen',
    },
  ],
  coverage: (evidence, settings) => {
    const { rounds, tried, starts } = search(evidence, settings);
    return rounds.length === 0 && tried < starts ? [capped(tried, starts)] : [];
  },

  find(evidence, settings) {
    const { rounds, tried, starts } = search(evidence, settings);
    const staff = readMedicalStaff(evidence);
    const family = readStaffFamily(evidence);
    const circles = Map.groupBy(rounds, ({ steps, back }) =>
      [...new Set([...steps.map(({ payer }) => payer), back])].sort((a, b) => a - b).join(' '),
    );
    const hits = [...circles.values()].map((found): Hit => {
      const list = distinctRounds(found);
      const shown = list.slice(0, SHOWN);
      const { steps, back } = shown[0]!;
      const payer = evidence.party(steps[0]!.payer);
      const parties = [...new Set(list.flatMap((round) => [...round.steps.map((step) => step.payer), round.back]))];
      const firsts = [...new Map(shown.map((round) => [round.steps[0]!.row, round.steps[0]!])).values()];
      const cited = new Set(firsts.map(({ row }) => row));
      const others = [
        ...new Map(shown.flatMap((round) => round.steps.slice(1)).map((step) => [step.row, step])).values(),
      ].filter(({ row }) => !cited.has(row));
      const touching = parties.some(
        (party) => staff.has(party) || family.memberOf(party) || evidence.party(party).kind === 'government',
      );
      const ends = shown.flatMap((round) => [round.steps[0]!.day, round.steps.at(-1)!.day]).sort();
      const loan = shown.every((round) => round.steps.some(({ row }) => saysLoan(memoOf(evidence, row))));
      const kept = Math.min(...shown.map((round) => round.steps.at(-1)!.fen / round.steps[0]!.fen));
      return {
        key: parties
          .map((party) => evidence.party(party).uid)
          .sort()
          .join('→'),
        severity: touching || sumOf(firsts) >= ONE_MILLION ? 4 : 3,
        confidence:
          (parties.some((party) => isAlone(shown, party)) ? 0.3 : 0.8) *
          (loan ? 0.5 : 1) *
          // a single circle of companies that have nothing to do with each other may close by chance
          (list.length === 1 && !touching && shown[0]!.tie === null ? 0.5 : 1) *
          (shown.every(({ sure }) => !sure) ? 0.5 : 1),
        params: {
          payer: text(payer.name),
          between: text([...new Set(steps.slice(1).map((step) => evidence.party(step.payer).name))].join(' → ')),
          back: text(evidence.party(back).name),
          rounds: count(list.length),
          fen: fen(sumOf(firsts)),
          from: day(ends[0]!),
          to: day(ends.at(-1)!),
        },
        measures: [
          measured(
            { zh: '跳数（最多）', en: 'Steps (most)' },
            count(Math.max(...shown.map((round) => round.steps.length))),
            '<=',
            count(settings.max_len),
            'max_len',
          ),
          measured(
            { zh: '回流比例（最低）', en: 'Share that returned (least)' },
            ratio(kept),
            '>=',
            ratio(settings.ret),
            'ret',
          ),
          measured(
            { zh: '每跳金额（最小）', en: 'Smallest step' },
            fen(Math.min(...shown.flatMap((round) => round.steps.map((step) => step.fen)))),
            '>=',
            fen(fenOf(settings.min_hop)),
            'min_hop',
          ),
          noted(
            { zh: `列出的轮次（共 ${list.length} 轮）`, en: `Rounds cited (of ${list.length})` },
            count(shown.length),
          ),
          noted(
            { zh: '回到付款方手里的合计', en: 'What came back' },
            fen(sumOf([...new Map(shown.map((round) => [round.steps.at(-1)!.row, round.steps.at(-1)!])).values()])),
          ),
        ],
        fen: sumOf(firsts),
        subjects: [
          { role: 'payer', party: payer.id, name: payer.name },
          ...parties
            .filter((party) => party !== payer.id)
            .map((party) => ({ role: party === back ? 'payee' : 'between', party, name: evidence.party(party).name }))
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
        ],
        rows: [
          ...firsts.map(
            ({ row }): HitRow => ({
              row,
              field: 'amount',
              role: 'evidence',
              note: { zh: '首笔', en: 'The first step' },
            }),
          ),
          ...others.map(
            ({ row }): HitRow => ({
              row,
              field: 'amount',
              role: 'context',
              note: { zh: '后续各跳', en: 'A further step' },
            }),
          ),
          ...[
            ...new Map(
              shown.flatMap(({ tie }) => (tie === null ? [] : [[`${tie.row} ${tie.field}`, tie] as const])),
            ).values(),
          ].map(
            ({ row, field }): HitRow => ({
              row,
              field,
              role: 'context',
              note: { zh: '回到的是付款方的关联人', en: 'Why whoever received it is close to the payer' },
            }),
          ),
        ],
      };
    });
    return { examined: starts, hits, ...(tried < starts ? { unjudged: [capped(tried, starts)] } : {}) };
  },

  examples: [
    {
      title: '企业付出十万元，经推广公司、贸易公司回到企业，各扣一成',
      sheets: { bank_flow: passed(three, ['100000.00', '90000.00', '81000.00'], [1, 4, 9]) },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '第三十日回到，每跳正好剩五成以上，回流正好四成',
      sheets: { bank_flow: passed(three, ['100000.00', '80000.00', '40000.00'], [1, 20, 30]) },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '经推广公司回到企业法定代表人的配偶',
      sheets: {
        company: [{ name: '瑞澜医药有限公司', legal_rep: '钱致远', legal_rep_id: idOf('钱致远') }],
        kinship: [related('钱致远', '白若川', '配偶')],
        bank_flow: [
          ...passed(['瑞澜医药有限公司', '澄溪合禾推广服务有限公司'], ['100000.00'], [1]),
          {
            ...passed(['澄溪合禾推广服务有限公司', '白若川'], ['85000.00'], [3])[0]!,
            counterparty_id_no: idOf('白若川'),
          },
        ],
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '第三十一日才回到；回流 39.999%；每跳不足一万元；先后颠倒：不提示',
      sheets: {
        bank_flow: [
          ...passed(three, ['100000.00', '90000.00', '81000.00'], [1, 20, 31]),
          ...passed(
            ['启禾器械有限公司', '云栖会展服务有限公司', '澄溪商贸有限公司', '启禾器械有限公司'],
            ['100000.00', '75000.00', '39999.00'],
            [1, 4, 9],
          ),
          ...passed(
            ['康岫医疗用品有限公司', '澄溪印务有限公司', '望川商贸有限公司', '康岫医疗用品有限公司'],
            ['9999.99', '9999.99', '9999.99'],
            [1, 4, 9],
          ),
          ...passed(
            ['禾澜医疗科技有限公司', '临陂商贸有限公司', '云麓商贸有限公司', '禾澜医疗科技有限公司'],
            ['50000.00', '50000.00', '50000.00'],
            [9, 4, 1],
          ),
        ],
      },
      finds: [],
    },
    {
      title: '两方之间一去一回的押金；最后一跳写明退款：不提示',
      sheets: {
        bank_flow: [
          ...passed(
            ['瑞澜医药有限公司', '澄溪锦程贸易有限公司', '瑞澜医药有限公司'],
            ['100000.00', '100000.00'],
            [1, 9],
          ),
          ...passed(
            ['启禾器械有限公司', '云栖会展服务有限公司', '澄溪商贸有限公司', '启禾器械有限公司'],
            ['100000.00', '90000.00', '90000.00'],
            [1, 4, 9],
            ['货款', '货款', '退货款退款'],
          ),
        ],
      },
      finds: [],
    },
    {
      title: '经过银行、医院的不算：不提示',
      sheets: {
        bank_flow: [
          ...passed(
            ['瑞澜医药有限公司', '澄溪市农村商业银行', '澄溪锦程贸易有限公司', '瑞澜医药有限公司'],
            ['100000.00', '100000.00', '100000.00'],
            [1, 4, 9],
          ),
          ...passed(
            ['启禾器械有限公司', '澄溪市第一人民医院', '澄溪商贸有限公司', '启禾器械有限公司'],
            ['100000.00', '100000.00', '100000.00'],
            [1, 4, 9],
          ),
        ],
      },
      finds: [],
    },
    {
      title: '一条链到头没有回来：不提示',
      sheets: {
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        bank_flow: passed(
          ['瑞澜医药有限公司', '澄溪合禾推广服务有限公司', '澄溪锦程贸易有限公司', '沈以墨'],
          ['100000.00', '90000.00', '80000.00'],
          [1, 4, 9],
        ),
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

interface Round {
  readonly steps: readonly Flow[];
  readonly back: number;
  /** where it is written that `back` is close to the payer; null where it is the payer itself */
  readonly tie: { readonly row: number; readonly field: string } | null;
  /** times or days tell the order of every step */
  readonly sure: boolean;
}

interface Searched {
  readonly rounds: readonly Round[];
  /** payments from which the search began, of how many */
  readonly tried: number;
  readonly starts: number;
}

type Limits = {
  readonly max_len: number;
  readonly span: number;
  readonly keep_min: number;
  readonly keep_max: number;
  readonly ret: number;
  readonly min_hop: number;
};

const capped = (tried: number, starts: number): Lack => ({
  id: 'steps',
  words: {
    zh: `资金往来过密，只从 ${starts} 笔付款中的 ${tried} 笔出发找完了（最多 ${MOST_STEPS} 步，每笔最多 ${MOST_STEPS_EACH} 步）`,
    en: `Too many dealings: the search was completed from ${tried} of ${starts} payments (at most ${MOST_STEPS} steps, ${MOST_STEPS_EACH} from each)`,
  },
});

const never = new Set(['hospital', 'department', 'government', 'school', 'payment-institution', 'cash']);

/** Done once for coverage and finding alike. */
const search = (evidence: EvidenceReader, limits: Limits): Searched =>
  evidence.once(`round trips ${JSON.stringify(limits)}`, () => searchRounds(evidence, limits));

/**
 * 按时间的深度优先搜索. Only payments between parties that some circle of payments (or of payments and close ties) joins are looked at: what
 * cannot come back is never tried. From each of them the search goes on in the order of time.
 */
function searchRounds(evidence: EvidenceReader, limits: Limits): Searched {
  const flows = readFlows(evidence);
  const least = fenOf(limits.min_hop);
  const close = closenessOf(evidence);
  const counts = (party: number) => !never.has(evidence.party(party).kind) && !isMoneyAgent(evidence.party(party).name);
  const large = new Map<number, Flow[]>();
  for (const payer of flows.payers) {
    if (!counts(payer)) continue;
    evidence.breathe();
    const list = flows.outOf(payer).filter((flow) => flow.fen >= least && counts(flow.payee) && !flow.explained);
    if (list.length > 0) large.set(payer, list);
  }
  const broughtTo = Map.groupBy(
    [...large.values()].flat().sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row)),
    ({ payee }) => payee,
  );
  // somebody close to the payer leads back to the payer
  const next = (party: number): Iterable<number> => [
    ...(large.get(party) ?? []).map(({ payee }) => payee),
    ...close.of(party).map(({ party: other }) => other),
  ];
  const nodes = new Set([...large.keys(), ...[...large.values()].flat().map(({ payee }) => payee)]);
  const groupOf = stronglyConnected([...nodes], next);
  const within = new Map(
    [...large].map(([payer, list]) => [payer, list.filter((flow) => groupOf.get(flow.payee) === groupOf.get(payer))]),
  );
  const starts = [...within.values()]
    .flat()
    .sort((a, b) => b.fen - a.fen || (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row));
  const rounds: Round[] = [];
  let tried = 0;
  let steps = 0;
  for (const start of starts) {
    if (steps >= MOST_STEPS) break;
    evidence.breathe();
    const back = new Map(close.of(start.payer).map(({ party, tie }) => [party, tie]));
    const taken = follow([start]);
    steps += taken;
    if (taken < MOST_STEPS_EACH) tried++;

    function follow(path: readonly Flow[]): number {
      const last = path.at(-1)!;
      let used = 0;
      for (const flow of onward(large.get(last.payee) ?? [], last, addDays(start.day, limits.span), limits)) {
        if (++used >= MOST_STEPS_EACH) return used;
        if (groupOf.get(flow.payee) !== groupOf.get(last.payee)) continue;
        if (othersBrought(broughtTo.get(last.payee) ?? [], last, flow, limits)) continue;
        const longer = [...path, flow];
        const home = flow.payee === start.payer;
        const tie = back.get(flow.payee);
        if (home || tie) {
          if (isReturn(evidence, longer, home, limits))
            rounds.push({ steps: longer, back: flow.payee, tie: tie ?? null, sure: isOrdered(longer) });
        } else if (longer.length < limits.max_len && !path.some(({ payer }) => payer === flow.payee))
          used += follow(longer);
        if (used >= MOST_STEPS_EACH) return used;
      }
      return used;
    }
  }
  return { rounds, tried, starts: starts.length };
}

/**
 * Payments that may pass on what `last` brought. No more than two can each be half of one sum: whoever paid several of such a size before paid
 * from other money too, and which of it came back cannot be told.
 */
function onward(list: readonly Flow[], last: Flow, before: string, { keep_min, keep_max }: Limits): Flow[] {
  const most = Math.floor(1 / keep_min);
  const found: Flow[] = [];
  for (const flow of after(list, last.day, before)) {
    const fits =
      canFollow(last, flow) &&
      isShareAtLeast(flow.fen, last.fen, keep_min) &&
      isShareAtLeast(Math.round(keep_max * last.fen), flow.fen, 1);
    if (!fits) continue;
    // those of one day have no order
    if (found.length >= most && found.at(-1)!.day !== flow.day) break;
    found.push(flow);
  }
  return found;
}

/** Other payers whose sums fit the onward payment as well: with several of them nobody can tell whose money went on. */
const OTHERS = 2;

/** Whether so many others paid the intermediary, within the span before it paid on, what may as well have gone on. */
function othersBrought(list: readonly Flow[], last: Flow, flow: Flow, { keep_min, keep_max, span }: Limits): boolean {
  const others = new Set<number>();
  for (const other of after(list, addDays(flow.day, 1 - span), addDays(flow.day, 1))) {
    const fits =
      other.payer !== last.payer &&
      other.payer !== flow.payee &&
      isShareAtLeast(flow.fen, other.fen, keep_min) &&
      isShareAtLeast(Math.round(keep_max * other.fen), flow.fen, 1);
    if (fits) others.add(other.payer);
    if (others.size >= OTHERS) return true;
  }
  return false;
}

/** Payments from a day on and before another; the list is in the order of days. */
function after(list: readonly Flow[], from: string, before: string): readonly Flow[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.day < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < list.length && list[end]!.day < before) end++;
  return list.slice(low, end);
}

/** Enough came back, and neither as a refund nor between two parties alone. */
function isReturn(evidence: EvidenceReader, steps: readonly Flow[], home: boolean, { ret }: Limits): boolean {
  if (home && steps.length === 2) return false;
  const last = steps.at(-1)!;
  return isShareAtLeast(last.fen, steps[0]!.fen, ret) && !saysRefund(memoOf(evidence, last.row));
}

const isOrdered = (steps: readonly Flow[]): boolean =>
  steps.every((step, i) => i === 0 || steps[i - 1]!.day < step.day || (steps[i - 1]!.second >= 0 && step.second >= 0));

/** Rounds that share no payment with an earlier one: the same money is counted once. The first to begin come first. */
function distinctRounds(rounds: readonly Round[]): Round[] {
  const used = new Set<number>();
  return rounds
    .toSorted((a, b) => {
      const [one, other] = [a.steps[0]!, b.steps[0]!];
      return one.day < other.day
        ? -1
        : one.day > other.day
          ? 1
          : a.steps.length - b.steps.length || b.steps.at(-1)!.fen - a.steps.at(-1)!.fen || other.fen - one.fen;
    })
    .filter(({ steps }) => {
      if (steps.some(({ row }) => used.has(row))) return false;
      for (const { row } of steps) used.add(row);
      return true;
    });
}

/** Whether a party of the rounds is known by nothing but a name wherever it appears. */
const isAlone = (rounds: readonly Round[], party: number): boolean =>
  rounds.every(({ steps }) =>
    steps.every((step) => (step.payer !== party || step.payerAlone) && (step.payee !== party || step.payeeAlone)),
  );
