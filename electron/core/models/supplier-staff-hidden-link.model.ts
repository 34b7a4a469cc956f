import { type HiddenLink, hiddenLinksOf, wayWords } from './ask/hidden-links.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { count, day, fen, measured, noted, number, ownJudgement, text } from './ask/values.ts';
import { lotOf } from './example-bids.ts';
import { hired, idOf, related } from './example-people.ts';
import { ordered } from './example-purchases.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

// for the examples
const [hospital, other] = ['澄溪市第一人民医院', '望川市人民医院'];
const firm = '澄溪宏启医疗器械有限公司';
const nurse = (more: ExampleRow = {}): ExampleRow => hired('叶知秋', hospital, { title: '主管护师', ...more });
const register = (more: ExampleRow = {}): ExampleRow => ({
  name: firm,
  role: '配送企业',
  legal_rep: '陶安然',
  legal_rep_id: idOf('陶安然'),
  phone: '19900007001',
  address: '澄溪市创新大道12号301室',
  ...more,
});
const holder = (name: string, more: ExampleRow = {}): ExampleRow => ({
  company_name: firm,
  person_name: name,
  person_id: idOf(name),
  person_type: '自然人',
  position: '股东',
  share_pct: '',
  ...more,
});
const noHolder = holder('陶安然', { position: '监事' });
const husband = (more: ExampleRow = {}): ExampleRow => related('叶知秋', '罗一舟', '丈夫', more);
const bought = (at = hospital, supplier = firm): ExampleRow =>
  ordered(at, '2024-03-05', '1000.00', '2000', { supplier });
/** Everything the model looks at, with nothing in common; `more` puts something in common. */
const whole = (more: Readonly<Record<string, readonly ExampleRow[]>>): Record<string, readonly ExampleRow[]> => ({
  staff: [nurse()],
  kinship: [husband()],
  company: [register()],
  company_person: [noHolder],
  purchase: [bought()],
  ...more,
});

export default defineModel({
  id: 'supplier-staff-hidden-link',
  version: 1,
  group: 'G7',
  areas: ['abuse_of_power', 'key_posts'],
  links: ['distribution', 'sale', 'use'],
  family: 'hidden-link',
  weight: 0.7,
  title: { zh: '供应商与医院人员隐性关联', en: 'Hidden supplier-staff link' },
  question: {
    zh: '向某单位供货、投标（或从其供货企业收款）的企业，是否由该单位人员或其亲属任职、持股、经营，或与他们共用电话、地址、账户？',
    en: "Is a company that sells or bids to an institution, or is paid by one that does, held or run by the institution's staff or their relatives, or does it share a telephone, a room or an account with them?",
  },
  summary: {
    zh: '{{person}}（或其亲属）与{{company}}有 {{ways}} 种关联；该企业在{{employer}}的订单、投标 {{lines}} 行，从其供货企业收款 {{paid}} 笔，合计 {{fen}}，首次 {{from}}',
    en: '{{person}}, or a relative, is linked to {{company}} in {{ways}} ways; {{lines}} orders and bids of the company at {{employer}} and {{paid}} payments from those who sell there, {{fen}} in all, the first on {{from}}',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '各种关联的分量没有公开标准：本人任职 1，亲属任职或经营 0.9，账户 0.9，联系人、电话 0.8，地址到室、股东 0.6（持股超过六成的按比例），仅姓名相同 0.2。几种并存时为 1 减去各自未尽部分之积。',
        en: 'The weights are judgement: own post 1, post or business of a relative 0.9, account 0.9, contact and telephone 0.8, a room and a holding 0.6 (a larger holding its share), a mere name 0.2. Several ways leave open the product of what each leaves open.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'purchase', fields: ['hospital', 'supplier'], or: 'bid' }],
  settings: [
    {
      name: 'flag_at',
      label: { zh: '关联强度起点', en: 'Least strength' },
      unit: { zh: '0–1', en: '0–1' },
      default: 0.6,
      min: 0.3,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
    {
      name: 'addr_max',
      label: { zh: '共用地址的上限', en: 'Most parties of one address' },
      unit: { zh: '个主体', en: 'parties' },
      default: 10,
      min: 2,
      max: 30,
      step: 1,
      basis: {
        zh: '本工具判断：更多主体共用的是园区、集中登记地或家属院',
        en: 'Judgement: what more parties share is a park, a registration agency or a housing estate',
      },
    },
  ],
  innocent: [
    {
      zh: '已按规定申报并回避的亲属经商',
      en: 'A declared business of a relative, with the staff member stepping back',
    },
    { zh: '手机号、地址曾属他人，登记未更新', en: 'A telephone or room of an earlier owner, the register not updated' },
    { zh: '合租、虚拟办公室、代办注册的联系电话', en: 'A shared flat, a virtual office, the telephone of an agent' },
    { zh: '名下企业早已转让，登记信息滞后', en: 'A company passed on long ago, the register lagging behind' },
  ],
  blindSpots: [
    {
      zh: '亲属只认亲属关系表写明的人；代持看不到',
      en: 'Only stated relatives count; holdings through others are not seen',
    },
    {
      zh: '人员名册没有邮箱，邮箱不能比对；名册没有电话、住址的，相应关联查不到',
      en: 'Rosters hold no e-mail addresses; without telephones and home addresses those links cannot be seen',
    },
    {
      zh: '亲属只是在该企业上班的不提示：看工资与保险是否真实，见“他人代收”',
      en: 'A relative who merely works there is not flagged; see collection through relatives',
    },
    {
      zh: '单位自己持股的企业（医院办企业）不算；人员离职的时间不看',
      en: 'Companies that the institution itself holds do not count; when somebody left it is not looked at',
    },
  ],
  coverage(evidence) {
    const lacks: Lack[] = [];
    if (readEmployers(evidence).size === 0)
      lacks.push({
        id: 'staff',
        words: { zh: '没有任何表写明采购单位的人员', en: 'No sheet names staff of an institution that buys' },
      });
    if (!['company', 'company_person', 'kinship', 'bank_account'].some((category) => evidence.has(category)))
      lacks.push({
        id: 'company',
        words: {
          zh: '未导入企业登记信息、股东及高管、亲属关系或账户信息中的任何一种',
          en: 'No company register, shareholders and officers, family relations or account registers imported',
        },
      });
    return lacks;
  },

  find(evidence, settings) {
    const employers = readEmployers(evidence);
    const staff = readMedicalStaff(evidence);
    const dealings = dealingsOf(evidence);
    const links = hiddenLinksOf(evidence, new Set(employers.keys()), settings.addr_max);
    const hits: Hit[] = [];
    for (const link of links) {
      evidence.breathe();
      if (link.strength < settings.flag_at || link.ways.every((way) => way === 'namesake' || way === 'fewShares'))
        continue;
      const dealt = [...employers.get(link.person)!]
        .filter((employer) => !holds(evidence, employer, link.company))
        .map((employer) => ({ employer, ...dealings(employer, link.company) }))
        .filter(({ lines, paid: through }) => lines.length + through.length > 0)
        .filter(({ last }) => link.until === null || link.until >= last.from)
        .sort(
          (a, b) => b.fen - a.fen || b.lines.length - a.lines.length || nameOrder(evidence, a.employer, b.employer),
        );
      const [most] = dealt;
      if (most) hits.push(hitOf(evidence, link, most, staff.get(link.person)?.keyPost ?? false, settings));
    }
    return { examined: employers.size, hits, unjudged: unjudged(evidence) };
  },

  examples: [
    {
      title: '护士的丈夫是供货企业的法定代表人',
      sheets: whole({ company: [register({ legal_rep: '罗一舟', legal_rep_id: idOf('罗一舟') })] }),
      finds: ['叶知秋'],
    },
    {
      title: '亲属关系表写明丈夫经营该企业，企业投标未中',
      sheets: whole({
        kinship: [husband({ relative_company: firm })],
        purchase: [bought(other, '启衡药业有限公司')],
        bid: lotOf('ZB-1', '2024-05-06', { 启衡药业有限公司: '90000', [firm]: '95000' }, { all: { buyer: hospital } }),
      }),
      finds: ['叶知秋'],
    },
    {
      title: '供货企业的登记手机与本人手机相同',
      sheets: whole({ staff: [nurse({ phone: '19900007001' })] }),
      finds: ['叶知秋'],
    },
    {
      title: '登记地址与本人住址为同一室：正好 0.6',
      sheets: whole({ staff: [nurse({ home_address: '澄溪市创新大道12号301室' })] }),
      finds: ['叶知秋'],
    },
    {
      title: '本人持股三成；企业不直接供货，从供货企业收款',
      sheets: whole({
        company_person: [holder('叶知秋', { share_pct: '30%' })],
        purchase: [bought(hospital, '启衡药业有限公司')],
        bank_flow: [paid('启衡药业有限公司', firm, '80000.00', '2024-04-01', '服务费')],
      }),
      finds: ['叶知秋'],
    },
    {
      title: '工资卡与投标企业登记在同一账户',
      sheets: whole({
        purchase: [bought(other, '启衡药业有限公司')],
        staff: [nurse({ bank_card: '9999990000000000018' })],
        bank_account: [{ holder_name: firm, account_no: '9999990000000000018', bank: '某银行' }],
        bid: lotOf('ZB-1', '2024-05-06', { [firm]: '95000' }, { all: { buyer: hospital } }),
      }),
      finds: ['叶知秋'],
    },
    {
      title: '只与别的医院做生意：不提示',
      sheets: whole({
        company: [register({ legal_rep: '罗一舟', legal_rep_id: idOf('罗一舟') })],
        purchase: [bought(other), bought(hospital, '启衡药业有限公司')],
      }),
      finds: [],
    },
    {
      title: '法定代表人与丈夫同名、没有证件号：仅姓名，不提示',
      sheets: whole({ company: [register({ legal_rep: '罗一舟', legal_rep_id: '' })] }),
      finds: [],
    },
    {
      title: '丈夫只是在该企业上班：不提示',
      sheets: whole({ kinship: [husband({ relative_employer: firm, relative_position: '财务' })] }),
      finds: [],
    },
    {
      title: '十一家企业共用的登记地址：不提示',
      sheets: whole({
        staff: [nurse({ home_address: '澄溪市创新大道12号301室' })],
        company: [
          register(),
          ...'甲乙丙丁戊己庚辛壬癸'
            .split('')
            .map((letter, i) =>
              register({ name: `澄溪禾${letter}咨询有限公司`, legal_rep: '', phone: `1990000710${i}` }),
            ),
        ],
      }),
      finds: [],
    },
    {
      title: '股份有限公司百分之一的股份：不提示',
      sheets: whole({
        company_person: [holder('叶知秋', { company_name: '启衡药业股份有限公司', share_pct: '1%' })],
        purchase: [bought(hospital, '启衡药业股份有限公司')],
      }),
      finds: [],
    },
    {
      title: '医院自己持股的企业，院长任法定代表人：不提示',
      sheets: whole({
        staff: [hired('叶知秋', hospital, { dept: '院办', position: '院长' })],
        company: [register({ legal_rep: '叶知秋', legal_rep_id: idOf('叶知秋') })],
        company_person: [holder(hospital, { person_id: '', person_type: '事业法人', share_pct: '100%' })],
      }),
      finds: [],
    },
    {
      title: '任期在首次供货之前已经结束：不提示',
      sheets: whole({
        company_person: [holder('叶知秋', { position: '监事', from_date: '2019-01-01', to_date: '2022-12-31' })],
      }),
      finds: [],
    },
    {
      title: '没有股东及高管：任职、持股未判断，登记电话相同仍提示',
      sheets: {
        staff: [nurse({ phone: '19900007001' })],
        kinship: [husband()],
        company: [register()],
        purchase: [bought()],
      },
      finds: ['叶知秋'],
      unjudged: ['未导入股东及高管：持股和高管任职未判断'],
    },
    {
      title: '没有采购、投标记录：无法判断',
      sheets: { staff: [nurse()], kinship: [husband({ relative_company: firm })], company: [register()] },
      finds: [],
      cannotJudge: true,
    },
    {
      title: '没有人员：无法判断',
      sheets: { company: [register()], purchase: [bought()] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Whoever some sheet places in an institution that buys or calls for bids → these institutions. */
const readEmployers = (evidence: EvidenceReader): ReadonlyMap<number, ReadonlySet<number>> =>
  evidence.once('employers that buy', () => {
    const buyers = new Set(
      evidence
        .all<{ org: number }>(
          'select distinct hospital as org from purchase where hospital is not null union select buyer from bid where buyer is not null',
        )
        .map(({ org }) => org),
    );
    const employers = new Map<number, Set<number>>();
    for (const { person, org } of evidence.all<{ person: number; org: number }>(
      'select distinct person, org from employment',
    )) {
      if (!buyers.has(org) || evidence.party(person).kind !== 'person') continue;
      const known = employers.get(person);
      if (known) known.add(org);
      else employers.set(person, new Set([org]));
    }
    return employers;
  });

interface Line {
  readonly row: number;
  /** the amount where it is written, else the company */
  readonly field: string;
  readonly day: string;
  /** null where no amount is written */
  readonly fen: number | null;
}

/** An order or a bid of an institution, with everybody it names on the other side. */
interface Order extends Omit<Line, 'field'> {
  readonly supplier: number | null;
  readonly manufacturer: number | null;
  readonly mah: number | null;
  readonly bidder: number | null;
}

const ordersSql = `select row, day, iif(computed = 0, fen, null) as fen, supplier, manufacturer, mah, null as bidder
  from purchase where hospital = :employer
  union all select row, day, null, null, null, null, bidder from bid where buyer = :employer order by day, fen, row`;

/** The order as a line of this company; undefined where it does not name it. */
function lineOf({ row, day, fen, ...sides }: Order, company: number): Line | undefined {
  const side = (['supplier', 'manufacturer', 'mah', 'bidder'] as const).find((each) => sides[each] === company);
  return side && { row, field: fen === null ? side : 'amount', day, fen };
}

/** What a company does with an institution: its orders and bids, and what those who sell there pay it. By day. */
interface Dealings {
  readonly lines: readonly Line[];
  readonly paid: readonly Line[];
  /** fen of all of them whose amount is written */
  readonly fen: number;
  readonly last: { readonly from: string };
}

function dealingsOf(evidence: EvidenceReader): (employer: number, company: number) => Dealings {
  const sellers = new Map<number, Set<number>>();
  for (const { org, company } of evidence.all<{ org: number; company: number }>(
    `select distinct hospital as org, supplier as company from purchase where hospital is not null and supplier is not null
     union select hospital, manufacturer from purchase where hospital is not null and manufacturer is not null
     union select hospital, mah from purchase where hospital is not null and mah is not null
     union select buyer, bidder from bid where buyer is not null and bidder is not null`,
  )) {
    const known = sellers.get(org);
    if (known) known.add(company);
    else sellers.set(org, new Set([company]));
  }
  const orders = new Map<number, readonly Order[]>();
  const ordersOf = (employer: number): readonly Order[] => {
    const known = orders.get(employer) ?? evidence.all<Order>(ordersSql, { employer });
    orders.set(employer, known);
    return known;
  };
  return (employer, company) => {
    const selling = sellers.get(employer) ?? new Set<number>();
    const lines = selling.has(company) ? ordersOf(employer).flatMap((order) => lineOf(order, company) ?? []) : [];
    const through =
      lines.length > 0
        ? []
        : evidence
            .all<Line & { payer: number }>(
              "select row, 'amount' as field, day, fen, payer from payment where payee = :company order by day, fen, row",
              { company },
            )
            .filter(({ payer }) => selling.has(payer));
    return {
      lines,
      paid: through,
      fen: [...lines, ...through].reduce((sum, each) => sum + (each.fen ?? 0), 0),
      last: { from: [...lines, ...through].at(-1)?.day ?? '' },
    };
  };
}

/** 院办企业: the institution itself holds a share of it. */
const holds = (evidence: EvidenceReader, employer: number, company: number): boolean =>
  evidence.one('select row from company_person where holder = :employer and company = :company and holds = 1', {
    employer,
    company,
  }) !== undefined;

const nameOrder = (evidence: EvidenceReader, a: number, b: number): number =>
  evidence.party(a).name < evidence.party(b).name ? -1 : 1;

function hitOf(
  evidence: EvidenceReader,
  link: HiddenLink,
  { employer, lines, paid: through, fen: total }: Dealings & { readonly employer: number },
  keyPost: boolean,
  settings: Readonly<Record<'flag_at', number>>,
): Hit {
  const [person, company, org] = [link.person, link.company, employer].map((party) => evidence.party(party));
  const cited = [...lines, ...through];
  const relatives = new Set(link.kin.map(({ relative }) => relative));
  const note =
    lines.length === 0
      ? { zh: '向本单位供货的企业付给该企业', en: 'Paid to the company by one that sells to the institution' }
      : { zh: '该企业与本单位的业务', en: 'Business of the company with the institution' };
  return {
    key: `${person!.uid}→${company!.uid}`,
    severity: keyPost ? 4 : 3,
    confidence: Math.min(0.95, link.strength),
    params: {
      person: text(person!.name),
      company: text(company!.name),
      ways: count(link.ways.filter((way) => way !== 'namesake').length),
      employer: text(org!.name),
      lines: count(lines.length),
      paid: count(through.length),
      fen: fen(total),
      from: day(cited[0]!.day),
    },
    measures: [
      measured({ zh: '关联强度', en: 'Strength' }, number(link.strength), '>=', number(settings.flag_at), 'flag_at'),
      ...link.ways.map((way) => noted(wayWords[way], count(1))),
      noted(
        { zh: '该企业与本单位的订单、投标（行）', en: 'Orders and bids of the company there' },
        count(lines.length),
      ),
      noted({ zh: '从供货企业收款（笔）', en: 'Payments from companies that sell there' }, count(through.length)),
    ],
    fen: cited.some((each) => each.fen !== null) ? total : null,
    subjects: [
      { role: 'person', party: person!.id, name: person!.name },
      { role: 'supplier', party: company!.id, name: company!.name },
      ...[...relatives].map((party) => ({ role: 'person', party, name: evidence.party(party).name })),
      { role: 'hospital', party: org!.id, name: org!.name },
    ],
    rows: [...link.rows, ...cited.map(({ row, field }): HitRow => ({ row, field, role: 'evidence', note }))],
  };
}

/** Sheets that would show more ways to be linked. */
const unjudged = (evidence: EvidenceReader): Lack[] =>
  [
    {
      id: 'company_person',
      words: {
        zh: '未导入股东及高管：持股和高管任职未判断',
        en: 'No shareholders and officers: holdings and posts were not judged',
      },
    },
    {
      id: 'kinship',
      words: { zh: '未导入亲属关系：亲属未判断', en: 'No family relations: relatives were not judged' },
    },
    {
      id: 'company',
      words: {
        zh: '未导入企业登记信息：登记的电话、地址和法定代表人未判断',
        en: 'No company register: telephones, addresses and representatives were not judged',
      },
    },
  ].filter(({ id }) => !evidence.has(id));
