import { severityOfAmount } from './ask/amount-band.ts';
import { isShareAtLeast } from './ask/exact.ts';
import { readMeetingMoney, spentOn } from './ask/meeting-spending.ts';
import { type Meeting, readMeetings } from './ask/meetings.ts';
import { type Reality, readRealities } from './ask/reality.ts';
import { count, day, days, fen, measured, noted, ratio, share, text } from './ask/values.ts';
import { booked, came, type ExampleRow, meeting, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type HitSubject, type Lack } from './model.ts';

const elementsUnit = { zh: '项', en: 'elements' };

export default defineModel({
  id: 'sham-conference',
  version: 2,
  group: 'G1',
  areas: ['society_profit', 'trade_misconduct'],
  links: ['sale'],
  family: 'academic',
  weight: 0.65,
  title: { zh: '虚假会议（要素缺失）', en: 'Sham conference (missing essentials)' },
  question: {
    zh: '已经花了钱的会议，备案、地点、议程、名单、佐证这些要素在不在？有没有互相矛盾之处？',
    en: 'Are filing, venue, agenda, roster and material there for a conference that money was spent on, and do they agree?',
  },
  summary: {
    zh: '“{{conference}}”（{{day}}）可核验的 {{known}} 项要素中缺 {{missing}} 项，硬矛盾 {{contradictions}} 项，涉及费用 {{fen}}',
    en: '{{conference}} ({{day}}): {{missing}} of {{known}} verifiable elements are missing, {{contradictions}} contradictions, cost {{fen}}',
  },
  basis: [
    {
      source: {
        zh: '国家卫生健康委《全国医药领域腐败问题集中整治工作有关问答》（2023-08-15）第五问',
        en: 'National Health Commission, questions and answers of 2023-08-15, question 5',
      },
      text: {
        zh: '规范开展的学术会议和正常医学活动是要大力支持、积极鼓励的。需要整治的是那些无中生有、编造虚假学术会议的名头，进行违法违规利益输送……的不法行为。',
        en: 'Properly run conferences are to be supported and encouraged; what has to be put right is inventing sham conferences to pass on benefits.',
      },
      own: false,
    },
    {
      source: {
        zh: '《2025年医药领域腐败问题集中整治工作推进情况汇报》',
        en: 'Progress report on the campaign in 2025',
      },
      text: {
        zh: '全国共排查医药行业协会、学会及医疗机构举办的学术会议8200场，取消违规会议120场。',
        en: '8,200 conferences were examined and 120 irregular ones cancelled.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '十项要素、六项硬矛盾和缺失比例没有公开标准，由本工具给出；真实的会议不会进入本模型。',
        en: "The ten elements, six contradictions and the share that may be missing are this tool's; a genuine conference is never flagged.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'conference', fields: ['name', 'start_date'] }],
  settings: [
    {
      name: 'miss_ratio',
      label: { zh: '缺失比例', en: 'Share missing' },
      unit: share,
      default: 0.5,
      min: 0.2,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断：可核验要素缺一半', en: 'Judgement: half of what can be verified' },
    },
    {
      name: 'min_known',
      label: { zh: '最少可核验要素', en: 'Least elements known' },
      unit: elementsUnit,
      default: 5,
      min: 3,
      max: 10,
      step: 1,
      basis: {
        zh: '本工具判断：资料太少不判断；科室会少一项',
        en: 'Judgement: not on thin data; one fewer for department meetings',
      },
    },
    {
      name: 'max_days',
      label: { zh: '最长会期', en: 'Longest conference' },
      unit: days,
      default: 10,
      min: 1,
      max: 60,
      step: 1,
      basis: { zh: '本工具判断：全国性会议连同卫星会', en: 'Judgement: a national congress with its satellite days' },
    },
    {
      name: 'fee_tolerance',
      label: { zh: '讲课费倍数', en: 'Tolerance of lecture fees' },
      unit: { zh: '倍', en: 'times' },
      default: 3,
      min: 1,
      max: 20,
      step: 0.5,
      basis: {
        zh: '《中央和国家机关培训费管理办法》的标准只作参照，企业市场价较高，取三倍',
        en: 'The standard for training paid from public funds is an orientation only; companies pay more',
      },
    },
  ],
  innocent: [
    { zh: '档案未电子化，或未随本案资料提供', en: 'The archive is on paper, or was not handed over' },
    { zh: '小型科室会没有对外备案', en: 'Small department meetings are not filed' },
    { zh: '名单、照片由承办方保存', en: 'Roster and photographs are kept by the agency' },
  ],
  blindSpots: [
    {
      zh: '照片不能导入；协议只看合同表和佐证材料所列，没有的作“不明”；第三方费用只看流水和费用账',
      en: 'Photographs cannot be imported; agreements are those of contract lists and of the material, else unknown; third-party cost is read from bookings',
    },
    { zh: '要素齐全但内容系编造的会议看不出来', en: 'A conference whose papers are complete but invented is not seen' },
    {
      zh: '没有任何付款、赞助或费用记录的会议不判断',
      en: 'A conference without any payment, sponsorship or cost on record is not judged',
    },
  ],

  coverage(evidence, settings) {
    const meetings = meetingsOf(evidence);
    const realities = readRealities(evidence);
    if (realities.length === 0) return [];
    const known = realities.some(
      (each) =>
        isKnown(each, settings.min_known, isDepartment(each, meetings)) ||
        each.contradictions.some(({ answer }) => answer === 'yes'),
    );
    if (!known) return lackingColumns(evidence);
    const money = readMeetingMoney(evidence);
    const spent = realities.some(
      ({ conference, rows }) =>
        spentOn(
          rows.map((row) => meetings.get(row)!),
          money.get(conference) ?? [],
        ).fen > 0,
    );
    return spent ? [] : [noCost];
  },

  find(evidence, settings) {
    const meetings = meetingsOf(evidence);
    const realities = readRealities(evidence);
    const money = readMeetingMoney(evidence);
    const hits: Hit[] = [];
    let examined = 0;
    for (const reality of realities) {
      evidence.breathe();
      const records = reality.rows.map((row) => meetings.get(row)!);
      const lines = money.get(reality.conference) ?? [];
      const spent = spentOn(records, lines);
      if (spent.fen <= 0) continue;
      examined++;
      if (reality.result === 'genuine') continue;
      const contradictions = reality.contradictions.filter(({ answer }) => answer === 'yes');
      const missing = reality.known - reality.yes;
      const thin = !isKnown(reality, settings.min_known, isDepartment(reality, meetings));
      const lacking = !thin && missing > 0 && isShareAtLeast(missing, reality.known, settings.miss_ratio);
      if (contradictions.length === 0 && !lacking) continue;
      const meeting = records[0]!;
      const party = evidence.party(reality.conference);
      const bySpending = severityOfAmount(spent.fen);
      hits.push({
        key: party.uid,
        severity: contradictions.length > 0 && bySpending < 3 ? 3 : bySpending,
        confidence: contradictions.length > 0 ? 0.9 : reality.result === 'sham' ? 0.8 : 0.4,
        params: {
          conference: text(meeting.name),
          day: day(meeting.startDay),
          known: count(reality.known),
          missing: count(missing),
          contradictions: count(contradictions.length),
          fen: fen(spent.fen),
        },
        measures: [
          measured(
            { zh: '缺失的要素占可核验要素', en: 'Missing of the verifiable elements' },
            ratio(reality.known === 0 ? 0 : missing / reality.known),
            lacking ? '>=' : '<',
            ratio(settings.miss_ratio),
            'miss_ratio',
          ),
          measured(
            { zh: '可核验的要素', en: 'Verifiable elements' },
            count(reality.known),
            thin ? '<' : '>=',
            count(settings.min_known),
            'min_known',
          ),
          measured(
            { zh: '硬矛盾', en: 'Contradictions' },
            count(contradictions.length),
            contradictions.length > 0 ? '>=' : '<',
            count(1),
            null,
          ),
          noted({ zh: '已见付款或列支', en: 'Payments and ledger lines seen' }, fen(spent.seen)),
          noted({ zh: '会议表所写费用', en: 'Cost as the list states it' }, fen(spent.stated)),
        ],
        fen: spent.fen,
        subjects: subjectsOf(evidence, party, records),
        rows: [...spent.rows, ...lackingCells(reality)],
      });
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '无备案、无地点、无议程、无名单、无材料，费用已列支',
      sheets: {
        conference: [
          meeting('骨科耗材规范化应用研讨会', '2024-06-14', {
            organizer: '澄溪合禾推广服务有限公司',
            co_organizer: '',
            venue: '待定',
            city: '',
            agenda: '',
            filing_no: '',
            evidence_files: '',
            actual_attendance: '80',
          }),
          meeting('云澜骨科春季论坛', '2024-04-12'),
        ],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [['沈以墨', '澄溪市第一人民医院', '3000.00']]),
        expense: [
          booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '220000.00', '2024-06-20', '会议费', {
            conference_name: '骨科耗材规范化应用研讨会',
          }),
        ],
      },
      finds: ['骨科耗材规范化应用研讨会'],
    },
    {
      title: '讲者多于参会人数：一项硬矛盾即提示',
      sheets: {
        conference: [meeting('澄溪关节外科沙龙', '2024-05-10', { actual_attendance: '1' })],
        conference_person: signedIn('澄溪关节外科沙龙', '2024-05-10', [
          ['沈以墨', '澄溪市第一人民医院', '3000.00'],
          ['顾长宁', '望川市人民医院', '3000.00'],
        ]),
      },
      finds: ['澄溪关节外科沙龙'],
    },
    {
      title: '两场会议签到名单完全一样：手续不全的一场提示',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { actual_attendance: '18' }),
          meeting('骨水泥应用经验分享会', '2024-08-23', {
            actual_attendance: '18',
            agenda: '',
            filing_no: '',
            venue: '',
            city: '',
          }),
        ],
        conference_person: ['云澜创伤骨科年会', '骨水泥应用经验分享会'].flatMap((name, i) =>
          Array.from({ length: 16 }, (_, n) =>
            came(
              name,
              i === 0 ? '2024-03-15' : '2024-08-23',
              `参会${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[n]}`,
              `云澜省第${'一二三四'[n % 4]}医院`,
            ),
          ),
        ),
      },
      finds: ['骨水泥应用经验分享会'],
    },
    {
      title: '要素齐全的会议：真实，不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [['沈以墨', '澄溪市第一人民医院', '3000.00']]),
        expense: [
          booked('启衡药业有限公司', '云澜省骨科学会', '50000.00', '2024-04-01', '赞助费', {
            conference_name: '云澜骨科春季论坛',
          }),
        ],
      },
      finds: [],
    },
    {
      title: '会议表没有议程和备案两列：不明，不算缺失',
      sheets: {
        conference: [
          without(
            meeting('澄溪市二院围术期培训', '2024-04-12', { type: '省级会议', organizer: '澄溪市第二人民医院' }),
            ['agenda', 'filing_no'],
          ),
        ],
        conference_person: signedIn('澄溪市二院围术期培训', '2024-04-12', [
          ['沈以墨', '澄溪市第一人民医院', '3000.00', '围术期抗凝'],
          ['顾长宁', '望川市人民医院', '3000.00', '快速康复'],
        ]),
      },
      finds: [],
    },
    {
      title: '科室会没有备案、没有赞助协议：不提示',
      sheets: {
        conference: [
          meeting('澄溪市一院骨科病例讨论', '2024-04-12', {
            type: '科室会',
            organizer: '澄溪市第一人民医院',
            co_organizer: '',
            venue: '骨科示教室',
            city: '',
            filing_no: '',
            total_cost: '800.00',
          }),
        ],
        conference_person: signedIn('澄溪市一院骨科病例讨论', '2024-04-12', [
          ['沈以墨', '澄溪市第一人民医院', '500.00'],
        ]),
      },
      finds: [],
    },
    {
      title: '已取消、没有发生任何费用的会议：不提示',
      sheets: {
        conference: [
          meeting('云澜骨科夏季论坛', '2024-07-12', {
            status: '已取消',
            total_cost: '',
            actual_attendance: '',
            agenda: '',
            filing_no: '',
            venue: '',
            city: '',
            evidence_files: '',
          }),
          meeting('云澜骨科春季论坛', '2024-04-12'),
        ],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [['沈以墨', '澄溪市第一人民医院', '3000.00']]),
      },
      finds: [],
    },
    {
      title: '会议表只有名称和日期：无法判断',
      sheets: { conference: [{ name: '云澜骨科春季论坛', start_date: '2024-04-12', total_cost: '60000.00' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const meetingsOf = (evidence: EvidenceReader): Map<number, Meeting> =>
  evidence.once('meetings by row', () => new Map(readMeetings(evidence).map((meeting) => [meeting.row, meeting])));

const isDepartment = (reality: Reality, meetings: ReadonlyMap<number, Meeting>): boolean =>
  reality.rows.some((row) => meetings.get(row)?.type === 'department');

const isKnown = (reality: Reality, least: number, department: boolean): boolean =>
  reality.known >= (department ? least - 1 : least);

/** The cells in which something is missing, contradicts or speaks for the conference. */
const lackingCells = ({ elements, contradictions }: Reality): HitRow[] => [
  ...contradictions
    .filter(({ answer }) => answer === 'yes')
    .flatMap(({ cells, note }) => cells.map((cell): HitRow => ({ ...cell, role: 'context', note }))),
  ...elements
    .filter(({ answer }) => answer === 'no')
    .flatMap(({ cells, note }) => cells.slice(0, 1).map((cell): HitRow => ({ ...cell, role: 'context', note }))),
  ...elements
    .filter(({ answer }) => answer === 'yes')
    .flatMap(({ cells, note }) => cells.slice(0, 1).map((cell): HitRow => ({ ...cell, role: 'counter', note }))),
];

function subjectsOf(
  evidence: EvidenceReader,
  conference: { id: number; name: string },
  records: readonly Meeting[],
): HitSubject[] {
  const named = (role: string, parties: ReadonlySet<number>): HitSubject[] =>
    [...parties]
      .map((party) => ({ role, party, name: evidence.party(party).name }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    { role: 'conference', party: conference.id, name: conference.name },
    ...named('organizer', new Set(records.flatMap(({ hosts }) => [...hosts]))),
    ...named('sponsor', new Set(records.flatMap(({ sponsors }) => [...sponsors]))),
  ];
}

const noCost: Lack = {
  id: 'conference.total_cost',
  words: {
    zh: '会议表没有费用或赞助金额，也未见会议付款，无法判断是否已发生费用',
    en: 'No cost, sponsorship or payment of any conference is known',
  },
};

const wanted: ReadonlyArray<readonly [field: string, zh: string, en: string]> = [
  ['venue', '会议地点', 'venue'],
  ['agenda', '会议议程', 'agenda'],
  ['filing_no', '备案号', 'filing number'],
  ['actual_attendance', '参会人数', 'attendance'],
  ['evidence_files', '佐证材料', 'material'],
];

function lackingColumns(evidence: EvidenceReader): Lack[] {
  const columns = wanted
    .filter(([field]) => !evidence.hasField('conference', field))
    .map(([field, zh, en]) => ({
      id: `conference.${field}`,
      words: { zh: `会议表没有“${zh}”一列`, en: `The conference lists have no column "${en}"` },
    }));
  const roster = evidence.has('conference_person')
    ? []
    : [{ id: 'conference_person', words: { zh: '未导入会议讲者、参会名单', en: 'No conference rosters imported' } }];
  const lacks = [...columns, ...roster];
  return lacks.length > 0
    ? lacks
    : [
        {
          id: 'conference.elements',
          words: { zh: '每场会议可核验的要素都不足', en: 'Too few elements of any conference can be verified' },
        },
      ];
}

/** The row without these columns; what no row has is no column of the sheet. */
function without(row: ExampleRow, fields: readonly string[]): ExampleRow {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
}
