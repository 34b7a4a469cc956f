import { betweenness } from '../graph/metrics/betweenness.ts';
import { directedLists } from '../graph/metrics/graph-lists.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { type Flow, readFlows, sumOf } from './ask/flows.ts';
import { readMedicalStaff, readOtherEmployees } from './ask/medical-staff.ts';
import { businesslike, readMoneyGraph } from './ask/money-graph.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { readOfficials } from './ask/regulators.ts';
import { readStaffFamily } from './ask/staff-family.ts';
import { readTradeGroups } from './ask/staff-payments.ts';
import { count, fen, measured, noted, number, ownJudgement, people, text, yuan } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { ordered } from './example-purchases.ts';
import { type ExampleRow, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** Nobody but the broker between a company and a member: longer paths run through every shop and landlord. */
const STEPS = 2;
/** In a small case one in a hundred is nobody: so many are always looked at. */
const LEAST_TOP = 10;
/** Whoever stands between is one more hand where the payments on either side make up at least half of all that he received. */
const CONDUIT = 0.5;
/** Whoever has more payments than this is a business of his own, and no hand in between. */
const HAND_MOST = 500;
const LARGE = fenOf(100_000);

// for the examples
const hospital = '澄溪市第一人民医院';
const agent = '秦望舒';
const doctors = ['叶知秋', '薛明远', '孟以宁'] as const;
const makers = ['瑞澜医药有限公司', '启衡药业有限公司', '云禾生物科技有限公司'] as const;
const staff = doctors.map((name) => hired(name, hospital));
const pay = (from: string, to: string, yuan: string, on: string, memo = '服务费'): ExampleRow => ({
  ...paid(from, to, yuan, on, memo),
  holder_id_no: from.length < 4 ? idOf(from) : '',
  counterparty_id_no: to.length < 4 ? idOf(to) : '',
});
const into = (by: readonly string[] = makers, yuan = '20000.00', to: string = agent): ExampleRow[] =>
  by.map((from, i) => pay(from, to, yuan, `2024-03-0${i + 1}`));
const out = (to: readonly string[] = doctors, yuan = '10000.00', from: string = agent): ExampleRow[] =>
  to.map((name, i) => pay(from, name, yuan, `2024-03-1${i}`, '往来'));

export default defineModel({
  id: 'intermediary-broker',
  version: 2,
  group: 'G7',
  areas: ['abuse_of_power', 'key_posts', 'trade_misconduct'],
  links: ['distribution', 'sale', 'use'],
  family: 'network',
  weight: 0.35,
  title: { zh: '中间人（介数中心）', en: 'Intermediary broker' },
  question: {
    zh: '谁处在互不关联的多家供货企业与多名医务、监管人员之间，资金经其手由企业流向个人？',
    en: 'Who stands between several unconnected companies of the trade and several members of hospitals or authorities, so that money runs from the one to the other through his hands?',
  },
  summary: {
    zh: '{{broker}}从 {{groups}} 家互不关联的医药企业收到 {{in}}，向 {{staff}} 名医务、监管人员（含亲属）付出 {{out}}；在企业到人员只隔一手的资金路径中居第 {{rank}} 位',
    en: '{{broker}} received {{in}} from {{groups}} unconnected companies of the trade and paid {{out}} to {{staff}} members of hospitals or authorities or their relatives; number {{rank}} of those who alone stand between the two',
  },
  basis: [
    {
      source: {
        zh: 'Brandes《介数中心性的更快算法》（2001）及其子集变体（2008）',
        en: 'Brandes, A faster algorithm for betweenness centrality (2001), and its variant on subsets (2008)',
      },
      text: {
        zh: '介数：所有起点到终点的最短路径中，经过某一主体的份额之和。这里起点为医药企业，终点为医务、监管人员，中间只隔一手，不穿过销售货物的企业。',
        en: 'Betweenness: over all pairs of a start and an end, the share of the shortest paths that pass through a party. Here paths start at companies of the trade, end at staff and officials, pass through one party only, and never through companies that sell goods.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '前百分之一（至少十名）、两组企业、两名人员、一万元和“中间一手收入的一半以上”没有公开标准，由本工具给出。',
        en: "One in a hundred (ten at least), two groups, two people, 10,000 yuan and the half of what a hand in between received are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'top',
      label: { zh: '介数排名', en: 'Rank by betweenness' },
      unit: { zh: '前百分之几（比例）', en: 'share of all parties' },
      default: 0.01,
      min: 0.001,
      max: 1,
      step: 0.001,
      basis: ownJudgement,
    },
    {
      name: 'pivots',
      label: { zh: '起点数上限', en: 'Most starting points' },
      unit: { zh: '家', en: 'companies' },
      default: 256,
      min: 16,
      max: 100_000,
      step: 16,
      basis: {
        zh: '通行做法：起点更多时按付款额排序等距取样，结果为估计；不多于此数时为精确值',
        en: 'Usual practice: beyond it, starting points are taken at equal steps from the list by money paid and the figure is an estimate; up to it the figure is exact',
      },
    },
    {
      name: 'groups',
      label: { zh: '互不关联的企业', en: 'Unconnected companies' },
      unit: { zh: '家', en: 'companies' },
      default: 2,
      min: 2,
      max: 50,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'staff',
      label: { zh: '医务、监管人员', en: 'Members of hospitals or authorities' },
      unit: people,
      default: 2,
      min: 2,
      max: 50,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'min',
      label: { zh: '收入、付出各自的起点', en: 'Least in and least out' },
      unit: yuan,
      default: 10_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '企业销售负责人依规报销、垫付', en: 'A sales manager with lawful reimbursements and advances' },
    {
      zh: '有合同、有成果的咨询、会务、科研协作',
      en: 'Consulting, conferences or research under contract with results',
    },
    { zh: '个人之间的借贷、合伙、房屋买卖', en: 'Private loans, partnerships, the sale of a house' },
  ],
  blindSpots: [
    {
      zh: '至少要有一家企业、一名人员与其直接往来；其余可再经一手，只收一家企业的钱、并把收入的一半以上转出的才算这一手',
      en: 'With one company and one member at least he must deal directly; the others may be one more hand away, who was paid by one company and handed on at least half of what he received',
    },
    {
      zh: '只看资金：不付钱、只牵线的中间人看不到；现金交付的一段看不到',
      en: 'Only money is seen: not those who merely introduce, nor what was handed over in cash',
    },
    {
      zh: '医院、机关、银行、支付机构、税务、社保、平台天然连接众人，不参与；学协会另有模型；销售货物的企业自己付款见其他模型',
      en: 'Hospitals, authorities, banks, payment institutions, tax, social insurance and platforms join everybody by nature and take no part; societies and payments of companies that sell goods have models of their own',
    },
    {
      zh: '摘要写明工资、退款、借款的款项不计，摘要可能不实',
      en: 'What the memo calls wages, refunds or loans does not count, and memos may be untrue',
    },
    {
      zh: '只有调取了流水的账户才看得到其全部收付',
      en: 'Only of accounts whose statements were imported everything in and out is seen',
    },
  ],
  coverage(evidence) {
    if (readMedicalStaff(evidence).size + readOfficials(evidence).size > 0) return [];
    return [
      {
        id: 'staff',
        words: {
          zh: '没有任何表写明医院或监管机关的人员',
          en: 'No sheet names members of hospitals or authorities',
        },
      },
    ];
  },

  find(evidence, settings) {
    const sides = readSides(evidence);
    const graph = readMoneyGraph(evidence);
    const between = centrality(evidence, sides, settings.pivots);
    const ranked = [...between.keys()].filter((place) => between[place]! > 0).sort((a, b) => between[b]! - between[a]!);
    const most = Math.max(LEAST_TOP, Math.ceil(settings.top * graph.parties.length));
    const last = ranked[most - 1];
    const least = last === undefined ? 0 : between[last]!;
    const hits: Hit[] = [];
    for (const [at, place] of ranked.entries()) {
      evidence.breathe();
      if (between[place]! < least) break;
      const party = graph.parties[place]!;
      if (!mayBroker(evidence, sides, party)) continue;
      // memos and contracts are read only where the payments alone would do
      if (!isBroker(handsOf(evidence, sides, party, unexplained), settings)) continue;
      const hands = handsOf(evidence, sides, party, (flows) => businesslike(evidence, flows));
      if (isBroker(hands, settings))
        hits.push(hitOf(evidence, party, hands, { rank: at + 1, of: most, between: between[place]! }, settings));
    }
    return { examined: graph.parties.length, hits };
  },

  examples: [
    { title: '三家企业付给一人，他转给三名医生', sheets: { staff, bank_flow: [...into(), ...out()] }, finds: [agent] },
    {
      title: '两家企业、两名医生，收付各一万元：正好',
      sheets: {
        staff,
        bank_flow: [...into(makers.slice(0, 2), '5000.00'), ...out(doctors.slice(0, 2), '5000.00')],
      },
      finds: [agent],
    },
    {
      title: '咨询公司居中，另有一人接手转给医生的妻子',
      sheets: {
        staff,
        kinship: [related('叶知秋', '白若川', '配偶')],
        bank_flow: [
          ...into(makers, '40000.00', '澄溪锦程信息咨询中心'),
          pay('澄溪锦程信息咨询中心', '薛明远', '9000.00', '2024-03-10'),
          pay('澄溪锦程信息咨询中心', '罗一舟', '60000.00', '2024-03-11'),
          pay('罗一舟', '白若川', '55000.00', '2024-03-12', '转账'),
        ],
      },
      finds: ['澄溪锦程信息咨询中心'],
    },
    {
      title: '只有一家企业；只有一名医生；差一分一万元：不提示',
      sheets: {
        staff,
        bank_flow: [
          ...into(makers.slice(0, 1), '60000.00', '江若水'),
          ...out(doctors, '10000.00', '江若水'),
          ...into(makers, '20000.00', '陶安然'),
          ...out(doctors.slice(0, 1), '30000.00', '陶安然'),
          ...into(makers.slice(0, 2), '5000.00', '罗一舟'),
          ...out(['叶知秋'], '5000.00', '罗一舟'),
          ...out(['薛明远'], '4999.99', '罗一舟'),
        ],
      },
      finds: [],
    },
    {
      title: '两家企业登记在同一法定代表人名下，按一家计：不提示',
      sheets: {
        staff,
        company: makers
          .slice(0, 2)
          .map((name) => ({ name, role: '配送企业', legal_rep: '陶安然', legal_rep_id: idOf('陶安然') })),
        bank_flow: [...into(makers.slice(0, 2)), ...out()],
      },
      finds: [],
    },
    {
      title: '医生的妻子收款后转给丈夫和一名同事：同一家庭不计，不提示',
      sheets: {
        staff,
        kinship: [related('叶知秋', '白若川', '配偶')],
        bank_flow: [...into(makers, '20000.00', '白若川'), ...out(['叶知秋', '薛明远'], '20000.00', '白若川')],
      },
      finds: [],
    },
    {
      title: '摘要写明工资、退款、还款：不提示',
      sheets: {
        staff,
        bank_flow: [
          ...into().map((row) => ({ ...row, summary: '工资' })),
          ...out(),
          ...into(makers, '20000.00', '江若水'),
          ...out(doctors, '10000.00', '江若水').map((row) => ({ ...row, summary: '归还借款' })),
        ],
      },
      finds: [],
    },
    {
      title: '向医院供货的经销商自己付款：不是中间人，不提示',
      sheets: {
        staff,
        purchase: [ordered(hospital, '2024-02-01', '100.00', '20', { supplier: '澄溪康达医药有限公司' })],
        bank_flow: [
          ...into(makers, '20000.00', '澄溪康达医药有限公司'),
          ...out(doctors, '10000.00', '澄溪康达医药有限公司'),
        ],
      },
      finds: [],
    },
    {
      title: '先付给医生，后收企业的钱：不提示',
      sheets: {
        staff,
        bank_flow: [...into().map((row) => ({ ...row, txn_date: '2024-09-01' })), ...out()],
      },
      finds: [],
    },
    {
      title: '没有医院人员：无法判断',
      sheets: { bank_flow: [...into(), ...out()] },
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

/** Who stands where: companies of the trade, those of them that sell goods, and members of hospitals and authorities with their families. */
interface Sides {
  readonly trade: ReadonlySet<number>;
  readonly sellers: ReadonlySet<number>;
  groupOf(company: number): number;
  /** whose money somebody's receipts are counted as */
  memberOf(party: number): number | undefined;
}

function readSides(evidence: EvidenceReader): Sides {
  const family = readStaffFamily(evidence);
  const officials = readOfficials(evidence);
  const { groupOf } = readTradeGroups(evidence);
  return {
    trade: readPharmaCompanies(evidence),
    sellers: readSellers(evidence),
    groupOf,
    memberOf: (party) => (officials.has(party) ? party : family.memberOf(party)?.staff),
  };
}

/** 销售货物的企业: makers and distributors, by the register or by orders, bids and charges. */
const readSellers = (evidence: EvidenceReader): Set<number> =>
  new Set(
    evidence
      .all<{ party: number }>(
        `select party from who where kind in ('company', 'org') and role in ('pharma', 'supplier')
         union select supplier from purchase where supplier is not null
         union select company from product_maker where company is not null
         union select bidder from bid where bidder is not null`,
      )
      .map(({ party }) => party),
  );

/** Betweenness of every place of the money graph, between companies of the trade and members of hospitals and authorities. */
function centrality(evidence: EvidenceReader, { trade, sellers, memberOf }: Sides, pivots: number): Float64Array {
  const { parties, edges } = readMoneyGraph(evidence);
  const where = (is: (party: number) => boolean): number[] =>
    [...parties.keys()].filter((place) => is(parties[place]!));
  const found = betweenness(directedLists(parties.length, edges), {
    sources: where((party) => trade.has(party)),
    targets: where((party) => memberOf(party) !== undefined),
    barriers: where((party) => sellers.has(party)),
    depth: STEPS,
    pivots,
    breathe: () => evidence.breathe(),
  });
  // sums of shares differ in the last digits by the order in which they are added
  return found.map((each) => Math.round(each * 1e6) / 1e6);
}

const brokers = new Set(['person', 'company', 'org', 'account']);

const mayBroker = (evidence: EvidenceReader, { sellers }: Sides, party: number): boolean =>
  brokers.has(evidence.party(party).kind) && !sellers.has(party);

const readEmployees = (evidence: EvidenceReader): ReadonlyMap<number, ReadonlySet<number>> =>
  evidence.once('other employees', () => readOtherEmployees(evidence, readMedicalStaff(evidence)));

/** One side of a broker: with whom he deals there, and through which payments. */
interface Side {
  /** groups of companies, or members of hospitals and authorities */
  readonly parties: ReadonlySet<number>;
  /** those of them with nobody in between */
  readonly direct: ReadonlySet<number>;
  /** his own payments, and those of whoever stands between */
  readonly flows: readonly Flow[];
  readonly further: readonly Flow[];
}

interface Hands {
  readonly into: Side;
  readonly out: Side;
}

/** Which payments count. */
type Counted = (flows: readonly Flow[]) => readonly Flow[];

const unexplained: Counted = (flows) => flows.filter(({ explained }) => !explained);

/** What came from companies of the trade, and what went to members from then on, directly or through one more hand. */
function handsOf(evidence: EvidenceReader, sides: Sides, party: number, counted: Counted): Hands {
  const { trade, groupOf, memberOf } = sides;
  const flows = readFlows(evidence);
  const [own, member] = [groupOf(party), memberOf(party)];
  const isHand = (other: number) =>
    !trade.has(other) &&
    memberOf(other) === undefined &&
    mayBroker(evidence, sides, other) &&
    flows.countInto(other) + flows.countOutOf(other) <= HAND_MOST;
  // whose money somebody with many payers passes on, nobody can tell
  const isConduit = (hand: number, sums: ReadonlyArray<readonly Flow[]>) => {
    const received = sumOf(flows.into(hand));
    return sums.every((list) => list.length > 0 && isShareAtLeast(sumOf(list), received, CONDUIT));
  };
  const companyOf = (other: number) => (trade.has(other) && groupOf(other) !== own ? groupOf(other) : undefined);
  const otherMemberOf = (other: number) => (memberOf(other) === member ? undefined : memberOf(other));
  const into = sideOf(flows.into(party), ({ payer }) => payer, {
    counted,
    endOf: companyOf,
    further: (payer, list) => {
      if (!isHand(payer)) return [];
      const before = flows
        .into(payer)
        .filter((flow) => companyOf(flow.payer) !== undefined && flow.day <= list.at(-1)!.day);
      return new Set(before.map((flow) => companyOf(flow.payer))).size === 1 ? counted(before) : [];
    },
    furtherEnd: ({ payer }) => companyOf(payer)!,
    isConduit,
  });
  const first = into.flows.reduce((least, { day }) => (least === '' || day < least ? day : least), '');
  const later = into.flows.length === 0 ? [] : flows.outOf(party).filter(({ day }) => day >= first);
  const out = sideOf(later, ({ payee }) => payee, {
    counted,
    endOf: otherMemberOf,
    further: (payee, list) =>
      isHand(payee)
        ? counted(
            flows.outOf(payee).filter((flow) => otherMemberOf(flow.payee) !== undefined && flow.day >= list[0]!.day),
          )
        : [],
    furtherEnd: ({ payee }) => otherMemberOf(payee)!,
    isConduit,
  });
  return { into, out };
}

interface Ways {
  readonly counted: Counted;
  /** what the other side of a payment counts as; undefined where it is none of those looked for */
  endOf(other: number): number | undefined;
  /** payments of the other side with those looked for */
  further(other: number, list: readonly Flow[]): readonly Flow[];
  furtherEnd(flow: Flow): number;
  /** whether somebody merely hands on, by what came to him and left */
  isConduit(hand: number, sides: ReadonlyArray<readonly Flow[]>): boolean;
}

function sideOf(
  flows: readonly Flow[],
  otherOf: (flow: Flow) => number,
  { counted, endOf, further, furtherEnd, isConduit }: Ways,
): Side {
  const [parties, direct] = [new Set<number>(), new Set<number>()];
  const [own, beyond]: [Flow[], Flow[]] = [[], []];
  for (const [other, all] of Map.groupBy(flows, otherOf)) {
    const end = endOf(other);
    const steps = end === undefined ? further(other, all) : [];
    if (end === undefined && steps.length === 0) continue;
    const list = counted(all);
    if (end !== undefined && list.length > 0) {
      parties.add(end);
      direct.add(end);
      own.push(...list);
    }
    if (end !== undefined || !isConduit(other, [list, steps])) continue;
    for (const step of steps) parties.add(furtherEnd(step));
    own.push(...list);
    beyond.push(...steps);
  }
  return { parties, direct, flows: own, further: beyond };
}

function isBroker({ into, out }: Hands, settings: Readonly<Record<'groups' | 'staff' | 'min', number>>): boolean {
  const least = Math.max(1, fenOf(settings.min));
  return (
    into.parties.size >= settings.groups &&
    out.parties.size >= settings.staff &&
    sumOf(into.flows) >= least &&
    sumOf(out.flows) >= least
  );
}

function hitOf(
  evidence: EvidenceReader,
  party: number,
  { into, out }: Hands,
  { rank, of, between }: { readonly rank: number; readonly of: number; readonly between: number },
  settings: Readonly<Record<'groups' | 'staff' | 'min', number>>,
): Hit {
  const who = evidence.party(party);
  const [inFen, outFen] = [sumOf(into.flows), sumOf(out.flows)];
  const isDirect = into.direct.size >= settings.groups && out.direct.size >= settings.staff;
  const isEmployee = readEmployees(evidence).has(party);
  const own = [...into.flows, ...out.flows];
  const isAlone = own.every((flow) => (flow.payer === party ? flow.payerAlone : flow.payeeAlone));
  const confidence = (isEmployee ? 0.4 : 0.6) * (own.every(({ doubtful }) => doubtful) ? 0.5 : 1);
  const partners = (parties: readonly number[], role: string) =>
    [...new Set(parties)]
      .map((each) => ({ role, party: each, name: evidence.party(each).name }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    key: who.uid,
    severity: !isDirect ? 1 : inFen >= LARGE ? 3 : 2,
    confidence: isAlone ? Math.min(0.3, confidence) : confidence,
    params: {
      broker: text(who.name),
      groups: count(into.parties.size),
      in: fen(inFen),
      staff: count(out.parties.size),
      out: fen(outFen),
      rank: count(rank),
    },
    measures: [
      measured(
        { zh: '付款企业（合并后）', en: 'Paying companies after merging' },
        count(into.parties.size),
        '>=',
        count(settings.groups),
        'groups',
      ),
      measured(
        { zh: '医务、监管人员', en: 'Members of hospitals or authorities' },
        count(out.parties.size),
        '>=',
        count(settings.staff),
        'staff',
      ),
      measured({ zh: '收入', en: 'Received' }, fen(inFen), '>=', fen(fenOf(settings.min)), 'min'),
      measured({ zh: '付出', en: 'Paid' }, fen(outFen), '>=', fen(fenOf(settings.min)), 'min'),
      measured({ zh: '介数排名', en: 'Rank by betweenness' }, count(rank), '<=', count(of), 'top'),
      noted(
        { zh: '介数（企业与人员的对数）', en: 'Betweenness in pairs of company and member' },
        number(Math.round(between * 100) / 100),
      ),
      noted({ zh: '直接付款的企业', en: 'Companies that paid directly' }, count(into.direct.size)),
      noted({ zh: '直接收款的人员', en: 'Members paid directly' }, count(out.direct.size)),
      noted({ zh: '企业员工（有任职记录）', en: 'Employee of a company by some sheet' }, count(isEmployee ? 1 : 0)),
    ],
    fen: inFen + outFen,
    subjects: [
      { role: who.kind === 'person' ? 'person' : 'company', party, name: who.name },
      ...partners(
        into.flows.map(({ payer }) => payer),
        'payer',
      ),
      ...partners(
        out.flows.map(({ payee }) => payee),
        'payee',
      ),
    ],
    rows: [
      ...cited(into.flows, 'evidence', { zh: '收自企业一方', en: 'Received from the side of the companies' }),
      ...cited(out.flows, 'evidence', { zh: '付给医务、监管人员一方', en: 'Paid to the side of the members' }),
      ...cited([...into.further, ...out.further], 'context', {
        zh: '中间一手的付款',
        en: 'Payment of the hand in between',
      }),
    ],
  };
}

const cited = (flows: readonly Flow[], role: HitRow['role'], note: HitRow['note']): HitRow[] =>
  flows.map(({ row }): HitRow => ({ row, field: 'amount', role, ...(note && { note }) }));
