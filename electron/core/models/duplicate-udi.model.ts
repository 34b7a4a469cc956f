import { citeGoods, fenOfGoods, type GoodsLine } from './ask/cite-goods.ts';
import { microQuantity } from './ask/quantity.ts';
import { count, fen, measured, noted, ownJudgement, text } from './ask/values.ts';
import { charged } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

export default defineModel({
  id: 'duplicate-udi',
  version: 1,
  group: 'G5',
  areas: ['key_posts', 'insurance_fund'],
  links: ['use', 'reimbursement'],
  family: 'insurance',
  weight: 0.7,
  title: { zh: '耗材条码重复使用', en: 'Duplicate UDI' },
  question: {
    zh: '同一件一次性或植入耗材的唯一码，是否向两名患者或在不同日期重复收费？',
    en: 'Was the unique code of one single-use or implanted item charged to two patients or on different days?',
  },
  summary: {
    zh: '{{where}}有 {{codes}} 个耗材唯一码重复收费，其中 {{patients}} 个涉及不同患者，重复收费 {{charges}} 次',
    en: '{{where}}: {{codes}} unique codes of consumables were charged again, {{patients}} of them to other patients, {{charges}} charges more than once',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '唯一标识到件的一次性耗材只能使用一次；重复次数过多的码视为包装码、批次码，不作判断。',
        en: 'A single-use item with a code of its own can be used once; a code that repeats too often is that of a kit or a lot and is not judged.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'visit_item', fields: ['udi', 'charged_at', 'quantity'] }],
  settings: [
    {
      name: 'max_repeats',
      label: { zh: '视为包装码或批次码的次数', en: 'Charges from which a code is a kit or lot' },
      unit: { zh: '次以上', en: 'charges and more' },
      default: 21,
      min: 3,
      max: 1000,
      step: 1,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '扫码或录入错误', en: 'A slip in scanning or typing' },
    { zh: '扫的是包装码、批次码而不是单件码', en: 'The code of a kit or lot was scanned, not that of the item' },
    { zh: '退费后更正重收，退费行未一并提供', en: 'A charge was corrected and the refund line was not handed over' },
  ],
  blindSpots: [
    { zh: '不填条码的耗材看不到', en: 'Consumables without a code are not seen' },
    {
      zh: '患者编号不是统一编号时，同一患者在两院会被看作两人',
      en: 'Where hospitals number patients themselves one patient of two hospitals counts as two',
    },
    {
      zh: '一行数量大于 1 的码按批次码处理，不判断',
      en: 'A code with a quantity above 1 in one line is taken for a lot and not judged',
    },
  ],

  find(evidence, settings) {
    const { codes, examined } = readCodes(evidence);
    const repeated = codes.filter(({ charges }) => charges.length >= 2 && charges.length < settings.max_repeats);
    const hits = [...Map.groupBy(repeated, placeOf).values()].map((list) =>
      hitOf(evidence, list, settings.max_repeats),
    );
    return { examined, hits };
  },

  examples: [
    {
      title: '同一唯一码向两名患者收费',
      sheets: { visit_item: [implant('11', '2024-03-02'), implant('12', '2024-04-09')] },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '同一患者隔月再次收费',
      sheets: { visit_item: [implant('11', '2024-03-02'), implant('11', '2024-04-09')] },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '两家医院各收一次',
      sheets: {
        visit_item: [implant('11', '2024-03-02'), implant('12', '2024-04-09', { hospital: '望川市人民医院' })],
      },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '收费、退费、再向另一患者收费一次：净数只有一次，不提示',
      sheets: {
        visit_item: [
          implant('11', '2024-03-02'),
          implant('11', '2024-03-02', { quantity: '-1', amount: '-25000' }),
          implant('12', '2024-03-03'),
        ],
      },
      finds: [],
    },
    {
      title: '同日同患者分两行记账：不提示',
      sheets: {
        visit_item: [implant('11', '2024-03-02'), implant('11', '2024-03-02', { amount: '2500', item_name: '垫片' })],
      },
      finds: [],
    },
    {
      title: '重复 21 次：是批次码，不提示',
      sheets: { visit_item: Array.from({ length: 21 }, (_, i) => implant(`${i}`, '2024-03-02')) },
      finds: [],
    },
    {
      title: '重复 20 次：仍按单件码提示',
      sheets: { visit_item: Array.from({ length: 20 }, (_, i) => implant(`${i}`, '2024-03-02')) },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '一行收两件：是批次码，不提示',
      sheets: { visit_item: [implant('11', '2024-03-02', { quantity: '2' }), implant('12', '2024-04-09')] },
      finds: [],
    },
    {
      title: '条码各不相同：不提示',
      sheets: { visit_item: [implant('11', '2024-03-02'), implant('12', '2024-04-09', { udi: 'UDI-990-0002' })] },
      finds: [],
    },
    {
      title: '没有条码一列：无法判断',
      sheets: { visit_item: [charged('11', '人工膝关节', '1', '2024-03-02')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

function implant(visit: string, on: string, more: Readonly<Record<string, string>> = {}) {
  return charged(visit, '人工膝关节', '1', on, { udi: 'UDI-990-0001', amount: '25000', ...more });
}

interface Line extends GoodsLine {
  readonly udi: string;
  readonly hospital: number | null;
  readonly patient: string | null;
  readonly visit: string | null;
  readonly day: string;
  readonly name: string;
  readonly micro: number;
}

/** One charge of one code: the lines of one patient and day that do not cancel each other. */
type Charge = readonly Line[];

interface Code {
  readonly charges: readonly Charge[];
}

const ONE_PIECE = 1_000_000;

/** Codes with more than one line that are no lots, each with the charges that stand after refunds, the first one first. */
function readCodes(evidence: EvidenceReader): { codes: Code[]; examined: number } {
  const lines = evidence.all<Line>(
    `select row, udi, hospital, patient_no as patient, visit_no as visit, day, name, fen, computed, ${microQuantity} as micro
     from charge where udi in (select udi from charge where udi is not null group by udi having count(*) > 1)
     order by udi, day, coalesce(patient_no, visit_no), row`,
  );
  const { n } = evidence.one<{ n: number }>('select count(distinct udi) as n from charge')!;
  const codes: Code[] = [];
  for (const ofCode of Map.groupBy(lines, ({ udi }) => udi).values()) {
    evidence.breathe();
    if (ofCode.some(({ micro }) => micro > ONE_PIECE)) continue;
    const charges = [...Map.groupBy(ofCode, ({ patient, visit, day }) => `${patient ?? visit} ${day}`).values()];
    codes.push({ charges: charges.filter((list) => list.reduce((sum, { micro }) => sum + micro, 0) > 0) });
  }
  return { codes, examined: n };
}

/** The hospitals that charged a code; of lines without one the item. */
const hospitalsOf = ({ charges }: Code): number[] =>
  [...new Set(charges.flat().map(({ hospital }) => hospital))]
    .filter((hospital) => hospital !== null)
    .sort((a, b) => a - b);
const placeOf = (code: Code): string => hospitalsOf(code).join(' ') || code.charges[0]![0]!.name;

const patientsOf = ({ charges }: Code): number =>
  new Set(charges.flat().flatMap(({ patient }) => (patient === null ? [] : [patient]))).size;

function hitOf(evidence: EvidenceReader, codes: readonly Code[], mostCharges: number): Hit {
  const hospitals = hospitalsOf(codes[0]!)
    .map((hospital) => evidence.party(hospital))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  const item = codes[0]!.charges[0]![0]!.name;
  const first = codes.flatMap(({ charges }) => charges[0]!);
  const again = codes.flatMap(({ charges }) => charges.slice(1).flat());
  const ofPatients = codes.filter((code) => patientsOf(code) >= 2).length;
  const charges = codes.reduce((sum, code) => sum + code.charges.length - 1, 0);
  const total = fenOfGoods(again);
  return {
    key: hospitals.length > 0 ? hospitals.map(({ uid }) => uid).join('+') : `?:${item}`,
    severity: ofPatients > 0 ? 4 : 3,
    confidence: ofPatients > 0 ? 0.85 : 0.5,
    params: {
      where: text(hospitals.length > 0 ? hospitals.map(({ name }) => name).join('、') : item),
      codes: count(codes.length),
      patients: count(ofPatients),
      charges: count(charges),
    },
    measures: [
      measured(
        { zh: '单个码的收费次数（最多）', en: 'Charges of one code (most)' },
        count(Math.max(...codes.map((code) => code.charges.length))),
        '<',
        count(mostCharges),
        'max_repeats',
      ),
      noted({ zh: '首次以外的收费', en: 'Charges after the first' }, count(charges)),
      ...(total === null ? [] : [noted({ zh: '首次以外的金额', en: 'Amount after the first' }, fen(total))]),
    ],
    fen: total,
    subjects:
      hospitals.length > 0
        ? hospitals.map(({ id, name }) => ({ role: 'hospital', party: id, name }))
        : [{ role: 'product', party: null, name: item }],
    rows: [
      ...citeGoods(again, 'evidence'),
      ...first.map(({ row }) => ({
        row,
        field: 'udi',
        role: 'evidence' as const,
        note: { zh: '该码首次收费', en: 'First charge of the code' },
      })),
    ],
  };
}
