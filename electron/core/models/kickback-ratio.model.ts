import { severityOfAmount } from './ask/amount-band.ts';
import { fenOf } from './ask/exact.ts';
import { type Placement, readHospitals, readMedicalStaff } from './ask/medical-staff.ts';
import { addMonths, monthOf } from './ask/months.ts';
import { readProductCompanies } from './ask/product-companies.ts';
import { readSpanOfMoney } from './ask/span-of-money.ts';
import { citeKin, readStaffPayments, readTradeGroups, type StaffPayment } from './ask/staff-payments.ts';
import { byDay, citePayment, sumOf } from './ask/trade-payments.ts';
import { count, fen, measured, noted, number, ratio, text, yuan } from './ask/values.ts';
import { fitVolume, type MonthlyPair } from './ask/volume-fit.ts';
import { agreed, hired, idOf, related } from './example-people.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { prescribed } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const maker = '启衡药业有限公司';
const hospital = '澄溪市第一人民医院';
const register: ExampleRow = { name: maker, legal_rep: '罗一舟', role: '生产企业' };
const doctor = hired('沈以墨', hospital);
/** yuan prescribed in each month from January 2024 on */
const used = [20_000, 31_000, 26_000, 44_000, 38_000, 52_000, 47_000, 60_000];
const month = (i: number, day: string): string => `2024-${String(i + 1).padStart(2, '0')}-${day}`;
const orders = (amounts: readonly number[] = used, who = '沈以墨'): ExampleRow[] =>
  amounts.map((value, i) => prescribed(who, '10', month(i, '20'), { manufacturer: maker, amount: `${value}.00` }));
const shares = (parts: readonly number[], to = '沈以墨', lag = 0, memo = '咨询费'): ExampleRow[] =>
  parts.map((value, i) => paid(maker, to, `${value}.00`, month(i + lag, '25'), memo, { counterparty_id_no: idOf(to) }));
const tenth = used.map((value) => value / 10);

export default defineModel({
  id: 'kickback-ratio',
  version: 1,
  group: 'G3',
  areas: ['key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'kickback',
  weight: 0.85,
  title: { zh: '回扣比例稳定（带金销售）', en: 'Kickback ratio: payments proportional to volume' },
  question: {
    zh: '付给医生、采购人员或其亲属的款项，是否随其使用、采购该企业产品的金额涨落，或者长期是它的固定比例？',
    en: "Do payments to a doctor, buyer or relative rise and fall with the company's products that he prescribes or buys, or are they a steady share of them?",
  },
  summary: {
    zh: '{{payer}}付给{{person}} {{rows}} 笔、共 {{fen}}，与其产品使用金额逐月相关 {{rho}}（滞后 {{lag}} 个月），比例中位数 {{ratio}}',
    en: '{{payer}} paid {{person}} {{rows}} times, {{fen}}; month by month it correlates {{rho}} with the use of its products ({{lag}} months later), the middle ratio is {{ratio}}',
  },
  basis: [
    {
      source: {
        zh: '国家卫生健康委《全国医药领域腐败问题集中整治工作有关问答》（2023-08-15）',
        en: 'National Health Commission, questions and answers of 2023-08-15',
      },
      text: {
        zh: '医疗卫生机构内“关键少数”和关键岗位，以及药品、器械、耗材等方面的“带金销售”。',
        en: 'Key posts of hospitals, and sales of medicines, devices and consumables that are paid for.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '斯皮尔曼秩相关、二千次定种子置换检验和比例的稳健变异系数；六个月、0.7、0.01、2%–50%、0.25 没有公开标准。',
        en: "Spearman's rank correlation with 2,000 seeded permutations, and the robust variation of the ratio; six months, 0.7, 0.01, 2-50 % and 0.25 are this tool's.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' },
    { category: 'prescription', fields: ['rx_date', 'doctor', 'amount'], or: 'purchase' },
  ],
  settings: [
    {
      name: 'n0',
      label: { zh: '最少月数', en: 'Least months' },
      unit: { zh: '个月', en: 'months' },
      default: 6,
      min: 4,
      max: 60,
      step: 1,
      basis: {
        zh: '本工具判断：秩相关达到 0.01 的最少月数',
        en: 'Judgement: the least for a rank correlation at 0.01',
      },
    },
    {
      name: 'rho0',
      label: { zh: '秩相关', en: 'Rank correlation' },
      unit: { zh: '斯皮尔曼', en: 'Spearman' },
      default: 0.7,
      min: 0.3,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断：强相关', en: 'Judgement: strong' },
    },
    {
      name: 'p0',
      label: { zh: '偶然的机会', en: 'Chance' },
      unit: { zh: '概率', en: 'probability' },
      default: 0.01,
      min: 0.0005,
      max: 0.2,
      step: 0.005,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'max_lag',
      label: { zh: '最长滞后', en: 'Longest delay' },
      unit: { zh: '个月', en: 'months' },
      default: 2,
      min: 0,
      max: 6,
      step: 1,
      basis: { zh: '本工具判断：用量多在次月统计结算', en: 'Judgement: use is counted and settled the month after' },
    },
    {
      name: 'r_lo',
      label: { zh: '最低比例', en: 'Least ratio' },
      unit: { zh: '付款/使用金额', en: 'paid / used' },
      default: 0.02,
      min: 0,
      max: 1,
      step: 0.01,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'r_hi',
      label: { zh: '最高比例', en: 'Most ratio' },
      unit: { zh: '付款/使用金额', en: 'paid / used' },
      default: 0.5,
      min: 0.05,
      max: 5,
      step: 0.05,
      basis: { zh: '本工具判断：报道的回扣比例差异很大', en: 'Judgement: reported ratios vary widely' },
    },
    {
      name: 'cv0',
      label: { zh: '比例的变异系数', en: 'Variation of the ratio' },
      unit: { zh: '稳健标准差/中位数', en: 'robust spread / median' },
      default: 0.25,
      min: 0.02,
      max: 1,
      step: 0.01,
      basis: { zh: '本工具判断：固定比例', en: 'Judgement: a fixed rate' },
    },
    {
      name: 'min_total',
      label: { zh: '合计起点', en: 'Least total' },
      unit: yuan,
      default: 5000,
      min: 0,
      max: 1_000_000,
      step: 500,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
  ],
  innocent: [
    { zh: '临床试验按入组例数付给研究者的费用', en: 'Fees of a trial investigator by patients enrolled' },
    { zh: '业务繁忙之年，诊疗量和正当咨询都多', en: 'A busy year with both more patients and more proper consulting' },
    { zh: '多家企业付款与用量都随季节涨落', en: 'Payments and use that both follow the seasons' },
  ],
  blindSpots: [
    {
      zh: '产品归属看目录、处方和采购所写的生产企业、持有人和配送企业；没有写明的不计',
      en: 'Whose a product is comes from makers, holders and suppliers that sheets name; products without them are not counted',
    },
    {
      zh: '关键岗位按其医院的采购金额比较，不分科室',
      en: 'Key posts are held against what their hospital bought, not by department',
    },
    {
      zh: '一次付清、或付给名单以外的人的看不到；相关不是因果',
      en: 'Payments at once or to people whom no list names are not seen; a correlation is no cause',
    },
  ],

  find(evidence, settings) {
    const staff = readMedicalStaff(evidence);
    const payments = Map.groupBy(readStaffPayments(evidence), ({ person, group }) => `${person} ${group}`);
    const rule = {
      n0: settings.n0,
      maxLag: settings.max_lag,
      rho0: settings.rho0,
      p0: settings.p0,
      ratioLeast: settings.r_lo,
      ratioMost: settings.r_hi,
      cv0: settings.cv0,
    };
    const hits: Hit[] = [];
    for (const all of payments.values()) {
      evidence.breathe();
      const counted = all.filter(({ explained }) => explained === null).sort(byDay);
      const total = sumOf(counted);
      if (counted.length === 0 || total < fenOf(settings.min_total)) continue;
      const { person, group } = counted[0]!;
      const usage = usageOf(evidence, person, group, staff.get(person));
      if (!usage) continue;
      const months = monthlyPairs(evidence, usage.byMonth, counted);
      const fit = fitVolume(months, rule);
      if (!fit || (!fit.follows && !fit.steady)) continue;
      const [who, payer] = [evidence.party(person), evidence.party(mostPaid(evidence, counted))];
      const both = fit.follows && fit.steady;
      const nameOnly = counted.every(({ alone }) => alone === 1);
      const unsettled = counted.filter(({ result }) => result === 'doubtful' || result === 'unverified').length;
      hits.push({
        key: `${payer.uid}→${who.uid}`,
        severity: both || severityOfAmount(total) >= 3 ? 4 : 3,
        confidence: nameOnly
          ? 0.3
          : (both ? 0.9 : 0.75) * (usage.how === 'purchase' ? 0.8 : 1) * (unsettled * 2 > counted.length ? 0.5 : 1),
        params: {
          payer: text(payer.name),
          person: text(who.name),
          rows: count(counted.length),
          fen: fen(total),
          rho: number(Math.round(fit.rho * 100) / 100),
          lag: count(fit.lag),
          ratio: fit.ratio ? ratio(fit.ratio.median) : text('?'),
        },
        measures: [
          measured(
            { zh: '秩相关', en: 'Rank correlation' },
            number(Math.round(fit.rho * 1000) / 1000),
            fit.follows ? '>=' : 'none',
            number(settings.rho0),
            'rho0',
          ),
          measured(
            { zh: '偶然的机会（置换检验）', en: 'Chance (permutation test)' },
            number(Math.round(fit.p * 10_000) / 10_000),
            fit.follows ? '<=' : 'none',
            number(settings.p0),
            'p0',
          ),
          measured({ zh: '比较的月数', en: 'Months compared' }, count(fit.n), '>=', count(settings.n0), 'n0'),
          ...(fit.ratio
            ? [
                measured(
                  { zh: '付款占使用金额的比例（中位数）', en: 'Paid of used (median)' },
                  ratio(fit.ratio.median),
                  fit.steady ? ('>=' as const) : ('none' as const),
                  ratio(settings.r_lo),
                  'r_lo',
                ),
                measured(
                  { zh: '比例的变异系数', en: 'Variation of the ratio' },
                  number(Math.round(fit.ratio.cv * 1000) / 1000),
                  fit.steady ? ('<=' as const) : ('none' as const),
                  number(settings.cv0),
                  'cv0',
                ),
              ]
            : []),
          noted(
            usage.how === 'prescription'
              ? { zh: '其处方该企业产品的金额', en: 'What he prescribed of the products' }
              : { zh: '其医院采购该企业产品的金额', en: 'What his hospital bought of the products' },
            fen([...usage.byMonth.values()].reduce((sum, each) => sum + each, 0)),
          ),
          ...months.map(({ month: each, value, paid: paidFen }) =>
            noted(
              {
                zh: `${each} 付款（使用金额 ${(value / 100).toFixed(2)} 元）`,
                en: `Paid in ${each} (used ${(value / 100).toFixed(2)} yuan)`,
              },
              fen(paidFen),
            ),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'person', party: person, name: who.name },
          ...[...new Set(counted.map((each) => each.payer))].map((party) => ({
            role: 'payer',
            party,
            name: evidence.party(party).name,
          })),
        ],
        rows: [...all.flatMap(citePayment), ...citeKin(counted), ...usage.rows()],
      });
    }
    return { examined: payments.size, hits };
  },

  examples: [
    {
      title: '八个月付款都是当月处方金额的一成',
      sheets: { company: [register], staff: [doctor], prescription: orders(), bank_flow: shares(tenth) },
      finds: ['沈以墨'],
    },
    {
      title: '次月付给妻子，随用量涨落，比例不固定',
      sheets: {
        company: [register],
        staff: [doctor],
        kinship: [related('沈以墨', '陆望舒', '妻子')],
        prescription: orders(),
        bank_flow: shares([900, 3100, 1500, 6600, 4800, 9900, 8000, 15_000], '陆望舒', 1),
      },
      finds: ['沈以墨'],
    },
    {
      title: '正好六个月',
      sheets: {
        company: [register],
        staff: [doctor],
        prescription: orders(used.slice(0, 6)),
        bank_flow: shares(tenth.slice(0, 6)),
      },
      finds: ['沈以墨'],
    },
    {
      title: '设备科科长：随医院采购金额付款',
      sheets: {
        company: [register],
        staff: [hired('沈国梁', hospital, { dept: '设备科', position: '科长', title: '' })],
        purchase: used.map((value, i) => ({
          hospital,
          order_date: month(i, '10'),
          generic_name: '骨水泥',
          manufacturer: maker,
          supplier: maker,
          unit_price: `${value / 10}.00`,
          quantity: '10',
          amount: `${value}.00`,
        })),
        bank_flow: shares(tenth, '沈国梁'),
      },
      finds: ['沈国梁'],
    },
    {
      title: '只有五个月：不提示',
      sheets: {
        company: [register],
        staff: [doctor],
        prescription: orders(used.slice(0, 5)),
        bank_flow: shares(tenth.slice(0, 5)),
      },
      finds: [],
    },
    {
      title: '付款与用量无关：不提示',
      sheets: {
        company: [register],
        staff: [doctor],
        prescription: orders(),
        bank_flow: shares([6000, 300, 9000, 800, 4000, 200, 7000, 500]),
      },
      finds: [],
    },
    {
      title: '比例只有百分之一点九，先少后多，也不相关：不提示',
      sheets: {
        company: [register],
        staff: [doctor],
        prescription: orders([40_000, 40_000, 40_000, 40_000, 40_000, 40_000, 40_000, 40_000]),
        bank_flow: shares([760, 760, 760, 760, 760, 760, 760, 760]),
      },
      finds: [],
    },
    {
      title: '临床试验：按入组例数付费，有合同和批件，不提示',
      sheets: {
        company: [register],
        staff: [doctor],
        contract: [
          agreed(maker, '沈以墨', '40000.00', '2024-01-02', '临床研究', { approval_no: '澄医伦审〔2023〕056号' }),
        ],
        prescription: orders(),
        bank_flow: shares(tenth, '沈以墨', 0, '研究者费'),
      },
      finds: [],
    },
    {
      title: '处方的是别家企业的产品：不提示',
      sheets: {
        company: [register],
        staff: [doctor],
        prescription: orders().map((row) => ({ ...row, manufacturer: '瑞澜医药有限公司' })),
        bank_flow: shares(tenth),
      },
      finds: [],
    },
    {
      title: '没有处方和采购：无法判断',
      sheets: { company: [register], staff: [doctor], bank_flow: shares(tenth) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Usage {
  readonly how: 'prescription' | 'purchase';
  /** month → fen */
  readonly byMonth: ReadonlyMap<string, number>;
  /** some of the rows it is the sum of, the largest first */
  rows(): HitRow[];
}

interface Used {
  readonly product: number | null;
  readonly month: string;
  readonly fen: number;
  readonly maker: number | null;
  readonly holder: number | null;
  readonly supplier: number | null;
}

const SHOWN = 20;

/** What the person prescribed of the group's products; for a key post that prescribed none of them, what his hospitals bought. */
function usageOf(
  evidence: EvidenceReader,
  person: number,
  group: number,
  placed: Placement | undefined,
): Usage | undefined {
  const own = sumByMonth(evidence, prescribedBy(evidence, person), group);
  if (own.size > 0) return { how: 'prescription', byMonth: own, rows: () => rowsOf(evidence, 'doctor', person, group) };
  if (!placed?.keyPost) return undefined;
  const hospitals = [...(readHospitals(evidence).get(person) ?? [])];
  const bought = sumByMonth(
    evidence,
    hospitals.flatMap((at) => boughtBy(evidence, at)),
    group,
  );
  if (bought.size === 0) return undefined;
  return {
    how: 'purchase',
    byMonth: bought,
    rows: () => hospitals.flatMap((at) => rowsOf(evidence, 'hospital', at, group)),
  };
}

const prescribedBy = (evidence: EvidenceReader, doctor: number): readonly Used[] =>
  evidence.once(`prescribed by ${doctor}`, () =>
    evidence.all<Used>(
      `select product, substr(day, 1, 7) as month, sum(fen) as fen, manufacturer as maker, null as holder, null as supplier
       from prescription where doctor = :doctor and fen is not null group by product, substr(day, 1, 7), manufacturer`,
      { doctor },
    ),
  );

const boughtBy = (evidence: EvidenceReader, hospital: number): readonly Used[] =>
  evidence.once(`bought by ${hospital}`, () =>
    evidence.all<Used>(
      `select product, substr(day, 1, 7) as month, sum(fen) as fen, manufacturer as maker, mah as holder, supplier
       from purchase where hospital = :hospital and fen is not null group by product, substr(day, 1, 7), manufacturer, mah, supplier`,
      { hospital },
    ),
  );

/** Whether a line is about a product of the group: by who the line itself names, else by who is known to make or deliver the product. */
function isOf(
  evidence: EvidenceReader,
  { product, maker, holder, supplier }: Omit<Used, 'month' | 'fen'>,
  group: number,
) {
  const { groupOf } = readTradeGroups(evidence);
  if ([maker, holder, supplier].some((company) => company !== null && groupOf(company) === group)) return true;
  if (product === null) return false;
  const companies = readProductCompanies(evidence);
  if (maker === null && companies.makersOf(product).has(group)) return true;
  const suppliers = companies.suppliersOf(product);
  return supplier === null && suppliers.size === 1 && suppliers.has(group);
}

function sumByMonth(evidence: EvidenceReader, lines: readonly Used[], group: number): Map<string, number> {
  const byMonth = new Map<string, number>();
  for (const line of lines)
    if (line.fen > 0 && isOf(evidence, line, group)) byMonth.set(line.month, (byMonth.get(line.month) ?? 0) + line.fen);
  return byMonth;
}

function rowsOf(evidence: EvidenceReader, by: 'doctor' | 'hospital', party: number, group: number): HitRow[] {
  const lines = evidence
    .all<Omit<Used, 'month'> & { row: number }>(
      by === 'doctor'
        ? `select row, product, fen, manufacturer as maker, null as holder, null as supplier from prescription
           where doctor = :party and fen > 0 order by fen desc, day, row`
        : `select row, product, fen, manufacturer as maker, mah as holder, supplier from purchase
           where hospital = :party and fen > 0 order by fen desc, day, row`,
      { party },
    )
    .filter((line) => isOf(evidence, line, group));
  const shown = lines.slice(0, SHOWN);
  return shown.map(({ row }, i) => ({
    row,
    field: 'quantity',
    role: 'context',
    note: {
      zh: `使用、采购明细，按金额第 ${i + 1}（列出 ${shown.length} 条，共 ${lines.length} 条）`,
      en: `A line of use, number ${i + 1} by amount (${shown.length} of ${lines.length} shown)`,
    },
  }));
}

/** Month after month, from the first to the last in which both statements and use are known. */
function monthlyPairs(
  evidence: EvidenceReader,
  byMonth: ReadonlyMap<string, number>,
  payments: readonly StaffPayment[],
): MonthlyPair[] {
  const money = readSpanOfMoney(evidence)!;
  const months = [...byMonth.keys()].sort();
  const paidIn = new Map<string, number>();
  for (const { day, fen: each } of payments) paidIn.set(monthOf(day), (paidIn.get(monthOf(day)) ?? 0) + each);
  const lastPaid = [...paidIn.keys()].sort().at(-1)!;
  const first = [months[0]!, monthOf(money.first)].sort()[1]!;
  const lastUse = months.at(-1)!;
  const last = [lastUse > lastPaid ? lastUse : lastPaid, monthOf(money.last)].sort()[0]!;
  const pairs: MonthlyPair[] = [];
  for (let each = first; each <= last; each = addMonths(each, 1))
    pairs.push({ month: each, value: byMonth.get(each) ?? 0, paid: paidIn.get(each) ?? 0 });
  return pairs;
}

/** The company that paid most, of equal ones the first by uid. */
const mostPaid = (evidence: EvidenceReader, payments: readonly StaffPayment[]): number =>
  [...Map.groupBy(payments, ({ company }) => company)].toSorted(
    (a, b) => sumOf(b[1]) - sumOf(a[1]) || (evidence.party(a[0]).uid < evidence.party(b[0]).uid ? -1 : 1),
  )[0]![0];
