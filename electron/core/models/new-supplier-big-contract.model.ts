import { addDays, daysBetween } from '../../../shared/evidence/day.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { readLots, winnerOf } from './ask/lots.ts';
import { readOrderLines } from './ask/order-lines.ts';
import { readSupplierTies } from './ask/supplier-ties.ts';
import { count, day, days, fen, measured, noted, text, yuan } from './ask/values.ts';
import { bidBy } from './example-bids.ts';
import { hired, idOf, related } from './example-people.ts';
import { ordered } from './example-purchases.ts';
import type { ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** A company of the register. */
const founded = (name: string, on: string, more: ExampleRow = {}): ExampleRow => ({
  name,
  founded_on: on,
  registered_capital: '100万元人民币',
  insured_count: '1',
  legal_rep: '罗一舟',
  legal_rep_id: idOf('罗一舟'),
  ...more,
});

export default defineModel({
  id: 'new-supplier-big-contract',
  version: 1,
  group: 'G4',
  areas: ['abuse_of_power', 'key_posts', 'trade_misconduct'],
  links: ['distribution', 'sale'],
  family: 'shell',
  weight: 0.45,
  title: { zh: '新设企业获大额合同', en: 'Newly founded supplier wins big' },
  question: {
    zh: '有没有成立不久、注册资本小或几乎无人参保的企业，很快获得大额订单或中标？',
    en: 'Did a company win large orders or tenders soon after it was founded, with little capital or hardly any insured staff?',
  },
  summary: {
    zh: '{{company}}于 {{founded}} 成立，{{age}} 天后（{{first}}）首次中标或供货，其后一年内合计 {{fen}}',
    en: '{{company}} was founded on {{founded}}, first won or delivered {{age}} days later ({{first}}), and {{fen}} in the year from then',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '没有公开规则。成立天数、金额和与资本的倍数来自核查实践，可按案件调整。',
        en: 'No published rule. Age, amount and multiple of the capital come from practice and can be set per case.',
      },
      own: true,
    },
  ],
  needs: [
    { category: 'company', fields: ['founded_on'] },
    { category: 'bid', fields: ['bidder'], or: 'purchase' },
  ],
  settings: [
    {
      name: 'age',
      label: { zh: '成立至首次中标或供货', en: 'From founding to the first award or order' },
      unit: days,
      default: 365,
      min: 30,
      max: 1825,
      step: 5,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'min',
      label: { zh: '首年金额下限', en: 'Least in the first year' },
      unit: yuan,
      default: 500_000,
      min: 10_000,
      max: 1_000_000_000,
      step: 10_000,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'ratio',
      label: { zh: '金额与注册资本之比', en: 'Amount against the capital' },
      unit: { zh: '倍', en: 'times' },
      default: 5,
      min: 0.5,
      max: 100,
      step: 0.5,
      basis: { zh: '本工具判断；或参保人数不超过 2 人', en: 'Judgement; or at most two insured' },
    },
  ],
  innocent: [
    {
      zh: '成熟集团新设的子公司、更名改制后的企业',
      en: 'A new subsidiary of an established group, a company founded anew',
    },
    { zh: '掌握独家产品的初创企业', en: 'A start-up with a product of its own' },
  ],
  blindSpots: [
    { zh: '登记信息没有成立日期的企业不判断', en: 'Companies whose founding date is not given are not judged' },
    {
      zh: '登记的成立日期晚于首次中标或供货的，多为更名或登记错误，不判断',
      en: 'Where the founding date lies after the first award or order, mostly a change of name or a slip, nothing is judged',
    },
    { zh: '借用老企业外壳的看不到', en: 'An old company taken over as a shell is not seen' },
  ],

  find(evidence, settings) {
    const companies = readFounded(evidence);
    const business = businessOf(evidence);
    const ties = readSupplierTies(evidence);
    const hits: Hit[] = [];
    for (const company of companies) {
      const all = business.get(company.company);
      const first = all?.[0]?.day;
      if (!all || first === undefined || first < company.founded || daysBetween(company.founded, first) > settings.age)
        continue;
      const year = all.filter((each) => each.day < addDays(first, 365));
      const [awards, orders] = (['award', 'order'] as const).map((kind) => year.filter((each) => each.kind === kind));
      // an order is what an award led to: the two are never added
      const counted = sumOf(awards!) >= sumOf(orders!) ? awards! : orders!;
      const total = sumOf(counted);
      const { capital, insured } = company;
      const isThin =
        (capital !== null && capital > 0 && isShareAtLeast(total, capital, settings.ratio)) ||
        (insured !== null && insured <= 2);
      if (total < fenOf(settings.min) || !isThin || isSubsidiary(evidence, company)) continue;
      const tied = ties.between(company.company, null);
      hits.push(hitOf(evidence, company, { first, counted, total, tied }, settings));
    }
    return { examined: companies.length, hits };
  },

  examples: [
    {
      title: '成立九十天中标 200 万元，注册资本 20 万元',
      sheets: {
        company: [
          founded('澄溪宏启医疗器械有限公司', '2024-01-05', { registered_capital: '20万元人民币', insured_count: '8' }),
        ],
        bid: [
          bidBy('澄溪宏启医疗器械有限公司', 'ZB-1', '2024-04-04', '2000000', {
            is_winner: '是',
            award_amount: '2000000',
          }),
        ],
      },
      finds: ['澄溪宏启医疗器械有限公司'],
    },
    {
      title: '成立后第 365 天首次供货，首年合计正好 50 万元，参保 2 人',
      sheets: {
        company: [founded('澄溪宏启医疗器械有限公司', '2023-01-05', { insured_count: '2' })],
        purchase: [
          ordered('望川市人民医院', '2024-01-05', '1000.00', '200', { supplier: '澄溪宏启医疗器械有限公司' }),
          ordered('望川市人民医院', '2024-06-05', '1000.00', '300', { supplier: '澄溪宏启医疗器械有限公司' }),
        ],
      },
      finds: ['澄溪宏启医疗器械有限公司'],
    },
    {
      title: '护士丈夫名下的新企业供货 60 万元',
      sheets: {
        company: [founded('澄溪宏启医疗器械有限公司', '2024-01-05')],
        staff: [hired('叶知秋', '望川市人民医院', { title: '主管护师' })],
        kinship: [related('叶知秋', '罗一舟', '丈夫', { relative_company: '澄溪宏启医疗器械有限公司' })],
        purchase: [ordered('望川市人民医院', '2024-03-05', '1000.00', '600', { supplier: '澄溪宏启医疗器械有限公司' })],
      },
      finds: ['澄溪宏启医疗器械有限公司'],
    },
    {
      title: '成立后第 366 天才首次供货：不提示',
      sheets: {
        company: [founded('澄溪宏启医疗器械有限公司', '2023-01-04')],
        purchase: [ordered('望川市人民医院', '2024-01-05', '1000.00', '600', { supplier: '澄溪宏启医疗器械有限公司' })],
      },
      finds: [],
    },
    {
      title: '首年 499 999.99 元：不提示',
      sheets: {
        company: [founded('澄溪宏启医疗器械有限公司', '2024-01-05')],
        purchase: [
          ordered('望川市人民医院', '2024-03-05', '1', '499999', {
            supplier: '澄溪宏启医疗器械有限公司',
            amount: '499999.99',
          }),
        ],
      },
      finds: [],
    },
    {
      title: '参保 12 人、资本 100 万元，金额不到资本的五倍：不提示',
      sheets: {
        company: [founded('澄溪宏启医疗器械有限公司', '2024-01-05', { insured_count: '12' })],
        purchase: [
          ordered('望川市人民医院', '2024-03-05', '1000.00', '4999', { supplier: '澄溪宏启医疗器械有限公司' }),
        ],
      },
      finds: [],
    },
    {
      title: '老牌集团持股一半的新子公司：不提示',
      sheets: {
        company: [
          founded('澄溪宏启医疗器械有限公司', '2024-01-05'),
          founded('启衡药业有限公司', '2009-01-05', {
            legal_rep: '薛明远',
            legal_rep_id: idOf('薛明远'),
            insured_count: '300',
          }),
        ],
        company_person: [
          {
            company_name: '澄溪宏启医疗器械有限公司',
            person_name: '启衡药业有限公司',
            person_type: '企业法人',
            share_pct: '50%',
          },
        ],
        purchase: [ordered('望川市人民医院', '2024-03-05', '1000.00', '600', { supplier: '澄溪宏启医疗器械有限公司' })],
      },
      finds: [],
    },
    {
      title: '资本和参保人数都没有：不知道的不算，不提示',
      sheets: {
        company: [founded('澄溪宏启医疗器械有限公司', '2024-01-05', { registered_capital: '', insured_count: '' })],
        purchase: [ordered('望川市人民医院', '2024-03-05', '1000.00', '600', { supplier: '澄溪宏启医疗器械有限公司' })],
      },
      finds: [],
    },
    {
      title: '没有企业登记信息：无法判断',
      sheets: { purchase: [ordered('望川市人民医院', '2024-03-05', '1000.00', '600')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Founded {
  readonly row: number;
  readonly company: number;
  readonly founded: string;
  /** fen of yuan; null where it is not given or in another currency */
  readonly capital: number | null;
  readonly insured: number | null;
}

/** Companies with their founding day; of several lines of the register the earliest day, then the line that knows most. */
function readFounded(evidence: EvidenceReader): Founded[] {
  const rows = evidence.all<Founded>(
    `select row, company, founded_day as founded, iif(capital_currency = 'CNY', capital_fen, null) as capital, insured from company
     where company is not null and founded_day is not null
     order by founded_day, capital_fen is null, insured is null, capital_fen desc, insured desc, row`,
  );
  return [...Map.groupBy(rows, ({ company }) => company).values()].map((list) => list[0]!);
}

/** What a company won or delivered. */
interface Business {
  readonly kind: 'award' | 'order';
  readonly row: number;
  readonly field: string;
  readonly day: string;
  readonly fen: number;
  readonly hospital: number | null;
}

/** Company → awards and orders with written amounts, by day. */
function businessOf(evidence: EvidenceReader): Map<number, Business[]> {
  const business = new Map<number, Business[]>();
  const put = (company: number, each: Business) => {
    const known = business.get(company);
    if (known) known.push(each);
    else business.set(company, [each]);
  };
  for (const lot of readLots(evidence))
    for (const { row, bidder, award, awardWritten, buyer } of lot.bids)
      if (award !== null && award > 0 && winnerOf(lot) === bidder)
        put(bidder, {
          kind: 'award',
          row,
          field: awardWritten === 1 ? 'award_amount' : 'bid_amount',
          day: lot.day,
          fen: award,
          hospital: buyer,
        });
  for (const { row, supplier, written, fen: amount, day: on, hospital } of readOrderLines(evidence))
    if (supplier !== null && written && amount !== null && amount > 0)
      put(supplier, { kind: 'order', row, field: 'amount', day: on, fen: amount, hospital });
  for (const list of business.values()) list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row));
  return business;
}

const sumOf = (list: readonly Business[]): number => list.reduce((sum, each) => sum + each.fen, 0);

/** A company older than three years holds half of it or more. */
const isSubsidiary = (evidence: EvidenceReader, { company, founded: on }: Founded): boolean =>
  evidence
    .all<{ founded: string }>(
      `select c.founded_day as founded from company_person p join company c on c.company = p.holder
       where p.company = :company and cast(coalesce(p.share, '0') as real) >= 50 and c.founded_day is not null`,
      { company },
    )
    .some((parent) => parent.founded <= addDays(on, -3 * 365));

function hitOf(
  evidence: EvidenceReader,
  { row, company, founded: on, capital, insured }: Founded,
  {
    first,
    counted,
    total,
    tied,
  }: { first: string; counted: readonly Business[]; total: number; tied: readonly HitRow[] },
  settings: Readonly<Record<'age' | 'min' | 'ratio', number>>,
): Hit {
  const { uid, name } = evidence.party(company);
  const buyers = [...new Set(counted.flatMap(({ hospital }) => hospital ?? []))]
    .map((party) => ({ role: 'buyer', party, name: evidence.party(party).name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const age = daysBetween(on, first);
  return {
    key: uid,
    severity: tied.length > 0 ? 3 : 2,
    confidence: 0.7,
    params: { company: text(name), founded: day(on), age: count(age), first: day(first), fen: fen(total) },
    measures: [
      measured(
        { zh: '成立至首次中标或供货（天）', en: 'Days from founding' },
        count(age),
        '<=',
        count(settings.age),
        'age',
      ),
      measured({ zh: '首年金额', en: 'Amount of the first year' }, fen(total), '>=', fen(fenOf(settings.min)), 'min'),
      ...(capital === null
        ? []
        : [
            measured(
              { zh: '与注册资本的若干倍相比', en: 'Against the multiple of the capital' },
              fen(total),
              isShareAtLeast(total, capital, settings.ratio) ? '>=' : 'none',
              fen(Math.round(capital * settings.ratio)),
              'ratio',
            ),
          ]),
      ...(insured === null ? [] : [noted({ zh: '参保人数', en: 'Insured people' }, count(insured))]),
      noted({ zh: '与医院人员的联系', en: 'Links to hospital staff' }, count(tied.length)),
    ],
    fen: total,
    subjects: [{ role: 'supplier', party: company, name }, ...buyers],
    rows: [
      ...counted.map((each): HitRow => ({ row: each.row, field: each.field, role: 'evidence' })),
      { row, field: 'founded_on', role: 'evidence', note: { zh: '成立日期', en: 'Founding date' } },
      ...tied,
    ],
  };
}
