import { severityOfAmount } from './ask/amount-band.ts';
import { isHighValue, operation } from './ask/high-value.ts';
import { nameKey } from './ask/name-likeness.ts';
import { microQuantity, unitsOf } from './ask/quantity.ts';
import { medianOf, robustZ } from './ask/statistics.ts';
import { count, fen, measured, noted, number, ownJudgement, people, text } from './ask/values.ts';
import { charged } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

const pieces = { zh: '件', en: 'pieces' };

export default defineModel({
  id: 'consumable-per-procedure-outlier',
  version: 1,
  group: 'G5',
  areas: ['key_posts', 'insurance_fund'],
  links: ['use', 'reimbursement'],
  family: 'insurance',
  weight: 0.45,
  title: { zh: '单台手术耗材用量异常', en: 'Consumables per procedure outlier' },
  question: {
    zh: '同一术式，某位医生单台使用的高值耗材是否明显多于做同样手术的其他医生？',
    en: 'For one and the same procedure, does one doctor use clearly more high-value consumables than the others who perform it?',
  },
  summary: {
    zh: '{{doctor}}做“{{procedure}}” {{operations}} 台，单台平均使用高值耗材 {{mean}} 件，{{peers}} 名同行的中位数为 {{median}} 件',
    en: '{{doctor}} performed "{{procedure}}" {{operations}} times with {{mean}} high-value pieces each; the median of {{peers}} others is {{median}}',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：四川省某县人民医院案',
        en: 'Progress report of 2025: a county hospital in Sichuan',
      },
      text: {
        zh: '骨科医生通过虚增手术耗材使用量套取医保基金，涉及金额450万元。',
        en: 'Orthopaedists drew money from the insurance fund by overstating consumables used in operations: 4.5 million yuan.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '比较方法和阈值由本工具给出：同一术式内的稳健 z 值（中位数与 MAD，Iglewicz 与 Hoaglin）。',
        en: 'The comparison and its thresholds are of this tool: robust z within a procedure (median and MAD, Iglewicz and Hoaglin).',
      },
      own: true,
    },
  ],
  needs: [{ category: 'visit_item', fields: ['procedure', 'doctor', 'quantity', 'charged_at'] }],
  settings: [
    {
      name: 'z0',
      label: { zh: '稳健 z 值', en: 'Robust z' },
      unit: { zh: '倍标准差', en: 'standard deviations' },
      default: 3.5,
      min: 2,
      max: 20,
      step: 0.5,
      basis: {
        zh: 'Iglewicz 与 Hoaglin 的修正 z 值界限（未核对原文）',
        en: 'Cut of Iglewicz and Hoaglin for the modified z (not checked against the source)',
      },
    },
    {
      name: 'n',
      label: { zh: '最少台数', en: 'Least procedures' },
      unit: { zh: '台', en: 'procedures' },
      default: 10,
      min: 3,
      max: 1000,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'min_excess',
      label: { zh: '单台至少多用', en: 'Least excess each' },
      unit: pieces,
      default: 1,
      min: 0.1,
      max: 100,
      step: 0.1,
      basis: ownJudgement,
    },
    {
      name: 'peers',
      label: { zh: '最少同行', en: 'Least peers' },
      unit: people,
      default: 4,
      min: 2,
      max: 100,
      step: 1,
      basis: { zh: '本工具判断：同行太少时中位数不可靠', en: 'Judgement: the median of very few is not reliable' },
    },
  ],
  innocent: [
    {
      zh: '翻修、多节段、多发伤等复杂病例集中在该医生',
      en: 'Revisions, several segments or multiple injuries go to this doctor',
    },
    { zh: '收费按套与按件写法不同', en: 'Some charges count sets and others pieces' },
    { zh: '教学或新技术病例', en: 'Teaching cases or a new technique' },
  ],
  blindSpots: [
    {
      zh: '术式写法不同视为不同术式；没有病例复杂程度的标签',
      en: 'A procedure written in two ways counts as two; how complex a case was is not known',
    },
    { zh: '全部同行都多用时看不出', en: 'Where all peers use too much nobody stands out' },
    {
      zh: '不写术式、医生或患者的收费行不参加比较',
      en: 'Charges without procedure, doctor or patient are not compared',
    },
  ],

  find(evidence, settings) {
    const uses = readUses(evidence);
    const hits: Hit[] = [];
    for (const list of Map.groupBy(uses, ({ procedure }) => procedure).values()) {
      evidence.breathe();
      const enough = list.filter(({ operations }) => operations >= settings.n);
      for (const use of enough) {
        const others = enough.filter((other) => other !== use).map(perOperation);
        if (others.length < settings.peers) continue;
        const [mean, median] = [perOperation(use), medianOf(others)];
        const z = robustZ(mean, others);
        if (z < settings.z0 || mean - median < settings.min_excess) continue;
        hits.push(hitOf(evidence, use, { mean, median, z, peers: others.length }, settings));
      }
    }
    return { examined: uses.length, hits };
  },

  examples: [
    {
      title: '五名医生同一术式，一人单台多用两件',
      sheets: { visit_item: surgeons(['3', '3', '3', '3', '5']) },
      finds: ['顾长宁'],
    },
    {
      title: '多用正好一件：提示',
      sheets: { visit_item: surgeons(['3', '3', '3', '3', '4']) },
      finds: ['顾长宁'],
    },
    {
      title: '登记时一台手术拆成几行、夹有退费，净数仍多一件以上',
      sheets: {
        visit_item: surgeons(['3', '3', '3', '3', '6']).flatMap((row) =>
          row.doctor === '顾长宁' ? [row, { ...row, quantity: '-1', item_name: '椎弓根螺钉（退费）' }] : [row],
        ),
      },
      finds: ['顾长宁'],
    },
    {
      title: '只多用 0.9 件：不提示',
      sheets: { visit_item: surgeons(['3', '3', '3', '3', '3.9']) },
      finds: [],
    },
    {
      title: '只有九台：不提示',
      sheets: { visit_item: surgeons(['3', '3', '3', '3', '6']).filter(({ visit_no: visit }) => visit !== '400') },
      finds: [],
    },
    {
      title: '同行用量本来就参差：多一件不突出，不提示',
      sheets: { visit_item: surgeons(['2', '3', '5', '6', '7']) },
      finds: [],
    },
    {
      title: '翻修另是一种术式：不与初次置换比较，不提示',
      sheets: {
        visit_item: surgeons(['3', '3', '3', '3', '6']).map((row) =>
          row.doctor === '顾长宁' ? { ...row, procedure: '膝关节翻修术' } : row,
        ),
      },
      finds: [],
    },
    {
      title: '多用的是低值耗材：不提示',
      sheets: {
        visit_item: surgeons(['3', '3', '3', '3', '3']).flatMap((row) =>
          row.doctor === '顾长宁' ? [row, { ...row, item_name: '敷料', item_kind: '低值耗材', quantity: '9' }] : [row],
        ),
      },
      finds: [],
    },
    {
      title: '收费明细没有术式一列：无法判断',
      sheets: { visit_item: surgeons(['3', '3', '3', '3', '6']).map(({ procedure: _, ...row }) => row) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Ten operations of each of five surgeons with so many pieces each. */
function surgeons(quantities: readonly string[]) {
  const doctors = ['沈以墨', '叶知秋', '薛明远', '孟以宁', '顾长宁'];
  return quantities.flatMap((quantity, i) =>
    Array.from({ length: 10 }, (_, at) =>
      charged(`${i}0${at}`, '椎弓根螺钉', quantity, `2024-03-1${at}`, {
        doctor: doctors[i]!,
        procedure: '膝关节置换术',
        amount: String(Number(quantity) * 1000),
      }),
    ),
  );
}

interface Use {
  readonly doctor: number;
  readonly procedure: string;
  /** as it is written, for showing */
  readonly written: readonly string[];
  readonly operations: number;
  readonly micro: number;
  readonly fen: number;
  readonly placed: boolean;
}

const perOperation = ({ micro, operations }: Use): number => unitsOf(micro) / operations;

/** What each doctor used for each procedure: 膝关节置换术 and 膝关节 置换术 are one. */
function readUses(evidence: EvidenceReader): Use[] {
  const rows = evidence.all<{
    doctor: number;
    procedure: string;
    operations: number;
    micro: number;
    fen: number;
    placed: number;
  }>(
    `select doctor, procedure, count(distinct ${operation}) as operations, sum(${microQuantity}) as micro,
            coalesce(sum(fen), 0) as fen, count(hospital) as placed
     from charge where doctor is not null and procedure is not null and ${operation} is not null and ${isHighValue}
     group by doctor, procedure order by doctor, procedure`,
  );
  const byProcedure = Map.groupBy(rows, ({ doctor, procedure }) => `${doctor} ${nameKey(procedure)}`);
  return [...byProcedure.values()].map((list) => {
    const { doctor, procedure } = list[0]!;
    const sum = (of: (row: (typeof list)[number]) => number) => list.reduce((total, row) => total + of(row), 0);
    return {
      doctor,
      procedure: nameKey(procedure),
      written: list.map((row) => row.procedure),
      operations: sum((row) => row.operations),
      micro: sum((row) => row.micro),
      fen: sum((row) => row.fen),
      placed: sum((row) => row.placed) > 0,
    };
  });
}

function hitOf(
  evidence: EvidenceReader,
  use: Use,
  { mean, median, z, peers }: { mean: number; median: number; z: number; peers: number },
  settings: Readonly<Record<'z0' | 'n' | 'min_excess' | 'peers', number>>,
): Hit {
  const doctor = evidence.party(use.doctor);
  const excess = Math.max(0, Math.round((use.fen * (mean - median)) / mean));
  return {
    key: `${doctor.uid}:${use.procedure}`,
    severity: severityOfAmount(excess) >= 3 ? 3 : 2,
    confidence: use.placed ? 0.7 : 0.3,
    params: {
      doctor: text(doctor.name),
      procedure: text(use.written[0]!),
      operations: count(use.operations),
      mean: number(mean),
      peers: count(peers),
      median: number(median),
    },
    measures: [
      measured({ zh: '手术台数', en: 'Procedures' }, count(use.operations), '>=', count(settings.n), 'n'),
      measured(
        { zh: '单台比同行中位数多', en: 'More than the median of the peers, each' },
        number(mean - median),
        '>=',
        number(settings.min_excess),
        'min_excess',
      ),
      // equal peers have no spread: any excess is beyond every z
      ...(Number.isFinite(z)
        ? [measured({ zh: '稳健 z 值', en: 'Robust z' }, number(z), '>=', number(settings.z0), 'z0')]
        : [noted({ zh: '同行用量完全相同', en: 'All peers use the same' }, number(median))]),
      measured(
        { zh: '做同一术式的同行', en: 'Peers of the same procedure' },
        count(peers),
        '>=',
        count(settings.peers),
        'peers',
      ),
      noted({ zh: '高值耗材合计', en: 'High-value pieces in all' }, number(unitsOf(use.micro))),
      noted({ zh: '多用部分折合金额', en: 'The excess in money' }, fen(excess)),
    ],
    fen: null,
    subjects: [{ role: 'person', party: use.doctor, name: doctor.name }],
    rows: evidence
      .all<{ row: number; procedure: string }>(
        `select row, procedure from charge
         where doctor = :doctor and procedure is not null and ${operation} is not null and ${isHighValue} order by row`,
        { doctor: use.doctor },
      )
      .filter(({ procedure }) => nameKey(procedure) === use.procedure)
      .map(({ row }): HitRow => ({ row, field: 'quantity', role: 'evidence' })),
  };
}
