import { addDays, daysBetween } from '../../../shared/evidence/day.ts';
import { amountBands } from './ask/amount-band.ts';
import { fenOf } from './ask/exact.ts';
import { type HiddenLink, hiddenLinksOf } from './ask/hidden-links.ts';
import { payrollRows } from './ask/payroll.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { type Official, readOfficials } from './ask/regulators.ts';
import { someOf } from './ask/some-of.ts';
import { type Kin, readKin } from './ask/staff-family.ts';
import { citeKin } from './ask/staff-payments.ts';
import { byDay, citePayment, readTradePayments, sumOf, type TradePayment } from './ask/trade-payments.ts';
import { count, days, fen, measured, noted, number, text, yuan } from './ask/values.ts';
import { lotOf } from './example-bids.ts';
import { agreed, hired, idOf, related } from './example-people.ts';
import { ordered } from './example-purchases.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

/** From so much strength on a link counts without any payment; an address beside more parties than this links nobody. */
const LINKED = 0.6;
const ADDRESS_MOST = 10;

// for the examples
const office = '澄溪市市场监督管理局';
const firm = '瑞澜医药有限公司';
const official = (more: ExampleRow = {}): ExampleRow =>
  hired('江若水', office, { dept: '药械处', position: '副处长', title: '', employer_kind: '行政机关', ...more });
const sister = (more: ExampleRow = {}): ExampleRow => related('江若水', '江映雪', '妹妹', more);
const to = (name: string, yuan: string, on: string, memo = '咨询费', from = firm): ExampleRow => ({
  ...paid(from, name, yuan, on, memo),
  counterparty_id_no: idOf(name),
});
const register = (more: ExampleRow = {}): ExampleRow => ({
  name: firm,
  role: '配送企业',
  legal_rep: '陶安然',
  legal_rep_id: idOf('陶安然'),
  phone: '19900007001',
  ...more,
});
const quiet: ExampleRow = paid(firm, '澄溪物业服务有限公司', '800.00', '2024-01-05', '物业费');
const whole = (more: Readonly<Record<string, readonly ExampleRow[]>>): Record<string, readonly ExampleRow[]> => ({
  staff: [official()],
  kinship: [sister()],
  company: [register()],
  bank_flow: [quiet],
  ...more,
});

export default defineModel({
  id: 'regulator-supplier-link',
  version: 2,
  group: 'G7',
  areas: ['abuse_of_power'],
  links: ['production', 'distribution', 'sale', 'reimbursement'],
  family: 'hidden-link',
  weight: 0.7,
  title: { zh: '行政监管人员与被监管企业往来', en: 'Regulator officials and regulated companies' },
  question: {
    zh: '药监、医保、卫健、招采等机关人员或其亲属，是否收取医药企业款项，或在其中任职、投资，尤其在招采、审批前后？',
    en: 'Did officials of authorities over medicines, insurance, health or procurement, or their relatives, receive money from companies of the trade, or hold or run one, above all near tenders and approvals?',
  },
  summary: {
    zh: '{{office}}{{person}}（或其亲属）与 {{firms}} 家医药企业（{{companies}}）有往来：收款 {{rows}} 笔、{{fen}}，任职、投资等关联 {{links}} 家；{{near}} 笔在招采、审批前后 {{W}} 日内',
    en: '{{person}} of {{office}}, or a relative, has dealings with companies of the trade ({{firms}}: {{companies}}): {{rows}} payments of {{fen}}, posts, holdings or shared data in {{links}} companies; {{near}} payments within {{W}} days of a tender or approval',
  },
  basis: [
    {
      source: {
        zh: '2023 年全国医药领域腐败问题集中整治六个方面之一（国家卫生健康委有关问答）',
        en: 'One of the six areas of the campaign of 2023 (questions and answers of the National Health Commission)',
      },
      text: {
        zh: '医药领域行政管理部门以权寻租。',
        en: 'Rent-seeking by administrative departments in the field of medicine.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '哪些机关算、起点金额、前后天数和关联强度 0.6 没有公开标准，由本工具给出。',
        en: "Which authorities count, the least amount, the days and the strength of 0.6 are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'staff', fields: ['name'] }],
  settings: [
    {
      name: 'W',
      label: { zh: '节点前后天数', en: 'Days around an event' },
      unit: days,
      default: 90,
      min: 7,
      max: 365,
      step: 1,
      basis: { zh: '本工具判断：一个季度', en: 'Judgement: a quarter' },
    },
    {
      name: 'min',
      label: { zh: '收款合计起点', en: 'Least total' },
      unit: yuan,
      default: 1,
      min: 0.01,
      max: 1_000_000,
      step: 1,
      basis: {
        zh: '本工具判断：监管人员与被监管企业之间任何款项都应说明',
        en: 'Judgement: any such money needs a reason',
      },
    },
  ],
  innocent: [
    {
      zh: '亲属依法在企业任职，已申报、已回避',
      en: 'A relative lawfully employed, declared, the official stepping back',
    },
    { zh: '经批准的授课、评审，按规定取酬', en: 'Approved lectures or reviews, paid by the rules' },
    { zh: '同名的另一人', en: 'Another person of the same name' },
    { zh: '亲属与企业之间真实的买卖、租赁', en: 'A genuine sale or lease of a relative' },
  ],
  blindSpots: [
    {
      zh: '不看企业是否在其管辖地区内：挂网、集采和审批往往跨地区',
      en: 'Whether the company lies in the region of the authority is not looked at: tenders and approvals cross regions',
    },
    {
      zh: '节点只认投标记录的开标、中标日，以及企业与机关签订的、或带批准文号的合同；检查、处罚、挂网的日期没有表可查',
      en: 'Events are opening and award days of bids and contracts with an authority or under an approval number; days of inspections, penalties and listings stand in no sheet',
    },
    {
      zh: '税务、公安等其他机关的人员不在此列',
      en: 'Staff of other authorities, such as tax and police, are not among them',
    },
    {
      zh: '名册写明任职、按月固定的工资式付款不计；医药代表个人的转账不计',
      en: 'Regular wages of a recorded employment and private transfers of representatives do not count',
    },
  ],
  coverage(evidence) {
    const lacks: Lack[] = [];
    if (readOfficials(evidence).size === 0)
      lacks.push({
        id: 'staff.employer',
        words: {
          zh: '没有任何表写明药监、医保、卫健、招采等机关的人员',
          en: 'No sheet names staff of an authority over medicines, insurance, health or procurement',
        },
      });
    if (unjudged(evidence).length === 2)
      lacks.push({
        id: 'bank_flow',
        words: {
          zh: '银行流水、费用账和企业登记、股东高管、亲属关系都没有导入',
          en: 'Neither statements or ledgers nor registers of companies, officers or relatives imported',
        },
      });
    return lacks;
  },

  find(evidence, settings) {
    const officials = readOfficials(evidence);
    const payments = Map.groupBy(paymentsTo(evidence, officials), ({ person }) => person);
    const trade = readPharmaCompanies(evidence);
    const links = Map.groupBy(
      hiddenLinksOf(evidence, new Set(officials.keys()), ADDRESS_MOST).filter(
        ({ company, strength }) => strength >= LINKED && trade.has(company),
      ),
      ({ person }) => person,
    );
    const hits: Hit[] = [];
    for (const official of officials.values()) {
      evidence.breathe();
      const all = payments.get(official.person) ?? [];
      const open = all.filter(({ explained, wage }) => explained === null && !wage).sort(byDay);
      const counted = sumOf(open) >= fenOf(settings.min) ? open : [];
      const held = links.get(official.person) ?? [];
      if (counted.length + held.length === 0) continue;
      hits.push(hitOf(evidence, official, { all, counted, held }, settings));
    }
    return { examined: officials.size, hits, unjudged: unjudged(evidence) };
  },

  examples: [
    {
      title: '副处长本人收到企业咨询费：一元也提示',
      sheets: whole({ bank_flow: [to('江若水', '1.00', '2024-06-03')] }),
      finds: ['江若水'],
    },
    {
      title: '妹妹在企业任职领工资，开标前二十日另收一笔：只计这一笔',
      sheets: whole({
        kinship: [sister({ relative_employer: firm, relative_position: '财务' })],
        bank_flow: [
          ...['2024-01-10', '2024-02-10', '2024-03-10', '2024-04-10'].map((on) => to('江映雪', '8600.00', on, '报酬')),
          to('江映雪', '50000.00', '2024-05-06', '服务费'),
        ],
        bid: lotOf('ZB-1', '2024-05-26', { [firm]: '900000' }),
      }),
      finds: ['江若水'],
    },
    {
      title: '妹妹持有企业三成股份，没有款项',
      sheets: whole({
        company_person: [
          {
            company_name: firm,
            person_name: '江映雪',
            person_id: idOf('江映雪'),
            person_type: '自然人',
            position: '股东',
            share_pct: '30%',
          },
        ],
      }),
      finds: ['江若水'],
    },
    {
      title: '企业登记的手机就是本人手机',
      sheets: whole({ staff: [official({ phone: '19900007001' })] }),
      finds: ['江若水'],
    },
    {
      title: '妹妹在企业任职，按月领固定报酬：不提示',
      sheets: whole({
        kinship: [sister({ relative_employer: firm, relative_position: '财务' })],
        bank_flow: ['2024-01-10', '2024-02-10', '2024-03-10', '2024-04-10'].map((on) =>
          to('江映雪', '8600.00', on, '报酬'),
        ),
      }),
      finds: [],
    },
    {
      title: '有合同和成果的课题费：已解释，不提示',
      sheets: whole({
        bank_flow: [to('江映雪', '30000.00', '2024-06-03', '课题费')],
        contract: [
          agreed(firm, '江映雪', '30000.00', '2024-05-01', '技术服务', {
            deliverable: '《关节置换随访研究》结题报告',
            approval_no: '澄溪伦审〔2024〕9号',
          }),
        ],
      }),
      finds: [],
    },
    {
      title: '税务局人员、超市和朋友的钱：不提示',
      sheets: whole({
        staff: [official(), hired('叶知秋', '国家税务总局澄溪市税务局', { employer_kind: '行政机关', title: '' })],
        bank_flow: [
          to('叶知秋', '30000.00', '2024-06-03'),
          to('江若水', '30000.00', '2024-06-03', '货款', '澄溪好又佳超市有限公司'),
          to('江若水', '3000.00', '2024-06-05', '转账', '韩思齐'),
        ],
      }),
      finds: [],
    },
    {
      title: '企业付给同名的另一人（证件号不同）：不提示',
      sheets: whole({
        bank_flow: [{ ...to('江若水', '30000.00', '2024-06-03'), counterparty_id_no: idOf('另一个江若水') }],
      }),
      finds: [],
    },
    {
      title: '医院人员收款：不属监管人员，不提示',
      sheets: whole({
        staff: [official(), hired('沈以墨', '澄溪市第一人民医院')],
        bank_flow: [to('沈以墨', '30000.00', '2024-06-03')],
      }),
      finds: [],
    },
    {
      title: '只有银行流水：任职、投资未判断',
      sheets: { staff: [official()], bank_flow: [to('江若水', '30000.00', '2024-06-03')] },
      finds: ['江若水'],
      unjudged: ['企业登记、股东高管、亲属关系都没有导入：任职、投资未判断'],
    },
    {
      title: '名册里没有监管机关人员：无法判断',
      sheets: { staff: [hired('沈以墨', '澄溪市第一人民医院')], bank_flow: [to('沈以墨', '30000.00', '2024-06-03')] },
      finds: [],
      cannotJudge: true,
    },
    {
      title: '只有名册：无法判断',
      sheets: { staff: [official()], purchase: [ordered('澄溪市第一人民医院', '2024-03-05', '1000.00', '2')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Received extends TradePayment {
  readonly person: number;
  readonly kin: Kin | null;
  /** regular pay of an employment that a sheet states */
  readonly wage: boolean;
}

/** Money of the trade to officials and their relatives; whose relative two officials share is counted for the first by name. */
function paymentsTo(evidence: EvidenceReader, officials: ReadonlyMap<number, Official>): Received[] {
  const owner = new Map<number, Kin>();
  const ranked = ({ person }: Kin) => `${evidence.party(person).name} ${evidence.party(person).uid}`;
  for (const kin of readKin(evidence)) {
    if (!officials.has(kin.person) || officials.has(kin.relative)) continue;
    const known = owner.get(kin.relative);
    if (!known || ranked(kin) < ranked(known)) owner.set(kin.relative, kin);
  }
  const received = readTradePayments(evidence).flatMap((payment): Array<Omit<Received, 'wage'>> => {
    if (officials.has(payment.payee)) return [{ ...payment, person: payment.payee, kin: null }];
    const kin = owner.get(payment.payee);
    return kin ? [{ ...payment, person: kin.person, kin }] : [];
  });
  const regular = payrollRows(received);
  const employed = new Set(
    evidence
      .all<{ person: number; org: number }>('select distinct person, org from employment')
      .map(({ person, org }) => `${person} ${org}`),
  );
  return received.map((payment) => ({
    ...payment,
    wage: regular.has(payment.row) && employed.has(`${payment.payee} ${payment.company}`),
  }));
}

/** A day on which an authority decided about a company. */
interface Occasion {
  readonly company: number;
  readonly day: string;
  readonly row: number;
  readonly field: string;
}

const readOccasions = (evidence: EvidenceReader): ReadonlyMap<number, readonly Occasion[]> =>
  evidence.once('occasions of companies', () =>
    Map.groupBy(
      evidence.all<Occasion>(
        `select bidder as company, day, row, 'open_date' as field from bid where bidder is not null and day is not null
         union all select bidder, award_day, row, 'award_date' from bid where bidder is not null and award_day is not null
         union all select c.party_a, c.day, c.row, 'signed_on' from contract c join who o on o.party = c.party_b
           where c.day is not null and (o.kind = 'government' or c.approval_no is not null)
         union all select c.party_b, c.day, c.row, 'signed_on' from contract c join who o on o.party = c.party_a
           where c.day is not null and (o.kind = 'government' or c.approval_no is not null)
         order by day, row, field`,
      ),
      ({ company }) => company,
    ),
  );

/** The event of the paying company that lies nearest to a payment, within W days on either side. */
function nearest(evidence: EvidenceReader, { company, day }: TradePayment, span: number): Occasion | undefined {
  const [from, until] = [addDays(day, -span), addDays(day, span)];
  return (readOccasions(evidence).get(company) ?? [])
    .filter((each) => each.day >= from && each.day <= until)
    .sort(
      (a, b) => Math.abs(daysBetween(a.day, day)) - Math.abs(daysBetween(b.day, day)) || (a.day < b.day ? -1 : 1),
    )[0];
}

function hitOf(
  evidence: EvidenceReader,
  official: Official,
  { all, counted, held }: { all: readonly Received[]; counted: readonly Received[]; held: readonly HiddenLink[] },
  settings: Readonly<Record<'W' | 'min', number>>,
): Hit {
  const who = evidence.party(official.person);
  const total = sumOf(counted);
  const near = counted.flatMap((payment) => {
    const occasion = payment.precision === 'month' ? undefined : nearest(evidence, payment, settings.W);
    return occasion ? [{ payment, occasion }] : [];
  });
  const companies = [
    ...new Set([...counted.map(({ company }) => company), ...held.map(({ company }) => company)]),
  ].sort((a, b) => (evidence.party(a).name < evidence.party(b).name ? -1 : 1));
  const strongest = Math.max(0, ...held.map(({ strength }) => strength));
  const relatives = new Set(
    [...counted.flatMap(({ kin }) => kin ?? []), ...held.flatMap(({ kin }) => kin)].map(({ relative }) => relative),
  );
  const nameOnly = held.length === 0 && counted.every(({ alone }) => alone === 1);
  const wages = all.filter(({ wage }) => wage);
  return {
    key: who.uid,
    severity: total >= amountBands[0] ? 4 : 3,
    confidence: nameOnly
      ? 0.3
      : Math.min(0.95, Math.max(strongest, counted.length > 0 ? 0.8 : 0) + (near.length > 0 ? 0.1 : 0)),
    params: {
      office: text(official.org === null ? '' : evidence.party(official.org).name),
      person: text(who.name),
      firms: count(companies.length),
      companies: text(someOf(companies.map((party) => evidence.party(party).name))),
      rows: count(counted.length),
      fen: fen(total),
      links: count(held.length),
      near: count(near.length),
      W: count(settings.W),
    },
    measures: [
      measured(
        { zh: '收款合计', en: 'Received in all' },
        fen(total),
        held.length > 0 ? 'none' : '>=',
        fen(fenOf(settings.min)),
        'min',
      ),
      noted({ zh: '其中招采、审批前后的笔数', en: 'Of these near tenders and approvals' }, count(near.length)),
      noted({ zh: '往来企业', en: 'Companies' }, count(companies.length)),
      noted({ zh: '最强关联', en: 'Strongest link' }, number(strongest)),
      noted(
        { zh: '有任职依据的工资式付款（不计）', en: 'Wages with an employment on record (left out)' },
        count(wages.length),
      ),
    ],
    fen: counted.length > 0 ? total : null,
    subjects: [
      { role: 'person', party: who.id, name: who.name },
      ...companies.map((party) => ({ role: 'payer', party, name: evidence.party(party).name })),
      ...[...relatives].map((party) => ({ role: 'payee', party, name: evidence.party(party).name })),
    ],
    rows: distinct([
      ...counted.flatMap(citePayment),
      ...held.flatMap(({ rows }) => rows),
      ...citeKin(counted),
      ...near.map(
        ({ occasion: { row, field } }): HitRow => ({
          row,
          field,
          role: 'context',
          note: { zh: '付款企业的招采、审批节点', en: 'A tender or approval of the paying company' },
        }),
      ),
      ...wages.map(
        ({ row }): HitRow => ({
          row,
          field: 'amount',
          role: 'explained',
          note: { zh: '名册写明任职的工资式付款', en: 'Regular pay of an employment on record' },
        }),
      ),
      ...all.filter(({ explained }) => explained !== null).flatMap(citePayment),
      {
        row: official.row,
        field: official.field,
        role: 'context',
        note: { zh: '任职依据', en: 'Where the employment is written' },
      },
    ]),
  };
}

/** Each cell once. */
const distinct = (rows: readonly HitRow[]): HitRow[] =>
  [...new Map(rows.toReversed().map((each) => [`${each.row} ${each.field}`, each])).values()].reverse();

/** What could not be looked at. */
function unjudged(evidence: EvidenceReader): Lack[] {
  const lacks: Lack[] = [];
  if (!evidence.has('bank_flow') && !evidence.has('expense'))
    lacks.push({
      id: 'bank_flow',
      words: { zh: '未导入银行流水和费用账：款项未判断', en: 'No statements or ledgers: payments were not judged' },
    });
  if (!['company', 'company_person', 'kinship'].some((category) => evidence.has(category)))
    lacks.push({
      id: 'company_person',
      words: {
        zh: '企业登记、股东高管、亲属关系都没有导入：任职、投资未判断',
        en: 'No registers of companies, officers or relatives: posts and holdings were not judged',
      },
    });
  return lacks;
}
