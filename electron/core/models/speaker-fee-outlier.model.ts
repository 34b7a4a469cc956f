import { severityOfAmount } from './ask/amount-band.ts';
import { fenOf, isShareAbove } from './ask/exact.ts';
import { type FeePerHour, feeLimit, feePerHour, hoursOf, rankOf } from './ask/fee-limit.ts';
import { type PaidLecture, readPaidLectures } from './ask/paid-lectures.ts';
import { percentileOf } from './ask/statistics.ts';
import { count, fen, measured, noted, number, ratio, share, text } from './ask/values.ts';
import { afterWithholding } from './ask/withholding.ts';
import { hired, idOf } from './example-people.ts';
import { came, type ExampleRow, meeting, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

const perHourUnit = { zh: '元/学时（税后）', en: 'CNY an hour, after tax' };
const standard = {
  zh: '《中央和国家机关培训费管理办法》（财行〔2016〕540号）的标准，只作参照',
  en: 'The standard for training paid from public funds (2016, No. 540), an orientation only',
};

// for the examples
const lectured = (on: string, fee: string, more: ExampleRow = {}): ExampleRow =>
  came(`澄溪骨科讲座${on}`, on, '沈以墨', '澄溪市第一人民医院', {
    id_no: idOf('沈以墨'),
    role: '讲者',
    topic: '关节翻修',
    fee,
    hours: '2',
    ...more,
  });
const twiceAMonth = (times: number, fee = '900.00'): ExampleRow[] =>
  Array.from({ length: times }, (_, i) =>
    lectured(
      `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(3 + Math.floor(i / 12) * 7).padStart(2, '0')}`,
      fee,
    ),
  );

export default defineModel({
  id: 'speaker-fee-outlier',
  version: 1,
  group: 'G1',
  areas: ['key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'academic',
  weight: 0.4,
  title: { zh: '讲课费超标或异常频繁', en: 'Lecture fee above standard or abnormal frequency' },
  question: {
    zh: '讲课费单学时是否高出参照标准数倍，一年讲课次数是否远超同行，讲课收入是否超过年收入的一半？',
    en: 'Is a fee several times the standard an hour, does somebody lecture far more often than peers, or earn more than half an income by it?',
  },
  summary: {
    zh: '{{person}}有 {{over}} 次讲课费超出参照标准 {{tolerance}} 倍，一年最多讲课 {{sessions}} 场，涉及讲课费 {{fen}}',
    en: '{{person}} was paid above {{tolerance}} times the standard {{over}} times and lectured up to {{sessions}} times a year, {{fen}} in fees',
  },
  basis: [
    {
      source: {
        zh: '《中央和国家机关培训费管理办法》（财行〔2016〕540号）',
        en: 'Rules on training fees of central authorities, 2016, No. 540',
      },
      text: {
        zh: '讲课费（税后）：副高级每学时最高不超过500元，正高级1000元，院士、全国知名专家1500元。',
        en: 'Fees after tax an hour: up to 500 yuan for associate, 1,000 for senior, 1,500 for academicians and nationally known experts.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '该标准只适用于公费培训，企业和学会付费可以合法高出；三倍、二十四场、收入一半由本工具给出。',
        en: "The standard binds training from public funds only; three times, 24 lectures and half an income are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'conference_person', fields: ['name', 'fee'] }],
  settings: [
    {
      name: 'cap_fugao',
      label: { zh: '副高级及以下', en: 'Associate rank and below' },
      unit: perHourUnit,
      default: feePerHour.associate / 100,
      min: 100,
      max: 10_000,
      step: 100,
      basis: standard,
    },
    {
      name: 'cap_zhenggao',
      label: { zh: '正高级', en: 'Senior rank' },
      unit: perHourUnit,
      default: feePerHour.senior / 100,
      min: 100,
      max: 20_000,
      step: 100,
      basis: standard,
    },
    {
      name: 'cap_yuanshi',
      label: { zh: '院士、全国知名专家', en: 'Academician' },
      unit: perHourUnit,
      default: feePerHour.academician / 100,
      min: 100,
      max: 50_000,
      step: 100,
      basis: standard,
    },
    {
      name: 'tolerance',
      label: { zh: '倍数', en: 'Tolerance' },
      unit: { zh: '倍', en: 'times' },
      default: 3,
      min: 1,
      max: 20,
      step: 0.5,
      basis: { zh: '本工具判断：企业市场价高于公费标准', en: 'Judgement: companies pay more than public funds may' },
    },
    {
      name: 'min_sessions',
      label: { zh: '一年讲课场次', en: 'Lectures a year' },
      unit: { zh: '场', en: 'lectures' },
      default: 24,
      min: 4,
      max: 365,
      step: 1,
      basis: { zh: '本工具判断：每月两场', en: 'Judgement: two a month' },
    },
    {
      name: 'income_ratio',
      label: { zh: '讲课费占年收入', en: 'Fees of the annual income' },
      unit: share,
      default: 0.5,
      min: 0.05,
      max: 5,
      step: 0.05,
      basis: { zh: '本工具判断：收入的一半来自讲课', en: 'Judgement: half an income from lectures' },
    },
  ],
  innocent: [
    { zh: '知名专家，市场价较高', en: 'A well-known expert commands more' },
    { zh: '一次讲课含多个学时，名单未写', en: 'A workshop of many hours that the roster does not state' },
    { zh: '讲课费中含差旅、食宿', en: 'The fee includes travel and lodging' },
  ],
  blindSpots: [
    {
      zh: '未写学时的按二学时计，未写职称的按正高计',
      en: 'Without hours two are counted, without a title senior rank',
    },
    {
      zh: '核验为真实的会议的讲课费不查单次标准，只计场次和收入',
      en: 'Fees at genuine conferences are not held against the standard, they count for frequency and income only',
    },
    {
      zh: '同职称同行不足百人时，“最多的百分之一”就是其中讲得最多的人',
      en: 'Among fewer than a hundred peers the top hundredth is whoever lectured most',
    },
    {
      zh: '只看名单所写讲课费；名单之外付的钱见资金类模型',
      en: 'Only fees that rosters state; other money is the matter of the models of flows',
    },
  ],

  find(evidence, settings) {
    const caps: FeePerHour = {
      associate: fenOf(settings.cap_fugao),
      senior: fenOf(settings.cap_zhenggao),
      academician: fenOf(settings.cap_yuanshi),
    };
    const lectures = readPaidLectures(evidence);
    const byPerson = Map.groupBy(lectures, ({ person }) => person);
    const peers = sessionsByRank(byPerson);
    const incomes = readIncomes(evidence);
    const hits: Hit[] = [];
    for (const [person, all] of byPerson) {
      evidence.breathe();
      const limitOf = (lecture: PaidLecture) => feeLimit(lecture, settings.tolerance, caps);
      const over = all.filter((each) => each.result !== 'genuine' && netOf(each) > limitOf(each));
      const years = yearsOf(all);
      const busy = years.filter(
        ({ sessions, rank }) =>
          sessions >= settings.min_sessions && sessions >= percentileOf(peers.get(rank) ?? [], TOP_PERCENT),
      );
      const income = incomes.get(person);
      const rich =
        income === undefined || income.fen <= 0
          ? []
          : years.filter((each) => isShareAbove(each.fen, income.fen, settings.income_ratio));
      if (over.length === 0 && busy.length === 0 && rich.length === 0) continue;
      const cited = new Set([
        ...over,
        ...busy.flatMap(({ lectures: list }) => list),
        ...rich.flatMap(({ lectures: list }) => list),
      ]);
      const rows = all.filter((each) => cited.has(each));
      const total = rows.reduce((sum, each) => sum + each.fen, 0);
      const bySize = severityOfAmount(total);
      const who = evidence.party(person);
      const nameOnly = all.every(({ alone }) => alone === 1);
      const guessed = busy.length === 0 && rich.length === 0 && over.every(({ hours }) => hours === null);
      const doubtful = rows.every(({ result }) => result === 'doubtful' || result === 'unverified');
      const most = years.toSorted((a, b) => b.sessions - a.sessions)[0];
      hits.push({
        key: who.uid,
        severity: bySize >= 3 ? bySize : 2,
        confidence: nameOnly ? 0.3 : (guessed ? 0.6 : 0.8) * (doubtful ? 0.5 : 1),
        params: {
          person: text(who.name),
          over: count(over.length),
          tolerance: number(settings.tolerance),
          sessions: count(most?.sessions ?? 0),
          fen: fen(total),
        },
        measures: [
          ...over
            .toSorted((a, b) => netOf(b) / limitOf(b) - netOf(a) / limitOf(a))
            .slice(0, 1)
            .map((each) =>
              measured(
                { zh: '讲课费（超出最多的一次，税后）', en: 'Fee after tax (furthest above)' },
                fen(netOf(each)),
                '>',
                fen(limitOf(each)),
                'tolerance',
              ),
            ),
          measured(
            { zh: '一年讲课场次（最多）', en: 'Lectures in a year (most)' },
            count(most?.sessions ?? 0),
            busy.length > 0 ? '>=' : 'none',
            count(settings.min_sessions),
            'min_sessions',
          ),
          ...(income === undefined || most === undefined
            ? []
            : [
                measured(
                  { zh: '一年讲课费占年收入（最高）', en: 'Fees of a year of the income (most)' },
                  ratio(Math.max(...years.map((each) => each.fen)) / income.fen),
                  rich.length > 0 ? '>' : 'none',
                  ratio(settings.income_ratio),
                  'income_ratio',
                ),
              ]),
          noted({ zh: '名单中的有费讲课', en: 'Lectures with a fee in the rosters' }, count(all.length)),
          noted(
            { zh: '其中在真实会议上', en: 'Of these at genuine conferences' },
            count(all.filter(({ result }) => result === 'genuine').length),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'person', party: person, name: who.name },
          ...[...new Set(over.flatMap(({ conference }) => (conference === null ? [] : [conference])))].map((party) => ({
            role: 'conference',
            party,
            name: evidence.party(party).name,
          })),
        ],
        rows: [
          ...rows.map((each) => cite(each, over.includes(each) ? limitOf(each) : null)),
          ...(rich.length > 0 && income !== undefined
            ? [
                {
                  row: income.row,
                  field: 'annual_income',
                  role: 'context',
                  note: { zh: '名册所写年收入', en: 'The annual income as the roster of staff states it' },
                } satisfies HitRow,
              ]
            : []),
        ],
      });
    }
    return { examined: byPerson.size, hits };
  },

  examples: [
    {
      title: '正高二学时 6 000.01 元：超过 1 000 × 2 × 3',
      sheets: { conference_person: [lectured('2024-04-12', '6000.01')] },
      finds: ['沈以墨'],
    },
    {
      title: '一年二十四场，同职称中最多',
      sheets: { conference_person: twiceAMonth(24) },
      finds: ['沈以墨'],
    },
    {
      title: '讲课费超过年收入的一半',
      sheets: {
        staff: [hired('沈以墨', '澄溪市第一人民医院', { annual_income: '40000.00' })],
        conference_person: twiceAMonth(5, '4100.00'),
      },
      finds: ['沈以墨'],
    },
    {
      title: '副高二学时税前 4 000 元，税后 3 360 元：超过 3 000 元',
      sheets: {
        conference_person: [lectured('2024-04-12', '', { fee: '', fee_gross: '4000.00', title: '副主任医师' })],
      },
      finds: ['沈以墨'],
    },
    {
      title: '正高二学时正好 6 000 元：不提示',
      sheets: { conference_person: [lectured('2024-04-12', '6000.00')] },
      finds: [],
    },
    {
      title: '一年二十三场：不提示',
      sheets: { conference_person: twiceAMonth(23) },
      finds: [],
    },
    {
      title: '讲课费正好是年收入的一半：不提示',
      sheets: {
        staff: [hired('沈以墨', '澄溪市第一人民医院', { annual_income: '41000.00' })],
        conference_person: twiceAMonth(5, '4100.00'),
      },
      finds: [],
    },
    {
      title: '职称、学时都没有写：按正高二学时，不提示',
      sheets: {
        conference_person: [lectured('2024-04-12', '5800.00', { title: '', hours: '' })],
      },
      finds: [],
    },
    {
      title: '真实会议上的八千元讲课费：不查单次标准，不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [
          ['沈以墨', '澄溪市第一人民医院', '8000.00'],
          ['顾长宁', '望川市人民医院', '3000.00'],
        ]),
      },
      finds: [],
    },
    {
      title: '名单没有讲课费一列：无法判断',
      sheets: {
        conference_person: [
          {
            conference_name: '云澜骨科春季论坛',
            conference_date: '2024-04-12',
            name: '沈以墨',
            org: '澄溪市第一人民医院',
            role: '讲者',
          },
        ],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const TOP_PERCENT = 99;

/** The fee after tax: the standard is one after tax. */
const netOf = ({ fen: stated, field }: PaidLecture): number => (field === 'fee' ? stated : afterWithholding(stated));

interface Year {
  readonly year: string;
  readonly rank: string;
  readonly sessions: number;
  readonly fen: number;
  readonly lectures: readonly PaidLecture[];
}

/** What one person lectured year by year; lectures without a day are in no year. A conference counts once however many topics. */
function yearsOf(lectures: readonly PaidLecture[]): Year[] {
  const dated = lectures.filter(({ day }) => day !== '');
  return [...Map.groupBy(dated, ({ day }) => day.slice(0, 4))].map(([year, list]) => ({
    year,
    rank: rankOf(list[0]!.title),
    sessions: new Set(list.map(({ conference, row }) => conference ?? `row ${row}`)).size,
    fen: list.reduce((sum, each) => sum + each.fen, 0),
    lectures: list,
  }));
}

/** Rank → the lectures a year of everybody of that rank. */
function sessionsByRank(byPerson: ReadonlyMap<number, readonly PaidLecture[]>): Map<string, number[]> {
  const peers = new Map<string, number[]>();
  for (const lectures of byPerson.values())
    for (const { rank, sessions } of yearsOf(lectures)) {
      const known = peers.get(rank);
      if (known) known.push(sessions);
      else peers.set(rank, [sessions]);
    }
  return peers;
}

/** Person → the highest annual income that a roster of staff states. */
function readIncomes(evidence: EvidenceReader): Map<number, { row: number; fen: number }> {
  const rows = evidence.all<{ person: number; row: number; fen: number }>(
    'select person, row, income_fen as fen from staff where income_fen is not null order by income_fen, row desc',
  );
  return new Map(rows.map(({ person, ...income }) => [person, income]));
}

function cite(lecture: PaidLecture, limit: number | null): HitRow {
  const line: HitRow = { row: lecture.row, field: lecture.field, role: 'evidence' };
  if (limit === null) return line;
  const hours = hoursOf(lecture);
  const title = lecture.title ?? '未写职称';
  return {
    ...line,
    note: {
      zh: `${title}，按 ${hours} 学时计，参照上限 ${(limit / 100).toFixed(2)} 元`,
      en: `Counted as ${hours} hours; the most without further explanation is ${(limit / 100).toFixed(2)} yuan`,
    },
  };
}
