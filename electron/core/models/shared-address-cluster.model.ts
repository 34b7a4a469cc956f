import { addressKeys } from '../../../shared/evidence/address.ts';
import { components } from './ask/components.ts';
import { count, measured, noted, ownJudgement, text } from './ask/values.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** A parent that holds so much of two companies makes them one declared group. */
const PARENT_PERCENT = 50;
const TWO_KINDS = 2;

// for the examples
const three = ['云禾咨询有限公司', '望川禾信咨询有限公司', '临陂禾意咨询有限公司'] as const;
const payer = '瑞澜医药有限公司';
const own = (i: number): ExampleRow => ({
  address: `澄溪市创新大道${10 + i}号${201 + i}室`,
  phone: `1990000${1000 + i}`,
});
const together: ExampleRow = { address: '澄溪市创新大道88号1201室', phone: '19900008888' };
const register = (each: (i: number) => ExampleRow, names: readonly string[] = three): ExampleRow[] =>
  names.map((name, i) => ({ name, role: '推广服务商', ...each(i) }));
const allPaid = (names: readonly string[] = three): ExampleRow[] =>
  names.map((name, i) => paid(payer, name, '100000.00', `2024-03-1${i % 10}`, '推广费'));
const offer = (bidder: string, yuan: string): ExampleRow => ({
  tender_no: 'ZB-2024-01',
  tender_name: '骨科耗材采购项目',
  lot: '第1包',
  buyer: '澄溪市第一人民医院',
  open_date: '2024-05-06',
  bidder,
  bid_amount: yuan,
});

export default defineModel({
  id: 'shared-address-cluster',
  version: 1,
  group: 'G7',
  areas: ['trade_misconduct'],
  links: ['distribution', 'sale'],
  family: 'shell',
  weight: 0.45,
  title: { zh: '同址同号供应商群', en: 'Shared address/phone supplier cluster' },
  question: {
    zh: '本案中供货、收款或投标的企业里，哪些表面上各自独立，登记的地址、电话、邮箱或法定代表人却相同？',
    en: 'Which companies that sell, are paid or bid in this case seem independent and share a room, a telephone, an e-mail or a legal representative?',
  },
  summary: {
    zh: '{{company}}等 {{companies}} 家企业登记的信息相互重合（{{kinds}} 种）',
    en: '{{companies}} companies with {{company}} share {{kinds}} kinds of registered data',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '三家企业、两种登记信息没有公开标准；在同一标包投标的，两家即提示。超过 30 家共用的地址和电话视为园区或代办机构，不算。',
        en: 'Three companies and two kinds of data are judgement; two suffice where they bid in one lot. What more than 30 share is a park or an agency and does not count.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'company', fields: ['name'] }],
  settings: [
    {
      name: 'size',
      label: { zh: '企业家数', en: 'Companies' },
      unit: { zh: '家', en: 'companies' },
      default: 3,
      min: 2,
      max: 30,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'hub',
      label: { zh: '共用信息的上限', en: 'Most companies of one value' },
      unit: { zh: '家', en: 'companies' },
      default: 30,
      min: 2,
      max: 500,
      step: 1,
      basis: {
        zh: '本工具判断：更多企业共用的是园区、集中登记地或代办电话',
        en: 'Judgement: what more companies share is a park or a registration agency',
      },
    },
  ],
  innocent: [
    { zh: '同一集团的公司，股权表未导入', en: 'Companies of one group whose holdings were not imported' },
    {
      zh: '孵化器、集中登记地、代理记账公司的电话',
      en: 'An incubator, a shared office, the telephone of an accountant',
    },
    { zh: '企业更名、迁址后的新旧登记', en: 'Old and new registrations of a company that moved or was renamed' },
  ],
  blindSpots: [
    {
      zh: '地址只到楼或园区的不算；法定代表人没有有效证件号的，同名不算同一人',
      en: 'Addresses down to a building do not count, nor do representatives of one name without a valid number',
    },
    { zh: '登记信息只有本案导入的企业', en: 'Only the registrations imported into this case are known' },
  ],
  coverage(evidence) {
    if (['address', 'phone', 'email', 'legal_rep_id'].some((field) => evidence.hasField('company', field))) return [];
    return [
      {
        id: 'company.address',
        words: {
          zh: '企业登记信息没有地址、电话、邮箱或法定代表人证件号',
          en: 'The company register has no address, telephone, e-mail or number of the representative',
        },
      },
    ];
  },

  find(evidence, settings) {
    const acting = readActing(evidence);
    const registered = readValues(evidence).filter(({ company }) => acting.has(company));
    const parents = readParents(evidence);
    const { unite, groupOf } = components();
    const byValue = [...Map.groupBy(readValues(evidence), ({ kind, value }) => `${kind} ${value}`)]
      .filter(([, list]) => companiesOf(list).length <= settings.hub)
      .map(([, list]) => list.filter(({ company }) => acting.has(company)))
      .filter((list) => areApart(companiesOf(list), parents));
    for (const list of byValue) {
      evidence.breathe();
      const [first, ...others] = companiesOf(list);
      for (const other of others) unite(first!, other);
    }
    const clusters = Map.groupBy(byValue, (list) => groupOf(list[0]!.company));
    const lots = readLots(evidence);
    const payers = readPayers(evidence);
    const hits: Hit[] = [];
    for (const lists of clusters.values()) {
      const values = lists.flat();
      const companies = companiesOf(values);
      const kinds = new Set(values.map(({ kind }) => kind)).size;
      const bidding = meet(companies, lots);
      if (!bidding && (companies.length < settings.size || kinds < TWO_KINDS)) continue;
      const named = companies
        .map((party) => evidence.party(party))
        .sort((a, b) => (a.name < b.name || (a.name === b.name && a.uid < b.uid) ? -1 : 1));
      hits.push({
        key: named.map(({ uid }) => uid).sort()[0]!,
        severity: bidding || meet(companies, payers) ? 3 : 2,
        confidence: kinds > TWO_KINDS ? 0.75 : 0.6,
        params: { company: text(named[0]!.name), companies: count(companies.length), kinds: count(kinds) },
        measures: [
          measured(
            { zh: '企业', en: 'Companies' },
            count(companies.length),
            '>=',
            count(bidding ? 2 : settings.size),
            'size',
          ),
          noted({ zh: '共用的信息种类', en: 'Kinds of shared data' }, count(kinds)),
          noted({ zh: '共用的地址、号码等', en: 'Shared values' }, count(lists.length)),
          noted({ zh: '在同一标包投标', en: 'Bid in one lot' }, count(bidding ? 1 : 0)),
        ],
        fen: null,
        subjects: named.map(({ id, name }) => ({ role: 'payee', party: id, name })),
        rows: values.map(({ row, field }): HitRow => ({ row, field, role: 'evidence' })),
      });
    }
    return { examined: new Set(registered.map(({ company }) => company)).size, hits };
  },

  examples: [
    {
      title: '三家收款企业同一房间、同一电话',
      sheets: { company: register(() => together), bank_flow: allPaid() },
      finds: [three[2]],
    },
    {
      title: '甲乙同电话、乙丙同地址：连成一群',
      sheets: {
        company: register((i) => ({
          address: i === 0 ? '澄溪市创新大道10号201室' : together.address!,
          phone: i === 2 ? '19900001002' : together.phone!,
        })),
        bank_flow: allPaid(),
      },
      finds: [three[2]],
    },
    {
      title: '两家同地址的企业投同一标包',
      sheets: {
        company: register((i) => ({ ...own(i), address: together.address! }), three.slice(0, 2)),
        bid: [offer(three[0], '500000.00'), offer(three[1], '520000.00')],
      },
      finds: [three[0]],
    },
    {
      title: '只有两家：不提示',
      sheets: { company: register(() => together, three.slice(0, 2)), bank_flow: allPaid(three.slice(0, 2)) },
      finds: [],
    },
    {
      title: '三家只有地址相同：不提示',
      sheets: { company: register((i) => ({ ...own(i), address: together.address! })), bank_flow: allPaid() },
      finds: [],
    },
    {
      title: '同一母公司持股过半的三家：已申报的集团，不提示',
      sheets: {
        company: register(() => together),
        company_person: three.map((company_name) => ({
          company_name,
          person_name: '云澜控股集团有限公司',
          person_type: '企业法人',
          position: '股东',
          share_pct: '50%',
        })),
        bank_flow: allPaid(),
      },
      finds: [],
    },
    {
      title: '三十一家企业的集中登记地和代办电话：不提示',
      sheets: {
        company: register(
          () => together,
          Array.from(
            { length: 31 },
            (_, i) => `澄溪禾${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'天地人'[Math.floor(i / 10)] ?? '和'}咨询有限公司`,
          ),
        ),
        bank_flow: allPaid(['澄溪禾甲天咨询有限公司', '澄溪禾乙天咨询有限公司', '澄溪禾丙天咨询有限公司']),
      },
      finds: [],
    },
    {
      title: '只在登记信息中、与本案没有往来的企业：不提示',
      sheets: {
        company: register(() => together),
        bank_flow: [paid(payer, '澄溪物业服务有限公司', '800.00', '2024-03-01')],
      },
      finds: [],
    },
    {
      title: '企业登记信息没有地址、电话等：无法判断',
      sheets: { company: three.map((name) => ({ name, role: '推广服务商' })) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** One registered datum of a company, with its cell. */
interface Value {
  readonly company: number;
  readonly row: number;
  readonly kind: 'address' | 'phone' | 'email' | 'representative';
  readonly field: string;
  readonly value: string;
}

const companiesOf = (values: readonly Value[]): number[] =>
  [...new Set(values.map(({ company }) => company))].sort((a, b) => a - b);

/** 本案中的企业: who sells, is paid, invoices or bids. */
const readActing = (evidence: EvidenceReader): Set<number> =>
  new Set(
    evidence
      .all<{ party: number }>(
        `select supplier as party from purchase where supplier is not null
         union select payee from payment where payee_kind in ('company', 'org')
         union select payee from fee where payee_kind in ('company', 'org')
         union select seller from invoice
         union select bidder from bid where bidder is not null`,
      )
      .map(({ party }) => party),
  );

const room = /\d(?:室|房|单元\d+)?$/;

/** Every registered room, telephone, e-mail and representative with a valid number. */
function readValues(evidence: EvidenceReader): readonly Value[] {
  type Row = Record<'address' | 'phone' | 'email' | 'legalRepId', string | null> & { company: number; row: number };
  return evidence.once('registered values of companies', () =>
    evidence
      .all<Row>(
        `select company, row, address, phone, email, legal_rep_id as legalRepId from company where company is not null order by row`,
      )
      .flatMap(({ company, row, address, phone, email, legalRepId }): Value[] => {
        const unit = address !== null && room.test(address.trim()) ? addressKeys(address)?.unit : undefined;
        const values: Value[] = [];
        if (unit !== undefined) values.push({ company, row, kind: 'address', field: 'address', value: unit });
        if (phone !== null && phone.length >= 7 && !/^(?:400|800)/.test(phone))
          values.push({ company, row, kind: 'phone', field: 'phone', value: phone });
        if (email !== null) values.push({ company, row, kind: 'email', field: 'email', value: email.toLowerCase() });
        if (legalRepId !== null && !legalRepId.startsWith('?'))
          values.push({ company, row, kind: 'representative', field: 'legal_rep_id', value: legalRepId });
        return values;
      }),
  );
}

/** Company → those that hold at least half of it. */
function readParents(evidence: EvidenceReader): Map<number, Set<number>> {
  const rows = evidence.all<{ company: number; holder: number }>(
    `select c.company as company, c.holder as holder from company_person c join who h on h.party = c.holder
     where c.holds = 1 and h.kind in ('company', 'org') and cast(c.share as real) >= ${PARENT_PERCENT}`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ company }) => company)].map(([company, list]) => [
      company,
      new Set(list.map(({ holder }) => holder)),
    ]),
  );
}

/** Whether at least two of them are in no common declared group. */
function areApart(companies: readonly number[], parents: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  const headOf = (company: number): number => Math.min(...(parents.get(company) ?? [company]));
  return new Set(companies.map(headOf)).size > 1;
}

type Meetings = ReadonlyArray<ReadonlySet<number>>;

/** Whether two of the companies stand in one of the sets. */
const meet = (companies: readonly number[], sets: Meetings): boolean =>
  sets.some((set) => companies.filter((each) => set.has(each)).length > 1);

/** The bidders of each lot. */
function readLots(evidence: EvidenceReader): Meetings {
  const rows = evidence.all<{ tender: number; lot: string | null; bidder: number }>(
    'select tender, lot, bidder from bid where bidder is not null',
  );
  return [...Map.groupBy(rows, ({ tender, lot }) => `${tender} ${lot ?? ''}`).values()].map(
    (list) => new Set(list.map(({ bidder }) => bidder)),
  );
}

/** The companies that each company pays or is invoiced by. */
function readPayers(evidence: EvidenceReader): Meetings {
  const rows = evidence.all<{ payer: number; payee: number }>(
    `select distinct payer, payee from payment where payee_kind in ('company', 'org') and payer_kind in ('company', 'org', 'association')
     union select distinct buyer, seller from invoice`,
  );
  return [...Map.groupBy(rows, ({ payer: by }) => by).values()].map((list) => new Set(list.map(({ payee }) => payee)));
}
