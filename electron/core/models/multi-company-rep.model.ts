import { readCompanyGroups } from './ask/company-groups.ts';
import { type Filing, overlap, readFilings } from './ask/filings.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { count, measured, noted, text } from './ask/values.ts';
import { filed } from './example-reps.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

const mine = '19900001234';

export default defineModel({
  id: 'multi-company-rep',
  version: 1,
  group: 'G6',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'rep',
  weight: 0.35,
  title: { zh: '一人多企代表', en: 'One rep, several companies' },
  question: {
    zh: '同一人是否同时由多家互不关联的企业备案为医药代表？',
    en: 'Is one person filed as representative by several unrelated companies at one time?',
  },
  summary: {
    zh: '{{person}}同时由 {{groups}} 家互不关联的企业备案为医药代表：{{companies}}',
    en: '{{person}} is filed as representative by {{groups}} unrelated companies at one time: {{companies}}',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：北京市医药代表备案管理系统',
        en: 'Progress report of 2025: the filing system for representatives of Beijing',
      },
      text: {
        zh: '对备案信息真实性、活动轨迹、费用流向实施全流程监管，清理“挂名”“虚假”备案代表1200余人。',
        en: 'Filings, movements and expenses of representatives are supervised; more than 1,200 nominal or false representatives were removed.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '家数由本工具给出；关联企业合并计算。',
        en: 'The number of companies is of this tool; companies that belong together count once.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'rep', fields: ['name', 'company'] }],
  settings: [
    {
      name: 'k',
      label: { zh: '最少企业', en: 'Least companies' },
      unit: { zh: '家', en: 'companies' },
      default: 2,
      min: 2,
      max: 50,
      step: 1,
      basis: { zh: '本工具判断，可按案件调整', en: 'Judgement of this tool; adjust it to the case' },
    },
  ],
  innocent: [
    {
      zh: '推广服务公司的员工，由多家持有人依合同授权',
      en: 'An employee of a promotion company whom several holders authorise by contract',
    },
    { zh: '跳槽后原企业未及时注销备案', en: 'The former employer has not cancelled its filing after a change of jobs' },
    { zh: '未登记关联关系的同一集团企业', en: 'Companies of one group whose ties are not in the register' },
  ],
  blindSpots: [
    {
      zh: '备案没有身份证号或手机号时，不同企业的同名代表不视为一人',
      en: 'Without an identity number or a phone representatives of one name at different companies are not taken for one person',
    },
    {
      zh: '没有起止日期、状态也不是有效的备案不参加比较；已注销备案何时注销不知道，不计',
      en: 'Filings without days that are not said to be in force are not compared; when a cancelled one ended is not known and it does not count',
    },
  ],

  find(evidence, settings) {
    const filings = readFilings(evidence);
    const { groupOf } = readCompanyGroups(evidence, readPharmaCompanies(evidence));
    const hits: Hit[] = [];
    for (const own of Map.groupBy(filings, ({ person }) => person).values()) {
      if (own.length < settings.k) continue;
      evidence.breathe();
      // whatever overlaps one filing may not overlap each other: the fullest moment is when one of them begins
      const together = own
        .map((start) => own.filter((each) => each === start || (isOpenAtStart(each, start) && overlap(start, each))))
        .toSorted((a, b) => groupsOf(b, groupOf) - groupsOf(a, groupOf))[0]!;
      const groups = groupsOf(together, groupOf);
      if (groups >= settings.k) hits.push(hitOf(evidence, together, own.length, groups, settings.k));
    }
    return { examined: filings.length, hits };
  },

  examples: [
    {
      title: '姓名和手机号相同，两家企业的备案期间重叠',
      sheets: {
        rep: [
          filed('罗一舟', '启衡药业有限公司', { phone: mine }),
          filed('罗一舟', '瑞澜医药有限公司', { phone: mine }),
        ],
      },
      finds: ['罗一舟'],
    },
    {
      title: '前一家到期当日后一家生效：重叠一日',
      sheets: {
        rep: [
          filed('罗一舟', '启衡药业有限公司', { phone: mine, valid_to: '2024-03-01' }),
          filed('罗一舟', '瑞澜医药有限公司', { phone: mine, valid_from: '2024-03-01' }),
        ],
      },
      finds: ['罗一舟'],
    },
    {
      title: '同一推广公司派遣、有推广合同：低级提示',
      sheets: {
        rep: ['启衡药业有限公司', '瑞澜医药有限公司'].map((company) =>
          filed('罗一舟', company, { phone: mine, agency: '云栖医药推广有限公司' }),
        ),
        contract: ['启衡药业有限公司', '瑞澜医药有限公司'].map((company, i) => ({
          contract_no: `HT-${i}`,
          type: '推广服务',
          party_a: company,
          party_b: '云栖医药推广有限公司',
          signed_on: '2023-01-01',
        })),
      },
      finds: ['罗一舟'],
    },
    {
      title: '前一家到期次日后一家才生效：不提示',
      sheets: {
        rep: [
          filed('罗一舟', '启衡药业有限公司', { phone: mine, valid_to: '2024-02-29' }),
          filed('罗一舟', '瑞澜医药有限公司', { phone: mine, valid_from: '2024-03-01' }),
        ],
      },
      finds: [],
    },
    {
      title: '只有姓名相同：不视为一人，不提示',
      sheets: { rep: [filed('罗一舟', '启衡药业有限公司'), filed('罗一舟', '瑞澜医药有限公司')] },
      finds: [],
    },
    {
      title: '两家企业法定代表人相同：视为一家，不提示',
      sheets: {
        company: ['启衡药业有限公司', '瑞澜医药有限公司'].map((name) => ({ name, legal_rep: '陆闻笛' })),
        rep: [
          filed('罗一舟', '启衡药业有限公司', { phone: mine }),
          filed('罗一舟', '瑞澜医药有限公司', { phone: mine }),
        ],
      },
      finds: [],
    },
    {
      title: '跳槽后前一家已注销备案：何时注销不知道，不提示',
      sheets: {
        rep: [
          filed('罗一舟', '启衡药业有限公司', { phone: mine, status: '已注销' }),
          filed('罗一舟', '瑞澜医药有限公司', { phone: mine, valid_from: '2024-03-01' }),
        ],
      },
      finds: [],
    },
    {
      title: '没有备案表：无法判断',
      sheets: { company: [{ name: '启衡药业有限公司', legal_rep: '陆闻笛' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const MANY = 4;

const groupsOf = (filings: readonly Filing[], groupOf: (company: number) => number): number =>
  new Set(filings.map(({ company }) => groupOf(company))).size;

/** Whether a filing was open when another began; of filings that say no beginning the list's state decides. */
const isOpenAtStart = (each: Filing, start: Filing): boolean =>
  start.from === null || each.from === null || each.from <= start.from;

function hitOf(evidence: EvidenceReader, filings: readonly Filing[], all: number, groups: number, k: number): Hit {
  const person = evidence.party(filings[0]!.person);
  const companies = [...new Set(filings.map(({ company }) => company))]
    .map((company) => evidence.party(company))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  const contracts = contractsOfAgency(evidence, filings);
  return {
    key: person.uid,
    severity: contracts.length > 0 ? 1 : groups >= MANY ? 3 : 2,
    confidence: 0.7,
    params: {
      person: text(person.name),
      groups: count(groups),
      companies: text(companies.map(({ name }) => name).join('、')),
    },
    measures: [
      measured(
        { zh: '同时备案的互不关联企业', en: 'Unrelated companies at one time' },
        count(groups),
        '>=',
        count(k),
        'k',
      ),
      noted({ zh: '本人全部备案', en: 'All filings of the person' }, count(all)),
      noted(
        { zh: '派遣单位与这些企业的合同', en: 'Contracts of the agency with these companies' },
        count(contracts.length),
      ),
    ],
    fen: null,
    subjects: [
      { role: 'person', party: person.id, name: person.name },
      ...companies.map(({ id, name }) => ({ role: 'company', party: id, name })),
    ],
    rows: [
      ...filings.map(({ row }) => ({ row, field: 'company', role: 'evidence' as const })),
      ...contracts.map((row) => ({
        row,
        field: 'party_b',
        role: 'counter' as const,
        note: { zh: '派遣单位与授权企业的合同', en: 'Contract of the agency with an authorising company' },
      })),
    ],
  };
}

/** Where one agency lends the person to all these companies and has a contract with each of them: the contracts, else none. */
function contractsOfAgency(evidence: EvidenceReader, filings: readonly Filing[]): number[] {
  const { agency } = filings[0]!;
  if (agency === null || filings.some((each) => each.agency !== agency)) return [];
  const byCompany = filings.map(({ company }) =>
    evidence
      .all<{ row: number }>(
        `select row from contract where (party_a = :company and party_b = :agency) or (party_a = :agency and party_b = :company) order by row`,
        { company, agency },
      )
      .map(({ row }) => row),
  );
  return byCompany.every((rows) => rows.length > 0) ? [...new Set(byCompany.flat())] : [];
}
