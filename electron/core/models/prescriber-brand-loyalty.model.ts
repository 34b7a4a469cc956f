import { type Prescribed, readPrescribed, readVbpProducts } from './ask/brands.ts';
import { isShareAtLeast } from './ask/exact.ts';
import { faceOf, readStaffPayments } from './ask/staff-payments.ts';
import { atLeastByChance } from './ask/statistics.ts';
import { citePayment, sumOf } from './ask/trade-payments.ts';
import { count, fen, measured, noted, number, ratio, share, text } from './ask/values.ts';
import { hired, idOf } from './example-people.ts';
import { listed, ordered } from './example-purchases.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { prescribed } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const [ours, theirs] = ['启衡药业有限公司', '瑞澜医药有限公司'];
const catalogue = (vbp = '否'): ExampleRow[] => [
  listed('', { generic_name: '骨肽片', class_code: 'ZZ99A', manufacturer: ours, vbp }),
  listed('', { generic_name: '鹿瓜片', class_code: 'ZZ99A', manufacturer: theirs }),
];
/** So many orders of each of the two, spread over the first quarter of 2024. */
const mix = (doctor: string, our: number, their: number, more: ExampleRow = {}): ExampleRow[] =>
  Array.from({ length: our + their }, (_, i) =>
    prescribed(doctor, '1', `2024-0${1 + (i % 3)}-${String(1 + (i % 28)).padStart(2, '0')}`, {
      rx_no: `${doctor}${i}`,
      generic_name: i < our ? '骨肽片' : '鹿瓜片',
      spec: '10mg*10支',
      manufacturer: i < our ? ours : theirs,
      ...more,
    }),
  );
const colleagues: ExampleRow[] = [...mix('顾长宁', 15, 25), ...mix('方知远', 14, 26)];

export default defineModel({
  id: 'prescriber-brand-loyalty',
  version: 2,
  group: 'G3',
  areas: ['key_posts', 'nine_rules'],
  links: ['use'],
  family: 'usage',
  weight: 0.25,
  title: { zh: '处方品牌集中度异常', en: 'Prescriber brand concentration' },
  question: {
    zh: '医生在同类多个品牌中是否几乎只开一个，且明显不同于同科室？',
    en: 'Does a doctor prescribe hardly anything but one brand of a class, quite unlike the department?',
  },
  summary: {
    zh: '{{doctor}}在同类产品 {{orders}} 单中有 {{own}} 单（{{share}}）是{{maker}}的，同科室其他人为 {{others}}',
    en: '{{own}} of {{orders}} orders of {{doctor}} ({{share}}) in one class are of {{maker}}, among the rest of the department {{others}}',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '九成、五十单、万分之一没有公开标准；与同科室其他医生的比例作单侧二项检验，医院当季至少有两个品牌在用。',
        en: 'Nine tenths, fifty orders and one in ten thousand are of this tool; a one-sided binomial test against the rest of the department, in quarters in which the hospital uses at least two brands.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'prescription', fields: ['rx_date', 'doctor', 'dept', 'quantity'] }],
  settings: [
    {
      name: 'smin',
      label: { zh: '品牌比例', en: 'Share of the brand' },
      unit: share,
      default: 0.9,
      min: 0.5,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'n0',
      label: { zh: '最少单数', en: 'Least orders' },
      unit: { zh: '单', en: 'orders' },
      default: 50,
      min: 10,
      max: 5000,
      step: 5,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'alpha',
      label: { zh: '偶然的机会', en: 'Chance' },
      unit: { zh: '概率', en: 'probability' },
      default: 0.0001,
      min: 0.0001,
      max: 0.05,
      step: 0.0001,
      basis: { zh: '本工具判断：同时检验很多医生和品种', en: 'Judgement: many doctors and classes are tested at once' },
    },
  ],
  innocent: [
    { zh: '亚专科病种决定了用药', en: 'The sub-specialty determines the drug' },
    { zh: '患者过敏、医保目录或库存限制', en: 'Allergies, insurance lists or stock' },
    { zh: '临床路径指定', en: 'A clinical pathway prescribes it' },
  ],
  blindSpots: [
    { zh: '同科室都只开一个品牌时看不出来', en: 'Where the whole department prescribes one brand nothing stands out' },
    {
      zh: '没有目录分类的按通用名比较；没有写明生产企业的品种不计',
      en: 'Without a class the generic name is compared; products without a maker are not counted',
    },
    { zh: '集采中选品牌不提示', en: 'Brands selected by volume-based procurement are left alone' },
  ],

  coverage(evidence) {
    return readPrescribed(evidence).length > 0
      ? []
      : [
          {
            id: 'product.class_code',
            words: {
              zh: '处方中没有一类产品有两家以上写明的生产企业，无从比较品牌',
              en: 'No class of product with two named makers is prescribed, so that brands cannot be compared',
            },
          },
        ];
  },

  find(evidence, settings) {
    const vbp = readVbpProducts(evidence);
    const payments = Map.groupBy(
      readStaffPayments(evidence).filter(({ explained }) => explained === null),
      ({ person, group }) => `${person} ${group}`,
    );
    const hits: Hit[] = [];
    let examined = 0;
    for (const inUnit of Map.groupBy(
      compared(readPrescribed(evidence)),
      ({ unit, klass }) => `${unit}|${klass}`,
    ).values()) {
      evidence.breathe();
      const whole = tally(inUnit);
      for (const [doctor, own] of Map.groupBy(inUnit, (each) => each.doctor)) {
        const mine = tally(own);
        examined++;
        const [maker, most] = [...mine.byMaker].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
        if (mine.all < settings.n0 || !isShareAtLeast(most, mine.all, settings.smin)) continue;
        const others = { all: whole.all - mine.all, brand: (whole.byMaker.get(maker) ?? 0) - most };
        if (others.all < OTHERS) continue;
        // one order more either way, so that a brand nobody else prescribes is not impossible
        const chance = atLeastByChance(most, mine.all, (others.brand + 1) / (others.all + 2));
        if (!(chance < settings.alpha)) continue;
        const products = new Set(own.filter((each) => each.maker === maker).map(({ product }) => product));
        if ([...products].some((product) => vbp.has(product))) continue;
        const received = payments.get(`${doctor} ${maker}`) ?? [];
        const [who, brand] = [evidence.party(doctor), faceOf(evidence, maker)];
        hits.push({
          key: `${who.uid}:${brand.uid}:${own[0]!.klass}`,
          severity: received.length > 0 ? 2 : 1,
          confidence: received.length > 0 ? 0.6 : 0.4,
          params: {
            doctor: text(who.name),
            orders: count(mine.all),
            own: count(most),
            share: ratio(most / mine.all),
            maker: text(brand.name),
            others: ratio(others.brand / others.all),
          },
          measures: [
            measured(
              { zh: '该品牌占其同类开单', en: 'The brand of his orders in the class' },
              ratio(most / mine.all),
              '>=',
              ratio(settings.smin),
              'smin',
            ),
            measured(
              { zh: '其同类开单', en: 'His orders in the class' },
              count(mine.all),
              '>=',
              count(settings.n0),
              'n0',
            ),
            measured(
              { zh: '偶然的机会', en: 'Chance' },
              number(Number(chance.toPrecision(2))),
              '<',
              number(settings.alpha),
              'alpha',
            ),
            noted(
              { zh: '同科室其他医生的比例', en: 'Share among the rest of the department' },
              ratio(others.brand / others.all),
            ),
            noted({ zh: '同科室其他医生的同类开单', en: 'Orders of the rest of the department' }, count(others.all)),
            ...(received.length > 0
              ? [noted({ zh: '该企业对其付款', en: 'Payments of the company to him' }, fen(sumOf(received)))]
              : []),
          ],
          fen: received.length > 0 ? sumOf(received) : null,
          subjects: [
            { role: 'person', party: doctor, name: who.name },
            { role: 'manufacturer', party: brand.id, name: brand.name },
          ],
          rows: [...ordersOf(evidence, doctor, products), ...received.flatMap(citePayment)],
        });
      }
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '五十单中四十五单（正好九成）是一家的，同科室不到四成',
      sheets: { product: catalogue(), prescription: [...mix('沈以墨', 45, 5), ...colleagues] },
      finds: ['沈以墨'],
    },
    {
      title: '只开一家的，且该企业付过款',
      sheets: {
        product: catalogue(),
        company: [{ name: ours, legal_rep: '罗一舟', role: '生产企业' }],
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        prescription: [...mix('沈以墨', 60, 0), ...colleagues],
        bank_flow: [paid(ours, '沈以墨', '3000.00', '2024-02-10', '咨询费', { counterparty_id_no: idOf('沈以墨') })],
      },
      finds: ['沈以墨'],
    },
    {
      title: '没有分类目录：同一通用名的两个厂家',
      sheets: {
        prescription: [...mix('沈以墨', 55, 2), ...colleagues].map((row) => ({ ...row, generic_name: '骨肽片' })),
      },
      finds: ['沈以墨'],
    },
    {
      title: '四十九单：不提示',
      sheets: { product: catalogue(), prescription: [...mix('沈以墨', 49, 0), ...colleagues] },
      finds: [],
    },
    {
      title: '五十单中四十四单：不到九成，不提示',
      sheets: { product: catalogue(), prescription: [...mix('沈以墨', 44, 6), ...colleagues] },
      finds: [],
    },
    {
      title: '同科室也都开这一家：不提示',
      sheets: {
        product: catalogue(),
        prescription: [...mix('沈以墨', 50, 3), ...mix('顾长宁', 36, 4), ...mix('方知远', 37, 3)],
      },
      finds: [],
    },
    {
      title: '集采中选品牌：不提示',
      sheets: { product: catalogue('是'), prescription: [...mix('沈以墨', 60, 0), ...colleagues] },
      finds: [],
    },
    {
      title: '采购记录写明集采：不提示',
      sheets: {
        product: catalogue(),
        purchase: [
          ordered('澄溪市第一人民医院', '2023-12-01', '80.00', '10', {
            product_code: '',
            generic_name: '骨肽片',
            manufacturer: ours,
            procurement_type: '带量采购',
          }),
        ],
        prescription: [...mix('沈以墨', 60, 0), ...colleagues],
      },
      finds: [],
    },
    {
      title: '处方只有一家的产品：无法判断',
      sheets: { product: catalogue(), prescription: mix('沈以墨', 60, 0) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Of fewer orders a department's habit is not known. */
const OTHERS = 20;
const SHOWN = 300;

const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`;

/** Orders of quarters in which the hospital prescribes at least two makers of the class: before, there is no choice. */
function compared(all: readonly Prescribed[]): Prescribed[] {
  const makers = new Map<string, Set<number>>();
  const keyOf = ({ hospital, klass, day }: Prescribed) => `${hospital} ${klass} ${quarterOf(day)}`;
  for (const each of all) makers.set(keyOf(each), (makers.get(keyOf(each)) ?? new Set()).add(each.maker));
  return all.filter((each) => makers.get(keyOf(each))!.size > 1);
}

function tally(list: readonly Prescribed[]): { all: number; byMaker: Map<number, number> } {
  const byMaker = new Map<number, number>();
  let all = 0;
  for (const { maker, orders } of list) {
    all += orders;
    byMaker.set(maker, (byMaker.get(maker) ?? 0) + orders);
  }
  return { all, byMaker };
}

/** Some of the orders, the first by day. */
function ordersOf(evidence: EvidenceReader, doctor: number, products: ReadonlySet<number>): HitRow[] {
  const lines = evidence
    .all<{ row: number; product: number }>(
      `select row, product from prescription where doctor = :doctor and product is not null and cast(quantity as real) > 0
       order by day, rx_no, quantity, row`,
      { doctor },
    )
    .filter(({ product }) => products.has(product));
  const shown = lines.slice(0, SHOWN);
  return shown.map(({ row }, i) => ({
    row,
    field: 'quantity',
    role: 'evidence',
    note: {
      zh: `该品牌的开单（第 ${i + 1} 条，列出 ${shown.length} 条，共 ${lines.length} 条）`,
      en: `An order of the brand (${i + 1}; ${shown.length} of ${lines.length} shown)`,
    },
  }));
}
