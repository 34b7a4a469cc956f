import { chinaCities } from './ask/china-cities.ts';
import { cityIn } from './ask/city-distance.ts';
import { fenOf } from './ask/exact.ts';
import { readMeetings } from './ask/meetings.ts';
import { readRealities } from './ask/reality.ts';
import { medianOf, robustZ } from './ask/statistics.ts';
import { count, day, fen, measured, noted, number, text } from './ask/values.ts';
import { type ExampleRow, meeting, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

/** 20万元 */
const LARGE = 20_000_000;

// for the examples
const usual = [450, 500, 520, 550, 580, 600, 640, 700];
const ordinary = (many = usual.length): ExampleRow[] =>
  usual.slice(0, many).map((yuan, i) =>
    meeting(`澄溪外科沙龙${'甲乙丙丁戊己庚辛'[i]}场`, `2024-0${i + 1}-10`, {
      actual_attendance: '50',
      total_cost: `${yuan * 50}.00`,
      filing_no: '',
      agenda: '',
    }),
  );
const costly = (yuan: string, people: string, more: ExampleRow = {}): ExampleRow =>
  meeting('骨水泥应用经验分享会', '2024-09-20', {
    actual_attendance: people,
    total_cost: yuan,
    filing_no: '',
    agenda: '',
    ...more,
  });

export default defineModel({
  id: 'conference-cost-outlier',
  version: 1,
  group: 'G1',
  areas: ['society_profit', 'trade_misconduct'],
  links: ['sale'],
  family: 'academic',
  weight: 0.3,
  title: { zh: '会议人均成本异常', en: 'Abnormal cost per attendee' },
  question: {
    zh: '会议的人均费用是否远高于同年、同类、同级城市的会议？',
    en: 'Does a conference cost far more a head than others of its type, year and kind of city?',
  },
  summary: {
    zh: '“{{conference}}”（{{day}}）人均 {{each}}，同类会议中位数 {{usual}}，总费用 {{fen}}',
    en: '{{conference}} ({{day}}) cost {{each}} a head, the median of its peers is {{usual}}, {{fen}} in all',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '以人均费用的对数计算稳健标准分（中位数、绝对中位差），3.5 是统计文献常用的界限（Iglewicz、Hoaglin）；二千元和八场由本工具给出。',
        en: 'A robust z of the logarithm of cost a head (median and MAD); 3.5 is the usual cut of Iglewicz and Hoaglin, 2,000 yuan and eight peers are of this tool.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'conference', fields: ['name', 'start_date', 'total_cost', 'actual_attendance'] }],
  settings: [
    {
      name: 'z0',
      label: { zh: '稳健标准分', en: 'Robust z' },
      unit: { zh: '倍标准差', en: 'standard deviations' },
      default: 3.5,
      min: 2,
      max: 20,
      step: 0.1,
      basis: { zh: '统计文献常用的界限', en: 'The usual cut in the literature' },
    },
    {
      name: 'min_c',
      label: { zh: '人均费用起点', en: 'Least cost a head' },
      unit: { zh: '元/人', en: 'CNY a head' },
      default: 2000,
      min: 100,
      max: 100_000,
      step: 100,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'min_peers',
      label: { zh: '最少同类会议', en: 'Least peers' },
      unit: { zh: '场', en: 'conferences' },
      default: 8,
      min: 3,
      max: 200,
      step: 1,
      basis: { zh: '本工具判断：太少不能比较', en: 'Judgement: fewer cannot be compared' },
    },
  ],
  innocent: [
    { zh: '有国外讲者、手术直播或动物实验', en: 'Speakers from abroad, live surgery or animal laboratories' },
    {
      zh: '费用含参会者食宿，同类会议不含',
      en: 'The cost includes lodging of participants, that of the peers does not',
    },
    { zh: '参会人数只写了现场签到的一部分', en: 'The attendance states only part of those who came' },
  ],
  blindSpots: [
    {
      zh: '同类会议普遍虚高时看不出来',
      en: 'Where all peers are inflated nothing stands out',
    },
    {
      zh: '城市只分直辖市和省会、其他两级；城市不明的归入其他',
      en: 'Cities are told as municipalities and provincial capitals, and others; an unknown city counts among the others',
    },
    {
      zh: '核验为真实的会议只作一级提示：规范会议，仅供参考',
      en: 'A genuine conference is a note of severity 1 only',
    },
  ],

  find(evidence, settings) {
    const costs = readCosts(evidence);
    const peers = Map.groupBy(costs, ({ group }) => group);
    const hits = costs.flatMap((own): Hit[] => {
      evidence.breathe();
      const others = peers.get(own.group)!.filter((each) => each !== own);
      if (others.length < settings.min_peers) return [];
      // c >= min_c in whole fen
      if (own.fen < fenOf(settings.min_c) * own.people) return [];
      const z = robustZ(
        own.log,
        others.map(({ log }) => log),
      );
      if (!(z >= settings.z0)) return [];
      const usualFen = Math.round(Math.exp(medianOf(others.map(({ log }) => log))));
      const excess = own.fen - usualFen * own.people;
      const genuine = own.result === 'genuine';
      return [
        {
          key: evidence.party(own.conference).uid,
          severity: genuine ? 1 : excess >= LARGE ? 3 : 2,
          confidence: genuine ? 0.3 : own.result === 'sham' ? 0.7 : 0.5,
          params: {
            conference: text(own.name),
            day: day(own.startDay),
            each: fen(Math.round(own.fen / own.people)),
            usual: fen(usualFen),
            fen: fen(own.fen),
          },
          measures: [
            measured(
              { zh: '稳健标准分', en: 'Robust z' },
              Number.isFinite(z) ? number(Math.round(z * 10) / 10) : text('∞'),
              '>=',
              number(settings.z0),
              'z0',
            ),
            measured(
              { zh: '人均费用', en: 'Cost a head' },
              fen(Math.round(own.fen / own.people)),
              '>=',
              fen(fenOf(settings.min_c)),
              'min_c',
            ),
            measured(
              { zh: '同类会议（同年、同类型、同级城市）', en: 'Peers (year, type, kind of city)' },
              count(others.length),
              '>=',
              count(settings.min_peers),
              'min_peers',
            ),
            noted({ zh: '超出同类中位数的总额', en: 'Cost above the median of the peers' }, fen(excess)),
            ...(genuine
              ? [noted({ zh: '核验为真实，规范会议仅提示', en: 'Checked as genuine: a note only' }, count(1))]
              : []),
          ],
          fen: own.fen,
          subjects: [{ role: 'conference', party: own.conference, name: evidence.party(own.conference).name }],
          rows: [
            { row: own.row, field: 'total_cost', role: 'evidence' },
            { row: own.row, field: 'actual_attendance', role: 'evidence' },
            ...others
              .toSorted((a, b) => b.log - a.log || a.row - b.row)
              .slice(0, PEERS_SHOWN)
              .map(({ row }, i, shown) => ({
                row,
                field: 'total_cost',
                role: 'context' as const,
                note: {
                  zh: `同类会议，按人均费用第 ${i + 1} 高（列出 ${shown.length} 场，共 ${others.length} 场）`,
                  en: `A peer, number ${i + 1} by cost a head (${shown.length} of ${others.length} shown)`,
                },
              })),
          ],
        },
      ];
    });
    return { examined: costs.length, hits };
  },

  examples: [
    {
      title: '人均 6 000 元，同类八场人均 450 至 700 元',
      sheets: { conference: [...ordinary(), costly('300000.00', '50')] },
      finds: ['骨水泥应用经验分享会'],
    },
    {
      title: '人均正好 2 000 元',
      sheets: { conference: [...ordinary(), costly('100000.00', '50')] },
      finds: ['骨水泥应用经验分享会'],
    },
    {
      title: '手续齐全的会议：只作一级提示',
      sheets: {
        conference: [
          ...ordinary(),
          meeting('云澜骨科春季论坛', '2024-04-12', { total_cost: '36000.00', actual_attendance: '6' }),
        ],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [['沈以墨', '澄溪市第一人民医院', '3000.00']]),
      },
      finds: ['云澜骨科春季论坛'],
    },
    {
      title: '人均 1 999.99 元：不到起点，不提示',
      sheets: { conference: [...ordinary(), costly('99999.99', '50')] },
      finds: [],
    },
    {
      title: '同类只有七场：不比较，不提示',
      sheets: { conference: [...ordinary(7), costly('300000.00', '50')] },
      finds: [],
    },
    {
      title: '上一年的会议不比较：不提示',
      sheets: {
        conference: [...ordinary(), costly('300000.00', '50', { start_date: '2023-09-20', end_date: '2023-09-20' })],
      },
      finds: [],
    },
    {
      title: '国际会议与省级会议不比较：不提示',
      sheets: { conference: [...ordinary(), costly('300000.00', '50', { type: '全国性会议' })] },
      finds: [],
    },
    {
      title: '会议表没有参会人数：无法判断',
      sheets: {
        conference: [{ name: '骨水泥应用经验分享会', start_date: '2024-03-15', total_cost: '300000.00' }],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const PEERS_SHOWN = 8;

interface Cost {
  readonly row: number;
  readonly conference: number;
  readonly name: string;
  readonly startDay: string;
  readonly fen: number;
  readonly people: number;
  /** natural logarithm of fen a head */
  readonly log: number;
  /** what it is compared with: type, kind of city and year */
  readonly group: string;
  readonly result: string | null;
}

/** Every conference with a cost and an attendance, once, from the first of its records that states both. */
function readCosts(evidence: EvidenceReader): Cost[] {
  const results = new Map(readRealities(evidence).map(({ conference, result }) => [conference, result]));
  const people = new Map(
    evidence
      .all<{ row: number; people: number }>('select row, actual as people from meeting where actual > 0 order by row')
      .map((each) => [each.row, each.people]),
  );
  const costs = new Map<number, Cost>();
  for (const { row, conference, name, type, city, venue, startDay, totalFen } of readMeetings(evidence)) {
    const attended = people.get(row);
    if (attended === undefined || totalFen === null || totalFen <= 0 || costs.has(conference)) continue;
    costs.set(conference, {
      row,
      conference,
      name,
      startDay,
      fen: totalFen,
      people: attended,
      log: Math.log(totalFen / attended),
      group: `${type ?? ''} ${isCapital(city ?? venue ?? '') ? 'capital' : 'other'} ${startDay.slice(0, 4)}`,
      result: results.get(conference) ?? null,
    });
  }
  return [...costs.values()].sort((a, b) => a.row - b.row);
}

/** 直辖市和省会: the first city of each province in the table. */
const capitals = new Set(
  Object.values(chinaCities).map((list) => list.trim().split(/[|\n]/)[0]!.trim().split(' ')[0]!),
);
const isCapital = (text: string): boolean => capitals.has(cityIn(text) ?? '');
