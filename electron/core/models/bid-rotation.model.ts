import { components } from './ask/components.ts';
import { type Bid, type Lot, readLots, winnerOf } from './ask/lots.ts';
import { someOf } from './ask/some-of.ts';
import { count, day, fen, measured, noted, number, ratio, share, text } from './ask/values.ts';
import { lotOf } from './example-bids.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

export default defineModel({
  id: 'bid-rotation',
  version: 2,
  group: 'G4',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['sale'],
  family: 'collusion',
  weight: 0.5,
  title: { zh: '轮流中标', en: 'Bid rotation' },
  question: {
    zh: '是否有固定的几家企业反复共同投标、轮流中标，或者有企业多次陪标从不中标？',
    en: 'Do the same few companies keep bidding together and win in turn, or does one of them always lose?',
  },
  summary: {
    zh: '{{bidders}} 家企业在 {{lots}} 个标段反复共同投标，{{winners}} 家中标（{{from}} 至 {{to}}）：{{names}}',
    en: '{{bidders}} companies kept bidding together in {{lots}} lots and {{winners}} of them won ({{from}} to {{to}}): {{names}}',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '2025年专项整治进展把医疗机构“围标串标”列为重点核查内容，没有公布判断方法；次数、均衡度和显著性由本工具给出。',
        en: 'The 2025 progress report names bid rigging without saying how to tell it; numbers, evenness and significance are this tool’s.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'bid', fields: ['bidder', 'is_winner'] }],
  settings: [
    {
      name: 'm',
      label: { zh: '共同投标次数', en: 'Times together' },
      unit: { zh: '个标段', en: 'lots' },
      default: 4,
      min: 2,
      max: 50,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'k',
      label: { zh: '这一批企业的标段', en: 'Lots of the group' },
      unit: { zh: '个标段', en: 'lots' },
      default: 6,
      min: 3,
      max: 100,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'l',
      label: { zh: '从不中标的投标次数', en: 'Bids without a win' },
      unit: { zh: '次', en: 'bids' },
      default: 8,
      min: 3,
      max: 100,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'evenness',
      label: { zh: '中标均衡度', en: 'Evenness of wins' },
      unit: { zh: '（完全均等为 1）', en: '(1 = perfectly even)' },
      default: 0.85,
      min: 0.5,
      max: 1,
      step: 0.01,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'p',
      label: { zh: '偶然概率', en: 'Probability by chance' },
      unit: share,
      default: 0.05,
      min: 0.001,
      max: 0.2,
      step: 0.001,
      basis: { zh: '统计惯例', en: 'Usual in statistics' },
    },
  ],
  innocent: [
    { zh: '区域内有资质的企业本来就少', en: 'Few qualified companies in the region' },
    { zh: '各家代理的品种不同，各中各的品种', en: 'Each sells other products and wins those' },
  ],
  blindSpots: [
    {
      zh: '没有写明中标人，或一个标段写了几个中标人的，不计入',
      en: 'Lots without a stated winner, or with several, are left out',
    },
    { zh: '不投标来配合的企业看不到', en: 'Companies that help by not bidding are not seen' },
  ],

  find(evidence, settings) {
    const lots = readLots(evidence).filter((lot) => lot.bids.length >= 2 && winnerOf(lot) !== undefined);
    const groups = groupsOf(lots, settings.m);
    const hits = groups.flatMap((members) => {
      const own = lots.filter((lot) => isLotOf(lot, members));
      if (own.length < settings.k) return [];
      const judged = judge(own, members, settings);
      return judged.rotates || judged.losers.length > 0 ? [hitOf(evidence, lots, own, members, judged, settings)] : [];
    });
    return { examined: lots.length, hits };
  },

  examples: [
    {
      title: '三家十二个标段，依次轮流中标',
      sheets: { bid: turns(12, (i) => i % 3) },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '三家七个标段，依次轮流：刚够判断',
      sheets: { bid: turns(7, (i) => i % 3) },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '四家同投十二个标段，一家次次陪标从不中标',
      sheets: { bid: turns(12, (i) => [0, 0, 1, 2, 2, 2, 0, 1, 1, 0, 2, 1][i]!, 4) },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '只有五个标段：不判断',
      sheets: { bid: turns(5, (i) => i % 3) },
      finds: [],
    },
    {
      title: '三家各有中标，先后没有规律：不提示',
      sheets: { bid: turns(12, (i) => [0, 0, 1, 2, 2, 2, 0, 1, 1, 0, 2, 1][i]!) },
      finds: [],
    },
    {
      title: '一家中标大半：不均衡，不提示',
      sheets: { bid: turns(12, (i) => (i % 6 === 1 ? 1 : i % 6 === 3 ? 2 : 0)) },
      finds: [],
    },
    {
      title: '每次都是不同的对手：没有固定的一批企业，不提示',
      sheets: {
        bid: Array.from({ length: 9 }, (_, i) =>
          lotOf(`ZB-${i}`, `2024-0${i + 1}-05`, {
            启禾器械有限公司: '900000',
            [`甲${'一二三四五六七八九'[i]}医疗有限公司`]: '980000',
          }),
        ).flat(),
      },
      finds: [],
    },
    {
      title: '没有“是否中标”一列：无法判断',
      sheets: {
        bid: [
          {
            tender_no: 'ZB-1',
            tender_name: '骨科耗材',
            open_date: '2024-03-05',
            bidder: '启禾器械有限公司',
            bid_amount: '1',
          },
        ],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** So many lots of the same bidders, month by month; `wins` says who gets which. */
function turns(lots: number, wins: (lot: number) => number, bidders = 3) {
  const names = ['启禾器械有限公司', '瑞澜医药有限公司', '康岫医疗用品有限公司', '禾澜医疗科技有限公司'].slice(
    0,
    bidders,
  );
  return Array.from({ length: lots }, (_, i) =>
    lotOf(
      `ZB-${String(i + 1).padStart(2, '0')}`,
      `20${24 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-05`,
      Object.fromEntries(names.map((name, n) => [name, String(900_000 + n * 61_000 + i * 7000)])),
      {},
      names[wins(i)],
    ),
  ).flat();
}

/** The most that a group can have; more is a market. */
const MOST = 8;
const LEAST = 3;

/** Companies that bid together at least so often. A group that is too large is looked at again with a higher number of times. */
function groupsOf(lots: readonly Lot[], least: number): Array<ReadonlySet<number>> {
  const times = new Map<string, { a: number; b: number; n: number }>();
  for (const { bids } of lots)
    for (const [i, { bidder: a }] of bids.entries())
      for (const { bidder: b } of bids.slice(i + 1)) {
        const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
        const known = times.get(key) ?? { a, b, n: 0 };
        known.n++;
        times.set(key, known);
      }
  const split = (pairs: ReadonlyArray<{ a: number; b: number; n: number }>, from: number): Array<Set<number>> => {
    const often = pairs.filter(({ n }) => n >= from);
    const joined = components();
    for (const { a, b } of often) joined.unite(a, b);
    return [...Map.groupBy(often, ({ a }) => joined.groupOf(a)).values()].flatMap((own) => {
      const members = new Set(own.flatMap(({ a, b }) => [a, b]));
      if (members.size > MOST) return split(own, from + 1);
      return members.size >= LEAST ? [members] : [];
    });
  };
  return split([...times.values()], least);
}

/** A lot of the group: two or more of it bid, at most one other does, and one of the group won. */
const isLotOf = (lot: Lot, members: ReadonlySet<number>): boolean => {
  const own = lot.bids.filter(({ bidder }) => members.has(bidder)).length;
  return own >= 2 && lot.bids.length - own <= 1 && members.has(winnerOf(lot)!);
};

type Settings = Readonly<Record<'m' | 'k' | 'l' | 'evenness' | 'p', number>>;

interface Judged {
  readonly rotates: boolean;
  readonly evenness: number;
  /** probability that winners come in turn by chance at least as much as they do */
  readonly p: number;
  readonly winners: number;
  /** who bid often and never won, with the probability of that */
  readonly losers: ReadonlyArray<{ bidder: number; bids: number; p: number }>;
}

function judge(lots: readonly Lot[], members: ReadonlySet<number>, settings: Settings): Judged {
  const winners = lots.map((lot) => winnerOf(lot)!);
  const wins = [...Map.groupBy(winners, (winner) => winner).values()].map((list) => list.length);
  const entropy = -wins.reduce((sum, n) => sum + (n / lots.length) * Math.log(n / lots.length), 0);
  const evenness = entropy / Math.log(members.size);
  const p = wins.length < 2 ? 1 : chanceOfTurns(winners, wins.length);
  const losers = [...members].flatMap((bidder) => {
    const own = lots.filter(({ bids }) => bids.some((bid) => bid.bidder === bidder));
    if (own.length < settings.l || winners.includes(bidder)) return [];
    const chance = own.reduce((product, { bids }) => product * (1 - 1 / bids.length), 1);
    return chance < settings.p ? [{ bidder, bids: own.length, p: chance }] : [];
  });
  return { rotates: evenness >= settings.evenness && p < settings.p, evenness, p, winners: wins.length, losers };
}

const SHUFFLES = 20_000;
const SEED = 0x51_7e_a1;

/**
 * The probability that winners in random order repeat as little as these: two wins of one company fewer lots apart than there are winners are a
 * repetition. For two companies this is the runs test (游程检验); for more it also sees that everybody waits for all others. By shuffling with a
 * fixed seed, so that the same lots always give the same figure.
 */
function chanceOfTurns(winners: readonly number[], companies: number): number {
  const seen = repetitions(winners, companies);
  const list = [...winners];
  let state = SEED;
  const random = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  let asFew = 0;
  for (let n = 0; n < SHUFFLES; n++) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [list[i], list[j]] = [list[j]!, list[i]!];
    }
    if (repetitions(list, companies) <= seen) asFew++;
  }
  return (asFew + 1) / (SHUFFLES + 1);
}

function repetitions(winners: readonly number[], companies: number): number {
  let n = 0;
  for (let i = 0; i < winners.length; i++)
    for (let j = i + 1; j < winners.length && j - i < companies; j++) if (winners[i] === winners[j]) n++;
  return n;
}

function hitOf(
  evidence: EvidenceReader,
  all: readonly Lot[],
  lots: readonly Lot[],
  members: ReadonlySet<number>,
  { rotates, evenness, p, winners, losers }: Judged,
  settings: Settings,
): Hit {
  const bidders = [...members]
    .map((party) => evidence.party(party))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.uid < b.uid ? -1 : 1));
  const buyers = new Set(lots.flatMap(({ bids }) => bids.map(({ buyer }) => buyer)));
  const market = new Set(
    all
      .filter(({ bids }) => bids.some(({ buyer }) => buyers.has(buyer)))
      .flatMap(({ bids }) => bids.map(({ bidder }) => bidder)),
  );
  const won = lots.flatMap((lot) => lot.bids.filter(({ bidder }) => bidder === winnerOf(lot)));
  const worst = losers.toSorted((a, b) => b.bids - a.bids)[0];
  return {
    key: bidders
      .map(({ uid }) => uid)
      .sort()
      .join('+'),
    severity: market.size <= LEAST ? 1 : 3,
    confidence: rotates && losers.length > 0 ? 0.7 : 0.6,
    params: {
      names: text(someOf(bidders.map(({ name }) => name))),
      bidders: count(bidders.length),
      lots: count(lots.length),
      winners: count(winners),
      from: day(lots[0]!.day),
      to: day(lots.at(-1)!.day),
    },
    measures: [
      measured({ zh: '这一批企业的标段', en: 'Lots of the group' }, count(lots.length), '>=', count(settings.k), 'k'),
      measured(
        { zh: '中标均衡度', en: 'Evenness of wins' },
        number(evenness),
        rotates ? '>=' : 'none',
        number(settings.evenness),
        'evenness',
      ),
      measured(
        { zh: '如此轮流的偶然概率', en: 'Probability of such turns by chance' },
        ratio(p),
        rotates ? '<' : 'none',
        ratio(settings.p),
        'p',
      ),
      ...(worst
        ? [
            measured(
              { zh: '从不中标者的投标次数（最多）', en: 'Bids of one that never won (most)' },
              count(worst.bids),
              '>=',
              count(settings.l),
              'l',
            ),
            measured(
              { zh: '从不中标的偶然概率', en: 'Probability of never winning by chance' },
              ratio(worst.p),
              '<',
              ratio(settings.p),
              'p',
            ),
          ]
        : []),
      noted({ zh: '同一采购人的投标企业', en: 'Companies that bid for the same buyers' }, count(market.size)),
      noted({ zh: '中标金额', en: 'What was won' }, fen(won.reduce((sum, { award }) => sum + (award ?? 0), 0))),
    ],
    fen: won.every(({ award }) => award === null) ? null : won.reduce((sum, { award }) => sum + (award ?? 0), 0),
    subjects: bidders.map(({ id, name }) => ({ role: 'bidder', party: id, name })),
    rows: lots.flatMap((lot) => lot.bids.filter(({ bidder }) => members.has(bidder)).map((bid) => cite(lot, bid))),
  };
}

/** The winner for what he won, the others for having bid. */
function cite(lot: Lot, { row, bidder, award, awardWritten }: Bid): HitRow {
  if (bidder !== winnerOf(lot)) return { row, field: 'bidder', role: 'evidence' };
  const field = award === null ? 'is_winner' : awardWritten === 1 ? 'award_amount' : 'bid_amount';
  return { row, field, role: 'evidence', note: { zh: '中标', en: 'Won' } };
}
