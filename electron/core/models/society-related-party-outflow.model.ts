import { severityOfAmount } from './ask/amount-band.ts';
import { explainedByContract } from './ask/contracted.ts';
import { fenOf, isShareAbove } from './ask/exact.ts';
import { payrollRows } from './ask/payroll.ts';
import { readSocietyOfficers, type SocietyOfficer } from './ask/society-officers.ts';
import { type Kin, readStaffFamily } from './ask/staff-family.ts';
import { count, fen, measured, noted, ratio, share, text, yuan } from './ask/values.ts';
import { agreed, hired, idOf, related } from './example-people.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const society = '云澜省骨科学会';
const president = hired('顾长宁', '澄溪市第一人民医院', { society_role: `${society}会长` });
const dues = (yuan: string): ExampleRow => paid('澄溪市第一人民医院', society, yuan, '2024-01-15', '单位会费');
const to = (name: string, yuan: string, on: string, memo = '服务费', more: ExampleRow = {}): ExampleRow =>
  paid(society, name, yuan, on, memo, more);
const toPerson = (name: string, yuan: string, on: string, memo = '劳务费'): ExampleRow =>
  to(name, yuan, on, memo, { counterparty_id_no: idOf(name) });
const firm = '澄溪长宁会务咨询有限公司';
const owns = (share: string): ExampleRow => ({
  company_name: firm,
  person_name: '顾长宁',
  person_id: idOf('顾长宁'),
  person_type: '自然人',
  share_pct: share,
  position: '股东',
});

export default defineModel({
  id: 'society-related-party-outflow',
  version: 1,
  group: 'G1',
  areas: ['society_profit'],
  links: ['sale'],
  family: 'hidden-link',
  weight: 0.5,
  title: { zh: '学协会关联方流出', en: 'Society money to officers and their companies' },
  question: {
    zh: '学会、协会的资金是否流向其负责人、负责人的亲属，或他们控制的公司？',
    en: "Does a society's money go to its officers, their relatives or companies they control?",
  },
  summary: {
    zh: '{{society}}向负责人及其亲属、所控公司付款 {{rows}} 笔、共 {{fen}}，涉及 {{people}} 名负责人，最高占当年收入 {{share}}',
    en: '{{society}} made {{rows}} payments of {{fen}} to {{people}} officers, their relatives or companies, up to {{share}} of the income of a year',
  },
  basis: [
    {
      source: {
        zh: '国家卫生健康委《全国医药领域腐败问题集中整治工作有关问答》（2023-08-15）',
        en: 'National Health Commission, questions and answers of 2023-08-15',
      },
      text: {
        zh: '接受医药领域行政部门管理指导的社会组织利用工作便利牟取利益。',
        en: 'Societies under the guidance of health authorities that profit by their position.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '一年两万元、收入百分之五没有公开标准；25% 是受益所有人识别的通行界限。',
        en: "20,000 yuan and 5 % of income a year are this tool's; 25 % is the usual line of beneficial ownership.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'min_sum',
      label: { zh: '一年合计', en: 'Total a year' },
      unit: yuan,
      default: 20_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'pct',
      label: { zh: '占当年收入', en: 'Of the income of the year' },
      unit: share,
      default: 0.05,
      min: 0,
      max: 1,
      step: 0.01,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'control',
      label: { zh: '持股比例', en: 'Holding' },
      unit: { zh: '%', en: '%' },
      default: 25,
      min: 1,
      max: 100,
      step: 1,
      basis: { zh: '反洗钱受益所有人识别的 25%', en: 'The 25 % of beneficial ownership' },
    },
  ],
  innocent: [
    { zh: '经理事会批准的薪酬', en: 'Salaries that the council approved' },
    { zh: '为学会垫付的差旅、会议费用报销', en: 'Travel and meeting cost advanced for the society' },
    { zh: '公开比选后的会务服务，价格公允', en: 'Services bought at a fair price after comparison' },
  ],
  blindSpots: [
    {
      zh: '负责人只看登记信息、股东高管表和人员名册写明的人',
      en: 'Officers are those whom registers and lists of staff name',
    },
    {
      zh: '控制公司只看股东高管表和法定代表人；代持看不到',
      en: 'Control is read from holdings and legal representatives; nominees are not seen',
    },
    {
      zh: '收入只计流水所见；流水不全时比例偏高',
      en: 'Income is what statements show; where they are incomplete the share is too high',
    },
  ],

  coverage(evidence) {
    return readSocietyOfficers(evidence).size > 0
      ? []
      : [
          {
            id: 'company_person.office',
            words: {
              zh: '登记信息、股东高管表和人员名册都没有写明学协会的负责人',
              en: 'No register or list of staff names the officers of a society',
            },
          },
        ];
  },

  find(evidence, settings) {
    const officers = readSocietyOfficers(evidence);
    const hits: Hit[] = [];
    for (const [society, leaders] of officers) {
      evidence.breathe();
      const related = relatedTo(evidence, society, leaders, settings.control);
      const outflows = readOutflows(evidence, society).filter(({ payee }) => related.has(payee));
      const wages = payrollRows(outflows.filter(({ payeeKind }) => payeeKind === 'person'));
      const contracts = explainedByContract(evidence, outflows);
      const isExplained = ({ row, meeting, memo, payee }: Outflow) =>
        wages.has(row) ||
        contracts.has(row) ||
        meeting === 1 ||
        (wageWords.test(memo) && related.get(payee)?.officer.person === payee);
      const income = readIncome(evidence, society);
      const years = [...Map.groupBy(outflows, ({ day }) => day.slice(0, 4))].flatMap(([year, all]) => {
        const counted = all.filter((each) => !isExplained(each));
        const [total, received] = [sumOf(counted), income.get(year) ?? 0];
        return total > fenOf(settings.min_sum) && isShareAbove(total, received, settings.pct)
          ? [{ year, all, counted, total, received }]
          : [];
      });
      if (years.length === 0) continue;
      const counted = years.flatMap((each) => each.counted);
      const total = sumOf(counted);
      const bySize = severityOfAmount(total);
      const who = evidence.party(society);
      const ties = [...new Set(counted.map(({ payee }) => payee))].map((payee) => related.get(payee)!);
      const share = (year: (typeof years)[number]) => (year.received === 0 ? 1 : year.total / year.received);
      const highest = years.toSorted((a, b) => share(b) - share(a))[0]!;
      const largest = years.toSorted((a, b) => b.total - a.total)[0]!;
      hits.push({
        key: who.uid,
        severity: bySize < 2 ? 2 : bySize,
        confidence: counted.every(({ alone }) => alone === 1) ? 0.3 : highest.received === 0 ? 0.5 : 0.75,
        params: {
          society: text(who.name),
          rows: count(counted.length),
          fen: fen(total),
          people: count(new Set(ties.map(({ officer }) => officer.person)).size),
          share: ratio(share(highest)),
        },
        measures: [
          measured(
            { zh: '一年合计（最高）', en: 'Total of a year (highest)' },
            fen(largest.total),
            '>',
            fen(fenOf(settings.min_sum)),
            'min_sum',
          ),
          measured(
            { zh: '占当年收入（最高）', en: 'Of the income of the year (highest)' },
            ratio(share(highest)),
            '>',
            ratio(settings.pct),
            'pct',
          ),
          noted({ zh: '当年流水所见收入', en: 'Income of that year in the statements' }, fen(highest.received)),
          noted(
            { zh: '已由工资、合同或真实会议解释', en: 'Explained by wages, contracts or genuine conferences' },
            fen(sumOf(outflows.filter(isExplained))),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'payer', party: society, name: who.name },
          ...[...new Set([...counted.map(({ payee }) => payee), ...ties.map(({ officer }) => officer.person)])]
            .map((party) => ({ role: 'payee', party, name: evidence.party(party).name }))
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
        ],
        rows: [
          ...counted.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
          ...years
            .flatMap(({ all }) => all)
            .filter(isExplained)
            .map(
              ({ row }): HitRow => ({
                row,
                field: 'amount',
                role: 'explained',
                note: {
                  zh: '工资、合同或真实会议可以解释',
                  en: 'Wages, a contract or a genuine conference accounts for it',
                },
              }),
            ),
          ...pathsOf(ties),
        ],
      });
    }
    return { examined: officers.size, hits };
  },

  examples: [
    {
      title: '付给会长持股正好四分之一的公司，一年 20 000.01 元',
      sheets: {
        staff: [president],
        company_person: [owns('25%')],
        bank_flow: [dues('100000.00'), to(firm, '20000.01', '2024-05-10')],
      },
      finds: [society],
    },
    {
      title: '付给会长本人和妻子',
      sheets: {
        staff: [president],
        kinship: [related('顾长宁', '陆望舒', '妻子')],
        bank_flow: [
          dues('100000.00'),
          toPerson('顾长宁', '15000.00', '2024-05-10'),
          toPerson('陆望舒', '15000.00', '2024-09-10'),
        ],
      },
      finds: [society],
    },
    {
      title: '付给会长妻子任法定代表人的公司',
      sheets: {
        staff: [president],
        kinship: [related('顾长宁', '陆望舒', '妻子')],
        company: [{ name: firm, legal_rep: '陆望舒', legal_rep_id: idOf('陆望舒') }],
        bank_flow: [dues('100000.00'), to(firm, '60000.00', '2024-05-10')],
      },
      finds: [society],
    },
    {
      title: '一年正好 20 000 元：不提示',
      sheets: {
        staff: [president],
        company_person: [owns('25%')],
        bank_flow: [dues('100000.00'), to(firm, '20000.00', '2024-05-10')],
      },
      finds: [],
    },
    {
      title: '正好是收入的百分之五：不提示',
      sheets: {
        staff: [president],
        company_person: [owns('25%')],
        bank_flow: [dues('1000000.00'), to(firm, '50000.00', '2024-05-10')],
      },
      finds: [],
    },
    {
      title: '只持股百分之二十四点九：不提示',
      sheets: {
        staff: [president],
        company_person: [owns('24.9%')],
        bank_flow: [dues('100000.00'), to(firm, '60000.00', '2024-05-10')],
      },
      finds: [],
    },
    {
      title: '秘书长每月相近的工资：不提示',
      sheets: {
        staff: [hired('顾长宁', society, { position: '秘书长' })],
        bank_flow: [
          dues('100000.00'),
          ...['02', '03', '04', '05', '06'].map((month) => toPerson('顾长宁', '8000.00', `2024-${month}-10`)),
        ],
      },
      finds: [],
    },
    {
      title: '会务服务有合同和验收：不提示',
      sheets: {
        staff: [president],
        company_person: [owns('51%')],
        contract: [agreed(society, firm, '60000.00', '2024-04-01', '推广服务', { deliverable: '年会会务验收单' })],
        bank_flow: [dues('100000.00'), to(firm, '60000.00', '2024-05-10')],
      },
      finds: [],
    },
    {
      title: '不知道谁是学会负责人：无法判断',
      sheets: { bank_flow: [dues('100000.00'), to(firm, '60000.00', '2024-05-10')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const wageWords = /工资|薪|奖金|绩效|社保|公积金/;

interface Outflow {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly payeeKind: string;
  readonly fen: number;
  readonly day: string;
  readonly memo: string;
  readonly alone: number;
  readonly meeting: number;
}

const sumOf = (bookings: readonly Outflow[]): number => bookings.reduce((sum, each) => sum + each.fen, 0);

const readOutflows = (evidence: EvidenceReader, society: number): Outflow[] =>
  evidence.all<Outflow>(
    `select p.row as row, p.payer as payer, p.payee as payee, p.payee_kind as payeeKind, p.fen as fen, p.day as day, p.memo as memo,
            p.payee_alone as alone, coalesce(y.explained, 0) as meeting
     from payment p left join meeting_payment y on y.row = p.row where p.payer = :society order by p.day, p.row`,
    { society },
  );

/** Year → everything the statements show as received. */
function readIncome(evidence: EvidenceReader, society: number): Map<string, number> {
  const rows = evidence.all<{ year: string; fen: number }>(
    `select substr(day, 1, 4) as year, sum(fen) as fen from payment where payee = :society group by 1`,
    { society },
  );
  return new Map(rows.map(({ year, fen: received }) => [year, received]));
}

/** How somebody belongs to an officer of the society, with the cells that say so. */
interface Tie {
  readonly officer: SocietyOfficer;
  readonly kin: Kin | null;
  readonly holding: { readonly row: number; readonly field: string } | null;
}

/** The officers, their relatives, and the companies that any of them controls; the shortest path of each. */
function relatedTo(
  evidence: EvidenceReader,
  society: number,
  leaders: readonly SocietyOfficer[],
  control: number,
): Map<number, Tie> {
  const family = readStaffFamily(evidence);
  const people = new Map<number, Tie>(
    leaders.map((officer) => [officer.person, { officer, kin: null, holding: null }]),
  );
  for (const officer of leaders)
    for (const kin of family.kinOf(officer.person))
      if (!people.has(kin.relative)) people.set(kin.relative, { officer, kin, holding: null });
  const related = new Map(people);
  for (const { holder, company, row, field, share, controls } of readHoldings(evidence)) {
    const tie = people.get(holder);
    if (!tie || company === society || related.has(company)) continue;
    if (controls === 1 || Number(share ?? 0) >= control) related.set(company, { ...tie, holding: { row, field } });
  }
  return related;
}

interface Holding {
  readonly holder: number;
  readonly company: number;
  readonly row: number;
  readonly field: string;
  readonly share: string | null;
  readonly controls: number;
}

/** Shares, control and legal representation of companies. A society is led, not owned. */
const readHoldings = (evidence: EvidenceReader): readonly Holding[] =>
  evidence.once('holdings of people', () =>
    evidence.all<Holding>(
      `select x.holder as holder, x.company as company, x.row as row, 'person_name' as field, x.share as share, coalesce(x.controls, 0) as controls
       from company_person x join who w on w.party = x.company where w.kind <> 'association'
       union all
       select c.legal_rep, c.company, c.row, 'legal_rep', null, 1
       from company c join who w on w.party = c.company where c.legal_rep is not null and w.kind <> 'association'
       order by row`,
    ),
  );

function pathsOf(ties: readonly Tie[]): HitRow[] {
  const cells = ties.flatMap(({ officer, kin, holding }): HitRow[] => [
    {
      row: officer.row,
      field: officer.field,
      role: 'context',
      note: { zh: '学会负责人的依据', en: 'Where the office in the society is written' },
    },
    ...(kin === null
      ? []
      : [
          {
            row: kin.row,
            field: kin.field,
            role: 'context',
            note: { zh: `关系：${kin.relation}`, en: 'The relation as the list states it' },
          } as const,
        ]),
    ...(holding === null
      ? []
      : [
          {
            ...holding,
            role: 'context',
            note: { zh: '控制公司的依据', en: 'Where the control of the company is written' },
          } as const,
        ]),
  ]);
  return [...new Map(cells.map((each) => [`${each.row} ${each.field}`, each])).values()];
}
