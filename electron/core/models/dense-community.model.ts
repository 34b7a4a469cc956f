import { communitiesOf } from '../graph/metrics/communities.ts';
import type { Edge } from '../graph/metrics/graph-lists.ts';
import { withoutLeaves } from '../graph/metrics/k-core.ts';
import { isShareAtLeast } from './ask/exact.ts';
import { type Flow, readFlows, sumOf } from './ask/flows.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { businesslike, readMoneyGraph } from './ask/money-graph.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { readStaffFamily } from './ask/staff-family.ts';
import { count, fen, measured, noted, ownJudgement, ratio, share, text } from './ask/values.ts';
import { hired, idOf } from './example-people.ts';
import { type ExampleRow, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

const SMALLEST = 4;
const LARGEST = 60;
const LEAST_STAFF = 2;

// for the examples
const hospital = '澄溪市第一人民医院';
const doctors = ['叶知秋', '薛明远', '孟以宁'] as const;
const staff = doctors.map((name) => hired(name, hospital));
const maker = '瑞澜医药有限公司';
const promoter = '澄溪合禾推广服务有限公司';
const pay = (from: string, to: string, yuan: string, memo = '服务费'): ExampleRow => ({
  ...paid(from, to, yuan, '2024-03-05', memo),
  holder_id_no: from.length < 4 ? idOf(from) : '',
  counterparty_id_no: to.length < 4 ? idOf(to) : '',
});
/** A maker, its promoter and three doctors, both paying all of them: 8 of 10 pairs. */
const circle = (memo = '服务费'): ExampleRow[] => [
  pay(maker, promoter, '200000.00', memo),
  ...doctors.map((name) => pay(promoter, name, '40000.00', memo)),
  ...doctors.map((name) => pay(maker, name, '20000.00', memo)),
  pay('叶知秋', '薛明远', '10000.00', memo),
];
/** Other business of the maker, with a firm that deals with others. */
const elsewhere = (yuan: string): ExampleRow[] => [
  pay(maker, '澄溪物业服务有限公司', yuan, '物业费'),
  pay('澄溪物业服务有限公司', '澄溪锦程贸易有限公司', '2000000.00', '货款'),
];

export default defineModel({
  id: 'dense-community',
  version: 2,
  group: 'G7',
  areas: ['key_posts', 'society_profit', 'trade_misconduct'],
  links: ['distribution', 'sale', 'use'],
  family: 'network',
  weight: 0.25,
  title: { zh: '紧密资金社群', en: 'Dense community' },
  question: {
    zh: '是否有供货企业、推广公司与多名医务人员组成的小团体，成员的资金主要在彼此之间流动？',
    en: 'Is there a small circle of companies of the trade and several members of hospitals whose money mostly moves among themselves?',
  },
  summary: {
    zh: '{{first}}等 {{size}} 个主体（医药企业 {{companies}} 家、由其付款的医务人员 {{staff}} 名）相互往来 {{fen}}，{{edges}} 对有直接往来（{{density}}）；所在社群 {{inside}} 的资金在内部流动',
    en: '{{first}} and others, {{size}} parties with {{companies}} companies of the trade and {{staff}} members of hospitals whom they pay, moved {{fen}} among themselves; {{edges}} pairs deal directly ({{density}}), and {{inside}} of the money of their community stays inside',
  },
  basis: [
    {
      source: {
        zh: 'Blondel 等《大型网络社群的快速发现》（2008，Louvain 方法）',
        en: 'Blondel et al., Fast unfolding of communities in large networks (2008, the Louvain method)',
      },
      text: {
        zh: '按资金额把主体划入内部往来多、对外往来少的社群；超过 60 个主体的再次划分。只与一个主体往来的不参与划分，归入对方的社群。',
        en: 'Parties are divided by money into communities with much inside and little outside; those of more than 60 are divided again. Whoever deals with one party only takes no part in this and belongs to the community of that party.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '4–60 个主体、内部资金六成、直接往来两成（不算只与一个成员往来的边缘主体）、至少一家医药企业和两名由企业一方付款的医务人员，没有公开标准，由本工具给出。',
        en: "4 to 60 parties, 0.6 of the money, 0.2 of the pairs (without those who deal with one member only), a company of the trade and two members of hospitals paid from the side of the companies are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'f',
      label: { zh: '内部资金占比', en: 'Share of money inside' },
      unit: share,
      default: 0.6,
      min: 0.3,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
    {
      name: 'd',
      label: { zh: '直接往来的对数占比', en: 'Share of pairs that deal directly' },
      unit: share,
      default: 0.2,
      min: 0.05,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
  ],
  innocent: [
    {
      zh: '一家医院与其供货商、员工之间往来本来就密（医院的款项不参与计算）',
      en: 'A hospital with its suppliers and staff is dense by nature (money of hospitals takes no part)',
    },
    { zh: '亲友、合伙人之间的日常往来', en: 'Everyday money among relatives, friends and partners' },
    { zh: '有合同、有成果的长期合作', en: 'Lasting cooperation under contract with results' },
  ],
  blindSpots: [
    {
      zh: '只调取了少数账户的流水时，账户周围显得紧密，别处看不到',
      en: 'With few statements the surroundings of those accounts look dense and the rest is not seen',
    },
    {
      zh: '一家企业直接付给很多人的（星形）不密，见分散转出；隔多手的见资金回流、中间人',
      en: 'One company that pays many people is no dense circle, see fan-out; longer ways are for round trips and brokers',
    },
    {
      zh: '每个主体只归入一个社群；社群边界是计算结果，不是事实',
      en: 'Each party is put into one community; where it ends is a computation, not a fact',
    },
    {
      zh: '摘要写明工资、退款、借款的款项不计，摘要可能不实',
      en: 'What the memo calls wages, refunds or loans does not count, and memos may be untrue',
    },
  ],
  coverage(evidence) {
    if (readMedicalStaff(evidence).size > 0) return [];
    return [{ id: 'staff', words: { zh: '没有任何表写明医院人员', en: 'No sheet names members of hospitals' } }];
  },

  find(evidence, settings) {
    const { parties, edges } = readMoneyGraph(evidence);
    const trade = readPharmaCompanies(evidence);
    const { community, core } = divide(parties.length, edges);
    const outside = crossing(community, edges);
    const hits: Hit[] = [];
    for (const [first, places] of Map.groupBy(parties.keys(), (place) => community[place]!)) {
      evidence.breathe();
      const dealing = places.filter((place) => core.has(place)).length;
      if (dealing < SMALLEST || dealing > LARGEST) continue;
      const members = new Set(places.map((place) => parties[place]!));
      if (![...members].some((party) => trade.has(party))) continue;
      const flows = [...members]
        .flatMap((payer) => readFlows(evidence).outOf(payer))
        .filter(({ payee, explained }) => members.has(payee) && !explained);
      const inside = sumOf(flows);
      const money = inside + (outside.get(first) ?? 0);
      if (!isShareAtLeast(inside, money, settings.f)) continue;
      // memos and contracts are read only where the payments alone would do
      if (!isDense(coreOf(evidence, parties, flows), settings.d)) continue;
      const circle = coreOf(evidence, parties, businesslike(evidence, flows));
      if (isDense(circle, settings.d))
        hits.push(hitOf(evidence, circle, { members: members.size, inside, money }, settings));
    }
    return { examined: parties.length, hits };
  },

  examples: [
    { title: '企业、推广公司与三名医生之间互相付款', sheets: { staff, bank_flow: circle() }, finds: [promoter] },
    {
      title: '内部资金正好六成',
      sheets: { staff, bank_flow: [...circle(), ...elsewhere('260000.00')] },
      finds: [maker],
    },
    {
      title: '内部资金差一分不到六成：不提示',
      sheets: { staff, bank_flow: [...circle(), ...elsewhere('260000.01')] },
      finds: [],
    },
    {
      title: '互有往来的两家企业都付给同样的两名医生',
      sheets: {
        staff,
        bank_flow: [
          pay(maker, promoter, '20000.00'),
          ...[maker, promoter].flatMap((from) => doctors.slice(0, 2).map((name) => pay(from, name, '20000.00'))),
        ],
      },
      finds: [maker],
    },
    {
      title: '一名医生另有一笔大额房款付给与别人没有往来的卖方：仍提示',
      sheets: { staff, bank_flow: [...circle(), pay('薛明远', '何静川', '3000000.00', '购房款')] },
      finds: ['薛明远'],
    },
    {
      title: '一家企业付给十一人（星形）：不提示',
      sheets: {
        staff,
        bank_flow: [...doctors, '韩思齐', '罗一舟', '江若水', '陶安然', '白若川', '江映雪', '沈以墨', '秦望舒'].map(
          (name) => pay(maker, name, '20000.00'),
        ),
      },
      finds: [],
    },
    {
      title: '只有一名医生由企业付款，另一名收的是同事转账：不提示',
      sheets: {
        staff,
        bank_flow: [
          pay(maker, promoter, '50000.00'),
          pay(promoter, '叶知秋', '40000.00'),
          pay(maker, '叶知秋', '40000.00'),
          pay('叶知秋', '薛明远', '30000.00'),
          pay('薛明远', '叶知秋', '20000.00'),
        ],
      },
      finds: [],
    },
    {
      title: '没有医药企业：不提示',
      sheets: {
        staff,
        bank_flow: circle().map((row) => ({
          ...row,
          holder_name:
            row.holder_name === maker ? '韩思齐' : row.holder_name === promoter ? '罗一舟' : row.holder_name!,
          holder_account: '',
          holder_id_no: '',
          counterparty_name: row.counterparty_name === promoter ? '罗一舟' : row.counterparty_name!,
          counterparty_account: '',
        })),
      },
      finds: [],
    },
    {
      title: '医院付给供货商和员工：医院不参与，不提示',
      sheets: {
        staff,
        bank_flow: [maker, promoter, ...doctors].map((name) => pay(hospital, name, '60000.00', '款项')),
      },
      finds: [],
    },
    { title: '摘要都写明工资：不提示', sheets: { staff, bank_flow: circle('工资') }, finds: [] },
    {
      title: '没有医院人员：无法判断',
      sheets: { bank_flow: circle() },
      finds: [],
      cannotJudge: true,
    },
    {
      title: '没有银行流水：无法判断',
      sheets: { staff, conference: [meeting('云澜骨科春季论坛', '2024-04-12')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/**
 * The community of each party. One large payment to somebody who deals with nobody else would draw a person away from those with whom money
 * goes round: communities are made of those who are left when whoever deals with one other only is taken away, again and again. Whoever deals
 * with one of them and with nobody else belongs to the community of that party; the others are outside.
 */
function divide(size: number, edges: readonly Edge[]): { community: Uint32Array; core: ReadonlySet<number> } {
  const core = withoutLeaves(edges);
  const community = communitiesOf(
    size,
    edges.filter(({ from, to }) => core.has(from) && core.has(to)),
    LARGEST,
  );
  const partners = new Map<number, Set<number>>();
  for (const { from, to } of edges) {
    partners.set(from, (partners.get(from) ?? new Set()).add(to));
    partners.set(to, (partners.get(to) ?? new Set()).add(from));
  }
  for (const [leaf, others] of partners) {
    const [only] = others;
    if (others.size === 1 && core.has(only!)) community[leaf] = community[only!]!;
  }
  return { community, core };
}

/** Community → fen between its members and others. */
function crossing(community: Uint32Array, edges: readonly Edge[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { from, to, weight } of edges) {
    const [one, other] = [community[from]!, community[to]!];
    if (one === other) continue;
    sums.set(one, (sums.get(one) ?? 0) + weight);
    sums.set(other, (sums.get(other) ?? 0) + weight);
  }
  return sums;
}

/** What is left of a community without those who deal with one member only: landlords, friends, shops. */
interface Core {
  /** those with most money in the case first */
  readonly members: readonly number[];
  readonly companies: readonly number[];
  /** members of hospitals whom, or whose relatives, a company pays, or somebody whom a company paid: not colleagues and friends alone */
  readonly staff: ReadonlySet<number>;
  readonly flows: readonly Flow[];
  readonly edges: number;
  readonly pairs: number;
}

function coreOf(evidence: EvidenceReader, order: readonly number[], flows: readonly Flow[]): Core {
  const core = withoutLeaves(flows.map(({ payer, payee }) => ({ from: payer, to: payee })));
  const trade = readPharmaCompanies(evidence);
  const members = order.filter((party) => core.has(party));
  const within = flows.filter(({ payer, payee }) => core.has(payer) && core.has(payee));
  return {
    members,
    companies: members.filter((party) => trade.has(party)),
    staff: staffOf(evidence, within),
    flows: within,
    edges: new Set(within.map(({ payer, payee }) => `${Math.min(payer, payee)} ${Math.max(payer, payee)}`)).size,
    pairs: (members.length * (members.length - 1)) / 2,
  };
}

function staffOf(evidence: EvidenceReader, flows: readonly Flow[]): Set<number> {
  const family = readStaffFamily(evidence);
  const trade = readPharmaCompanies(evidence);
  const paidByTrade = new Set(flows.filter(({ payer }) => trade.has(payer)).map(({ payee }) => payee));
  const staffPaid = flows.flatMap(({ payer, payee }) => {
    const isBusiness = evidence.party(payer).kind !== 'person' || paidByTrade.has(payer);
    return isBusiness && family.memberOf(payer) === undefined ? (family.memberOf(payee)?.staff ?? []) : [];
  });
  return new Set(staffPaid);
}

const isDense = ({ members, companies, staff: reached, edges, pairs }: Core, d: number): boolean =>
  members.length >= SMALLEST && companies.length > 0 && reached.size >= LEAST_STAFF && isShareAtLeast(edges, pairs, d);

function hitOf(
  evidence: EvidenceReader,
  { members, companies, staff: reached, flows, edges, pairs }: Core,
  whole: { readonly members: number; readonly inside: number; readonly money: number },
  { f, d }: Readonly<Record<'f' | 'd', number>>,
): Hit {
  const named = members.map((party) => evidence.party(party));
  const three = (value: number) => Math.round(value * 1000) / 1000;
  const [inside, density] = [three(whole.inside / whole.money), three(edges / pairs)];
  const isAlone = flows.every(({ payerAlone, payeeAlone }) => payerAlone || payeeAlone);
  return {
    key: named.map(({ uid }) => uid).sort()[0]!,
    severity: reached.size > LEAST_STAFF ? 2 : 1,
    confidence: (isAlone ? 0.3 : 0.5) * (flows.every(({ doubtful }) => doubtful) ? 0.5 : 1),
    params: {
      first: text(named[0]!.name),
      size: count(members.length),
      companies: count(companies.length),
      staff: count(reached.size),
      fen: fen(sumOf(flows)),
      inside: ratio(inside),
      edges: count(edges),
      density: ratio(density),
    },
    measures: [
      measured(
        { zh: '社群内部资金占比', en: 'Share of money inside the community' },
        ratio(inside),
        '>=',
        ratio(f),
        'f',
      ),
      measured(
        { zh: '核心直接往来的对数占比', en: 'Share of pairs of the core that deal directly' },
        ratio(density),
        '>=',
        ratio(d),
        'd',
      ),
      noted({ zh: '核心主体', en: 'Parties of the core' }, count(members.length)),
      noted(
        { zh: '社群主体（含只与一个成员往来的）', en: 'Parties with those who deal with one member only' },
        count(whole.members),
      ),
      noted({ zh: '医药企业', en: 'Companies of the trade' }, count(companies.length)),
      noted(
        { zh: '由企业一方付款的医务人员', en: 'Members of hospitals paid from the side of the companies' },
        count(reached.size),
      ),
      noted({ zh: '社群与外部往来', en: 'Money of the community with others' }, fen(whole.money - whole.inside)),
    ],
    fen: sumOf(flows),
    subjects: named.map(({ id, kind, name }) => ({ role: kind === 'person' ? 'person' : 'company', party: id, name })),
    rows: flows.map(
      ({ row }): HitRow => ({
        row,
        field: 'amount',
        role: 'evidence',
        note: { zh: '核心成员之间的往来', en: 'Among the core' },
      }),
    ),
  };
}
