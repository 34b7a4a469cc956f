import { addDays } from '../../../shared/evidence/day.ts';
import { stepped } from './ask/amount-band.ts';
import { fenOf } from './ask/exact.ts';
import { type Placement, readMedicalStaff, readOtherEmployees } from './ask/medical-staff.ts';
import { isPersonName } from './ask/person-names.ts';
import { type Kin, readStaffFamily } from './ask/staff-family.ts';
import { citeKin, readTradeGroups } from './ask/staff-payments.ts';
import { byDay, citePayment, readTradePayments, sumOf, type TradePayment } from './ask/trade-payments.ts';
import { count, day, days, fen, measured, noted, text, yuan } from './ask/values.ts';
import { windowsOf } from './ask/windows.ts';
import { agreed, hired, idOf, related } from './example-people.ts';
import { accountOf, came, type ExampleRow, meeting, paid, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** 12家医药企业: the case in the report of 2025. */
const CASE_OF_TWELVE = 12;
const KEY_POST_GROUPS = 5;
const THREE_MILLION = 300_000_000;

// for the examples
const twelve = [...'甲乙丙丁戊己庚辛壬癸子丑'].map((letter) => `澄溪${letter}禾医疗器械有限公司`);
const threeProper = [
  ['云澜骨科春季论坛', '2024-04-12', '启衡药业有限公司'],
  ['云澜骨科夏季论坛', '2024-07-12', '瑞澜医药有限公司'],
  ['云澜骨科秋季论坛', '2024-10-18', '康岫医疗用品有限公司'],
] as const;
const register = (companies: readonly string[], legalRep = ''): ExampleRow[] =>
  companies.map((name, i) => ({
    name,
    legal_rep: legalRep === '' ? `法人${'甲乙丙丁戊己庚辛壬癸子丑'[i]}` : legalRep,
    address: `澄溪市创新大道${10 + i}号${201 + i}室`,
    role: '经销企业',
  }));

export default defineModel({
  id: 'multi-payer-recipient',
  version: 2,
  group: 'G3',
  areas: ['key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'multi-source',
  weight: 0.7,
  title: { zh: '多企业向同一人付款', en: 'Many companies paying one person' },
  question: {
    zh: '同一医务或管理人员一年内收到了多少家互不关联的医药企业的款项？',
    en: 'How many unrelated pharmaceutical companies paid one medical or administrative person within a year?',
  },
  summary: {
    zh: '{{person}}在 {{from}} 至 {{to}} 收到 {{groups}} 家互不关联医药企业付款 {{rows}} 笔、共 {{fen}}',
    en: '{{person}} received {{rows}} payments of {{fen}} from {{groups}} unrelated pharmaceutical companies between {{from}} and {{to}}',
  },
  basis: [
    {
      source: {
        zh: '《2025年医药领域腐败问题集中整治工作推进情况汇报》',
        en: 'Progress report on the campaign in 2025',
      },
      text: {
        zh: '某省查处某三甲医院药剂科主任张某案，其通过指定采购品牌、虚增采购量等方式，收受12家医药企业回扣3800万元。',
        en: 'A head of pharmacy took 38 million yuan from 12 pharmaceutical companies by designating brands and inflating purchases.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '三家、一年、两万元没有公开标准；一致行动的企业合并为一家。',
        en: "Three companies, one year and 20,000 yuan are this tool's; companies that may be in one hand count once.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' }],
  settings: [
    {
      name: 'k',
      label: { zh: '企业家数', en: 'Companies' },
      unit: { zh: '家', en: 'companies' },
      default: 3,
      min: 2,
      max: 50,
      step: 1,
      basis: { zh: '本工具判断；2025 年通报的案件为 12 家', en: 'Judgement; the reported case had 12' },
    },
    {
      name: 'W',
      label: { zh: '期间', en: 'Period' },
      unit: days,
      default: 365,
      min: 30,
      max: 1825,
      step: 5,
      basis: { zh: '本工具判断：一年', en: 'Judgement: one year' },
    },
    {
      name: 'min',
      label: { zh: '合计起点', en: 'Least total' },
      unit: yuan,
      default: 20_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
  ],
  innocent: [
    { zh: '知名讲者在真实会议上的讲课费', en: 'Fees of a well-known speaker at genuine conferences' },
    { zh: '有合同和审批的临床试验、科研协作劳务费', en: 'Clinical trials or research under contract and approval' },
    { zh: '本人或家属经营的企业的正常往来', en: 'Ordinary dealings of a firm of the person or the family' },
  ],
  blindSpots: [
    {
      zh: '亲属、司机等只看亲属关系表写明的人；表中没有的代收人看不到',
      en: 'Relatives and drivers are those whom a list of family relations names; others who collect are not seen',
    },
    {
      zh: '付款企业是否向其所在医院供货只作对照，不作条件：采购记录未必齐全',
      en: 'Whether a payer supplies the hospital is shown, not required: purchase records may be incomplete',
    },
    {
      zh: '企业合并依据企业登记信息（同一法定代表人、地址到室、电话、邮箱）、股东及高管（同一控制人、持股四分之一以上）和单一来源收入；没有这些信息的不合并',
      en: 'Companies are merged by the register (representative, room, telephone, e-mail), by controllers and holdings of a quarter, and by single-source income; without these they are not',
    },
  ],

  find(evidence, settings) {
    const staff = readMedicalStaff(evidence);
    const employers = readOtherEmployees(evidence, staff);
    const family = readStaffFamily(evidence);
    const { groupOf } = readTradeGroups(evidence);
    const payments = readTradePayments(evidence)
      .filter(({ precision }) => precision !== 'month')
      .flatMap((payment): Payment[] => {
        const member = family.memberOf(payment.payee);
        if (member) return [{ ...payment, person: member.staff, kin: member.kin }];
        const stranger = !employers.has(payment.payee) && isPersonName(evidence.party(payment.payee).name);
        return stranger ? [{ ...payment, person: payment.payee, kin: null }] : [];
      });
    const namesakes = namesakesOf(evidence, staff);
    const byPerson = Map.groupBy(payments, ({ person }) => person);
    const groupsOf = (list: readonly Payment[]) => new Set(list.map(({ company }) => groupOf(company)));
    const found = new Map<number, Found>();
    for (const [person, all] of byPerson) {
      evidence.breathe();
      const counted = all.filter(({ explained }) => explained === null).sort(byDay);
      const best = busiest(counted, settings.W, groupsOf);
      if (best && groupsOf(best).size >= settings.k && sumOf(best) >= fenOf(settings.min))
        found.set(person, { counted: best, all });
    }
    const hits = [...found].map(([person, { counted, all }]): Hit => {
      const who = evidence.party(person);
      const groups = groupsOf(counted);
      const total = sumOf(counted);
      const placed = staff.get(person);
      const settled = counted.filter(({ result }) => result === null || result === 'sham');
      const holdsWithout = groupsOf(settled).size >= settings.k && sumOf(settled) >= fenOf(settings.min);
      const nameOnly = counted.every(({ alone }) => alone === 1);
      const severity =
        groups.size >= CASE_OF_TWELVE || total >= THREE_MILLION || (placed?.keyPost && groups.size >= KEY_POST_GROUPS)
          ? 4
          : 3;
      const [first, last] = [counted[0]!.day, counted.at(-1)!.day];
      return {
        key: who.uid,
        // many unrelated suppliers are conspicuous whatever the person does for a living
        severity: placed || groups.size >= KEY_POST_GROUPS ? severity : stepped(severity, -1),
        confidence: nameOnly ? 0.3 : (placed ? 0.85 : 0.6) * (holdsWithout ? 1 : 0.5),
        params: {
          person: text(who.name),
          from: day(first),
          to: day(last),
          groups: count(groups.size),
          rows: count(counted.length),
          fen: fen(total),
        },
        measures: [
          measured(
            { zh: '互不关联的付款企业', en: 'Unrelated paying companies' },
            count(groups.size),
            '>=',
            count(settings.k),
            'k',
          ),
          measured({ zh: '期间内合计', en: 'Total in the period' }, fen(total), '>=', fen(fenOf(settings.min)), 'min'),
          noted(
            { zh: '付款企业（合并前）', en: 'Paying companies before merging' },
            count(new Set(counted.map(({ company }) => company)).size),
          ),
          noted(
            { zh: '已由真实会议或合同解释的付款', en: 'Payments explained by genuine conferences or contracts' },
            count(all.length - all.filter(({ explained }) => explained === null).length),
          ),
          noted(
            { zh: '其中由亲属、特定关系人收取', en: 'Of these received by relatives or close associates' },
            count(counted.filter(({ kin }) => kin !== null).length),
          ),
          ...suppliersAmong(evidence, placed, counted),
          ...amongColleagues(person, placed, staff, byPerson, groupsOf),
        ],
        fen: total,
        subjects: [{ role: 'payee', party: person, name: who.name }, ...payersOf(evidence, counted)],
        rows: [
          ...counted.flatMap(citePayment),
          ...all
            .filter(({ explained, day: on }) => explained !== null && on >= first && on < addDays(first, settings.W))
            .flatMap(citePayment),
          ...citeKin(counted),
          ...employmentOf(placed, namesakes.get(who.name)),
        ],
      };
    });
    return { examined: byPerson.size, hits };
  },

  examples: [
    {
      title: '三家互不关联的企业一年内付款，合计正好两万元',
      sheets: {
        company: register(['启禾器械有限公司', '瑞澜医药有限公司', '康岫医疗用品有限公司']),
        conference_person: [
          came('云澜骨科春季论坛', '2024-04-12', '沈以墨', '澄溪市第一人民医院', { account_no: accountOf('沈以墨') }),
        ],
        bank_flow: [
          paid('启禾器械有限公司', '沈以墨', '6400.00', '2024-01-10', '咨询费'),
          paid('瑞澜医药有限公司', '沈以墨', '7100.00', '2024-03-20', '咨询费'),
          paid('康岫医疗用品有限公司', '沈以墨', '6500.00', '2024-06-18', '劳务费'),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '十二家企业付款给设备科科长',
      sheets: {
        company: register(twelve),
        conference_person: [
          came('云澜骨科春季论坛', '2024-04-12', '沈国梁', '澄溪市第一人民医院', {
            dept: '设备科',
            title: '科长',
            account_no: accountOf('沈国梁'),
          }),
        ],
        bank_flow: twelve.map((company, i) =>
          paid(company, '沈国梁', '30000.00', `2024-0${1 + (i % 9)}-1${i % 3}`, '技术服务费'),
        ),
      },
      finds: ['沈国梁'],
    },
    {
      title: '合计 19 999.99 元：不提示',
      sheets: {
        company: register(['启禾器械有限公司', '瑞澜医药有限公司', '康岫医疗用品有限公司']),
        bank_flow: [
          paid('启禾器械有限公司', '沈以墨', '6400.00', '2024-01-10', '咨询费'),
          paid('瑞澜医药有限公司', '沈以墨', '7100.00', '2024-03-20', '咨询费'),
          paid('康岫医疗用品有限公司', '沈以墨', '6499.99', '2024-06-18', '劳务费'),
        ],
      },
      finds: [],
    },
    {
      title: '第三家在第一家之后满一年才付：任何 365 日内只有两家，不提示',
      sheets: {
        company: register(['启禾器械有限公司', '瑞澜医药有限公司', '康岫医疗用品有限公司']),
        bank_flow: [
          paid('启禾器械有限公司', '沈以墨', '16400.00', '2023-01-10', '咨询费'),
          paid('瑞澜医药有限公司', '沈以墨', '17100.00', '2023-06-20', '咨询费'),
          paid('康岫医疗用品有限公司', '沈以墨', '16500.00', '2024-01-10', '劳务费'),
        ],
      },
      finds: [],
    },
    {
      title: '三家企业的法定代表人是同一人：只算一家，不提示',
      sheets: {
        company: register(['启禾器械有限公司', '瑞澜医药有限公司', '康岫医疗用品有限公司'], '罗一舟'),
        bank_flow: [
          paid('启禾器械有限公司', '沈以墨', '9400.00', '2024-01-10', '咨询费'),
          paid('瑞澜医药有限公司', '沈以墨', '8100.00', '2024-03-20', '咨询费'),
          paid('康岫医疗用品有限公司', '沈以墨', '9800.00', '2024-06-18', '劳务费'),
        ],
      },
      finds: [],
    },
    {
      title: '知名讲者：三家企业赞助的三场真实会议的讲课费，不提示',
      sheets: {
        conference: threeProper.map(([name, on, sponsor], i) =>
          meeting(name, on, {
            sponsor,
            filing_no: `澄溪会备〔2024〕20${i}号`,
            venue: `澄溪会展中心${'一二三'[i]}号厅`,
          }),
        ),
        conference_person: threeProper.flatMap(([name, on]) =>
          signedIn(name, on, [['沈以墨', '澄溪市第一人民医院', '6000.00']]).map((row) => ({
            ...row,
            account_no: row.name === '沈以墨' ? accountOf('沈以墨') : '',
          })),
        ),
        bank_flow: [
          ...threeProper.map(([, on, sponsor]) => paid(sponsor, '沈以墨', '6000.00', on, '讲课费')),
          paid('启衡药业有限公司', '沈以墨', '1000.00', '2024-11-30', '劳务费'),
          paid('启衡药业有限公司', '沈以墨', '1500.00', '2024-12-02', '劳务费'),
        ],
      },
      finds: [],
    },
    {
      title: '两家付给本人、一家付给配偶：合计三家',
      sheets: {
        company: register(['启禾器械有限公司', '瑞澜医药有限公司', '康岫医疗用品有限公司']),
        staff: [hired('沈以墨', '澄溪市第一人民医院', { dept: '骨科', bank_card: accountOf('沈以墨') })],
        kinship: [related('沈以墨', '陆望舒', '妻子')],
        bank_flow: [
          paid('启禾器械有限公司', '沈以墨', '8400.00', '2024-01-10', '咨询费'),
          paid('瑞澜医药有限公司', '沈以墨', '9100.00', '2024-03-20', '咨询费'),
          paid('康岫医疗用品有限公司', '陆望舒', '9500.00', '2024-06-18', '劳务费', {
            counterparty_id_no: idOf('陆望舒'),
          }),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '第三家的付款有咨询合同和成果：只剩两家，不提示',
      sheets: {
        company: register(['启禾器械有限公司', '瑞澜医药有限公司', '康岫医疗用品有限公司']),
        staff: [hired('沈以墨', '澄溪市第一人民医院', { bank_card: accountOf('沈以墨') })],
        contract: [
          agreed('康岫医疗用品有限公司', '沈以墨', '10000.00', '2024-06-01', '咨询服务', {
            deliverable: '关节假体随访评估报告一份',
          }),
        ],
        bank_flow: [
          paid('启禾器械有限公司', '沈以墨', '8400.00', '2024-01-10', '咨询费'),
          paid('瑞澜医药有限公司', '沈以墨', '9100.00', '2024-03-20', '咨询费'),
          paid('康岫医疗用品有限公司', '沈以墨', '9500.00', '2024-06-18', '咨询费'),
        ],
      },
      finds: [],
    },
    {
      title: '没有银行流水：无法判断',
      sheets: { conference: [meeting('云澜骨科春季论坛', '2024-04-12')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Payment extends TradePayment {
  /** whose money it is counted as */
  readonly person: number;
  readonly kin: Kin | null;
}

interface Found {
  readonly counted: readonly Payment[];
  readonly all: readonly Payment[];
}

/** The period of so many days with the most payers; of equal ones the one with the most money, then the first. */
function busiest(
  payments: readonly Payment[],
  length: number,
  groupsOf: (list: readonly Payment[]) => ReadonlySet<number>,
): Payment[] | undefined {
  let best: { list: Payment[]; groups: number; fen: number } | undefined;
  for (const { from, to } of windowsOf(payments, length)) {
    const list = payments.slice(from, to);
    const [groups, total] = [groupsOf(list).size, sumOf(list)];
    if (!best || groups > best.groups || (groups === best.groups && total > best.fen))
      best = { list, groups, fen: total };
  }
  return best?.list;
}

/** How many of the payers supply the person's hospital, where purchases of it are in the case: a contrast, not a threshold. */
function suppliersAmong(evidence: EvidenceReader, placed: Placement | undefined, payments: readonly Payment[]) {
  if (!placed || !evidence.has('purchase')) return [];
  const suppliers = new Set(
    evidence
      .all<{ party: number }>(
        `select supplier as party from purchase where hospital = :org and supplier is not null
         union select manufacturer from purchase where hospital = :org and manufacturer is not null
         union select mah from purchase where hospital = :org and mah is not null`,
        { org: placed.org },
      )
      .map(({ party }) => party),
  );
  if (suppliers.size === 0) return [];
  const paying = new Set(payments.map(({ company }) => company));
  return [
    noted(
      { zh: '其中向其医院供货的付款企业', en: 'Paying companies that supply the hospital' },
      count([...paying].filter((company) => suppliers.has(company)).length),
    ),
  ];
}

/** Name → the only person of that name whom some sheet places in a hospital. */
function namesakesOf(evidence: EvidenceReader, staff: ReadonlyMap<number, Placement>): Map<string, Placement> {
  const named = Map.groupBy(staff, ([person]) => evidence.party(person).name);
  return new Map([...named].flatMap(([name, list]) => (list.length === 1 ? [[name, list[0]![1]] as const] : [])));
}

/** Where the employment is written; of somebody unknown the one namesake in a hospital, to be checked: a name joins nobody. */
function employmentOf(placed: Placement | undefined, namesake: Placement | undefined): HitRow[] {
  if (placed)
    return [
      {
        row: placed.row,
        field: placed.field,
        role: 'context',
        note: { zh: '任职依据', en: 'Where the employment is written' },
      },
    ];
  if (!namesake) return [];
  return [
    {
      row: namesake.row,
      field: 'name',
      role: 'context',
      note: {
        zh: '名单中有一名同名医务人员，是否同一人须核实',
        en: 'One person of this name is in a roster; whether it is the same has to be checked',
      },
    },
  ];
}

/** The payers, the one that paid most first. */
function payersOf(evidence: EvidenceReader, payments: readonly Payment[]) {
  return [...Map.groupBy(payments, ({ payer }) => payer)]
    .map(([payer, list]) => ({ role: 'payer', party: payer, name: evidence.party(payer).name, fen: sumOf(list) }))
    .sort((a, b) => b.fen - a.fen || (a.name < b.name ? -1 : 1))
    .map(({ role, party, name }) => ({ role, party, name }));
}

/** How many colleagues of the same hospital are paid by fewer companies: a contrast, not a threshold. */
function amongColleagues(
  person: number,
  placed: Placement | undefined,
  staff: ReadonlyMap<number, Placement>,
  byPerson: ReadonlyMap<number, readonly Payment[]>,
  groupsOf: (list: readonly Payment[]) => ReadonlySet<number>,
) {
  if (!placed) return [noted({ zh: '任职', en: 'Employment' }, text('?'))];
  const own = groupsOf(byPerson.get(person) ?? []).size;
  const colleagues = [...staff]
    .filter(([other, { org }]) => other !== person && org === placed.org)
    .map(([other]) => other);
  const fewer = colleagues.filter((other) => groupsOf(byPerson.get(other) ?? []).size < own).length;
  return [
    noted({ zh: '本案中的同院人员', en: 'Colleagues of the hospital in this case' }, count(colleagues.length)),
    noted({ zh: '其中付款企业较少的', en: 'Of these paid by fewer companies' }, count(fewer)),
  ];
}
