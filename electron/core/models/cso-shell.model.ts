import { addressKeys } from '../../../shared/evidence/address.ts';
import { daysBetween } from '../../../shared/evidence/day.ts';
import { readCompanyGroups } from './ask/company-groups.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { type Flow, readFlows, sumOf } from './ask/flows.ts';
import { readInvoiceRuns } from './ask/invoice-runs.ts';
import { readInvoices } from './ask/invoices.ts';
import { readAliases } from './ask/org-aliases.ts';
import { payrollRows } from './ask/payroll.ts';
import { isPersonName } from './ask/person-names.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { readStaffFamily } from './ask/staff-family.ts';
import { readStatements } from './ask/statements.ts';
import { count, fen, measured, noted, ownJudgement, ratio, text, yuan } from './ask/values.ts';
import { hired, idOf } from './example-people.ts';
import { type ExampleRow, meeting, paid, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

// for the examples
const [agent, drugs] = ['澄溪合禾推广服务有限公司', '启衡药业有限公司'];
const four = ['叶知秋', '孟以宁', '顾长宁', '韩思齐'];
/** One promotion company: two months old, one insured person, and 200,000 yuan that leave for four people the next day. */
const shell = (
  register: ExampleRow = {},
  outflow = '48000.00',
  on = '2024-03-02',
  more: readonly ExampleRow[] = [],
) => ({
  company: [
    {
      name: agent,
      role: '推广服务商',
      founded_on: '2024-01-05',
      insured_count: '1',
      address: '澄溪市创新大道88号1201室',
      ...register,
    },
  ],
  bank_flow: [
    paid(drugs, agent, '200000.00', '2024-03-01', '推广服务费'),
    ...four.map((name) => paid(agent, name, outflow, on, '劳务费')),
    ...more,
  ],
});

export default defineModel({
  id: 'cso-shell',
  version: 1,
  group: 'G7',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'shell',
  weight: 0.65,
  title: { zh: '空壳推广公司(CSO)', en: 'Invoice-promotion shell company' },
  question: {
    zh: '推广服务公司是否成立短、人员少、来源单一、资金快速流向个人，又没有会议和成果？',
    en: 'Is a promotion company young and without staff, fed by one payer, emptied at once towards people, with no conference and nothing delivered?',
  },
  summary: {
    zh: '{{company}}收到医药企业 {{fen}}，可核的 {{known}} 项特征中有 {{points}} 项像空壳公司',
    en: '{{company}} received {{fen}} from the trade; of {{known}} features that can be checked {{points}} are those of a shell',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：上市药企案',
        en: 'Progress report of 2025: a listed pharmaceutical company',
      },
      text: {
        zh: '所举案例以“学术推广费”名义经推广渠道付给两百余名医生；怎样识别空壳公司没有公布。',
        en: 'A case of the report paid more than two hundred doctors as academic promotion; how to tell a shell is not said.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '十项特征各一分，只计可核的：首次收款时成立不足180日；参保不超过2人；医药企业付款的八成来自一家；九成转入五日内转出；一半转出给个人或提现；与其他企业同房间、同电话，或与同一企业付款的另一家推广公司同楼；首次收款后18个月内注销；八成发票为推广、咨询、会议、服务且连号或近满额；园区内的个人独资、个体户或合伙；没有会议和成果。界限均为本工具判断。',
        en: 'Ten features, one point each, of which only those that can be checked count: under 180 days old at the first receipt; at most 2 insured; one payer with 80 % of what the trade pays; 90 % gone within five days; half of what leaves to people or in cash; a room or number shared with other companies, or a building with another promotion company of one payer; closed within 18 months; 80 % of invoices for services, in a row or filled up; a sole proprietor or partnership in a park; no conference and nothing delivered. All bounds are judgement.',
      },
      own: true,
    },
  ],
  needs: [
    { category: 'company', fields: ['name'] },
    { category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name', 'holder_name'] },
  ],
  settings: [
    {
      name: 'p',
      label: { zh: '最少得分', en: 'Least points' },
      unit: { zh: '项', en: 'features' },
      default: 5,
      min: 2,
      max: 10,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'known',
      label: { zh: '最少可核特征', en: 'Least features that can be checked' },
      unit: { zh: '项', en: 'features' },
      default: 6,
      min: 2,
      max: 10,
      step: 1,
      basis: { zh: '本工具判断：资料太少时不判断', en: 'Judgement: not on thin data' },
    },
    {
      name: 'min',
      label: { zh: '收款起点', en: 'Least received' },
      unit: yuan,
      default: 100_000,
      min: 0,
      max: 100_000_000,
      step: 10_000,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '新成立但确有活动的推广公司', en: 'A young promotion company that does its work' },
    { zh: '会务公司代收代付讲课费、差旅费', en: 'An organiser who passes on lecture fees and travel' },
    { zh: '集团内部的推广子公司，人员由母公司参保', en: 'A subsidiary whose staff is insured by its parent' },
  ],
  blindSpots: [
    {
      zh: '没有调取其本人流水的，来源是否单一、资金去向不可核',
      en: 'Without its own statements neither its payers nor where the money went can be checked',
    },
    {
      zh: '主办过经核为真实的会议，或参保五人以上且有三家以上互不关联客户的，不提示',
      en: 'Whoever held a conference found genuine, or has five insured and three unrelated clients, is not flagged',
    },
    {
      zh: '登记角色不是推广、会务，名称也看不出推广服务的公司不看',
      en: 'Companies that neither register nor name shows as promotion or event companies are not looked at',
    },
  ],

  coverage(evidence, settings) {
    const agents = readAgents(evidence, fenOf(settings.min));
    return agents.length > 0 && agents.every((each) => knownOf(each).length < settings.known)
      ? lacksOf(evidence, agents)
      : [];
  },

  find(evidence, settings) {
    const agents = readAgents(evidence, fenOf(settings.min));
    const thin = agents.filter((each) => knownOf(each).length < settings.known);
    const hits = agents
      .filter((each) => knownOf(each).length >= settings.known && pointsOf(each).length >= settings.p)
      .map((each) => hitOf(evidence, each, settings));
    return { examined: agents.length, hits, unjudged: thin.length > 0 ? lacksOf(evidence, thin) : [] };
  },

  examples: [
    { title: '六项可核，中五项：正好五分', sheets: shell(), finds: [agent] },
    {
      title: '收款人中有医务人员，又没有任何会议：加重',
      sheets: {
        ...shell({}, '48000.00', '2024-03-02', [
          paid(agent, '沈以墨', '1000.00', '2024-03-02', '劳务费', { counterparty_id_no: idOf('沈以墨') }),
        ]),
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
      },
      finds: [agent],
    },
    {
      title: '成立较久，但与同一企业付款的另一家推广公司同楼',
      sheets: (() => {
        const { company, bank_flow: flows } = shell({ founded_on: '2020-01-05' });
        const other = '望川禾信推广服务有限公司';
        return {
          company: [...company, { name: other, role: '推广服务商', address: '澄溪市创新大道88号305室' }],
          bank_flow: [...flows, paid(drugs, other, '50000.00', '2024-03-01', '推广服务费')],
        };
      })(),
      finds: [agent],
    },
    {
      title: '首次收款时成立正好 180 日：少一分，不提示',
      sheets: shell({ founded_on: '2023-09-03' }),
      finds: [],
    },
    {
      title: '首次收款时成立 179 日：提示',
      sheets: shell({ founded_on: '2023-09-04' }),
      finds: [agent],
    },
    {
      title: '第六日才转出：少一分，不提示',
      sheets: shell({}, '48000.00', '2024-03-07'),
      finds: [],
    },
    {
      title: '只收到 99 999.99 元：不提示',
      sheets: (() => {
        const { company, bank_flow: flows } = shell({}, '24000.00');
        return { company, bank_flow: flows.map((row, i) => (i === 0 ? { ...row, amount: '99999.99' } : row)) };
      })(),
      finds: [],
    },
    {
      title: '参保八人、三家客户：不提示',
      sheets: shell({ insured_count: '8' }, '48000.00', '2024-03-02', [
        paid('瑞澜医药有限公司', agent, '20000.00', '2024-03-01', '推广服务费'),
        paid('望川骨科植入物有限公司', agent, '20000.00', '2024-03-01', '推广服务费'),
      ]),
      finds: [],
    },
    {
      title: '主办的会议经核真实：不提示',
      sheets: {
        ...shell(),
        conference: [meeting('云澜骨科春季论坛', '2024-03-01', { organizer: agent })],
        conference_person: signedIn('云澜骨科春季论坛', '2024-03-01', [
          ['沈以墨', '澄溪市第一人民医院', ''],
          ['陆闻笛', '望川市人民医院', ''],
        ]),
      },
      finds: [],
    },
    {
      title: '生产企业不是推广公司：不提示',
      sheets: shell({ role: '生产企业' }),
      finds: [],
    },
    {
      title: '登记信息只有名称：可核特征不足，无法判断',
      sheets: { ...shell(), company: [{ name: agent, role: '推广服务商' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Settings = Readonly<Record<'p' | 'known' | 'min', number>>;

/** Bounds of the ten features. */
const YOUNG_DAYS = 180;
const FEW_INSURED = 2;
const TOP_PAYER = 0.8;
const LEAVES = { share: 0.9, days: 5 };
const TO_PEOPLE = 0.5;
const CLOSED_WITHIN = 548; // eighteen months
const SERVICES = 0.8;
const RUN = { least: 4, spread: 0.05, full: 0.9 };
/** Five insured people and three unrelated clients are no shell. */
const ENOUGH_INSURED = 5;
const ENOUGH_CLIENTS = 3;

const agentRoles = new Set(['cso', 'agency']);
const agentNames = /推广|咨询|营销|策划|会务|会展|市场服务|商务服务|企业管理|信息服务|文化传媒/;
const services = /推广|咨询|会议|会务|会展|服务/;
const ownerForms = /个人独资|个体|合伙/;
const parks = /园区|产业园|科技园|创业园|孵化|集中|经济开发区|自贸|总部|众创/;

/** One of the ten features: yes, no, or null where it cannot be checked. */
interface Feature {
  readonly zh: string;
  readonly en: string;
  readonly answer: boolean | null;
  readonly value: Hit['measures'][number]['value'];
  readonly cells: ReadonlyArray<{ readonly row: number; readonly field: string }>;
}

interface Agent {
  readonly company: number;
  readonly into: readonly Flow[];
  readonly outOf: readonly Flow[];
  readonly received: number;
  readonly features: readonly Feature[];
  readonly staffPaid: number;
}

const knownOf = ({ features }: Agent): Feature[] => features.filter(({ answer }) => answer !== null);
const pointsOf = ({ features }: Agent): Feature[] => features.filter(({ answer }) => answer === true);

const lacksOf = (evidence: EvidenceReader, agents: readonly Agent[]): Lack[] => {
  const missing = [...new Set(agents.flatMap(({ features }) => features.filter(({ answer }) => answer === null)))];
  const names = [...new Set(missing.map(({ zh }) => zh))];
  const english = [...new Set(missing.map(({ en }) => en))];
  return [
    {
      id: evidence.has('invoice') ? 'company' : 'invoice',
      words: {
        zh: `${agents.length} 家推广公司可核的特征太少，不判断；其中有的查不到：${names.join('、')}`,
        en: `${agents.length} promotion companies show too few features to be judged; not known of some: ${english.join(', ')}`,
      },
    },
  ];
};

interface Registered {
  readonly row: number;
  readonly founded: string | null;
  readonly closed: string | null;
  readonly status: string | null;
  readonly insured: number | null;
  readonly type: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** Promotion and event companies that received enough from the trade, with their features; those whose work is known are left out. */
function readAgents(evidence: EvidenceReader, least: number): Agent[] {
  const flows = readFlows(evidence);
  const trade = readPharmaCompanies(evidence);
  const { groupOf } = readCompanyGroups(evidence, trade);
  const held = readMeetingsHeld(evidence);
  const family = readStaffFamily(evidence);
  const canonical = readAliases(evidence);
  const paid = evidence
    .all<{ party: number; name: string; role: string | null }>(
      `select party, name, role from who where kind in ('company', 'org') order by uid`,
    )
    .filter(({ name, role }) => (role === null ? agentNames.test(name) : agentRoles.has(role)))
    .map(({ party }): Paid => {
      const into = flows.into(party).filter(({ payer, explained }) => !explained && trade.has(payer));
      return { company: party, into, payers: new Set(into.map(({ payer }) => groupOf(payer))) };
    })
    .filter(({ into }) => into.length > 0);
  const neighbours = readNeighbours(evidence, paid);
  return paid.flatMap(({ company, into, payers }): Agent[] => {
    const received = sumOf(into);
    if (received < least) return [];
    evidence.breathe();
    const meetings = held.get(canonical(company));
    const register = readRegister(evidence, company);
    const insured = register.reduce<number | null>(
      (most, each) => (each.insured === null ? most : Math.max(most ?? 0, each.insured)),
      null,
    );
    if (meetings?.genuine || (insured !== null && insured >= ENOUGH_INSURED && payers.size >= ENOUGH_CLIENTS))
      return [];
    const outOf = flows.outOf(company);
    return [
      {
        company,
        into,
        outOf,
        received,
        staffPaid: new Set(outOf.map(({ payee }) => payee).filter((payee) => family.memberOf(payee))).size,
        features: [
          age(register, into[0]!),
          insurance(register, insured),
          ...moneyFeatures(evidence, company, { ofTrade: into, into: flows.into(company), outOf, groupOf }),
          sharing(evidence, company, { register, neighbours: neighbours.get(company) ?? new Set() }),
          closing(register, into[0]!),
          invoicing(evidence, company),
          form(register),
          working(evidence, company, meetings?.real ?? 0),
        ],
      },
    ];
  });
}

/** A promotion company, what the trade paid it, and by which groups. */
interface Paid {
  readonly company: number;
  readonly into: readonly Flow[];
  readonly payers: ReadonlySet<number>;
}

/** Promotion company → the others in its building that one and the same company pays. */
function readNeighbours(evidence: EvidenceReader, paid: readonly Paid[]): Map<number, Set<number>> {
  const payersOf = new Map(paid.map(({ company, payers }) => [company, payers]));
  const buildings = Map.groupBy(
    evidence
      .all<{ company: number; address: string }>(
        'select company, address from company where company is not null and address is not null order by row',
      )
      .flatMap(({ company, address }) => {
        const building = payersOf.has(company) ? addressKeys(address)?.building : undefined;
        return building === undefined ? [] : [{ company, building }];
      }),
    ({ building }) => building,
  );
  const found = new Map<number, Set<number>>();
  for (const list of buildings.values())
    for (const { company } of list)
      for (const { company: other } of list) {
        const shared = [...payersOf.get(other)!].some((payer) => payersOf.get(company)!.has(payer));
        if (other === company || !shared) continue;
        const known = found.get(company) ?? new Set();
        found.set(company, known.add(other));
      }
  return found;
}

const readRegister = (evidence: EvidenceReader, company: number): readonly Registered[] =>
  evidence.all<Registered>(
    `select row, founded_day as founded, closed_day as closed, status, insured, type, address, phone from company
     where company = :company order by founded_day, closed_day, insured, address, phone, type, row`,
    { company },
  );

const unknown = text('?');

/** (1) how old it was when the first money of the trade came. */
function age(register: readonly Registered[], first: Flow): Feature {
  const known = register.find(({ founded }) => founded !== null);
  const old = known ? daysBetween(known.founded!, first.day) : null;
  // money before the foundation is a slip in one of the days
  const isKnown = old !== null && old >= 0;
  return {
    zh: '首次收款时成立天数',
    en: 'Days old at the first receipt',
    answer: isKnown ? old < YOUNG_DAYS : null,
    value: isKnown ? count(old) : unknown,
    cells: isKnown ? [{ row: known!.row, field: 'founded_on' }] : [],
  };
}

/** (2) how many people it insures; of several registers the most. */
function insurance(register: readonly Registered[], insured: number | null): Feature {
  const row = register.find((each) => each.insured === insured)?.row;
  return {
    zh: '参保人数',
    en: 'Insured people',
    answer: insured === null ? null : insured <= FEW_INSURED,
    value: insured === null ? unknown : count(insured),
    cells: insured === null || row === undefined ? [] : [{ row, field: 'insured_count' }],
  };
}

interface Money {
  readonly ofTrade: readonly Flow[];
  readonly into: readonly Flow[];
  readonly outOf: readonly Flow[];
  readonly groupOf: (company: number) => number;
}

/** (3) to (5): one payer, gone at once, gone to people. Only its own statements tell. */
function moneyFeatures(evidence: EvidenceReader, company: number, { ofTrade, into, outOf, groupOf }: Money): Feature[] {
  const isHeld = readStatements(evidence).has(company);
  const [received, left] = [sumOf(into), sumOf(outOf)];
  const fees = sumOf(ofTrade);
  const top = Math.max(...[...Map.groupBy(ofTrade, ({ payer }) => groupOf(payer)).values()].map(sumOf));
  const soon = leavesWithin(into, outOf, LEAVES.days);
  const wages = payrollRows(outOf);
  const toPeople = outOf.filter(({ row, payee }) => {
    const { kind, name } = evidence.party(payee);
    return kind === 'cash' || (kind === 'person' && isPersonName(name) && !wages.has(row));
  });
  const share = (part: number, whole: number) => (isHeld && whole > 0 ? ratio(part / whole) : unknown);
  return [
    {
      zh: '最大一家占医药企业付款',
      en: 'Share of the largest payer of the trade',
      answer: isHeld ? isShareAtLeast(top, fees, TOP_PAYER) : null,
      value: share(top, fees),
      cells: [],
    },
    {
      zh: '五日内转出占收款',
      en: 'Share gone within five days',
      answer: isHeld ? isShareAtLeast(soon, received, LEAVES.share) : null,
      value: share(soon, received),
      cells: [],
    },
    {
      zh: '转给个人和提现占转出',
      en: 'Share of what left that went to people or in cash',
      answer: isHeld && left > 0 ? isShareAtLeast(sumOf(toPeople), left, TO_PEOPLE) : null,
      value: share(sumOf(toPeople), left),
      cells: [],
    },
  ];
}

/** How much of what came left again within so many days, each fen once; both lists are in the order of time. */
function leavesWithin(into: readonly Flow[], outOf: readonly Flow[], within: number): number {
  let [gone, at, open] = [0, 0, outOf[0]?.fen ?? 0];
  const next = () => {
    at++;
    open = outOf[at]?.fen ?? 0;
  };
  for (const { fen: came, day } of into) {
    let rest = came;
    while (at < outOf.length && outOf[at]!.day < day) next();
    while (rest > 0 && at < outOf.length && daysBetween(day, outOf[at]!.day) <= within) {
      const part = Math.min(rest, open);
      gone += part;
      rest -= part;
      open -= part;
      if (open === 0) next();
    }
  }
  return gone;
}

interface Place {
  readonly register: readonly Registered[];
  /** other promotion companies of its building and payer */
  readonly neighbours: ReadonlySet<number>;
}

/**
 * (6) a room or a telephone that other companies have too (values that many share, or that a person rejected, are aside), or one building with
 * another promotion company of the same payer.
 */
function sharing(evidence: EvidenceReader, company: number, { register, neighbours }: Place): Feature {
  const known = register.filter(({ address, phone }) => address !== null || phone !== null);
  const shared = evidence.all<{ row: number; field: string; other: number }>(
    `select s.row as row, s.field as field, s.another as other from shared_between s cross join who w on w.party = s.another
     where s.one = :company and s.kind in ('phone', 'address') and s.verdict <> 'rejected' and w.kind in ('company', 'org')
     order by s.kind, s.value, s.row`,
    { company },
  );
  const others = new Set([...shared.map(({ other }) => other), ...neighbours]);
  const cells = [
    ...shared.map(({ row, field }) => ({ row, field })),
    ...known.map(({ row, address }) => ({ row, field: address === null ? 'phone' : 'address' })),
  ];
  return {
    zh: '同房间、同电话或同付款方同楼的其他企业',
    en: 'Other companies of its room, telephone, or building and payer',
    answer: known.length === 0 ? null : others.size > 0,
    value: known.length === 0 ? unknown : count(others.size),
    cells: [...new Map(cells.map((cell) => [`${cell.row} ${cell.field}`, cell])).values()],
  };
}

/** (7) closed within eighteen months of the first receipt. */
function closing(register: readonly Registered[], first: Flow): Feature {
  const closed = register.find((each) => each.closed !== null);
  const active = register.find(({ status }) => status === 'active');
  const after = closed ? daysBetween(first.day, closed.closed!) : null;
  return {
    zh: '首次收款至注销天数',
    en: 'Days from the first receipt to its closing',
    answer: after !== null ? after <= CLOSED_WITHIN : active ? false : null,
    value: after === null ? (active ? text('-') : unknown) : count(after),
    cells: closed ? [{ row: closed.row, field: 'closed_on' }] : active ? [{ row: active.row, field: 'status' }] : [],
  };
}

/** (8) mostly invoices for services, in a row or filled up to the limit. */
function invoicing(evidence: EvidenceReader, company: number): Feature {
  const bySeller = evidence.once('invoices by seller', () =>
    Map.groupBy(readInvoices(evidence).standing, ({ seller }) => seller),
  );
  const own = (bySeller.get(company) ?? []).filter((invoice) => invoice.fen !== null && invoice.fen > 0);
  const named = own.filter(({ lines }) => lines.some(({ goods }) => goods !== null));
  const total = named.reduce((sum, invoice) => sum + invoice.fen!, 0);
  const ofServices = named
    .filter(({ lines }) => lines.some(({ goods }) => goods !== null && services.test(goods)))
    .reduce((sum, invoice) => sum + invoice.fen!, 0);
  const runs = readInvoiceRuns(evidence, RUN).filter(({ seller }) => seller === company);
  return {
    zh: '服务类发票占比',
    en: 'Share of invoices for services',
    answer: total === 0 ? null : isShareAtLeast(ofServices, total, SERVICES) && runs.length > 0,
    value: total === 0 ? unknown : ratio(ofServices / total),
    cells: runs
      .flatMap(({ invoices }) => invoices.flatMap(({ lines }) => lines))
      .map(({ row }) => ({ row, field: 'invoice_no' })),
  };
}

/** (9) a sole proprietor, individual business or partnership registered in a park. */
function form(register: readonly Registered[]): Feature {
  const known = register.find(({ type, address }) => type !== null && (address !== null || !ownerForms.test(type)));
  const isForm = known !== undefined && ownerForms.test(known.type!);
  return {
    zh: '企业类型',
    en: 'Form of the company',
    answer: known === undefined ? null : isForm && parks.test(known.address!),
    value: known === undefined ? unknown : text(known.type!),
    cells: known === undefined ? [] : [{ row: known.row, field: 'type' }],
  };
}

/** (10) neither a conference nor a contract that names what was delivered. Where no conference list is in the case nothing is known. */
function working(evidence: EvidenceReader, company: number, meetings: number): Feature {
  const delivered = evidence.all<{ row: number }>(
    `select row from contract where :company in (party_a, party_b) and (deliverable is not null or approval_no is not null) order by row`,
    { company },
  );
  const done = meetings + delivered.length;
  const isKnown = done > 0 || evidence.has('conference');
  return {
    zh: '主办、承办的会议和有成果的合同',
    en: 'Conferences held and contracts with something delivered',
    answer: isKnown ? done === 0 : null,
    value: isKnown ? count(done) : unknown,
    cells: delivered.map(({ row }) => ({ row, field: 'deliverable' })),
  };
}

/** Canonical company → how many conferences it stands behind that are not found sham, and whether one is genuine. */
const readMeetingsHeld = (evidence: EvidenceReader): ReadonlyMap<number, { real: number; genuine: boolean }> =>
  evidence.once('meetings held by companies', () => {
    const canonical = readAliases(evidence);
    const held = new Map<number, { real: number; genuine: boolean }>();
    for (const { party, result } of evidence.all<{ party: number; result: string | null }>(
      `select p.party as party, m.result as result from meeting_party p cross join meeting m on m.row = p.row
       where p.party is not null and p.role <> 'sponsor'`,
    )) {
      const company = canonical(party);
      const known = held.get(company) ?? { real: 0, genuine: false };
      held.set(company, {
        real: known.real + (result === 'sham' ? 0 : 1),
        genuine: known.genuine || result === 'genuine',
      });
    }
    return held;
  });

function hitOf(evidence: EvidenceReader, found: Agent, settings: Settings): Hit {
  const company = evidence.party(found.company);
  const [known, points] = [knownOf(found), pointsOf(found)];
  const noteOf = ({ zh, en }: Feature) => ({ zh, en });
  return {
    key: company.uid,
    severity: found.staffPaid > 0 ? 4 : 3,
    confidence:
      (known.length >= settings.known + 2 ? 0.7 : 0.5) * (found.into.every(({ payeeAlone }) => payeeAlone) ? 0.4 : 1),
    params: {
      company: text(company.name),
      fen: fen(found.received),
      known: count(known.length),
      points: count(points.length),
    },
    measures: [
      measured(
        { zh: '像空壳公司的特征', en: 'Features of a shell' },
        count(points.length),
        '>=',
        count(settings.p),
        'p',
      ),
      measured(
        { zh: '可核的特征', en: 'Features that can be checked' },
        count(known.length),
        '>=',
        count(settings.known),
        'known',
      ),
      measured(
        { zh: '医药企业付款', en: 'Received from the trade' },
        fen(found.received),
        '>=',
        fen(fenOf(settings.min)),
        'min',
      ),
      ...found.features.map((feature) =>
        noted(
          feature.answer === true
            ? { zh: `✓ ${feature.zh}`, en: `✓ ${feature.en}` }
            : { zh: feature.zh, en: feature.en },
          feature.value,
        ),
      ),
      noted({ zh: '收款的医务人员及其亲属', en: 'Hospital staff and relatives who were paid' }, count(found.staffPaid)),
    ],
    fen: found.received,
    subjects: [
      { role: 'payee', party: company.id, name: company.name },
      ...[...new Set(found.into.map(({ payer }) => payer))]
        .map((payer) => ({ role: 'payer', party: payer, name: evidence.party(payer).name }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    ],
    rows: [
      ...found.into.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
      ...known.flatMap((feature) =>
        feature.cells.map(
          ({ row, field }): HitRow => ({
            row,
            field,
            role: feature.answer === true ? 'evidence' : 'counter',
            note: noteOf(feature),
          }),
        ),
      ),
      ...found.outOf.map(
        ({ row }): HitRow => ({
          row,
          field: 'amount',
          role: 'context',
          note: { zh: '转出', en: 'Paid out' },
        }),
      ),
    ],
  };
}
