import { readCompanyGroups } from './ask/company-groups.ts';
import { type Filing, readFilings } from './ask/filings.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { keyOfPerson } from './ask/person-names.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { readReversals } from './ask/reversals.ts';
import { count, day, fen, measured, noted, ownJudgement, text } from './ask/values.ts';
import { filed, visited } from './example-reps.ts';
import { booked } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

const drugs = '启衡药业有限公司';

export default defineModel({
  id: 'unregistered-rep',
  version: 1,
  group: 'G6',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'rep',
  weight: 0.35,
  title: { zh: '未备案医药代表', en: 'Unregistered representative' },
  question: {
    zh: '是否有人以企业名义拜访医务人员、经办学术费用，而当日没有该企业的有效备案？',
    en: 'Did somebody visit doctors or handle academic fees for a company without a filing by it that was valid on the day?',
  },
  summary: {
    zh: '{{person}}在 {{from}} 至 {{to}} 以{{company}}名义活动 {{acts}} 次，当时没有有效的医药代表备案',
    en: '{{person}} acted for {{company}} {{acts}} times between {{from}} and {{to}} without a valid filing as representative',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：北京市医药代表备案管理系统',
        en: 'Progress report of 2025: the filing system for representatives of Beijing',
      },
      text: {
        zh: '北京市建立医药代表备案管理系统，对备案信息真实性、活动轨迹、费用流向实施全流程监管。',
        en: 'Beijing supervises whether filings are true, the movements and the expenses of representatives.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '活动次数和比对办法由本工具给出；没有任何备案资料的企业不作判断，器械企业的人员不在药品备案范围内。',
        en: 'The number of acts and the comparison are of this tool; a company without any filing in the case is not judged, and people of device companies are outside the filing for drugs.',
      },
      own: true,
    },
  ],
  needs: [
    { category: 'rep', fields: ['name', 'company'] },
    { category: 'rep_activity', fields: ['rep_name', 'company', 'visit_at'] },
  ],
  settings: [
    {
      name: 'min_acts',
      label: { zh: '最少活动次数', en: 'Least acts' },
      unit: { zh: '次', en: 'acts' },
      default: 2,
      min: 1,
      max: 100,
      step: 1,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '市场、医学事务人员不是医药代表', en: 'Staff of marketing and medical affairs are no representatives' },
    { zh: '器械代表不在药品备案范围内', en: 'Representatives of devices are outside the filing for drugs' },
    { zh: '备案正在办理，或备案名单不完整', en: 'A filing was under way, or the list of filings is not complete' },
  ],
  blindSpots: [
    {
      zh: '同名者有本企业有效备案时视为已备案',
      en: 'Whoever shares a name with a valid filing of the company counts as filed',
    },
    {
      zh: '已注销备案何时注销不知道，按其起止日期计算',
      en: 'When a cancelled filing ended is not known: its days count',
    },
    {
      zh: '只经办费用、从不拜访的人不判断；会议申请人不计',
      en: 'Whoever only handles fees and visits nobody is not judged; applicants of conferences do not count',
    },
  ],

  coverage(evidence) {
    const { judged, unfiled } = readActs(evidence);
    return judged.length > 0 ? [] : unfiled.length > 0 ? lackOf(evidence, unfiled) : [];
  },

  find(evidence, settings) {
    const { judged, unfiled } = readActs(evidence);
    const hits = [...Map.groupBy(judged, ({ person, company }) => `${person} ${company}`).values()].flatMap((acts) => {
      evidence.breathe();
      const open = acts.filter(({ isFiled }) => !isFiled);
      return open.length >= settings.min_acts && open.some(({ field }) => field === 'visit_at')
        ? [hitOf(evidence, open, acts.length, settings.min_acts)]
        : [];
    });
    return { examined: judged.length, hits, unjudged: lackOf(evidence, unfiled) };
  },

  examples: [
    {
      title: '备案到期后又拜访两次',
      sheets: {
        rep: [filed('罗一舟', drugs, { valid_to: '2024-02-29' })],
        rep_activity: [visited('罗一舟', drugs, '2024-03-01'), visited('罗一舟', drugs, '2024-03-11')],
      },
      finds: ['罗一舟'],
    },
    {
      title: '企业有备案名单，其中没有此人',
      sheets: {
        rep: [filed('罗一舟', drugs)],
        rep_activity: [visited('陆闻笛', drugs, '2024-03-01'), visited('陆闻笛', drugs, '2024-03-11')],
      },
      finds: ['陆闻笛'],
    },
    {
      title: '一次拜访加一次经办讲课费',
      sheets: {
        rep: [filed('罗一舟', drugs)],
        rep_activity: [visited('陆闻笛', drugs, '2024-03-01')],
        expense: [booked(drugs, '沈以墨', '3000.00', '2024-03-12', '讲课费', { handler: '陆闻笛' })],
      },
      finds: ['陆闻笛'],
    },
    {
      title: '到期当日的拜访仍在有效期内：不提示',
      sheets: {
        rep: [filed('罗一舟', drugs, { valid_to: '2024-03-11' })],
        rep_activity: [visited('罗一舟', drugs, '2024-03-01'), visited('罗一舟', drugs, '2024-03-11')],
      },
      finds: [],
    },
    {
      title: '只有一次：不提示',
      sheets: { rep: [filed('罗一舟', drugs)], rep_activity: [visited('陆闻笛', drugs, '2024-03-01')] },
      finds: [],
    },
    {
      title: '推广公司的员工由持有人备案：不提示',
      sheets: {
        rep: [filed('罗一舟', drugs, { agency: '云栖医药推广有限公司' })],
        rep_activity: ['2024-03-01', '2024-03-11'].map((on) => visited('罗一舟', '云栖医药推广有限公司', on)),
      },
      finds: [],
    },
    {
      title: '医学事务人员：不提示',
      sheets: {
        rep: [filed('罗一舟', drugs)],
        staff: [{ name: '陆闻笛', employer: drugs, position: '医学联络官' }],
        rep_activity: [visited('陆闻笛', drugs, '2024-03-01'), visited('陆闻笛', drugs, '2024-03-11')],
      },
      finds: [],
    },
    {
      title: '器械企业不在药品备案范围内：不提示',
      sheets: {
        rep: [filed('罗一舟', '启禾器械有限公司'), filed('罗一舟', drugs)],
        rep_activity: [
          visited('罗一舟', drugs, '2024-03-01'),
          visited('陆闻笛', '启禾器械有限公司', '2024-03-01'),
          visited('陆闻笛', '启禾器械有限公司', '2024-03-11'),
        ],
      },
      finds: [],
    },
    {
      title: '另一家企业没有任何备案资料：不判断并说明',
      sheets: {
        rep: [filed('罗一舟', drugs)],
        rep_activity: [
          visited('罗一舟', drugs, '2024-03-01'),
          visited('陆闻笛', '瑞澜医药有限公司', '2024-03-01'),
          visited('陆闻笛', '瑞澜医药有限公司', '2024-03-11'),
        ],
      },
      finds: [],
      unjudged: ['没有瑞澜医药有限公司的医药代表备案'],
    },
    {
      title: '没有备案表：无法判断',
      sheets: { rep_activity: [visited('陆闻笛', drugs, '2024-03-01')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Act {
  readonly row: number;
  readonly field: 'visit_at' | 'amount';
  readonly person: number;
  readonly company: number;
  readonly day: string;
  readonly fen: number | null;
  readonly payee: number | null;
}

interface JudgedAct extends Act {
  readonly isFiled: boolean;
}

const deviceNames = /器械|医疗用品|医用|耗材|植入|骨科|诊断|试剂/;
/** Posts that are no representatives. */
const otherPosts = /医学|MSL|市场|准入|政府事务|注册|财务|会计|行政|人事|法务/i;

/** Visits and academic fees handled for drug companies: those of companies with filings, judged; and the companies without any. */
const readActs = (evidence: EvidenceReader) => evidence.once('acts of representatives', () => gatherActs(evidence));

function gatherActs(evidence: EvidenceReader): { judged: readonly JudgedAct[]; unfiled: readonly number[] } {
  const filings = readFilings(evidence);
  const { groupOf } = readCompanyGroups(evidence, readPharmaCompanies(evidence));
  const reversed = readReversals(evidence);
  const others = readOtherPosts(evidence, groupOf);
  const byGroup = new Map<number, Filing[]>();
  for (const filing of filings)
    for (const group of new Set(
      [filing.company, filing.agency].flatMap((org) => (org === null ? [] : [groupOf(org)])),
    )) {
      const known = byGroup.get(group);
      if (known) known.push(filing);
      else byGroup.set(group, [filing]);
    }
  const acts = evidence
    .all<Act>(
      `select row, 'visit_at' as field, rep as person, company, day, null as fen, null as payee from rep_visit
       where company is not null and precision <> 'month'
       union all
       select row, 'amount', handler, company, day, fen, payee from fee
       where handler is not null and company is not null and fen > 0 and precision <> 'month'
         and type in ('lecture', 'conference', 'academic_promo', 'sponsorship')
       order by day, row`,
    )
    .filter(
      ({ row, person, company }) =>
        !reversed.has(row) &&
        !deviceNames.test(evidence.party(company).name) &&
        !others.has(`${person} ${groupOf(company)}`),
    );
  const unfiled = new Set(acts.filter(({ company }) => !byGroup.has(groupOf(company))).map(({ company }) => company));
  const judged = acts.flatMap((act): JudgedAct[] => {
    const ofCompany = byGroup.get(groupOf(act.company));
    if (!ofCompany) return [];
    return [
      { ...act, isFiled: ofCompany.some((filing) => isOf(evidence, filing, act.person) && covers(filing, act.day)) },
    ];
  });
  return { judged, unfiled: [...unfiled] };
}

/** By the person, else by the name at the same company: an unknown identity counts against nobody. */
const isOf = (evidence: EvidenceReader, filing: Filing, person: number): boolean =>
  filing.person === person ||
  keyOfPerson(evidence.party(filing.person).name) === keyOfPerson(evidence.party(person).name);

const covers = ({ from, to }: Filing, on: string): boolean =>
  (from === null || from <= on) && (to === null || on <= to);

/** `person group` of whoever has a post in it that is no representative's. */
const readOtherPosts = (evidence: EvidenceReader, groupOf: (company: number) => number): ReadonlySet<string> =>
  new Set(
    evidence
      .all<{ person: number; employer: number; words: string }>(
        `select person, employer, coalesce(position, '') || ' ' || coalesce(dept, '') as words from staff where employer is not null`,
      )
      .filter(({ words }) => otherPosts.test(words))
      .map(({ person, employer }) => `${person} ${groupOf(employer)}`),
  );

const lackOf = (evidence: EvidenceReader, companies: readonly number[]): Lack[] =>
  companies
    .map((company) => evidence.party(company).name)
    .sort()
    .map((name) => ({
      id: 'rep',
      words: { zh: `没有${name}的医药代表备案`, en: `No filing of representatives by ${name}` },
    }));

function hitOf(evidence: EvidenceReader, acts: readonly Act[], all: number, least: number): Hit {
  const [person, company] = [evidence.party(acts[0]!.person), evidence.party(acts[0]!.company)];
  const staff = readMedicalStaff(evidence);
  const fees = acts.filter(({ field }) => field === 'amount');
  const total = fees.length === 0 ? null : fees.reduce((sum, act) => sum + (act.fen ?? 0), 0);
  const toDoctors = fees.filter(({ payee }) => payee !== null && staff.has(payee)).length;
  const payments = evidence
    .all<{ row: number; payee: number }>('select row, payee from payment where payer = :person order by row', {
      person: person.id,
    })
    .filter(({ payee }) => staff.has(payee));
  const filings = readFilings(evidence).filter((filing) => isOf(evidence, filing, person.id));
  return {
    key: `${person.uid}→${company.uid}`,
    severity: payments.length > 0 ? 3 : toDoctors > 0 ? 2 : 1,
    confidence: 0.6,
    params: {
      person: text(person.name),
      company: text(company.name),
      from: day(acts[0]!.day),
      to: day(acts.at(-1)!.day),
      acts: count(acts.length),
    },
    measures: [
      measured(
        { zh: '没有有效备案的活动', en: 'Acts without a valid filing' },
        count(acts.length),
        '>=',
        count(least),
        'min_acts',
      ),
      noted({ zh: '本人为该企业的全部活动', en: 'All acts for the company' }, count(all)),
      noted({ zh: '经办费用付给医务人员', en: 'Handled fees paid to medical staff' }, count(toDoctors)),
      noted({ zh: '本人付给医务人员', en: 'Payments of the person to medical staff' }, count(payments.length)),
      ...(total === null ? [] : [noted({ zh: '经办的学术费用', en: 'Academic fees handled' }, fen(total))]),
    ],
    fen: total,
    subjects: [
      { role: 'person', party: person.id, name: person.name },
      { role: 'company', party: company.id, name: company.name },
    ],
    rows: [
      ...acts.map(({ row, field }): HitRow => ({ row, field, role: 'evidence' })),
      ...filings.map(
        ({ row }): HitRow => ({
          row,
          field: 'name',
          role: 'counter',
          note: { zh: '同名备案：已过期或属于其他企业', en: 'A filing of that name: expired, or by another company' },
        }),
      ),
      ...payments.map(
        ({ row }): HitRow => ({
          row,
          field: 'amount',
          role: 'context',
          note: { zh: '本人付给医务人员', en: 'Paid by the person to medical staff' },
        }),
      ),
    ],
  };
}
