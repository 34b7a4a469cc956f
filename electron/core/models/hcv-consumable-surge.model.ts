import { isShareAbove } from './ask/exact.ts';
import { isHighValue, operation } from './ask/high-value.ts';
import { addMonths, boundsOf, type Month } from './ask/months.ts';
import { microOf, microQuantity, unitsOf } from './ask/quantity.ts';
import { someOf } from './ask/some-of.ts';
import { madOf, medianOf } from './ask/statistics.ts';
import { count, measured, noted, number, ownJudgement, ratio, text } from './ask/values.ts';
import { charged } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

const screw = '椎弓根螺钉';

export default defineModel({
  id: 'hcv-consumable-surge',
  version: 2,
  group: 'G5',
  areas: ['key_posts', 'insurance_fund'],
  links: ['use', 'reimbursement'],
  family: 'insurance',
  weight: 0.45,
  title: { zh: '高值耗材使用量突增', en: 'Surge in high-value consumable use' },
  question: {
    zh: '某科室某类高值耗材的月使用量，是否突然超过此前十二个月中位数的两倍？单台用量也增加了吗？',
    en: 'Did a department suddenly use more than twice the median of the twelve months before of a class of high-value consumables, and more per operation?',
  },
  summary: {
    zh: '{{where}}使用“{{item}}”有 {{months}} 个月突增，最高为 {{month}} 的 {{quantity}} 件，此前中位数为 {{median}} 件',
    en: '{{where}}: the use of "{{item}}" surged in {{months}} months, most in {{month}}: {{quantity}} pieces against a median of {{median}} before',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：医保智能监控系统',
        en: 'Progress report of 2025: the intelligent monitoring of the insurance fund',
      },
      text: {
        zh: '通过医保智能监控系统筛选“次均费用异常增长”“高值耗材使用量突增”等疑点数据。',
        en: 'Suspicious data such as "abnormal growth of average cost per visit" and "surge in the use of high-value consumables" are sifted out.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '报告没有给出数字。两倍（正好两倍不提示）、至少多 10 件、修正 z 值和单台用量的比较由本工具给出。',
        en: 'The report gives no number. Twice (exactly twice is not flagged), 10 pieces more, the modified z and the use per operation are of this tool.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'visit_item', fields: ['hospital', 'item_kind', 'quantity', 'charged_at'] }],
  settings: [
    {
      name: 'mult',
      label: { zh: '此前中位数的倍数', en: 'Multiple of the median before' },
      unit: { zh: '倍', en: 'times' },
      default: 2,
      min: 1,
      max: 50,
      step: 0.1,
      basis: { zh: '本工具判断：报告未给数字，取翻番', en: 'Judgement: the report gives no number; doubling' },
    },
    {
      name: 'z0',
      label: { zh: '稳健 z 值', en: 'Robust z' },
      unit: { zh: '倍标准差', en: 'standard deviations' },
      default: 3.5,
      min: 1,
      max: 20,
      step: 0.5,
      basis: {
        zh: 'Iglewicz 与 Hoaglin 的修正 z 值界限（未核对原文）',
        en: 'Cut of Iglewicz and Hoaglin for the modified z (not checked against the source)',
      },
    },
    {
      name: 'min_inc',
      label: { zh: '至少多用', en: 'Least increase' },
      unit: { zh: '件', en: 'pieces' },
      default: 10,
      min: 1,
      max: 100_000,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'u0',
      label: { zh: '单台用量增长', en: 'Growth per operation' },
      unit: { zh: '比例', en: 'share' },
      default: 0.3,
      min: 0,
      max: 10,
      step: 0.05,
      basis: {
        zh: '本工具判断：低于此数为手术量增长，只作低级提示',
        en: 'Judgement: below it the number of operations grew, which is a low note only',
      },
    },
  ],
  innocent: [
    { zh: '新来术者、新开术式，手术台数增加', en: 'A new surgeon or programme: more operations' },
    { zh: '集中收治伤员', en: 'Many injured at once' },
    { zh: '集采降价后用量放大', en: 'Lower prices of volume-based procurement' },
    { zh: '补记以前月份的收费', en: 'Charges of earlier months entered late' },
  ],
  blindSpots: [
    {
      zh: '此前十二个月中不足六个月使用过的耗材不判断（新品种没有可比的历史）',
      en: 'What was used in fewer than six of the twelve months before is not judged: a new product has no history',
    },
    {
      zh: '目录没有分类时按名称比较，换品牌会被看作新品种',
      en: 'Without classes in a catalogue names are compared: another brand counts as a new product',
    },
    {
      zh: '使用量超过采购量由另一模型判断，不影响本模型的等级',
      en: 'Use beyond what was bought is the matter of another model and does not change the severity here',
    },
  ],

  find(evidence, settings) {
    const items = readItems(evidence);
    const vbp = readVolumeBased(evidence);
    const hits: Hit[] = [];
    let examined = 0;
    for (const item of items) {
      evidence.breathe();
      examined += item.months.size;
      const found = [...item.months.keys()].flatMap((month) => surgeOf(item, month, settings) ?? []);
      const usage = found.filter(({ perOperation }) => perOperation !== undefined && perOperation >= settings.u0);
      // a price cut is expected to raise the volume: then only more for each operation counts
      const counted = vbp.has(item.item) ? usage : found;
      if (counted.length > 0) hits.push(hitOf(evidence, item, counted, settings));
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '此前每月 20 件，本月 41 件，单台用量增加',
      sheets: { visit_item: [...history(), ...month('2024-03', 20, '2'), charged('990', screw, '1', '2024-03-30')] },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '手术台数同样翻番（新开术式）：只作低级提示',
      sheets: { visit_item: [...history(), ...month('2024-03', 41, '1')] },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '同一分类的两个品牌合并计算，换品牌加突增',
      sheets: {
        product: ['椎弓根螺钉', '脊柱螺钉'].map((name) => ({
          generic_name: name,
          class_code: '脊柱螺钉类',
          category: '高值耗材',
          vbp: '否',
        })),
        visit_item: [...history(), ...month('2024-03', 20, '2.5', { item_name: '脊柱螺钉' })],
      },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '正好两倍（40 件）：不提示',
      sheets: { visit_item: [...history(), ...month('2024-03', 20, '2')] },
      finds: [],
    },
    {
      title: '从 5 件到 14 件，不足 10 件：不提示',
      sheets: { visit_item: [...history(5), ...month('2024-03', 7, '2')] },
      finds: [],
    },
    {
      title: '历史只有五个月：不判断',
      sheets: { visit_item: [...history(20, 5), ...month('2024-03', 20, '3')] },
      finds: [],
    },
    {
      title: '集采品种因降价放量、单台用量未增：不提示',
      sheets: {
        product: [{ generic_name: screw, class_code: '', category: '高值耗材', vbp: '是' }],
        visit_item: [...history(), ...month('2024-03', 50, '1')],
      },
      finds: [],
    },
    {
      title: '退费冲减后未超过两倍：不提示',
      sheets: {
        visit_item: [...history(), ...month('2024-03', 20, '3'), charged('991', screw, '-20', '2024-03-30')],
      },
      finds: [],
    },
    {
      title: '收费明细没有类别一列：无法判断',
      sheets: {
        visit_item: [...history(), ...month('2024-03', 20, '3')].map(({ item_kind: _, ...row }) => row),
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** So many operations in one month, each with so many pieces. */
function month(of: Month, operations: number, each: string, more: Readonly<Record<string, string>> = {}) {
  return Array.from({ length: operations }, (_, i) =>
    charged(`${of.replace('-', '')}${i}`, screw, each, `${of}-${String(1 + (i % 28)).padStart(2, '0')}`, more),
  );
}

/** So many pieces in each of the months before March 2024, one for each operation. */
function history(pieces = 20, months = 6) {
  return Array.from({ length: months }, (_, i) => month(addMonths('2024-03', -1 - i), pieces, '1')).flat();
}

type Settings = Readonly<Record<'mult' | 'z0' | 'min_inc' | 'u0', number>>;

interface Use {
  readonly micro: number;
  readonly operations: number;
  /** lines that name neither visit nor patient: the number of operations is not known then */
  readonly nameless: number;
}

/** One class of consumables in one department, by month. */
interface Item {
  readonly hospital: number;
  readonly dept: string | null;
  readonly item: string;
  readonly months: ReadonlyMap<Month, Use>;
}

interface Surge {
  readonly month: Month;
  readonly micro: number;
  /** of the base, in millionths */
  readonly median: number;
  readonly z: number;
  readonly baseMonths: number;
  /** growth of the use per operation; undefined where operations cannot be counted */
  readonly perOperation: number | undefined;
}

/** The class of the catalogue, else the name: a SQL expression over `charge`. */
const itemOf = 'coalesce((select min(c.class_code) from catalogue c where c.product = charge.product), charge.name)';

/** Lines of one item of a department in a month: a SQL condition over `charge`. */
const isOfItem = `charge.hospital = :hospital and charge.dept is :dept and ${itemOf} = :item
  and charge.day >= :from and charge.day < :before and ${isHighValue}`;

function readItems(evidence: EvidenceReader): Item[] {
  const rows = evidence.all<{ hospital: number; dept: string | null; item: string; month: Month } & Use>(
    `select charge.hospital, charge.dept, ${itemOf} as item, substr(charge.day, 1, 7) as month, sum(${microQuantity}) as micro,
            count(distinct ${operation}) as operations, sum(${operation} is null) as nameless
     from charge where charge.hospital is not null and ${isHighValue} group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  );
  return [...Map.groupBy(rows, ({ hospital, dept, item }) => `${hospital} ${dept} ${item}`).values()].map((list) => {
    const { hospital, dept, item } = list[0]!;
    return { hospital, dept, item, months: new Map(list.map(({ month, ...use }) => [month, use])) };
  });
}

/** Classes or names of which the catalogue says 集采. */
const readVolumeBased = (evidence: EvidenceReader): ReadonlySet<string> =>
  new Set(
    evidence
      .all<{ item: string }>('select distinct coalesce(class_code, name) as item from catalogue where vbp = 1')
      .map(({ item }) => item),
  );

const LEAST_MONTHS = 6;

/** The months of use among the twelve before, the earliest first. */
const baseOf = ({ months }: Pick<Item, 'months'>, month: Month): Array<[Month, Use]> =>
  Array.from({ length: 12 }, (_, i) => addMonths(month, i - 12)).flatMap((each): Array<[Month, Use]> => {
    const use = months.get(each);
    return use ? [[each, use]] : [];
  });

/** What is charged, in words; behind it the class under which the catalogue counts it together. */
function itemWords(evidence: EvidenceReader, item: Item, month: Month): string {
  const names = evidence
    .all<{ name: string }>(
      `select distinct charge.name from charge where charge.name is not null and ${isOfItem} order by 1`,
      { hospital: item.hospital, dept: item.dept, item: item.item, ...boundsOf(month) },
    )
    .map(({ name }) => name);
  if (names.length === 0 || names.includes(item.item)) return item.item;
  return `${someOf(names)}（${item.item}）`;
}

/** A month against the twelve before it, of which six at least must show the item. */
function surgeOf({ months }: Item, month: Month, settings: Settings): Surge | undefined {
  const now = months.get(month)!;
  const base = baseOf({ months }, month).map(([, use]) => use);
  if (base.length < LEAST_MONTHS) return undefined;
  const used = base.map(({ micro }) => micro);
  const median = medianOf(used);
  // twice the median is a whole number even between two months
  if (median <= 0 || !isShareAbove(now.micro * 2, median * 2, settings.mult)) return undefined;
  const spread = unitsOf(1.4826 * madOf(used)) || Math.sqrt(unitsOf(median));
  const z = unitsOf(now.micro - median) / spread;
  if (z <= settings.z0 || now.micro - median < microOf(settings.min_inc)) return undefined;
  return { month, micro: now.micro, median, z, baseMonths: base.length, perOperation: growthPerOperation(now, base) };
}

function growthPerOperation(now: Use, base: readonly Use[]): number | undefined {
  if ([now, ...base].some(({ nameless, operations }) => nameless > 0 || operations === 0)) return undefined;
  const [micro, operations] = base.reduce(([sum, n], use) => [sum + use.micro, n + use.operations], [0, 0]);
  return (now.micro * operations) / (micro * now.operations) - 1;
}

function hitOf(evidence: EvidenceReader, item: Item, found: readonly Surge[], settings: Settings): Hit {
  const most = found.toSorted((a, b) => b.micro / b.median - a.micro / a.median || (a.month < b.month ? -1 : 1))[0]!;
  const hospital = evidence.party(item.hospital);
  const rows = found.flatMap(({ month }) => rowsOf(evidence, item, month));
  const repeated = rows.filter(({ isRepeated }) => isRepeated === 1).length;
  const isUsage = found.some(({ perOperation }) => perOperation !== undefined && perOperation >= settings.u0);
  const isUnknown = found.some(({ perOperation }) => perOperation === undefined);
  return {
    key: `${hospital.uid}:${item.dept ?? ''}:${item.item}`,
    severity: repeated > 0 ? 4 : isUsage ? 3 : isUnknown ? 2 : 1,
    confidence: isUsage ? 0.75 : isUnknown ? 0.5 : 0.3,
    params: {
      where: text(`${hospital.name}${item.dept ?? ''}`),
      item: text(itemWords(evidence, item, most.month)),
      months: count(found.length),
      month: text(most.month),
      quantity: number(unitsOf(most.micro)),
      median: number(unitsOf(most.median)),
    },
    measures: [
      measured(
        { zh: '最高月份与此前中位数之比', en: 'Highest month against the median before' },
        number(most.micro / most.median),
        '>',
        number(settings.mult),
        'mult',
      ),
      measured(
        { zh: '比此前中位数多', en: 'More than the median before' },
        number(unitsOf(most.micro - most.median)),
        '>=',
        number(settings.min_inc),
        'min_inc',
      ),
      measured({ zh: '稳健 z 值', en: 'Robust z' }, number(most.z), '>', number(settings.z0), 'z0'),
      ...(most.perOperation === undefined
        ? []
        : [
            isUsage
              ? measured(
                  { zh: '单台用量增长', en: 'Growth per operation' },
                  ratio(most.perOperation),
                  '>=',
                  ratio(settings.u0),
                  'u0',
                )
              : noted(
                  {
                    zh: '单台用量增长（未达阈值，属手术量增长）',
                    en: 'Growth per operation (below the threshold: more operations)',
                  },
                  ratio(most.perOperation),
                ),
          ]),
      noted({ zh: '此前有使用的月数', en: 'Months of use before' }, count(most.baseMonths)),
      ...baseOf(item, most.month).map(([month, { micro }]) =>
        noted({ zh: `${month} 使用（件）`, en: `Pieces used in ${month}` }, number(unitsOf(micro))),
      ),
      noted(
        { zh: '条码曾向其他患者收费的行', en: 'Lines whose bar code was charged to another patient' },
        count(repeated),
      ),
    ],
    fen: null,
    subjects: [{ role: 'hospital', party: item.hospital, name: hospital.name }],
    rows: rows.map(({ row }): HitRow => ({ row, field: 'quantity', role: 'evidence' })),
  };
}

/** The lines of a month; isRepeated: its bar code stands beside another patient too. */
function rowsOf(evidence: EvidenceReader, { hospital, dept, item }: Item, month: Month) {
  return evidence.all<{ row: number; isRepeated: number }>(
    `select charge.row, charge.udi is not null and exists (
              select 1 from charge other where other.udi = charge.udi and other.patient_no <> charge.patient_no) as isRepeated
     from charge where ${isOfItem} order by charge.row`,
    { hospital, dept, item, ...boundsOf(month) },
  );
}
