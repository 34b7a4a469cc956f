import { readBidderTies } from './ask/bidder-ties.ts';
import { type Bid, type Lot, readLots } from './ask/lots.ts';
import { count, day, fen, measured, noted, number, ratio, share, text } from './ask/values.ts';
import { lotOf } from './example-bids.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

export default defineModel({
  id: 'bid-price-pattern',
  version: 1,
  group: 'G4',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['sale'],
  family: 'collusion',
  weight: 0.4,
  title: { zh: '报价规律性差异', en: 'Bid spread screens' },
  question: {
    zh: '同一标段的报价是否异常接近、呈等差或等比，或者陪标的报价挤在一起而最低价单独拉开？',
    en: 'Are the offers of a lot oddly close, in equal steps, or do the losing ones cluster while the lowest stands apart?',
  },
  summary: {
    zh: '{{tender}}（{{on}}）{{bids}} 家报价从 {{low}} 到 {{high}}，变异系数 {{cv}}，呈规律性差异',
    en: 'The {{bids}} offers for {{tender}} ({{on}}) run from {{low}} to {{high}}, coefficient of variation {{cv}}, and differ in a regular way',
  },
  basis: [
    {
      source: {
        zh: '《中华人民共和国招标投标法实施条例》第四十条第四项',
        en: 'Regulation on the implementation of the Bidding Law, article 40 (4)',
      },
      text: {
        zh: '不同投标人的投标文件异常一致或者投标报价呈规律性差异，视为投标人相互串通投标。',
        en: 'Bid files that are oddly alike, or offers that differ in a regular way: the bidders are deemed to collude.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '条例没有给出数值。变异系数和相对距离两项筛查出自国外串标研究，门槛凭记忆，未经核对；等差、等比的容差由本工具给出。',
        en: 'The regulation gives no figures. The two screens come from research on cartels abroad, their limits from memory and not verified; the tolerance of equal steps is this tool’s.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'bid', fields: ['bidder', 'bid_amount'] }],
  settings: [
    {
      name: 'cv',
      label: { zh: '变异系数上限', en: 'Most variation' },
      unit: { zh: '标准差/平均', en: 'standard deviation / mean' },
      default: 0.06,
      min: 0.001,
      max: 0.5,
      step: 0.005,
      basis: {
        zh: '串标研究的筛查值，凭记忆，未经核对',
        en: 'A screen of research on cartels, from memory, not verified',
      },
    },
    {
      name: 'rd',
      label: { zh: '相对距离', en: 'Relative distance' },
      unit: {
        zh: '（次低−最低）/未中标报价的标准差',
        en: '(second − lowest) / standard deviation of the losing offers',
      },
      default: 1,
      min: 0.1,
      max: 10,
      step: 0.1,
      basis: {
        zh: '串标研究的筛查值，凭记忆，未经核对',
        en: 'A screen of research on cartels, from memory, not verified',
      },
    },
    {
      name: 'eps',
      label: { zh: '等差、等比容差', en: 'Tolerance of equal steps' },
      unit: share,
      default: 0.01,
      min: 0,
      max: 0.2,
      step: 0.005,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'ceiling_band',
      label: { zh: '限价下区间', en: 'Band below the ceiling' },
      unit: { zh: '最高限价的比例', en: 'share of the ceiling' },
      default: 0.03,
      min: 0,
      max: 0.5,
      step: 0.01,
      basis: {
        zh: '本工具判断：全部报价都贴近挂网限价的，不作比较',
        en: 'Judgement: where all offers keep close to an administered ceiling nothing is compared',
      },
    },
  ],
  innocent: [
    { zh: '挂网限价、政府定价使报价自然接近', en: 'Administered prices keep the offers close' },
    { zh: '最高限价贴近成本，报价空间很小', en: 'A ceiling close to the cost leaves little room' },
    { zh: '按统一的折扣率报价', en: 'All offer one rate of discount' },
  ],
  blindSpots: [
    {
      zh: '少于三家报价的标段不判断；两项筛查要求四家',
      en: 'Lots of fewer than three offers are not judged; the two screens need four',
    },
    {
      zh: '按单价或折扣率报价的标段，金额含义不同',
      en: 'Where unit prices or rates are offered the amounts mean something else',
    },
  ],

  find(evidence, settings) {
    const judged = readLots(evidence).flatMap((lot) => {
      const offers = lot.bids
        .filter((bid): bid is Offer => bid.fen !== null && bid.fen > 0)
        .sort((a, b) => a.fen - b.fen);
      return offers.length < 3 || isCeiled(offers, settings.ceiling_band) ? [] : [{ lot, offers }];
    });
    const regular = judged.flatMap(({ lot, offers }) => {
      const pattern = patternOf(
        offers.map((offer) => offer.fen),
        settings,
      );
      return pattern.isRegular ? [{ lot, offers, pattern }] : [];
    });
    const together = new Map<string, number>();
    for (const { offers } of regular)
      for (const pair of pairsOf(offers)) together.set(pair, (together.get(pair) ?? 0) + 1);
    const tied = new Set(
      readBidderTies(evidence).flatMap(({ lot, strength }) => (strength >= TIED ? [lot.tender] : [])),
    );
    const hits = regular.map(({ lot, offers, pattern }) => {
      const often = Math.max(...pairsOf(offers).map((pair) => together.get(pair) ?? 0));
      return hitOf(evidence, lot, offers, pattern, { tied: tied.has(lot.tender), often }, settings);
    });
    return { examined: judged.length, hits };
  },

  examples: [
    {
      title: '四家报价接近，三家陪标挤在一起，最低价单独拉开',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-05', {
          启禾器械有限公司: '960000',
          瑞澜医药有限公司: '1000000',
          康岫医疗用品有限公司: '1004000',
          禾澜医疗科技有限公司: '1010000',
        }),
      },
      finds: ['骨科耗材采购项目(ZB-1) 第1包'],
    },
    {
      title: '四家报价等差，每级 75 000 元',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-05', {
          启禾器械有限公司: '600000',
          瑞澜医药有限公司: '675000',
          康岫医疗用品有限公司: '750000',
          禾澜医疗科技有限公司: '825000',
        }),
      },
      finds: ['骨科耗材采购项目(ZB-1) 第1包'],
    },
    {
      title: '三家中两家的报价一分不差',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-05', {
          启禾器械有限公司: '812345.67',
          瑞澜医药有限公司: '1012345.67',
          康岫医疗用品有限公司: '1012345.67',
        }),
      },
      finds: ['骨科耗材采购项目(ZB-1) 第1包'],
    },
    {
      title: '只差一分：不算相同，不提示',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-05', {
          启禾器械有限公司: '812345.67',
          瑞澜医药有限公司: '1012345.66',
          康岫医疗用品有限公司: '1012345.67',
        }),
      },
      finds: [],
    },
    {
      title: '报价分散：不提示',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-05', {
          启禾器械有限公司: '600000',
          瑞澜医药有限公司: '710000',
          康岫医疗用品有限公司: '735000',
          禾澜医疗科技有限公司: '990000',
        }),
      },
      finds: [],
    },
    {
      title: '全部报价都在挂网限价下百分之三以内：不提示',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          {
            启禾器械有限公司: '970000',
            瑞澜医药有限公司: '1000000',
            康岫医疗用品有限公司: '1000000',
            禾澜医疗科技有限公司: '999000',
          },
          { all: { ceiling: '1000000' } },
        ),
      },
      finds: [],
    },
    {
      title: '只有两家报价：不判断',
      sheets: { bid: lotOf('ZB-1', '2024-03-05', { 启禾器械有限公司: '1000000', 瑞澜医药有限公司: '1000000' }) },
      finds: [],
    },
    {
      title: '没有报价一列：无法判断',
      sheets: {
        bid: [
          {
            tender_no: 'ZB-1',
            tender_name: '骨科耗材',
            open_date: '2024-03-05',
            bidder: '启禾器械有限公司',
            award_amount: '1',
          },
        ],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Offer = Bid & { readonly fen: number };
type Settings = Readonly<Record<'cv' | 'rd' | 'eps' | 'ceiling_band', number>>;

/** Ties of this strength make the pattern weigh more: what bid-shared-identity tells of by itself. */
const TIED = 0.6;
/** The same bidders in so many regular lots. */
const OFTEN = 3;

/** Every offer lies at most a band below the ceiling. */
const isCeiled = (offers: readonly Offer[], band: number): boolean =>
  offers.every(
    ({ ceiling, fen: offer }) =>
      ceiling !== null && offer <= ceiling && offer * 10_000 >= ceiling * (10_000 - Math.round(band * 10_000)),
  );

const pairsOf = (offers: readonly Offer[]): string[] => {
  const bidders = offers.map(({ bidder }) => bidder).sort((a, b) => a - b);
  return bidders.flatMap((one, i) => bidders.slice(i + 1).map((other) => `${one} ${other}`));
};

interface Pattern {
  readonly cv: number;
  /** null for fewer than four offers */
  readonly rd: number | null;
  readonly isClustered: boolean;
  readonly isArithmetic: boolean;
  readonly isGeometric: boolean;
  /** offers that another one equals to the cent */
  readonly equal: number;
  readonly isRegular: boolean;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
/** Standard deviation of a sample. */
function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1));
}

/** Steps that differ from their mean by at most a share of it; steps of nothing are none. */
function isEven(values: readonly number[], tolerance: number): boolean {
  const steps = values.slice(1).map((each, i) => each - values[i]!);
  const mean = meanOf(steps);
  return mean > 0 && steps.every((step) => Math.abs(step - mean) <= mean * tolerance);
}

/** The screens of one lot; offers ascending. */
function patternOf(offers: readonly number[], { cv: most, rd: least, eps }: Settings): Pattern {
  const cv = deviationOf(offers) / meanOf(offers);
  const enough = offers.length >= 4;
  const losers = offers.slice(1);
  const spread = deviationOf(losers);
  const apart = losers[0]! - offers[0]!;
  const rd = !enough ? null : spread === 0 ? (apart > 0 ? Number.MAX_SAFE_INTEGER : 0) : apart / spread;
  const isClustered = rd !== null && cv <= most && rd > least;
  const isArithmetic = enough && isEven(offers, eps);
  const isGeometric = enough && isEven(offers.map(Math.log), eps);
  const equal = offers.filter((each, i) => each === offers[i - 1] || each === offers[i + 1]).length;
  return {
    cv,
    rd,
    isClustered,
    isArithmetic,
    isGeometric,
    equal,
    isRegular: isClustered || isArithmetic || isGeometric || equal >= 2,
  };
}

function hitOf(
  evidence: EvidenceReader,
  lot: Lot,
  offers: readonly Offer[],
  { cv, rd, isClustered, isArithmetic, isGeometric, equal }: Pattern,
  { tied, often }: { tied: boolean; often: number },
  settings: Settings,
): Hit {
  const [lowest, second] = [offers[0]!, offers[1]!];
  return {
    key: lot.uid,
    severity: tied || often >= OFTEN ? 3 : 2,
    confidence: isArithmetic || isGeometric || equal >= 2 ? 0.7 : 0.5,
    params: {
      tender: text(lot.name),
      on: day(lot.day),
      bids: count(offers.length),
      low: fen(lowest.fen),
      high: fen(offers.at(-1)!.fen),
      cv: ratio(cv),
    },
    measures: [
      measured(
        { zh: '变异系数', en: 'Coefficient of variation' },
        ratio(cv),
        isClustered ? '<=' : 'none',
        ratio(settings.cv),
        'cv',
      ),
      ...(rd === null || rd === Number.MAX_SAFE_INTEGER
        ? []
        : [
            measured(
              { zh: '相对距离', en: 'Relative distance' },
              number(rd),
              isClustered ? '>' : 'none',
              number(settings.rd),
              'rd',
            ),
          ]),
      noted({ zh: '次低与最低之差', en: 'Second above the lowest' }, fen(second.fen - lowest.fen)),
      noted({ zh: '一分不差的报价', en: 'Offers equal to the cent' }, count(equal)),
      ...(isArithmetic ? [noted({ zh: '等差的报价', en: 'Offers in equal steps' }, count(offers.length))] : []),
      ...(isGeometric ? [noted({ zh: '等比的报价', en: 'Offers in equal ratios' }, count(offers.length))] : []),
      noted(
        { zh: '同样两家出现的规律性标段（最多）', en: 'Regular lots with the same two bidders (most)' },
        count(often),
      ),
      ...(tied ? [noted({ zh: '另有身份关联的标段', en: 'Lots whose bidders share identity as well' }, count(1))] : []),
    ],
    fen: null,
    subjects: [
      { role: 'tender', party: lot.tender, name: lot.name },
      ...offers.map(({ bidder }) => ({ role: 'bidder', party: bidder, name: evidence.party(bidder).name })),
    ],
    rows: offers.map(({ row }) => ({ row, field: 'bid_amount', role: 'evidence' })),
  };
}
