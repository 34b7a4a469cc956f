import { textCell } from '../../../shared/evidence/cell.ts';
import { addDays, daysBetween } from '../../../shared/evidence/day.ts';
import { readIdentifier } from '../../../shared/evidence/identifier.ts';
import { readCompanyGroups } from './ask/company-groups.ts';
import { type Filing, readFilings } from './ask/filings.ts';
import { readIdNumber, yearsBetween } from './ask/id-numbers.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { payrollRows, type Regular } from './ask/payroll.ts';
import { keyOfPerson } from './ask/person-names.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { readStaffFamily } from './ask/staff-family.ts';
import { count, days, measured, noted, ownJudgement, people, share, text } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { filed, loggedCompany, visited } from './example-reps.ts';
import { booked } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

// for the examples
const drugs = '启衡药业有限公司';
const team = ['罗一舟', '陆闻笛', '韩思齐'];
const phone = '19900001234';
const noLog = ['未导入医药代表活动，不判断有无活动'];

export default defineModel({
  id: 'nominal-rep',
  version: 1,
  group: 'G6',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'rep',
  weight: 0.4,
  title: { zh: '挂名/虚假备案代表', en: 'Nominal representative' },
  question: {
    zh: '备案在册的医药代表是否没有活动、费用和参保，或者备案的身份信息对不上？',
    en: 'Is somebody filed as representative without any activity, expense or insurance, or with an identity that does not fit?',
  },
  summary: {
    zh: '{{person}}由{{companies}}备案为医药代表，有 {{signs}} 项情形不像实际从业',
    en: '{{person}} is filed as representative by {{companies}}; {{signs}} signs speak against real work',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：北京市医药代表备案管理系统',
        en: 'Progress report of 2025: the filing system for representatives of Beijing',
      },
      text: {
        zh: '对备案信息真实性、活动轨迹、费用流向实施全流程监管，清理“挂名”“虚假”备案代表1200余人；怎样认定没有公布。',
        en: 'Filings, movements and expenses of representatives are supervised; more than 1,200 nominal or false representatives were removed. How to tell them is not said.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '180 天、三人共用手机号、年龄上下限和覆盖比例由本工具给出。证件号校验不符的，只有在同企业他人有活动记录而本人没有时才提示：单独的错号多为录入错误。',
        en: '180 days, three people on one phone, the bounds of age and the coverage are of this tool. A number that fails its check counts only where colleagues are in the log and the person is not: alone it is mostly a slip.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'rep', fields: ['name', 'company'] }],
  settings: [
    {
      name: 'd',
      label: { zh: '最少在册天数', en: 'Least days in force' },
      unit: days,
      default: 180,
      min: 30,
      max: 1825,
      step: 1,
      basis: {
        zh: '本工具判断：半年，只计活动记录覆盖的日子',
        en: 'Judgement: half a year, of the days that the log covers',
      },
    },
    {
      name: 'covered',
      label: { zh: '记录覆盖的代表', en: 'Representatives that the log shows' },
      unit: share,
      default: 0.3,
      min: 0,
      max: 1,
      step: 0.05,
      basis: {
        zh: '本工具判断：同企业在册代表中至少三成有记录，才认为记录不只是个别医院或地区的',
        en: 'Judgement: with three tenths of the filed ones in it a log is more than that of one hospital or region',
      },
    },
    {
      name: 'phone_share',
      label: { zh: '共用手机号', en: 'On one phone' },
      unit: people,
      default: 3,
      min: 2,
      max: 100,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'youngest',
      label: { zh: '年龄下限', en: 'Youngest' },
      unit: { zh: '岁', en: 'years' },
      default: 18,
      min: 14,
      max: 30,
      step: 1,
      basis: { zh: '本工具判断：成年', en: 'Judgement: of age' },
    },
    {
      name: 'oldest',
      label: { zh: '年龄上限', en: 'Oldest' },
      unit: { zh: '岁', en: 'years' },
      default: 70,
      min: 50,
      max: 100,
      step: 1,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '新入职，或休产假、病假', en: 'Newly hired, or on maternity or sick leave' },
    {
      zh: '活动记录没有全部导入，或由推广公司另行登记',
      en: 'The log was not imported whole, or an agency keeps its own',
    },
    { zh: '证件号、手机号录入错误，或登记的是部门公用手机', en: 'A slip in a number, or the phone of an office' },
    { zh: '离职或退休的医务人员转行，名册未更新', en: 'Former hospital staff in a new job while the roster is old' },
  ],
  blindSpots: [
    {
      zh: '活动记录只凭姓名和企业对应备案：同企业同名者有活动，两人都算有',
      en: 'A log names people by name and company: of two namesakes of one company both count as active',
    },
    {
      zh: '备案没有起始日期、已注销而无截止日期的，不判断在册天数；参保一列为“是”的不判断有无活动',
      en: 'Filings without a beginning, or cancelled without an end, are not judged by days; nor are people whom the list calls insured',
    },
    {
      zh: '名册没有证件号、手机号一列时，身份信息无从核对',
      en: 'Without columns of identity numbers and phones identities cannot be checked',
    },
  ],

  coverage(evidence) {
    if (evidence.has('rep_activity') || evidence.hasField('rep', 'id_no') || evidence.hasField('rep', 'phone'))
      return [];
    return [
      {
        id: 'rep_activity',
        words: {
          zh: '未导入医药代表活动，备案也没有证件号、手机号',
          en: 'No representative activity logs imported, and the filings have no identity numbers and no phones',
        },
      },
    ];
  },

  find(evidence, settings) {
    const reps = readReps(evidence);
    const { groupOf } = readCompanyGroups(evidence, readPharmaCompanies(evidence));
    const acts = readActs(evidence, groupOf);
    const logs = readLogs(evidence, reps, groupOf, acts);
    const phones = readPhones(evidence, reps);
    const hits: Hit[] = [];
    for (const rep of reps) {
      evidence.breathe();
      const signs = [
        ...idleSigns(rep, { logs, acts, groupOf, settings }),
        ...staffSigns(evidence, rep, acts.of(rep)),
        ...phoneSigns(evidence, rep, phones, settings.phone_share),
        ...ageSigns(evidence, rep, settings),
        ...numberSigns(evidence, rep, { logs, acts, groupOf, least: settings.covered }),
      ];
      if (signs.length > 0) hits.push(hitOf(evidence, rep, signs));
    }
    return { examined: reps.length, hits, unjudged: lacksOf(evidence, logs, settings.covered) };
  },

  examples: [
    {
      title: '活动记录覆盖正好 180 天，三名代表中一人没有任何活动、未参保',
      sheets: loggedCompany(drugs, team, '罗一舟', { insured: '否' }),
      finds: ['罗一舟'],
    },
    {
      title: '没有参保一列：参保情况不知道，仍提示',
      sheets: loggedCompany(drugs, team, '罗一舟'),
      finds: ['罗一舟'],
    },
    {
      title: '备案的证件号属于医院在册职工',
      sheets: {
        rep: [filed('沈以墨', drugs, { id_no: idOf('沈以墨') })],
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
      },
      finds: ['沈以墨'],
      unjudged: noLog,
    },
    {
      title: '备案的是医生的配偶，没有活动也未参保',
      sheets: {
        rep: [filed('薛明远', drugs, { id_no: idOf('薛明远') })],
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        kinship: [related('沈以墨', '薛明远', '配偶')],
      },
      finds: ['薛明远'],
      unjudged: noLog,
    },
    {
      title: '三名代表登记同一手机号',
      sheets: { rep: team.map((name) => filed(name, drugs, { phone })) },
      finds: ['罗一舟', '陆闻笛', '韩思齐'].sort(),
      unjudged: noLog,
    },
    {
      title: '备案时不满十八岁',
      sheets: { rep: [filed('罗一舟', drugs, { id_no: '990000200803041216' })] },
      finds: ['罗一舟'],
      unjudged: noLog,
    },
    {
      title: '证件号校验不符，同事都有活动而本人没有',
      sheets: loggedCompany(drugs, team, '罗一舟', { id_no: '990000198803041212', insured: '是' }),
      finds: ['罗一舟'],
    },
    {
      title: '只覆盖 179 天：不提示',
      sheets: loggedCompany(drugs, team, '罗一舟', { insured: '否', valid_from: '2024-01-05' }),
      finds: [],
    },
    {
      title: '已参保：不提示',
      sheets: loggedCompany(drugs, team, '罗一舟', { insured: '是' }),
      finds: [],
    },
    {
      title: '没有拜访，但经办过费用：不提示',
      sheets: {
        ...loggedCompany(drugs, team, '罗一舟', { insured: '否' }),
        expense: [booked(drugs, '云栖会展服务有限公司', '300.00', '2024-03-12', '会议费', { handler: '罗一舟' })],
      },
      finds: [],
    },
    {
      title: '证件号校验不符，但本人有拜访记录：录入错误，不提示',
      sheets: {
        rep: [filed('罗一舟', drugs, { id_no: '990000198803041212' })],
        rep_activity: [visited('罗一舟', drugs, '2024-03-01')],
      },
      finds: [],
    },
    {
      title: '两人共用手机号；登记的是企业电话：不提示',
      sheets: {
        company: [{ name: drugs, phone: '19900005678' }],
        rep: [
          ...team.slice(0, 2).map((name) => filed(name, drugs, { phone })),
          ...['顾长宁', '孟以宁', '叶知秋'].map((name) => filed(name, drugs, { phone: '19900005678' })),
        ],
      },
      finds: [],
      unjudged: noLog,
    },
    {
      title: '医生的配偶确有拜访并已参保：不提示',
      sheets: {
        rep: [filed('薛明远', drugs, { id_no: idOf('薛明远'), insured: '是' })],
        rep_activity: [visited('薛明远', drugs, '2024-03-01')],
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        kinship: [related('沈以墨', '薛明远', '配偶')],
      },
      finds: [],
    },
    {
      title: '离开医院之后才备案：不提示',
      sheets: {
        rep: [filed('沈以墨', drugs, { id_no: idOf('沈以墨') })],
        staff: [hired('沈以墨', '澄溪市第一人民医院', { leave_date: '2022-12-31' })],
      },
      finds: [],
      unjudged: noLog,
    },
    {
      title: '备案名单中只有个别人出现在记录里：不判断并说明',
      sheets: {
        rep: [...team, '顾长宁', '孟以宁'].map((name) => filed(name, drugs, { insured: '否' })),
        rep_activity: ['2024-01-04', '2024-07-01'].map((on) => visited('顾长宁', drugs, on)),
      },
      finds: [],
      unjudged: ['启衡药业有限公司的代表活动记录只见 5 名在册代表中的 1 名，不判断有无活动'],
    },
    {
      title: '另一家企业没有活动记录：不判断并说明',
      sheets: {
        rep: [...team.map((name) => filed(name, drugs)), filed('顾长宁', '瑞澜医药有限公司', { insured: '否' })],
        rep_activity: team.flatMap((name) => ['2024-01-04', '2024-07-01'].map((on) => visited(name, drugs, on))),
      },
      finds: [],
      unjudged: ['没有瑞澜医药有限公司的代表活动记录，不判断有无活动'],
    },
    {
      title: '只有姓名和企业：无法判断',
      sheets: { rep: team.map((name) => ({ name, company: drugs, valid_from: '2023-01-05', status: '有效' })) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Settings = Readonly<Record<'d' | 'covered' | 'phone_share' | 'youngest' | 'oldest', number>>;
type GroupOf = (company: number) => number;

interface Rep {
  readonly person: number;
  readonly key: string;
  readonly filings: ReadonlyArray<Filing & { readonly insured: boolean | null; readonly since: string | null }>;
}

const readReps = (evidence: EvidenceReader): readonly Rep[] => {
  const beside = new Map(
    evidence
      .all<{ row: number; insured: number | null; contract: string | null }>(
        'select row, insured, contract_day as contract from rep_filing order by row',
      )
      .map((each) => [each.row, each]),
  );
  const filings = readFilings(evidence).map((filing) => {
    const { insured, contract } = beside.get(filing.row)!;
    const { from } = filing;
    // who signed his contract later was not there before
    const since = from !== null && contract !== null && contract > from ? contract : from;
    return { ...filing, insured: insured === null ? null : insured === 1, since };
  });
  return [...Map.groupBy(filings, ({ person }) => person)].map(([person, own]) => ({
    person,
    key: keyOfPerson(evidence.party(person).name),
    filings: own,
  }));
};

/** Whoever did anything for a company: visited, handled a fee or was paid back, came to a conference, drew wages. By the person, else by the name. */
interface Acts {
  of(rep: Rep): boolean;
}

function readActs(evidence: EvidenceReader, groupOf: GroupOf): Acts {
  const wages = evidence.all<Regular>(
    `select p.row as row, p.payer as payer, p.payee as payee, p.fen as fen, p.day as day from payment p
     where p.payee in (select person from rep_filing) and p.payer_kind <> 'person' order by p.row`,
  );
  const wage = payrollRows(wages);
  const seen = [
    ...evidence.all<{ person: number; org: number | null }>(
      `select distinct rep as person, company as org from rep_visit
       union select handler, company from fee where handler is not null
       union select payee, company from fee where payee is not null and payee_kind = 'person'
       union select person, org from attendance where person is not null`,
    ),
    ...wages.filter(({ row }) => wage.has(row)).map(({ payer, payee }) => ({ person: payee, org: payer })),
  ];
  const parties = new Set(seen.map(({ person }) => person));
  // an act without a company may have been for any
  const names = new Set(
    seen.map(({ person, org }) => `${keyOfPerson(evidence.party(person).name)} ${org === null ? '' : groupOf(org)}`),
  );
  return {
    of: ({ person, key, filings }) =>
      parties.has(person) ||
      names.has(`${key} `) ||
      filings.some(({ company, agency }) =>
        [company, agency].some((org) => org !== null && names.has(`${key} ${groupOf(org)}`)),
      ),
  };
}

/** What the log holds of one company or agency. */
interface Log {
  readonly from: string;
  readonly to: string;
  readonly visits: number;
  readonly hospitals: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** filed by it, and of these in the log */
  readonly filed: number;
  readonly seen: number;
}

/** The log of each group of companies that files representatives; null: it has none. */
function readLogs(
  evidence: EvidenceReader,
  reps: readonly Rep[],
  groupOf: GroupOf,
  acts: Acts,
): ReadonlyMap<number, { readonly company: number; readonly log: Log | null }> {
  const visits = Map.groupBy(
    evidence.all<{ row: number; company: number; hospital: number | null; day: string }>(
      'select row, company, hospital, day from rep_visit where company is not null order by day, row',
    ),
    ({ company }) => groupOf(company),
  );
  const filedBy = new Map<number, Set<Rep>>();
  const named = new Map<number, number>();
  for (const rep of reps)
    for (const { company, agency } of rep.filings)
      for (const org of [company, agency]) {
        if (org === null) continue;
        const group = groupOf(org);
        const known = filedBy.get(group) ?? new Set();
        filedBy.set(group, known.add(rep));
        const before = named.get(group);
        if (before === undefined || evidence.party(org).uid < evidence.party(before).uid) named.set(group, org);
      }
  return new Map(
    [...filedBy].map(([group, filed]): [number, { company: number; log: Log | null }] => {
      const company = named.get(group)!;
      const own = visits.get(group);
      if (!own) return [group, { company, log: null }];
      return [
        group,
        {
          company,
          log: {
            from: own[0]!.day,
            to: own.at(-1)!.day,
            visits: own.length,
            hospitals: new Set(own.map(({ hospital }) => hospital)).size,
            firstRow: own[0]!.row,
            lastRow: own.at(-1)!.row,
            filed: filed.size,
            seen: [...filed].filter((rep) => acts.of(rep)).length,
          },
        },
      ];
    }),
  );
}

type Logs = ReturnType<typeof readLogs>;

const isCovered = (log: Log, least: number): boolean => log.seen > 0 && log.seen >= least * log.filed;

/** The log of the filing company, else of the agency, if it shows enough of their people. */
const logOf = (logs: Logs, groupOf: GroupOf, { company, agency }: Filing, least: number): Log | undefined =>
  [company, agency]
    .flatMap((org) => (org === null ? [] : [logs.get(groupOf(org))?.log ?? null]))
    .find((log) => log !== null && isCovered(log, least)) ?? undefined;

/** Companies whose log is missing, or shows so few of their people that it cannot be the whole. */
function lacksOf(evidence: EvidenceReader, logs: Logs, least: number): Lack[] {
  if (!evidence.has('rep_activity'))
    return [
      {
        id: 'rep_activity',
        words: {
          zh: '未导入医药代表活动，不判断有无活动',
          en: 'No representative activity logs imported: whether people were active is not judged',
        },
      },
    ];
  return [...logs.values()]
    .flatMap(({ company, log }): Array<Lack & { name: string }> => {
      const { name } = evidence.party(company);
      if (log === null)
        return [
          {
            name,
            id: 'rep_activity',
            words: {
              zh: `没有${name}的代表活动记录，不判断有无活动`,
              en: `No activity log of ${name}: whether its people were active is not judged`,
            },
          },
        ];
      if (isCovered(log, least)) return [];
      return [
        {
          name,
          id: 'rep_activity',
          words: {
            zh: `${name}的代表活动记录只见 ${log.filed} 名在册代表中的 ${log.seen} 名，不判断有无活动`,
            en: `The activity log of ${name} shows ${log.seen} of ${log.filed} filed people: whether the others were active is not judged`,
          },
        },
      ];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id, words }) => ({ id, words }));
}

/** One thing that speaks against real work. */
interface Sign {
  readonly severity: 1 | 2 | 3;
  readonly confidence: number;
  readonly measures: Hit['measures'];
  readonly rows: readonly HitRow[];
}

interface Around {
  readonly logs: Logs;
  readonly acts: Acts;
  readonly groupOf: GroupOf;
}

/** 无活动、无费用、无参保: the filing with the most days inside the log of its company. */
function idleSigns(rep: Rep, around: Around & { readonly settings: Settings }): Sign[] {
  const { logs, acts, groupOf, settings } = around;
  if (rep.filings.some(({ insured }) => insured === true) || acts.of(rep)) return [];
  const [longest] = rep.filings
    .flatMap((filing) => {
      const log = logOf(logs, groupOf, filing, settings.covered);
      if (!log || filing.since === null || (filing.to === null && filing.status !== 'in_force')) return [];
      const from = filing.since > log.from ? filing.since : log.from;
      const to = filing.to !== null && filing.to < log.to ? filing.to : log.to;
      return [{ filing, log, from, open: daysBetween(from, addDays(to, 1)) }];
    })
    .toSorted((a, b) => b.open - a.open);
  if (!longest || longest.open < settings.d) return [];
  const { filing, log, open } = longest;
  const notInsured = filing.insured === false;
  return [
    {
      severity: 2,
      confidence: log.hospitals < 2 ? 0.3 : notInsured ? 0.6 : 0.4,
      measures: [
        measured(
          { zh: '在册且活动记录覆盖的天数', en: 'Days in force that the log covers' },
          count(open),
          '>=',
          count(settings.d),
          'd',
        ),
        noted({ zh: '本人的活动、经办费用和工资', en: 'Own acts, fees handled and wages' }, count(0)),
        noted({ zh: '同企业的活动记录', en: 'Acts of the company in the log' }, count(log.visits)),
        measured(
          { zh: '同企业有活动的在册代表', en: 'Filed people of the company who were active' },
          count(log.seen),
          '>=',
          count(Math.ceil(settings.covered * log.filed)),
          'covered',
        ),
        noted({ zh: '名单写明未参保', en: 'The list says not insured' }, count(notInsured ? 1 : 0)),
      ],
      rows: [
        { row: filing.row, field: 'valid_from', role: 'evidence' },
        ...(notInsured ? [{ row: filing.row, field: 'insured', role: 'evidence' } as const] : []),
        ...[...new Set([log.firstRow, log.lastRow])].map(
          (row): HitRow => ({
            row,
            field: 'visit_at',
            role: 'context',
            note: { zh: '同企业活动记录的首尾', en: 'The first and the last act of the company in the log' },
          }),
        ),
      ],
    },
  ];
}

/** The person is hospital staff while the filing runs, or a relative of hospital staff who is not known to work. */
function staffSigns(evidence: EvidenceReader, rep: Rep, isActive: boolean): Sign[] {
  const member = readStaffFamily(evidence).memberOf(rep.person);
  if (!member) return [];
  const cite = (row: number, field: string, note: HitRow['note'] & object): HitRow => ({
    row,
    field,
    role: 'evidence',
    note,
  });
  if (member.kin === null) {
    const placed = readMedicalStaff(evidence).get(rep.person)!;
    const left = evidence.one<{ left: string | null }>(
      `select max(coalesce(left_day, '9999-12-31')) as left from staff where person = :person`,
      { person: rep.person },
    )!.left;
    const begun = rep.filings.map(({ since }) => since).sort()[0];
    if (left !== null && begun !== undefined && begun !== null && left < begun) return [];
    return [
      {
        severity: 3,
        confidence: 0.6,
        measures: [noted({ zh: '所在医院', en: 'Hospital' }, text(evidence.party(placed.org).name))],
        rows: [
          ...rep.filings.map(({ row }): HitRow => ({ row, field: 'name', role: 'evidence' })),
          cite(placed.row, placed.field, { zh: '同一人在医院任职', en: 'The same person works in a hospital' }),
        ],
      },
    ];
  }
  if (isActive || rep.filings.some(({ insured }) => insured === true)) return [];
  return [
    {
      severity: 3,
      confidence: 0.5,
      measures: [
        noted({ zh: '亲属在医院任职', en: 'A relative works in a hospital' }, text(evidence.party(member.staff).name)),
      ],
      rows: [
        ...rep.filings.map(({ row }): HitRow => ({ row, field: 'name', role: 'evidence' })),
        cite(member.kin.row, member.kin.field, { zh: '医务人员的亲属', en: 'Relative of hospital staff' }),
      ],
    },
  ];
}

/** Mobile phones of the filings → who has them, by name; phones of companies are shared by right. */
function readPhones(evidence: EvidenceReader, reps: readonly Rep[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ofCompanies = new Set(
    evidence
      .all<{ phone: string }>('select distinct phone from company where phone is not null')
      .map(({ phone: number }) => number),
  );
  const phones = new Map<string, Set<string>>();
  for (const { key, filings } of reps)
    for (const { row } of filings) {
      const number = mobileOf(evidence, row);
      if (number === null || ofCompanies.has(number)) continue;
      const known = phones.get(number) ?? new Set();
      phones.set(number, known.add(key));
    }
  return phones;
}

function mobileOf(evidence: EvidenceReader, row: number): string | null {
  const read = readIdentifier('phone', textCell(evidence.shown(row, 'phone')));
  return read.ok && read.value?.type === 'mobile' && read.value.keyable ? read.value.value : null;
}

function phoneSigns(
  evidence: EvidenceReader,
  rep: Rep,
  phones: ReadonlyMap<string, ReadonlySet<string>>,
  least: number,
): Sign[] {
  const shared = rep.filings.flatMap(({ row }) => {
    const number = mobileOf(evidence, row);
    const others = number === null ? 0 : (phones.get(number)?.size ?? 0);
    return others >= least ? [{ row, others }] : [];
  });
  if (shared.length === 0) return [];
  return [
    {
      severity: 2,
      confidence: 0.5,
      measures: [
        measured(
          { zh: '登记同一手机号的代表', en: 'Representatives on one phone' },
          count(Math.max(...shared.map(({ others }) => others))),
          '>=',
          count(least),
          'phone_share',
        ),
      ],
      rows: shared.map(({ row }): HitRow => ({ row, field: 'phone', role: 'evidence' })),
    },
  ];
}

/** Too young when the filing began, or too old. */
function ageSigns(evidence: EvidenceReader, rep: Rep, { youngest, oldest }: Settings): Sign[] {
  return rep.filings
    .flatMap(({ row, from, to }): Sign[] => {
      const seen = readIdNumber(evidence.shown(row, 'id_no'));
      const on = from ?? to;
      if (seen === null || seen === 'impossible' || on === null) return [];
      const age = yearsBetween(seen.facts.birth, on);
      if (age >= youngest && age <= oldest) return [];
      const name = { zh: '备案时年龄', en: 'Age when filed' };
      return [
        {
          severity: 2,
          confidence: 0.6,
          measures: [
            age < youngest
              ? measured(name, count(age), '<', count(youngest), 'youngest')
              : measured(name, count(age), '>', count(oldest), 'oldest'),
          ],
          rows: [{ row, field: 'id_no', role: 'evidence' }],
        },
      ];
    })
    .slice(0, 1);
}

/** A number that fails its check, of somebody whom a log that shows his colleagues does not show. */
function numberSigns(evidence: EvidenceReader, rep: Rep, around: Around & { readonly least: number }): Sign[] {
  const { logs, acts, groupOf, least } = around;
  if (acts.of(rep)) return [];
  const bad = rep.filings.filter(
    (filing) =>
      logOf(logs, groupOf, filing, least) !== undefined &&
      readIdNumber(evidence.shown(filing.row, 'id_no')) === 'impossible',
  );
  if (bad.length === 0) return [];
  return [
    {
      severity: 1,
      confidence: 0.3,
      measures: [noted({ zh: '校验不符的证件号', en: 'Identity numbers that fail their check' }, count(bad.length))],
      rows: bad.map(({ row }): HitRow => ({ row, field: 'id_no', role: 'evidence' })),
    },
  ];
}

function hitOf(evidence: EvidenceReader, rep: Rep, signs: readonly Sign[]): Hit {
  const person = evidence.party(rep.person);
  const companies = [...new Set(rep.filings.map(({ company }) => company))]
    .map((company) => evidence.party(company))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  const rows = new Map(signs.flatMap((sign) => sign.rows).map((each) => [`${each.row} ${each.field}`, each]));
  return {
    key: person.uid,
    severity: Math.max(...signs.map(({ severity }) => severity)) as 1 | 2 | 3,
    confidence: Math.max(...signs.map(({ confidence }) => confidence)),
    params: {
      person: text(person.name),
      companies: text(companies.map(({ name }) => name).join('、')),
      signs: count(signs.length),
    },
    measures: signs.flatMap(({ measures }) => measures),
    fen: null,
    subjects: [
      { role: 'person', party: person.id, name: person.name },
      ...companies.map(({ id, name }) => ({ role: 'company', party: id, name })),
    ],
    rows: [...rows.values()],
  };
}
