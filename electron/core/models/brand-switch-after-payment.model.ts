import { addDays } from '../../../shared/evidence/day.ts';
import { type Prescribed, readPrescribed, readVbpProducts } from './ask/brands.ts';
import { isRiseAtLeast, riseOf, type Share, zOfRise } from './ask/share-change.ts';
import { citeKin, readStaffPayments, type StaffPayment } from './ask/staff-payments.ts';
import { medianOf } from './ask/statistics.ts';
import { byDay, citePayment, sumOf } from './ask/trade-payments.ts';
import { count, day, days, measured, noted, number, ratio, share, text } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { listed, ordered } from './example-purchases.ts';
import { type ExampleRow, meeting, paid, signedIn } from './example-rows.ts';
import { prescribed } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const [ours, theirs] = ['启衡药业有限公司', '瑞澜医药有限公司'];
const hospital = '澄溪市第一人民医院';
const products: ExampleRow[] = [
  listed('', { generic_name: '骨肽片', class_code: 'ZZ99A', manufacturer: ours }),
  listed('', { generic_name: '鹿瓜片', class_code: 'ZZ99A', manufacturer: theirs }),
];
const register: ExampleRow[] = [
  { name: ours, legal_rep: '罗一舟', role: '生产企业' },
  { name: theirs, legal_rep: '梁其琛', role: '生产企业' },
];
const doctor = hired('沈以墨', hospital);
const on = (first: string, i: number): string => addDays(first, i % 90);
/** Orders of the two in the ninety days from a day on. */
const mix = (who: string, first: string, our: number, their: number, more: ExampleRow = {}): ExampleRow[] =>
  Array.from({ length: our + their }, (_, i) =>
    prescribed(who, '1', on(first, i), {
      rx_no: `${who}${first}${i}`,
      generic_name: i < our ? '骨肽片' : '鹿瓜片',
      spec: '10mg*10支',
      manufacturer: i < our ? ours : theirs,
      ...more,
    }),
  );
const [before, after] = ['2024-01-15', '2024-05-15'];
const steady: ExampleRow[] = ['顾长宁', '方知远'].flatMap((who) => [
  ...mix(who, before, 15, 25),
  ...mix(who, after, 16, 24),
]);
const first = (to = '沈以墨', memo = '咨询费'): ExampleRow =>
  paid(ours, to, '8000.00', '2024-05-10', memo, { counterparty_id_no: idOf(to) });
const switched = (our = 36, their = 4): ExampleRow[] => [
  ...mix('沈以墨', before, 12, 28),
  ...mix('沈以墨', after, our, their),
];

export default defineModel({
  id: 'brand-switch-after-payment',
  version: 1,
  group: 'G3',
  areas: ['key_posts', 'nine_rules'],
  links: ['sale', 'use'],
  family: 'kickback',
  weight: 0.6,
  title: { zh: '付款后品牌切换', en: 'Brand switch after payments begin' },
  question: {
    zh: '企业首次付款后，收款医生同类处方中该企业品牌的份额是否显著上升，而同科室未收款的医生没有？',
    en: "After a company's first payment, did its share in the doctor's prescriptions of the class rise clearly, while that of unpaid colleagues did not?",
  },
  summary: {
    zh: '{{payer}}自 {{first}} 起付款给{{person}}，其同类处方中该品牌由 {{before}} 升至 {{after}}，同科室未收款者中位数变化 {{peers}}',
    en: '{{payer}} paid {{person}} from {{first}} on; its share in his prescriptions of the class rose from {{before}} to {{after}}, the median change of unpaid colleagues is {{peers}}',
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
        zh: '前后各一百二十日、三十单、上升三成、比同科室多升两成没有公开标准；双样本比例检验 z 不小于 3。',
        en: "120 days either way, thirty orders, a rise of 0.3 and of 0.2 beyond colleagues are this tool's; z of the two shares at least 3.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' },
    { category: 'prescription', fields: ['rx_date', 'doctor', 'dept', 'quantity'] },
  ],
  settings: [
    {
      name: 'W',
      label: { zh: '前后天数', en: 'Days before and after' },
      unit: days,
      default: 120,
      min: 30,
      max: 730,
      step: 5,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'n0',
      label: { zh: '前后最少单数', en: 'Least orders either way' },
      unit: { zh: '单', en: 'orders' },
      default: 30,
      min: 10,
      max: 1000,
      step: 5,
      basis: { zh: '本工具判断：正态近似', en: 'Judgement: normal approximation' },
    },
    {
      name: 'dmin',
      label: { zh: '份额上升', en: 'Rise of the share' },
      unit: share,
      default: 0.3,
      min: 0.05,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'did',
      label: { zh: '比同科室多上升', en: 'Rise beyond colleagues' },
      unit: share,
      default: 0.2,
      min: 0,
      max: 1,
      step: 0.05,
      basis: {
        zh: '本工具判断：双重差分去掉全院换药',
        en: 'Judgement: differences of differences remove what the whole hospital did',
      },
    },
    {
      name: 'z',
      label: { zh: '检验值', en: 'z' },
      unit: { zh: '倍标准误', en: 'standard errors' },
      default: 3,
      min: 1,
      max: 10,
      step: 0.5,
      basis: { zh: '统计常用', en: 'Usual in statistics' },
    },
  ],
  innocent: [
    { zh: '集采后改用中选品种', en: 'A selected product after volume-based procurement' },
    { zh: '原品牌短缺、停产', en: 'The former brand ran short' },
    { zh: '新指南或医院目录调整', en: 'A new guideline or a change of the formulary' },
  ],
  blindSpots: [
    {
      zh: '同科室没有可比的未收款医生时不判断',
      en: 'Without comparable unpaid colleagues nothing is judged',
    },
    {
      zh: '首次付款是资料中的首次；更早的付款看不到',
      en: 'The first payment is the first in the case; earlier ones are not seen',
    },
    {
      zh: '没有目录分类的按通用名比较；没有写明生产企业的品种不计',
      en: 'Without a class the generic name is compared; products without a maker are not counted',
    },
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
    const prescribed = readPrescribed(evidence);
    const byDoctor = Map.groupBy(prescribed, (each) => each.doctor);
    const byHospital = Map.groupBy(prescribed, ({ hospital: at, klass }) => `${at} ${klass}`);
    const payments = readStaffPayments(evidence).filter(({ precision }) => precision !== 'month');
    const paidBy = Map.groupBy(payments, ({ group }) => group);
    const vbp = readVbpProducts(evidence);
    const hits: Hit[] = [];
    let examined = 0;
    for (const all of Map.groupBy(payments, ({ person, group }) => `${person} ${group}`).values()) {
      evidence.breathe();
      const counted = all.filter(({ explained }) => explained === null).sort(byDay);
      if (counted.length === 0) continue;
      const { person, group, day: start } = counted[0]!;
      const own = byDoctor.get(person) ?? [];
      const classes = new Set(own.filter(({ maker }) => maker === group).map(({ klass }) => klass));
      const paid = new Set((paidBy.get(group) ?? []).map((each) => each.person));
      for (const klass of [...classes].sort()) {
        examined++;
        const mine = own.filter((each) => each.klass === klass);
        const span = { start, length: settings.W };
        const [past, since] = sharesOf(mine, group, span);
        if (past.whole < settings.n0 || since.whole < settings.n0) continue;
        if (!isRiseAtLeast(past, since, settings.dmin) || zOfRise(past, since) < settings.z) continue;
        const rise = riseOf(past, since);
        const units = new Set(mine.map(({ unit }) => unit));
        const around = [...new Set(mine.map(({ hospital: at }) => at))].flatMap(
          (at) => byHospital.get(`${at} ${klass}`) ?? [],
        );
        const colleagues = [
          ...Map.groupBy(
            around.filter((each) => units.has(each.unit) && !paid.has(each.doctor)),
            (each) => each.doctor,
          ).values(),
        ].flatMap((list) => {
          const [one, other] = sharesOf(list, group, span);
          return one.whole >= PEER_ORDERS && other.whole >= PEER_ORDERS ? [riseOf(one, other)] : [];
        });
        if (colleagues.length === 0) continue;
        const peers = medianOf(colleagues);
        if (rise - peers < settings.did - 1e-9) continue;
        const [theirPast, theirSince] = sharesOf(
          around.filter((each) => each.doctor !== person),
          group,
          span,
        );
        const wholeHospital = riseOf(theirPast, theirSince);
        if (theirPast.whole >= settings.n0 && theirSince.whole >= settings.n0 && wholeHospital >= WHOLE * rise)
          continue;
        const brand = new Set(mine.filter(({ maker }) => maker === group).map(({ product }) => product));
        if ([...brand].some((product) => isSelectedAround(vbp.get(product), start))) continue;
        const cited = counted.filter(({ day: each }) => each <= addDays(start, settings.W));
        hits.push(
          hitOf(
            evidence,
            {
              person,
              klass,
              start,
              past,
              since,
              peers,
              colleagues: colleagues.length,
              wholeHospital,
              cited,
              all,
              brand,
            },
            settings,
          ),
        );
      }
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '付款后由三成升至九成，同科室未变',
      sheets: {
        company: register,
        product: products,
        staff: [doctor],
        prescription: [...switched(), ...steady],
        bank_flow: [first()],
      },
      finds: ['沈以墨'],
    },
    {
      title: '付给妻子；前后正好各三十单，正好上升三成五',
      sheets: {
        company: register,
        product: products,
        staff: [doctor],
        kinship: [related('沈以墨', '陆望舒', '妻子')],
        prescription: [...mix('沈以墨', before, 9, 21), ...mix('沈以墨', after, 21, 9), ...steady],
        bank_flow: [first('陆望舒')],
      },
      finds: ['沈以墨'],
    },
    {
      title: '没有分类目录：同一通用名的两个厂家',
      sheets: {
        company: register,
        staff: [doctor],
        prescription: [...switched(), ...steady].map((row) => ({ ...row, generic_name: '骨肽片' })),
        bank_flow: [first()],
      },
      finds: ['沈以墨'],
    },
    {
      title: '之前只有二十九单：不提示',
      sheets: {
        company: register,
        product: products,
        staff: [doctor],
        prescription: [...mix('沈以墨', before, 9, 20), ...mix('沈以墨', after, 36, 4), ...steady],
        bank_flow: [first()],
      },
      finds: [],
    },
    {
      title: '只上升两成五：不提示',
      sheets: {
        company: register,
        product: products,
        staff: [doctor],
        prescription: [...mix('沈以墨', before, 30, 70), ...mix('沈以墨', after, 55, 45), ...steady],
        bank_flow: [first()],
      },
      finds: [],
    },
    {
      title: '全院同时换药：不提示',
      sheets: {
        company: register,
        product: products,
        staff: [doctor],
        prescription: [
          ...switched(),
          ...['顾长宁', '方知远'].flatMap((who) => [...mix(who, before, 12, 28), ...mix(who, after, 35, 5)]),
        ],
        bank_flow: [first()],
      },
      finds: [],
    },
    {
      title: '付款前后六十日内开始集采：不提示',
      sheets: {
        company: register,
        product: products,
        staff: [doctor],
        purchase: [
          ordered(hospital, '2024-05-20', '80.00', '10', {
            product_code: '',
            generic_name: '骨肽片',
            manufacturer: ours,
            procurement_type: '带量采购',
          }),
        ],
        prescription: [...switched(), ...steady],
        bank_flow: [first()],
      },
      finds: [],
    },
    {
      title: '真实会议的讲课费：不是付款的开始，不提示',
      sheets: {
        company: register,
        product: products,
        staff: [doctor],
        conference: [meeting('云澜骨科春季论坛', '2024-05-08')],
        conference_person: signedIn('云澜骨科春季论坛', '2024-05-08', [['沈以墨', hospital, '3000.00']]),
        prescription: [...switched(), ...steady],
        bank_flow: [paid(ours, '沈以墨', '3000.00', '2024-05-10', '讲课费', { counterparty_id_no: idOf('沈以墨') })],
      },
      finds: [],
    },
    {
      title: '没有处方：无法判断',
      sheets: { company: register, staff: [doctor], bank_flow: [first()] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** A colleague of fewer orders has no habit to compare. */
const PEER_ORDERS = 10;
/** 全院同向变化 of so much of the rise is no choice of one doctor. */
const WHOLE = 0.8;
const VBP_DAYS = 60;
const SHOWN = 20;

/** The share of the group in the windows before and after the first payment; that day itself counts before it. */
function sharesOf(
  list: readonly Prescribed[],
  group: number,
  { start, length }: { start: string; length: number },
): [Share, Share] {
  const [from, to] = [addDays(start, -length), addDays(start, length)];
  const shareIn = (inside: (on: string) => boolean): Share => {
    let [part, whole] = [0, 0];
    for (const { day: each, maker, orders } of list) {
      if (!inside(each)) continue;
      whole += orders;
      if (maker === group) part += orders;
    }
    return { part, whole };
  };
  return [shareIn((each) => each >= from && each < start), shareIn((each) => each > start && each <= to)];
}

/** Whether a product was first bought in 集采 within sixty days of the payment; one of which only a catalogue says so may have been. */
const isSelectedAround = (from: string | undefined, start: string): boolean =>
  from !== undefined && (from === '' || (from >= addDays(start, -VBP_DAYS) && from <= addDays(start, VBP_DAYS)));

interface Switch {
  readonly person: number;
  readonly klass: string;
  readonly start: string;
  readonly past: Share;
  readonly since: Share;
  readonly peers: number;
  readonly colleagues: number;
  readonly wholeHospital: number;
  readonly cited: readonly StaffPayment[];
  readonly all: readonly StaffPayment[];
  readonly brand: ReadonlySet<number>;
}

function hitOf(
  evidence: EvidenceReader,
  { person, klass, start, past, since, peers, colleagues, wholeHospital, cited, all, brand }: Switch,
  settings: {
    readonly W: number;
    readonly n0: number;
    readonly dmin: number;
    readonly did: number;
    readonly z: number;
  },
): Hit {
  const [who, payer] = [evidence.party(person), evidence.party(cited[0]!.company)];
  const rise = riseOf(past, since);
  const unsettled = cited.every(({ result }) => result === 'doubtful' || result === 'unverified');
  return {
    key: `${payer.uid}→${who.uid}:${klass}`,
    severity: 3,
    confidence: cited.every(({ alone }) => alone === 1) ? 0.3 : 0.7 * (unsettled ? 0.5 : 1),
    params: {
      payer: text(payer.name),
      first: day(start),
      person: text(who.name),
      before: ratio(past.part / past.whole),
      after: ratio(since.part / since.whole),
      peers: ratio(peers),
    },
    measures: [
      measured({ zh: '份额上升', en: 'Rise of the share' }, ratio(rise), '>=', ratio(settings.dmin), 'dmin'),
      measured(
        { zh: '比同科室多上升', en: 'Rise beyond colleagues' },
        ratio(rise - peers),
        '>=',
        ratio(settings.did),
        'did',
      ),
      measured(
        { zh: '检验值 z', en: 'z' },
        number(Math.round(zOfRise(past, since) * 10) / 10),
        '>=',
        number(settings.z),
        'z',
      ),
      measured(
        { zh: '之前、之后单数（较少的一边）', en: 'Orders before and after (the fewer)' },
        count(Math.min(past.whole, since.whole)),
        '>=',
        count(settings.n0),
        'n0',
      ),
      noted({ zh: '同科室未收款的可比医生', en: 'Comparable unpaid colleagues' }, count(colleagues)),
      ...(Number.isNaN(wholeHospital)
        ? []
        : [noted({ zh: '全院其他医生的变化', en: 'Change of the rest of the hospital' }, ratio(wholeHospital))]),
    ],
    fen: sumOf(cited),
    subjects: [
      { role: 'person', party: person, name: who.name },
      ...[...new Set(cited.map((each) => each.payer))].map((party) => ({
        role: 'payer',
        party,
        name: evidence.party(party).name,
      })),
    ],
    rows: [
      ...cited.flatMap(citePayment),
      ...all.filter(({ explained }) => explained !== null).flatMap(citePayment),
      ...citeKin(cited),
      ...ordersAfter(evidence, person, brand, start, settings.W),
    ],
  };
}

/** Some of the orders of the brand after the first payment, the first by day. */
function ordersAfter(
  evidence: EvidenceReader,
  doctor: number,
  products: ReadonlySet<number>,
  start: string,
  length: number,
): HitRow[] {
  const lines = evidence
    .all<{ row: number; product: number }>(
      `select row, product from prescription
       where doctor = :doctor and day > :start and day <= :last and product is not null and cast(quantity as real) > 0
       order by day, rx_no, quantity, row`,
      { doctor, start, last: addDays(start, length) },
    )
    .filter(({ product }) => products.has(product));
  const shown = lines.slice(0, SHOWN);
  return shown.map(({ row }, i) => ({
    row,
    field: 'quantity',
    role: 'context',
    note: {
      zh: `付款后该品牌的开单（第 ${i + 1} 条，列出 ${shown.length} 条，共 ${lines.length} 条）`,
      en: `An order of the brand after the payment (${i + 1}; ${shown.length} of ${lines.length} shown)`,
    },
  }));
}
