import { severityOfAmount } from './ask/amount-band.ts';
import { components } from './ask/components.ts';
import { fenOf, isShareAbove } from './ask/exact.ts';
import { type Flow, memoOf, readFlows, sumOf } from './ask/flows.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { saysLoan, saysRefund, saysWage } from './ask/memo-words.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { count, fen, measured, noted, number, text, yuan } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { type ExampleRow, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const doctor = hired('沈以墨', '澄溪市第一人民医院', { annual_income: '300000.00' });
const got = (to: string, from: string, yuan: string, on: string, memo = '往来款'): ExampleRow => ({
  ...paid(from, to, yuan, on, memo),
  counterparty_id_no: idOf(to),
});

export default defineModel({
  id: 'income-inflow-mismatch',
  version: 2,
  group: 'G2',
  areas: ['abuse_of_power', 'key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'wealth',
  weight: 0.45,
  title: { zh: '流入与收入不符', en: 'Inflow unexplained by declared income' },
  question: {
    zh: '一名人员及其配偶、子女、父母的账户，一年内来源不明的流入是否超过其申报的收入？',
    en: 'Does what flows into the accounts of somebody, the spouse, children and parents in a year for no known reason exceed the declared income?',
  },
  summary: {
    zh: '{{person}}及家庭成员 {{years}} 年有 {{rows}} 笔、共 {{fen}} 流入没有已知来源，申报年收入合计 {{income}}',
    en: '{{person}} and family received {{rows}} payments of {{fen}} for no known reason in {{years}}; the declared yearly income is {{income}}',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '来源不明的流入超过申报收入一倍、且超过二十万元，没有公开标准，由本工具给出；流入不等于收入，须逐笔核实。',
        en: "More than the declared income and more than 200,000 yuan are this tool's; what flows in is not income, and each payment has to be verified.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'staff', fields: ['name', 'annual_income'] },
    { category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] },
  ],
  settings: [
    {
      name: 'k',
      label: { zh: '与申报收入之比', en: 'Against the declared income' },
      unit: { zh: '倍', en: 'times' },
      default: 1,
      min: 0.1,
      max: 10,
      step: 0.1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'min',
      label: { zh: '一年流入起点', en: 'Least inflow of a year' },
      unit: yuan,
      default: 200_000,
      min: 0,
      max: 100_000_000,
      step: 10_000,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
  ],
  innocent: [
    { zh: '继承、赠与、彩礼', en: 'An inheritance, a gift, a dowry' },
    { zh: '出售房屋、车辆，征地补偿', en: 'A house or car that was sold, a compensation' },
    { zh: '投资、经营收入，朋友间周转', en: 'Investments, a business, loans among friends' },
  ],
  blindSpots: [
    {
      zh: '名册没有年收入的人不查；名册不写年份，各年都与其中最高的一项比较',
      en: 'People without a declared income are not looked at; lists give no year, and the highest income stands for each',
    },
    {
      zh: '家庭成员只认亲属关系表中的配偶、子女、父母',
      en: 'Family is the spouse, children and parents that the list of family relations names',
    },
    {
      zh: '摘要写工资、借款、退款、理财、保险、售房、补偿的按其所写不计；第三方支付和没有户名的账户转入不计',
      en: 'What is called wages, a loan, a refund, wealth products, insurance, the sale of a house or a compensation is taken at its word; money from payment institutions and nameless accounts is left out',
    },
    {
      zh: '人工核实过来源的款项仍会列出，须在处置中写明',
      en: 'Payments whose source somebody has verified are still listed: say so when disposing of the finding',
    },
  ],

  find(evidence, settings) {
    const flows = readFlows(evidence);
    const staff = readMedicalStaff(evidence);
    const employers = readEmployers(evidence);
    const households = readHouseholds(evidence);
    const hits: Hit[] = [];
    for (const { members, incomes, kin } of households) {
      evidence.breathe();
      const income = incomes.reduce((sum, each) => sum + each.fen, 0);
      const own = new Set(members);
      const open = members.flatMap((member) => {
        const lent = new Set(flows.outOf(member).map((flow) => `${flow.payee} ${flow.fen}`));
        return flows
          .into(member)
          .filter(
            (flow) =>
              !own.has(flow.payer) &&
              !flow.explained &&
              !employers.has(`${member} ${flow.payer}`) &&
              !lent.has(`${flow.payer} ${flow.fen}`) &&
              isOutside(evidence, flow.payer),
          );
      });
      const isOver = (list: readonly Flow[]) =>
        sumOf(list) > fenOf(settings.min) && isShareAbove(sumOf(list), income, settings.k);
      const years = [...Map.groupBy(open, ({ day }) => day.slice(0, 4))]
        .filter(([, list]) => isOver(list))
        .map(([year, list]) => [year, list.filter(({ row }) => !saysWhy(memoOf(evidence, row)))] as const)
        .filter(([, list]) => isOver(list))
        .sort(([a], [b]) => (a < b ? -1 : 1));
      if (years.length === 0) continue;
      const rows = years.flatMap(([, list]) => list);
      const first = incomes.toSorted(
        (a, b) =>
          Number(staff.get(b.person)?.keyPost ?? false) - Number(staff.get(a.person)?.keyPost ?? false) ||
          b.fen - a.fen ||
          (evidence.party(a.person).name < evidence.party(b.person).name ? -1 : 1),
      )[0]!;
      const who = evidence.party(first.person);
      const total = sumOf(rows);
      const least = years.map(([, list]) => sumOf(list)).reduce((a, b) => Math.min(a, b));
      hits.push({
        key: who.uid,
        severity: Math.max(2, severityOfAmount(total)) as 2 | 3 | 4,
        confidence:
          (rows.every(({ payeeAlone }) => payeeAlone) ? 0.3 : 0.6) * (rows.every(({ doubtful }) => doubtful) ? 0.5 : 1),
        params: {
          person: text(who.name),
          years: text(years.map(([year]) => year).join('、')),
          rows: count(rows.length),
          fen: fen(total),
          income: fen(income),
        },
        measures: [
          measured(
            { zh: '一年来源不明的流入（最低的一年）', en: 'Unexplained inflow of a year (least)' },
            fen(least),
            '>',
            fen(fenOf(settings.min)),
            'min',
          ),
          measured(
            { zh: '与申报收入之比（最低的一年）', en: 'Against the declared income (least)' },
            number(Math.round((least / income) * 100) / 100),
            '>',
            number(settings.k),
            'k',
          ),
          noted({ zh: '家庭成员（含本人）', en: 'Members of the family' }, count(members.length)),
          noted(
            { zh: '其中现金存入', en: 'Of this cash paid in' },
            fen(sumOf(rows.filter(({ payer }) => evidence.party(payer).kind === 'cash'))),
          ),
          noted(
            { zh: '其中单位付款', en: 'Of this from organisations' },
            fen(sumOf(rows.filter(({ payer }) => isBody(evidence.party(payer).kind)))),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'person', party: first.person, name: who.name },
          ...members
            .filter((member) => member !== first.person && rows.some(({ payee }) => payee === member))
            .map((member) => ({ role: 'payee', party: member, name: evidence.party(member).name }))
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
        ],
        rows: [
          ...rows.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
          ...incomes.map(
            ({ row }): HitRow => ({
              row,
              field: 'annual_income',
              role: 'context',
              note: { zh: '申报的年收入', en: 'The declared yearly income' },
            }),
          ),
          ...kin.map(
            (row): HitRow => ({
              row,
              field: 'relative_name',
              role: 'context',
              note: { zh: '家庭成员的依据', en: 'Where the family is written' },
            }),
          ),
        ],
      });
    }
    return { examined: households.length, hits };
  },

  examples: [
    {
      title: '年收入三十万元，一年收到不明款项 300 000.01 元',
      sheets: {
        staff: [doctor],
        bank_flow: [
          got('沈以墨', '罗一舟', '150000.00', '2024-03-01', '转账'),
          got('沈以墨', '瑞澜医药有限公司', '150000.01', '2024-09-01'),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '款项进了配偶和母亲的账户，另有现金存入',
      sheets: {
        staff: [doctor],
        kinship: [related('沈以墨', '白若川', '配偶'), related('沈以墨', '江映雪', '母亲')],
        bank_flow: [
          got('白若川', '罗一舟', '180000.00', '2024-03-01', '转账'),
          got('江映雪', '澄溪锦程贸易有限公司', '160000.00', '2024-05-01'),
          {
            holder_name: '白若川',
            holder_id_no: idOf('白若川'),
            txn_date: '2024-06-01',
            dc_flag: '进',
            amount: '90000.00',
            counterparty_name: '',
            summary: '现存',
          },
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '年收入十万元，收到 200 000.01 元',
      sheets: {
        staff: [hired('叶知秋', '澄溪市第一人民医院', { annual_income: '100000.00' })],
        bank_flow: [got('叶知秋', '罗一舟', '200000.01', '2024-03-01', '转账')],
      },
      finds: ['叶知秋'],
    },
    {
      title: '正好等于申报收入；正好二十万元；分在两年：不提示',
      sheets: {
        staff: [
          doctor,
          hired('叶知秋', '澄溪市第一人民医院', { annual_income: '100000.00' }),
          hired('薛明远', '澄溪市第一人民医院', { annual_income: '300000.00' }),
        ],
        bank_flow: [
          got('沈以墨', '罗一舟', '300000.00', '2024-03-01', '转账'),
          got('叶知秋', '罗一舟', '200000.00', '2024-03-01', '转账'),
          got('薛明远', '罗一舟', '290000.00', '2023-03-01', '转账'),
          got('薛明远', '罗一舟', '290000.00', '2024-03-01', '转账'),
        ],
      },
      finds: [],
    },
    {
      title: '工资、售房款、理财赎回、保险理赔、借款：按其所写不计，不提示',
      sheets: {
        staff: [doctor],
        bank_flow: [
          got('沈以墨', '澄溪市第一人民医院', '280000.00', '2024-01-10', '往来款'),
          got('沈以墨', '顾长宁', '1200000.00', '2024-02-10', '购房款（沈以墨售房）'),
          got('沈以墨', '苏见微', '630000.00', '2024-02-20', '房屋转让款'),
          got('沈以墨', '澄溪农村商业银行', '500000.00', '2024-03-10', '理财赎回'),
          got('沈以墨', '澄溪人寿保险有限公司', '260000.00', '2024-04-10', '理赔款'),
          got('沈以墨', '罗一舟', '400000.00', '2024-05-10', '借款'),
        ],
      },
      finds: [],
    },
    {
      title: '家庭成员之间转账、借出后收回：不提示',
      sheets: {
        staff: [doctor],
        kinship: [related('沈以墨', '白若川', '配偶')],
        bank_flow: [
          { ...got('沈以墨', '白若川', '400000.00', '2024-03-01', '转账'), holder_id_no: idOf('白若川') },
          { ...paid('沈以墨', '罗一舟', '350000.00', '2024-01-01', '转账'), holder_id_no: idOf('沈以墨') },
          got('沈以墨', '罗一舟', '350000.00', '2024-11-01', '转账'),
        ],
      },
      finds: [],
    },
    {
      title: '特定关系人、朋友的账户不算家庭；没有申报收入的人不查：不提示',
      sheets: {
        staff: [doctor, hired('孟以宁', '澄溪市第一人民医院', { annual_income: '' })],
        kinship: [related('沈以墨', '秦望舒', '朋友')],
        bank_flow: [
          got('秦望舒', '罗一舟', '900000.00', '2024-03-01', '转账'),
          got('孟以宁', '罗一舟', '900000.00', '2024-03-01', '转账'),
        ],
      },
      finds: [],
    },
    {
      title: '名册没有年收入一列：无法判断',
      sheets: {
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        bank_flow: [got('沈以墨', '罗一舟', '900000.00', '2024-03-01', '转账')],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const bodies = new Set(['company', 'org', 'association', 'hospital', 'government', 'school', 'department']);
const isBody = (kind: string): boolean => bodies.has(kind);

/** Money of somebody who can be named, or cash; banks, insurers and payment institutions give back what was the family's. */
function isOutside(evidence: EvidenceReader, payer: number): boolean {
  const { kind, name } = evidence.party(payer);
  return (isBody(kind) || kind === 'person' || kind === 'cash') && !isMoneyAgent(name);
}

/** Words that name a source other than the matter of a case. */
const saysWhy = (memo: string): boolean =>
  saysWage(memo) ||
  saysLoan(memo) ||
  saysRefund(memo) ||
  /理财|赎回|到期|本息|利息|保险|理赔|分红|售房|卖房|房款|购房|二手房|房[屋产](?:转让|出售|买卖)|拆迁|征地|补偿|遗产|继承|彩礼|礼金|卖车|购车款/.test(
    memo,
  );

interface Household {
  readonly members: readonly number[];
  /** who declared what, and where */
  readonly incomes: ReadonlyArray<{ readonly person: number; readonly fen: number; readonly row: number }>;
  /** rows that name the relatives */
  readonly kin: readonly number[];
}

/** 家庭: everybody with a declared income, with spouse, children and parents; two of one family are one household and their incomes add up. */
function readHouseholds(evidence: EvidenceReader): Household[] {
  const declared = new Map<number, { person: number; fen: number; row: number }>();
  for (const each of evidence.all<{ person: number; fen: number; row: number }>(
    'select person, income_fen as fen, row from staff where person is not null and income_fen > 0 order by income_fen desc, row',
  ))
    if (!declared.has(each.person)) declared.set(each.person, each);
  const { unite, groupOf } = components();
  const ties = evidence.all<{ person: number; relative: number; row: number }>(
    `select person, relative, row from kinship where relation_kind in ('spouse', 'child', 'parent')
     and person is not null and relative is not null and person <> relative order by row`,
  );
  for (const { person, relative } of ties) unite(person, relative);
  const members = Map.groupBy(
    new Set([...declared.keys(), ...ties.flatMap(({ person, relative }) => [person, relative])]),
    (each) => groupOf(each),
  );
  const rows = Map.groupBy(ties, ({ person }) => groupOf(person));
  return [...Map.groupBy(declared.values(), ({ person }) => groupOf(person))].map(([group, incomes]) => ({
    members: members.get(group)!,
    incomes,
    kin: (rows.get(group) ?? []).map(({ row }) => row),
  }));
}

/** Person and organisation that any list places him in. */
const readEmployers = (evidence: EvidenceReader): Set<string> =>
  new Set(
    evidence
      .all<{ person: number; org: number }>('select distinct person, org from employment')
      .map(({ person, org }) => `${person} ${org}`),
  );
