import { expenseTypes } from '../../../shared/evidence/expense-type.ts';
import { sumOf } from './ask/flows.ts';
import { readReversals } from './ask/reversals.ts';
import { count, fen, measured, noted, number, text } from './ask/values.ts';
import { booked, type ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** 100 yuan and its hundredfold: a ledger that spans less has no reason to follow the law. Amounts below 10 yuan have too few digits. */
const LEAST_FEN = 1000;
const SPAN = 100;
/** Fewer kinds of amounts than one in ten: prices or allowances, not amounts that come about. */
const KINDS = 10;
/** Of the most over-represented pairs the rows are cited. */
const SHOWN = 5;
const SERIOUS = 0.004;

export default defineModel({
  id: 'benford-first-two',
  version: 1,
  group: 'G2',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'amount-pattern',
  weight: 0.15,
  title: { zh: '本福特前两位偏离', en: 'Benford first-two-digits test' },
  question: {
    zh: '一家单位一年一类费用的金额，前两位数字是否明显偏离自然形成的分布？',
    en: "Do the first two digits of a company's amounts of one kind in one year depart from what arises by itself?",
  },
  summary: {
    zh: '{{payer}} {{year}} 年{{type}} {{rows}} 笔金额的前两位数字偏离本福特定律，{{digits}} 偏多',
    en: 'First two digits of {{rows}} amounts of {{payer}} in {{year}} ({{type}}) depart from Benford’s law; too many begin with {{digits}}',
  },
  basis: [
    {
      source: {
        zh: 'Nigrini《Benford’s Law》（2012）前两位检验',
        en: 'Nigrini, Benford’s Law (2012), first-two-digits test',
      },
      text: {
        zh: '平均绝对偏差（MAD）大于 0.0022 为不符合；另列出 Z 值超过 2.57 的数字。',
        en: 'A mean absolute deviation above 0.0022 is nonconforming; digits with Z above 2.57 are listed.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '完全符合定律的样本，3 000 笔时平均偏差也有 0.0014，1 000 笔时 97% 会超过 0.0022；因此不足 3 000 笔不判断，并要求超出该笔数下应有的偏差。',
        en: 'Samples that follow the law exactly still deviate by 0.0014 at 3,000 amounts, and 97% of those of 1,000 exceed 0.0022: fewer than 3,000 are not judged, and the deviation must exceed what that number brings by chance.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'expense', fields: ['company', 'amount'] }],
  settings: [
    {
      name: 'mad',
      label: { zh: '平均绝对偏差', en: 'Mean absolute deviation' },
      unit: { zh: '—', en: '—' },
      default: 0.0022,
      min: 0.0012,
      max: 0.01,
      step: 0.0001,
      basis: { zh: 'Nigrini 2012 前两位数字的界限', en: 'Nigrini 2012, limit for two digits' },
    },
    {
      name: 'N0',
      label: { zh: '最少笔数', en: 'Least number' },
      unit: { zh: '笔', en: 'amounts' },
      default: 3000,
      min: 3000,
      max: 100_000,
      step: 100,
      basis: { zh: '本工具测算：更少时固定界限会误报', en: 'Measured: with fewer the fixed limit raises false leads' },
    },
    {
      name: 'excess',
      label: { zh: '超出随机偏差', en: 'Beyond chance' },
      unit: { zh: '—', en: '—' },
      default: 0.001,
      min: 0,
      max: 0.01,
      step: 0.0001,
      basis: { zh: '本工具判断；随机偏差按笔数计算', en: 'Judgement; what chance brings is computed from the number' },
    },
    {
      name: 'zc',
      label: { zh: '单个数字的 Z 值', en: 'Z of a single pair' },
      unit: { zh: '—', en: '—' },
      default: 2.57,
      min: 1.64,
      max: 6,
      step: 0.01,
      basis: { zh: '99% 置信水平', en: '99% confidence' },
    },
  ],
  innocent: [
    { zh: '固定价格、报价单、定额补贴', en: 'Fixed prices, price lists, allowances' },
    { zh: '有报销上限或审批限额', en: 'Amounts capped by a limit' },
    { zh: '费用由少数几类合同形成', en: 'A few kinds of contracts behind all of it' },
  ],
  blindSpots: [
    { zh: '少量编造的金额在大账里看不出来', en: 'A few invented amounts do not show in a large ledger' },
    {
      zh: '讲课费（有标准）不检验；金额种类不足笔数十分之一的（定价、定额）不检验；采购不检验（价格受管理）',
      en: 'Lecture fees (a tariff), ledgers with fewer kinds of amounts than a tenth of the lines, and purchases (administered prices) are not tested',
    },
  ],
  coverage: (evidence, { N0 }) =>
    readLedgers(evidence, N0).length > 0
      ? []
      : [
          {
            id: 'expense.lines',
            words: {
              zh: `没有一家单位一年一类费用达到 ${N0} 笔，笔数太少不能检验`,
              en: `No company has ${N0} lines of one kind in one year: too few to test`,
            },
          },
        ],

  find(evidence, settings) {
    const ledgers = readLedgers(evidence, settings.N0);
    const reversed = readReversals(evidence);
    const hits: Hit[] = [];
    for (const ledger of ledgers) {
      evidence.breathe();
      const lines = linesOf(evidence, ledger).filter(({ row }) => !reversed.has(row));
      if (lines.length < settings.N0 || !canFollowTheLaw(lines)) continue;
      const { deviation, chance, pairs } = compare(lines);
      if (deviation <= settings.mad || deviation - chance < settings.excess) continue;
      const over = pairs
        .filter(({ z, excess }) => excess > 0 && z > settings.zc)
        .sort((a, b) => b.z - a.z || a.pair - b.pair);
      const shown = over.slice(0, SHOWN);
      const rows = lines.filter((line) => shown.some(({ pair }) => pair === pairOf(line.fen)));
      if (rows.length === 0) continue;
      const who = evidence.party(ledger.company);
      hits.push({
        key: `${who.uid}:${ledger.year}:${ledger.type ?? 'other'}`,
        severity: deviation > SERIOUS ? 2 : 1,
        confidence: 0.5,
        params: {
          payer: text(who.name),
          year: text(ledger.year),
          type: text(expenseTypes.find(({ id }) => id === ledger.type)?.zh ?? '未分类费用'),
          rows: count(lines.length),
          digits: text(shown.map(({ pair }) => pair).join('、')),
        },
        measures: [
          measured({ zh: '笔数', en: 'Lines' }, count(lines.length), '>=', count(settings.N0), 'N0'),
          measured(
            { zh: '平均绝对偏差', en: 'Mean absolute deviation' },
            number(rounded(deviation)),
            '>',
            number(settings.mad),
            'mad',
          ),
          measured(
            { zh: '超出随机偏差', en: 'Beyond what chance brings' },
            number(rounded(deviation - chance)),
            '>=',
            number(settings.excess),
            'excess',
          ),
          ...shown.map(({ pair, found, expected, z }) =>
            noted(
              {
                zh: `以 ${pair} 开头：应有 ${Math.round(expected)} 笔，Z = ${z.toFixed(2)}`,
                en: `Begin with ${pair}: ${Math.round(expected)} expected, Z = ${z.toFixed(2)}`,
              },
              count(found),
            ),
          ),
          noted({ zh: 'Z 值超限的数字个数', en: 'Pairs beyond the limit of Z' }, count(over.length)),
          noted({ zh: '这些数字的金额合计', en: 'Amounts of the pairs shown' }, fen(sumOf(rows))),
        ],
        fen: sumOf(rows),
        subjects: [{ role: 'payer', party: ledger.company, name: who.name }],
        rows: rows.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
      });
    }
    return { examined: ledgers.length, hits };
  },

  examples: [
    {
      title: '三千笔中 15% 的金额集中在 48、49、97 开头',
      sheets: { expense: ledger({ lines: 3000, invented: 450 }) },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '正好三千笔，偏差刚超出随机偏差加 0.001',
      sheets: { expense: ledger({ lines: 3000, invented: 336 }) },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '三千笔，编造的少一笔：超不出随机偏差加 0.001，不提示',
      sheets: { expense: ledger({ lines: 3000, invented: 335 }) },
      finds: [],
    },
    { title: '完全符合定律的三千笔：不提示', sheets: { expense: ledger({ lines: 3000, invented: 0 }) }, finds: [] },
    {
      title: '三千多笔都是 200 元的定额补贴，只有几笔大额：不适用，不提示',
      sheets: {
        expense: [
          ...ledger({ lines: 60, invented: 0 }),
          ...Array.from({ length: 3000 }, (_, i) =>
            booked('瑞澜医药有限公司', '澄溪商旅服务有限公司', '200.00', dayOfLine(i), '差旅费', numbered(i)),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '只有三百笔：无法判断',
      sheets: { expense: ledger({ lines: 300, invented: 60 }) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Days that follow each other through a year, for the examples. */
function dayOfLine(i: number): string {
  return `2024-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
}

/** Its voucher tells a line from others of the same day and amount. */
function numbered(i: number): ExampleRow {
  return { voucher_no: `记-${i + 1}` };
}

/** A ledger from 10 to 100,000 yuan that follows the law as well as whole lines can, but for so many invented amounts; for the examples. */
function ledger({ lines, invented }: { lines: number; invented: number }): ExampleRow[] {
  return Array.from({ length: lines }, (_, i) => {
    const real = lines - invented;
    const yuan = i < real ? 10 * 10 ** ((4 * (i + 0.5)) / real) : [4800, 4900, 970][i % 3]! + (i % 40) / 10;
    return booked('瑞澜医药有限公司', '澄溪商旅服务有限公司', yuan.toFixed(2), dayOfLine(i), '差旅费', numbered(i));
  });
}

interface Ledger {
  readonly company: number;
  readonly year: string;
  readonly type: string | null;
}

interface Line {
  readonly row: number;
  readonly fen: number;
}

/** Ledgers of a company, a year and a kind of expense with enough lines; lecture fees follow a tariff and are left out. */
const readLedgers = (evidence: EvidenceReader, least: number): Ledger[] =>
  evidence.all<Ledger>(
    `select company, substr(day, 1, 4) as year, type from fee
     where company is not null and fen >= ${LEAST_FEN} and type is not 'lecture'
     group by company, substr(day, 1, 4), type having count(*) >= :least order by company, year, type`,
    { least },
  );

const linesOf = (evidence: EvidenceReader, { company, year, type }: Ledger): Line[] =>
  evidence.all<Line>(
    `select row, fen from fee where company = :company and day >= :from and day <= :to and type is :type and fen >= ${LEAST_FEN} order by row`,
    { company, from: `${year}-01-01`, to: `${year}-12-31`, type },
  );

/** Amounts that span two orders of magnitude and are not a list of prices. */
function canFollowTheLaw(lines: readonly Line[]): boolean {
  const amounts = lines.map((line) => line.fen);
  const least = amounts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = amounts.reduce((a, b) => Math.max(a, b), 0);
  return most >= least * SPAN && new Set(amounts).size * KINDS >= lines.length;
}

const pairOf = (amount: number): number => Number(String(amount).slice(0, 2));

interface Pair {
  readonly pair: number;
  readonly found: number;
  readonly expected: number;
  /** share found − share expected */
  readonly excess: number;
  readonly z: number;
}

/**
 * MAD = Σ|p − b| / 90 with b = log10(1 + 1/i), i = 10 … 99; what chance alone brings: mean of √(2b(1−b)/πN).
 * Z with a continuity term of 1/2N where that is smaller than the difference.
 */
function compare(lines: readonly Line[]): { deviation: number; chance: number; pairs: Pair[] } {
  const n = lines.length;
  const counts = new Array<number>(100).fill(0);
  for (const line of lines) counts[pairOf(line.fen)]!++;
  const pairs: Pair[] = [];
  let [deviation, chance] = [0, 0];
  for (let pair = 10; pair < 100; pair++) {
    const law = Math.log10(1 + 1 / pair);
    const found = counts[pair]!;
    const apart = Math.abs(found / n - law);
    const term = 1 / (2 * n);
    deviation += apart / 90;
    chance += Math.sqrt((2 * law * (1 - law)) / (Math.PI * n)) / 90;
    const z = (apart - (term < apart ? term : 0)) / Math.sqrt((law * (1 - law)) / n);
    pairs.push({ pair, found, expected: law * n, excess: found / n - law, z });
  }
  return { deviation, chance, pairs };
}

const rounded = (value: number): number => Math.round(value * 100_000) / 100_000;
