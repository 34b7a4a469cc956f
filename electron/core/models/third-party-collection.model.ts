import { amountBands } from './ask/amount-band.ts';
import { fenOf } from './ask/exact.ts';
import { readHospitals, readMedicalStaff } from './ask/medical-staff.ts';
import { payrollRows } from './ask/payroll.ts';
import { someOf } from './ask/some-of.ts';
import { citeKin, readStaffPayments, readTradeGroups, type StaffPayment } from './ask/staff-payments.ts';
import { byDay, citePayment, sumOf } from './ask/trade-payments.ts';
import { count, day, fen, measured, noted, ownJudgement, text, yuan } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const toKin = (from: string, to: string, yuan: string, on: string, memo = '信息服务费'): ExampleRow => ({
  ...paid(from, to, yuan, on, memo),
  counterparty_id_no: idOf(to),
});
const doctor = hired('沈以墨', '澄溪市第一人民医院');
const wife = related('沈以墨', '白若川', '配偶');
const bought = (supplier: string, hospital = '澄溪市第一人民医院'): ExampleRow => ({
  hospital,
  supplier,
  manufacturer: supplier,
  generic_name: '髋关节假体',
  spec: '直柄28mm',
  quantity: '10',
  unit_price: '8600.00',
  amount: '86000.00',
  order_date: '2024-03-04',
  order_no: `D${hospital.length}${supplier.length}`,
});
const prescribed = (manufacturer: string, name = '沈以墨'): ExampleRow => ({
  rx_date: '2024-03-05',
  rx_no: 'R1',
  hospital: '澄溪市第一人民医院',
  dept: '骨科',
  doctor: name,
  generic_name: '骨肽注射液',
  manufacturer,
  quantity: '2',
  amount: '120.00',
});

export default defineModel({
  id: 'third-party-collection',
  version: 2,
  group: 'G2',
  areas: ['key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'hidden-link',
  weight: 0.75,
  title: { zh: '他人代收', en: 'Collection through relatives or associates' },
  question: {
    zh: '医药企业或医药代表的款项，是否由对其产品有影响力的医务人员的亲属、特定关系人收取？',
    en: 'Did relatives or associates of hospital staff who have a say about its products receive money from a pharmaceutical company?',
  },
  summary: {
    zh: '{{person}}的亲属或特定关系人（{{kin}}）收到 {{firms}} 家医药企业一方（{{payers}}）款项 {{rows}} 笔、共 {{fen}}（{{from}} 至 {{to}}）',
    en: 'Relatives or associates of {{person}} ({{kin}}) received {{rows}} payments of {{fen}} from the side of companies ({{firms}}: {{payers}}) between {{from}} and {{to}}',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '亲属、特定关系人由亲属关系表确定；影响力指本人开具、经手其产品，或在采购其产品的医院任职。起点金额由本工具给出。',
        en: "Relatives and associates are those of the list of family relations; having a say means prescribing or ordering the company's products or working in a hospital that buys them. The least amount is this tool's.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'kinship', fields: ['person_name', 'relative_name'] },
    { category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' },
  ],
  settings: [
    {
      name: 'min',
      label: { zh: '单笔起点', en: 'Least payment' },
      unit: yuan,
      default: 5000,
      min: 0,
      max: 10_000_000,
      step: 500,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '亲属确实在该企业工作、领取工资', en: 'The relative really works for the company' },
    { zh: '亲属与企业之间有真实的买卖、租赁', en: 'A genuine sale or lease between the relative and the company' },
  ],
  blindSpots: [
    {
      zh: '只认亲属关系表写明的关系；共用电话、住址、代办人的不查（见主体关联类模型）',
      en: 'Only stated relations count; shared telephones, addresses and agents are left to the models of networks',
    },
    {
      zh: '没有采购和处方记录，或付款方（如推广公司）自己不是供货方的，影响力不明，降低等级提示',
      en: 'Without purchases and prescriptions, or where the payer sells nothing itself, the say is unknown and the finding ranks lower',
    },
  ],

  find(evidence, settings) {
    const payments = readStaffPayments(evidence).filter(({ kin }) => kin !== null);
    const staff = readMedicalStaff(evidence);
    const employed = readEmployed(evidence);
    const wages = payrollRows(payments);
    const influence = influenceOf(evidence);
    const byPerson = Map.groupBy(payments, ({ person }) => person);
    const hits: Hit[] = [];
    for (const [person, all] of byPerson) {
      evidence.breathe();
      const isWage = (each: StaffPayment) => wages.has(each.row) && employed.has(`${each.payee} ${each.company}`);
      const open = all.filter((each) => each.explained === null && each.fen >= fenOf(settings.min) && !isWage(each));
      const judged = [...Map.groupBy(open, ({ group }) => group)].map(([group, list]) => ({
        list,
        say: influence(person, group, list),
      }));
      const counted = judged.filter(({ say }) => say.answer !== 'no');
      const rows = counted.flatMap(({ list }) => list).sort(byDay);
      if (rows.length === 0) continue;
      const who = evidence.party(person);
      const sure = counted.some(({ say }) => say.answer === 'yes');
      const total = sumOf(rows);
      const severity = total >= amountBands[1] ? 4 : 3;
      const names = (parties: readonly number[]) =>
        [...new Set(parties)].map((party) => evidence.party(party).name).sort();
      hits.push({
        key: who.uid,
        severity: sure ? severity : ((severity - 1) as 2 | 3),
        confidence: rows.every(({ alone }) => alone === 1)
          ? 0.3
          : (sure ? 0.85 : 0.5) *
            (rows.every(({ result }) => result === 'doubtful' || result === 'unverified') ? 0.5 : 1),
        params: {
          person: text(who.name),
          kin: text(names(rows.map(({ payee }) => payee)).join('、')),
          firms: count(new Set(rows.map(({ payer }) => payer)).size),
          payers: text(someOf(names(rows.map(({ payer }) => payer)))),
          rows: count(rows.length),
          fen: fen(total),
          from: day(rows[0]!.day),
          to: day(rows.at(-1)!.day),
        },
        measures: [
          measured(
            { zh: '单笔金额（最小）', en: 'Smallest payment' },
            fen(Math.min(...rows.map((each) => each.fen))),
            '>=',
            fen(fenOf(settings.min)),
            'min',
          ),
          noted({ zh: '付款企业（合并后）', en: 'Paying companies after merging' }, count(counted.length)),
          noted(
            { zh: '其中本人对其产品有影响力的', en: 'Of these with products he has a say about' },
            count(counted.filter(({ say }) => say.answer === 'yes').length),
          ),
          noted(
            { zh: '有任职依据的工资式付款（不计）', en: 'Wages with an employment on record (left out)' },
            count(all.filter(isWage).length),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'person', party: person, name: who.name },
          ...[...new Set(rows.map(({ payee }) => payee))].map((party) => ({
            role: 'payee',
            party,
            name: evidence.party(party).name,
          })),
          ...[...new Set(rows.map(({ payer }) => payer))].map((party) => ({
            role: 'payer',
            party,
            name: evidence.party(party).name,
          })),
        ],
        rows: distinct([
          ...rows.flatMap(citePayment),
          ...citeKin(rows),
          ...counted.flatMap(({ say }) => say.rows),
          ...[...new Set(rows.map((each) => `${each.payee} ${each.company}`))].flatMap((pair): HitRow[] => {
            const where = employed.get(pair);
            return where
              ? [
                  {
                    ...where,
                    role: 'counter',
                    note: { zh: '名册记载亲属在该企业任职', en: 'A list places the relative in this company' },
                  },
                ]
              : [];
          }),
          ...placeOf(staff.get(person)),
        ]),
      });
    }
    return { examined: byPerson.size, hits };
  },

  examples: [
    {
      title: '企业向医生配偶付款，医生开具其产品：正好五千元',
      sheets: {
        staff: [doctor],
        kinship: [wife],
        prescription: [prescribed('瑞澜医药有限公司')],
        bank_flow: [toKin('瑞澜医药有限公司', '白若川', '5000.00', '2024-06-03')],
      },
      finds: ['沈以墨'],
    },
    {
      title: '供货企业分三次付给设备科科长的司机',
      sheets: {
        staff: [hired('沈国梁', '澄溪市第一人民医院', { dept: '设备科', position: '科长', title: '' })],
        kinship: [related('沈国梁', '秦望舒', '司机')],
        purchase: [bought('启禾器械有限公司')],
        bank_flow: ['2024-05-03', '2024-06-05', '2024-08-20'].map((on) =>
          toKin('启禾器械有限公司', '秦望舒', '90000.00', on),
        ),
      },
      finds: ['沈国梁'],
    },
    {
      title: '医药代表本人转给医生的母亲',
      sheets: {
        staff: [doctor],
        kinship: [related('沈以墨', '江映雪', '母亲')],
        rep: [
          {
            name: '温如言',
            id_no: idOf('温如言'),
            company: '瑞澜医药有限公司',
            filing_no: '备990001',
            valid_from: '2023-01-01',
            valid_to: '2025-12-31',
          },
        ],
        prescription: [prescribed('瑞澜医药有限公司')],
        bank_flow: [{ ...toKin('温如言', '江映雪', '20000.00', '2024-06-03', '转账'), holder_id_no: idOf('温如言') }],
      },
      finds: ['沈以墨'],
    },
    {
      title: '没有采购和处方记录：影响力不明，仍提示',
      sheets: {
        staff: [doctor],
        kinship: [wife],
        bank_flow: [toKin('瑞澜医药有限公司', '白若川', '30000.00', '2024-06-03')],
      },
      finds: ['沈以墨'],
    },
    {
      title: '4 999.99 元：不提示',
      sheets: {
        staff: [doctor],
        kinship: [wife],
        prescription: [prescribed('瑞澜医药有限公司')],
        bank_flow: [toKin('瑞澜医药有限公司', '白若川', '4999.99', '2024-06-03')],
      },
      finds: [],
    },
    {
      title: '配偶在企业任职，每月领固定报酬：不提示',
      sheets: {
        staff: [doctor],
        kinship: [{ ...wife, relative_employer: '瑞澜医药有限公司' }],
        prescription: [prescribed('瑞澜医药有限公司')],
        bank_flow: ['2024-03-10', '2024-04-10', '2024-05-10', '2024-06-10'].map((on) =>
          toKin('瑞澜医药有限公司', '白若川', '8600.00', on, '报酬'),
        ),
      },
      finds: [],
    },
    {
      title: '企业只向别的医院供货，本人不用其产品：不提示',
      sheets: {
        staff: [doctor],
        kinship: [wife],
        purchase: [bought('瑞澜医药有限公司', '望川市人民医院'), bought('启衡药业有限公司')],
        bank_flow: [toKin('瑞澜医药有限公司', '白若川', '30000.00', '2024-06-03')],
      },
      finds: [],
    },
    {
      title: '亲属收到的是超市、朋友的钱；医生本人收款不属代收：不提示',
      sheets: {
        staff: [doctor],
        kinship: [wife],
        prescription: [prescribed('瑞澜医药有限公司')],
        bank_flow: [
          toKin('澄溪好又佳超市有限公司', '白若川', '30000.00', '2024-06-03'),
          toKin('叶知秋', '白若川', '30000.00', '2024-06-03', '转账'),
          toKin('瑞澜医药有限公司', '沈以墨', '30000.00', '2024-06-03'),
        ],
      },
      finds: [],
    },
    {
      title: '没有亲属关系表：无法判断',
      sheets: { staff: [doctor], bank_flow: [toKin('瑞澜医药有限公司', '白若川', '30000.00', '2024-06-03')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Whether somebody has a say about the products of a group of companies, and the rows that tell. */
interface Say {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly rows: readonly HitRow[];
}

type Made = { readonly company: number | null; readonly row: number };

/**
 * 影响力: 'yes' where he prescribed or ordered products of the group, or works in a hospital that buys them; 'no' where the payer is known as
 * a seller or maker but nothing leads to him; 'unknown' where no sheet says what the payer sells.
 */
function influenceOf(
  evidence: EvidenceReader,
): (person: number, group: number, payments: readonly StaffPayment[]) => Say {
  const { groupOf } = readTradeGroups(evidence);
  const hospitals = readHospitals(evidence);
  const bySql = (sql: string) => {
    const known = new Map<number, Made[]>();
    return (id: number): Made[] => {
      const found = known.get(id) ?? evidence.all<Made>(sql, { id });
      known.set(id, found);
      return found;
    };
  };
  const prescribes = bySql(
    'select manufacturer as company, min(row) as row from prescription where doctor = :id group by manufacturer',
  );
  const orders = bySql(
    'select supplier as company, min(row) as row from purchase_person where person = :id group by supplier',
  );
  const supplies = bySql(
    'select supplier as company, min(row) as row from purchase where hospital = :id group by supplier',
  );
  const makes = bySql(
    'select manufacturer as company, min(row) as row from purchase where hospital = :id group by manufacturer',
  );
  const sold = bySql(
    `select supplier as company, row from (select supplier, row from purchase where supplier = :id limit 1)
     union all select company, row from (select company, row from product_maker where company = :id limit 1)`,
  );
  return (person, group, payments) => {
    const of = (list: readonly Made[], field: string, note: HitRow['note']): HitRow[] =>
      list
        .filter(({ company }) => company !== null && groupOf(company) === group)
        .slice(0, 1)
        .map(({ row }): HitRow => ({ row, field, role: 'context', ...(note && { note }) }));
    const rows = [
      ...of(prescribes(person), 'manufacturer', {
        zh: '本人开具该企业的产品',
        en: 'He prescribed a product of the company',
      }),
      ...of(orders(person), 'supplier', { zh: '本人经办或审批的采购', en: 'An order he made or approved' }),
      ...[...(hospitals.get(person) ?? [])]
        .sort((a, b) => (evidence.party(a).name < evidence.party(b).name ? -1 : 1))
        .flatMap((hospital) => [
          ...of(supplies(hospital), 'supplier', {
            zh: '所在医院向该企业采购',
            en: 'His hospital buys from the company',
          }),
          ...of(makes(hospital), 'manufacturer', {
            zh: '所在医院采购该企业的产品',
            en: 'His hospital buys products of the company',
          }),
        ]),
    ];
    if (rows.length > 0) return { answer: 'yes', rows };
    return { answer: payments.some(({ company }) => sold(company).length > 0) ? 'no' : 'unknown', rows };
  };
}

/** Relative and company → where a list places the one in the other. */
const readEmployed = (evidence: EvidenceReader): Map<string, { readonly row: number; readonly field: string }> =>
  new Map(
    evidence
      .all<{ person: number; org: number; row: number; field: string }>(
        `select e.person as person, e.org as org, e.row as row, e.field as field from employment e join who o on o.party = e.org
         where o.kind not in ('hospital', 'department') order by e.row desc, e.field`,
      )
      .map(({ person, org, row, field }) => [`${person} ${org}`, { row, field }]),
  );

const placeOf = (placed: { readonly row: number; readonly field: string } | undefined): HitRow[] =>
  placed
    ? [
        {
          row: placed.row,
          field: placed.field,
          role: 'context',
          note: { zh: '任职依据', en: 'Where the employment is written' },
        },
      ]
    : [];

/** Each cell once. */
const distinct = (rows: readonly HitRow[]): HitRow[] => [
  ...new Map(rows.map((each) => [`${each.row} ${each.field}`, each])).values(),
];
