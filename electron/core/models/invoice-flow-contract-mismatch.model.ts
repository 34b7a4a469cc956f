import { addDays } from '../../../shared/evidence/day.ts';
import { amountBands } from './ask/amount-band.ts';
import { citedInvoice } from './ask/cited-invoice.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { readFirmMembers } from './ask/firm-members.ts';
import { type KnownInvoice, readInvoices } from './ask/invoices.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { readAliases } from './ask/org-aliases.ts';
import { readReversals } from './ask/reversals.ts';
import { readStatements } from './ask/statements.ts';
import { days, fen, measured, noted, ownJudgement, ratio, share, text, yuan } from './ask/values.ts';
import { agreed, invoiced, invoiceNo } from './example-papers.ts';
import { booked, type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** With fewer contracts than this a list of contracts tells nothing about what is missing from it. */
const FEW_CONTRACTS = 3;

// for the examples
const [company, agent] = ['瑞澜医药有限公司', '澄溪合禾推广服务有限公司'];
/** the statement of the company runs through the year */
const aroundTheYear: ExampleRow[] = ['2023-11-01', '2025-03-01'].map((on) =>
  paid(company, '澄溪物业服务有限公司', '800.00', on, '物业费'),
);
const agents = ['云禾咨询有限公司', '望川禾信咨询有限公司', '临陂禾意咨询有限公司'];

export default defineModel({
  id: 'invoice-flow-contract-mismatch',
  version: 2,
  group: 'G7',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'shell',
  weight: 0.35,
  title: { zh: '三流不一致', en: 'Invoice, payment and contract do not match' },
  question: {
    zh: '购销双方之间的发票、资金和合同是否对得上：开了票没有付款，付了款没有发票，款付给了别人，或大额发票没有合同？',
    en: 'Do invoices, payments and contracts between two parties match: invoiced and not paid, paid and not invoiced, paid to somebody else, or invoiced without a contract?',
  },
  summary: {
    zh: '{{buyer}}与{{seller}}之间：开票 {{invoiced}}，付款 {{paid}}，发票、资金、合同对不上',
    en: 'Between {{buyer}} and {{seller}}: invoiced {{invoiced}}, paid {{paid}}; invoices, payments and contracts do not match',
  },
  basis: [
    {
      source: {
        zh: '《2025年医药领域腐败问题集中整治工作推进情况汇报》',
        en: 'Progress report on the campaign in 2025',
      },
      text: {
        zh: '广东省建立药品耗材采购、医保支付、税务开票等7类数据共享清单，为精准监督提供支撑。',
        en: 'Guangdong shares seven kinds of data, among them invoices, for supervision.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '两成、十万元、前后 45 天没有公开标准。只有一方流水覆盖开票期间前后，才判断“开票未付款”；只有发票清单解释了购方八成付款，才判断“付款无发票”。',
        en: "One fifth, 100,000 yuan and 45 days are this tool's. Unpaid invoices are told only where a statement covers the time around them, uninvoiced payments only where the list explains four fifths of what the buyer paid.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'invoice', fields: ['issue_date', 'seller', 'buyer'] },
    { category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' },
  ],
  settings: [
    {
      name: 'd',
      label: { zh: '差额占比', en: 'Share of the difference' },
      unit: share,
      default: 0.2,
      min: 0.01,
      max: 1,
      step: 0.01,
      basis: ownJudgement,
    },
    {
      name: 'c',
      label: { zh: '应有合同的年开票额', en: 'Invoices of a year that need a contract' },
      unit: yuan,
      default: 100_000,
      min: 0,
      max: 100_000_000,
      step: 10_000,
      basis: ownJudgement,
    },
    {
      name: 'least',
      label: { zh: '差额起点', en: 'Least difference' },
      unit: yuan,
      default: 50_000,
      min: 0,
      max: 100_000_000,
      step: 10_000,
      basis: ownJudgement,
    },
    {
      name: 'around',
      label: { zh: '跨年宽限', en: 'Days around the year' },
      unit: days,
      default: 45,
      min: 0,
      max: 366,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'cover',
      label: { zh: '发票清单的覆盖率', en: 'Cover of the invoice list' },
      unit: share,
      default: 0.8,
      min: 0.1,
      max: 1,
      step: 0.01,
      basis: {
        zh: '本工具判断：清单解释了购方当年对企业付款的这一比例，缺的发票才说明问题',
        en: 'Judgement: a missing invoice tells something only where the list explains this share of what the buyer paid to companies',
      },
    },
    {
      name: 'contract_cover',
      label: { zh: '合同清单的覆盖率', en: 'Cover of the contract list' },
      unit: share,
      default: 0.5,
      min: 0.1,
      max: 1,
      step: 0.01,
      basis: {
        zh: '本工具判断：购方的大额销方至少这一比例有合同在案，缺的合同才说明问题',
        en: 'Judgement: a missing contract tells something only where this share of the large sellers have one in the case',
      },
    },
  ],
  innocent: [
    { zh: '年末开票、次年付款，账期较长', en: 'Invoiced at the end of the year and paid later; long terms of credit' },
    { zh: '经其他账户、票据或抵账支付', en: 'Paid from another account, by bill, or set off' },
    { zh: '委托集团财务公司、保理或法院代付代收', en: 'Paid through a finance company, factoring or a court' },
    { zh: '员工垫付后报销', en: 'An employee who paid in advance' },
    { zh: '框架协议下开票，合同未归档', en: 'Invoiced under a framework contract that was not filed' },
  ],
  blindSpots: [
    {
      zh: '一方有多个账户而只调取了其中一个的，会误报“开票未付款”',
      en: 'Where only one of several accounts was obtained, invoices may seem unpaid',
    },
    {
      zh: '向医院供货和有采购订单的往来按账期付款，不判断“开票未付款”',
      en: 'Goods delivered to hospitals or ordered in the case are paid on credit: unpaid invoices are not judged there',
    },
    {
      zh: '个人收款与发票销方不一致的，只在收款人是医务人员时提示',
      en: 'A person who is paid on the invoice of another is told only where the person is hospital staff',
    },
  ],

  find(evidence, settings) {
    const rule: Rule = {
      d: settings.d,
      around: settings.around,
      cover: settings.cover,
      contractCover: settings.contract_cover,
      least: fenOf(settings.least),
      contract: fenOf(settings.c),
    };
    const buyers = readBuyers(evidence);
    const papers = readPapers(evidence);
    const misdirected = readMisdirected(evidence);
    const hits: Hit[] = [];
    let examined = 0;
    for (const buyer of buyers) {
      evidence.breathe();
      const dealings = dealingsOf(evidence, buyer);
      examined += dealings.length;
      const cover = new Map<string, boolean>();
      const isCovered = (year: string): boolean => {
        const known = cover.get(year) ?? explains(dealings, year, rule);
        cover.set(year, known);
        return known;
      };
      const large = dealings.filter((each) => yearsOf(each).some((year) => invoicedIn(each, year) >= rule.contract));
      const signed = large.filter(({ seller }) => papers.hasContract(buyer.id, seller));
      const contractsTell =
        signed.length >= FEW_CONTRACTS && isShareAtLeast(signed.length, large.length, rule.contractCover);
      for (const dealing of dealings) {
        const matters = [
          ...yearsOf(dealing).flatMap((year) => [
            ...unpaid(evidence, buyer.id, dealing, year, rule, papers),
            ...uninvoiced(dealing, year, rule, isCovered),
          ]),
          ...withoutContract(dealing, large, signed, contractsTell, rule),
          ...(misdirected.get(`${buyer.id} ${dealing.seller}`) ?? []),
        ];
        if (matters.length > 0) hits.push(hitOf(evidence, buyer.id, dealing, matters, rule));
      }
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '全年开票 100 万元，付款正好差两成',
      sheets: {
        invoice: [
          invoiced(agent, company, '600000.00', '2024-03-05', invoiceNo(1)),
          invoiced(agent, company, '400000.00', '2024-06-05', invoiceNo(2)),
        ],
        bank_flow: [...aroundTheYear, paid(company, agent, '800000.00', '2024-07-05', '推广费')],
      },
      finds: [company],
    },
    {
      title: '款付给了发票销方以外的公司',
      sheets: {
        invoice: [invoiced(agent, company, '60000.00', '2024-03-05', invoiceNo(1))],
        expense: [
          booked(company, '云禾咨询有限公司', '60000.00', '2024-03-10', '学术推广费', { invoice_no: invoiceNo(1) }),
        ],
      },
      finds: [company],
    },
    {
      title: '其余付款都有发票，这一家 30 万元没有',
      sheets: {
        invoice: [invoiced('启衡药业有限公司', company, '2000000.00', '2024-03-05', invoiceNo(1))],
        bank_flow: [
          paid(company, '启衡药业有限公司', '2000000.00', '2024-03-20', '货款'),
          paid(company, agent, '300000.00', '2024-05-20', '推广费'),
        ],
      },
      finds: [company],
    },
    {
      title: '同类销方都有合同，开票 10 万元的这一家没有',
      sheets: {
        invoice: [agent, ...agents].map((seller, i) =>
          invoiced(seller, company, '100000.00', `2024-03-0${i + 1}`, invoiceNo(i + 1)),
        ),
        bank_flow: [agent, ...agents].map((seller, i) => paid(company, seller, '100000.00', `2024-03-1${i}`, '咨询费')),
        contract: agents.map((seller) => agreed(company, seller, '120000.00', '2024-01-05')),
      },
      finds: [company],
    },
    {
      title: '付款差额不到两成：不提示',
      sheets: {
        invoice: [invoiced(agent, company, '1000000.00', '2024-03-05', invoiceNo(1))],
        bank_flow: [...aroundTheYear, paid(company, agent, '800000.01', '2024-07-05', '推广费')],
      },
      finds: [],
    },
    {
      title: '十二月开票，次年二月十四日付清：在 45 天之内，不提示',
      sheets: {
        invoice: [invoiced(agent, company, '1000000.00', '2024-12-20', invoiceNo(1))],
        bank_flow: [...aroundTheYear, paid(company, agent, '1000000.00', '2025-02-14', '推广费')],
      },
      finds: [],
    },
    {
      title: '没有覆盖开票期间的流水：不知是否付款，不提示',
      sheets: {
        invoice: [invoiced(agent, company, '1000000.00', '2024-03-05', invoiceNo(1))],
        bank_flow: [paid(company, '澄溪物业服务有限公司', '800.00', '2024-06-01', '物业费')],
      },
      finds: [],
    },
    {
      title: '发票清单只有一小部分：付款没有发票不说明问题，不提示',
      sheets: {
        invoice: [invoiced('启衡药业有限公司', company, '100000.00', '2024-03-05', invoiceNo(1))],
        bank_flow: [
          paid(company, '启衡药业有限公司', '2000000.00', '2024-03-20', '货款'),
          paid(company, agent, '300000.00', '2024-05-20', '推广费'),
        ],
      },
      finds: [],
    },
    {
      title: '医院按账期付货款：不提示',
      sheets: {
        invoice: [invoiced('启衡药业有限公司', '澄溪市第一人民医院', '1000000.00', '2024-03-05', invoiceNo(1))],
        bank_flow: ['2023-11-01', '2025-03-01'].map((on) =>
          paid('澄溪市第一人民医院', '澄溪物业服务有限公司', '800.00', on, '物业费'),
        ),
      },
      finds: [],
    },
    {
      title: '销方反过来向购方买东西：不是退款，不提示',
      sheets: {
        invoice: [invoiced(agent, company, '1000000.00', '2024-03-05', invoiceNo(1))],
        bank_flow: [
          ...aroundTheYear,
          paid(company, agent, '1000000.00', '2024-07-05', '推广费'),
          paid(agent, company, '600000.00', '2024-08-05', '货款'),
        ],
      },
      finds: [],
    },
    {
      title: '流水中没有、费用账上记着已付给销方：不提示',
      sheets: {
        invoice: [invoiced(agent, company, '1000000.00', '2024-03-05', invoiceNo(1))],
        bank_flow: aroundTheYear,
        expense: [booked(company, agent, '1000000.00', '2024-04-05')],
      },
      finds: [],
    },
    {
      title: '员工垫付后报销：收款人不是销方，不提示',
      sheets: {
        invoice: [invoiced(agent, company, '60000.00', '2024-03-05', invoiceNo(1))],
        expense: [booked(company, '顾长宁', '60000.00', '2024-03-10', '会议费', { invoice_no: invoiceNo(1) })],
      },
      finds: [],
    },
    {
      title: '没有发票：无法判断',
      sheets: { bank_flow: [paid(company, agent, '300000.00', '2024-05-20', '推广费')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Rule {
  readonly d: number;
  readonly around: number;
  readonly cover: number;
  readonly contractCover: number;
  /** fen */
  readonly least: number;
  /** fen */
  readonly contract: number;
}

/** Whoever is named as a buyer, under the firm of the register, with the parties that stand for it. */
interface Buyer {
  readonly id: number;
  readonly members: readonly number[];
  readonly invoices: readonly KnownInvoice[];
}

interface Moved {
  readonly row: number;
  readonly fen: number;
  readonly day: string;
  /** a ledger line that no booking was found for */
  readonly ledger: boolean;
}

/** A buyer with one other company: what was invoiced, paid, and paid back. */
interface Dealing {
  readonly seller: number;
  readonly invoices: readonly KnownInvoice[];
  readonly paid: readonly Moved[];
  readonly back: readonly Moved[];
}

function readBuyers(evidence: EvidenceReader): Buyer[] {
  const firm = readAliases(evidence);
  const members = readFirmMembers(evidence);
  return [...Map.groupBy(readInvoices(evidence).standing, ({ buyer }) => firm(buyer))].map(([id, invoices]) => ({
    id,
    members: members(id),
    invoices,
  }));
}

/** What is no price of goods or services, and what passes through. */
const notPrice = /保证金|押金|借款|还款|贷款|税款|完税|工资|社保|公积金|投资|股权|分红|理财|备用金/;

/** What comes back because the price was not due. */
const refund = /退款|退回|退还|退货|冲销|冲正/;

function dealingsOf(evidence: EvidenceReader, { id, members, invoices }: Buyer): Dealing[] {
  const firm = readAliases(evidence);
  type Row = Moved & { other: number; memo: string };
  // member by member: an equality is looked up by its index, a list is not
  const moved = (sql: string, counts: (memo: string) => boolean) =>
    Map.groupBy(
      members.flatMap((firmId) => evidence.all<Row>(sql, { firmId })).filter(({ memo }) => counts(memo)),
      ({ other }) => firm(other),
    );
  const paidTo = moved(
    `select row, payee as other, fen, day, memo, 0 as ledger from payment
     where payer = :firmId and payee_kind in ('company', 'org') order by day, row`,
    (memo) => !notPrice.test(memo),
  );
  const bookedTo = Map.groupBy(readUnpaidLedger(evidence).get(id) ?? [], ({ other }) => other);
  const backFrom = moved(
    `select row, payer as other, fen, day, memo, 0 as ledger from payment
     where payee = :firmId and payer_kind in ('company', 'org') order by day, row`,
    (memo) => refund.test(memo),
  );
  const bought = Map.groupBy(invoices, ({ seller }) => firm(seller));
  const sellers = new Set([...bought.keys(), ...paidTo.keys()]);
  sellers.delete(id);
  return [...sellers].map((seller) => ({
    seller,
    invoices: bought.get(seller) ?? [],
    paid: [...(paidTo.get(seller) ?? []), ...(bookedTo.get(seller) ?? [])].map(({ row, fen: amount, day, ledger }) => ({
      row,
      fen: amount,
      day,
      ledger: Boolean(ledger),
    })),
    back: backFrom.get(seller) ?? [],
  }));
}

type LedgerRow = Moved & { readonly company: number; readonly other: number; readonly memo: string };

/** Firm → its ledger lines to companies that no booking was found for and no red line took back, read once for all buyers. */
function readUnpaidLedger(evidence: EvidenceReader): ReadonlyMap<number, readonly LedgerRow[]> {
  const firm = readAliases(evidence);
  const reversed = readReversals(evidence);
  return evidence.once('ledger lines to companies without a booking', () =>
    Map.groupBy(
      evidence
        .all<LedgerRow>(
          `select f.row as row, f.company as company, f.payee as other, f.fen as fen, f.day as day, f.memo as memo, 1 as ledger
           from fee f left join paid_booking b on b.ledger_row = f.row
           where f.company is not null and f.payee_kind in ('company', 'org') and b.ledger_row is null and f.fen > 0
           order by f.day, f.row`,
        )
        .filter(({ row, memo }) => !reversed.has(row) && !notPrice.test(memo))
        .map((line) => ({ ...line, other: firm(line.other) })),
      ({ company: by }) => firm(by),
    ),
  );
}

const yearsOf = ({ invoices, paid: list }: Dealing): string[] =>
  [...new Set([...invoices, ...list].map(({ day }) => day.slice(0, 4)))].sort();

const within = <T extends { readonly day: string }>(list: readonly T[], year: string, around: number): T[] => {
  const [from, to] = [addDays(`${year}-01-01`, -around), addDays(`${year}-12-31`, around)];
  return list.filter(({ day }) => day >= from && day <= to);
};
const sumOf = (list: ReadonlyArray<{ readonly fen: number | null }>): number =>
  list.reduce((sum, each) => sum + (each.fen ?? 0), 0);
const bankOnly = (list: readonly Moved[]): Moved[] => list.filter(({ ledger }) => !ledger);
const invoicedIn = ({ invoices }: Dealing, year: string, around = 0): number => sumOf(within(invoices, year, around));

/** Whether the invoices explain so much of what the buyer paid to companies in the year that a missing one tells something. */
function explains(dealings: readonly Dealing[], year: string, { around, cover }: Rule): boolean {
  let [all, explained] = [0, 0];
  for (const dealing of dealings) {
    const out = sumOf(within(bankOnly(dealing.paid), year, 0));
    all += out;
    explained += Math.min(out, invoicedIn(dealing, year, around));
  }
  return all > 0 && isShareAtLeast(explained, all, cover);
}

/** One way in which the papers do not match. `rows` rest on invoices or on payments, never on both: it is the same money. */
interface Matter {
  readonly kind: 'unpaid' | 'uninvoiced' | 'other-payee' | 'no-contract';
  readonly fen: number;
  /** what was invoiced, or paid, in the year of which it is a part */
  readonly of?: number;
  readonly confidence: number;
  readonly rows: readonly Cited[];
}

/** A row with what its cell holds. */
type Cited = HitRow & { readonly cellFen: number };

const citeInvoices = (invoices: readonly KnownInvoice[], role: HitRow['role']): Cited[] =>
  invoices.flatMap(({ lines }) =>
    lines.map(({ row, field, cellFen }) => ({ row, field, role, cellFen: cellFen ?? 0 })),
  );
const citeMoved = (list: readonly Moved[], role: HitRow['role']): Cited[] =>
  list.map(({ row, fen: amount }) => ({ row, field: 'amount', role, cellFen: amount }));

/** 开票未付款: what was invoiced in the year and not paid from so many days before it to so many after. */
function unpaid(
  evidence: EvidenceReader,
  buyer: number,
  { seller, invoices, paid: list, back }: Dealing,
  year: string,
  { d, around, least }: Rule,
  papers: Papers,
): Matter[] {
  const issued = within(invoices, year, 0);
  if (issued.length === 0 || issued.some((each) => each.fen === null) || papers.isGoods(buyer, seller)) return [];
  const [first, last] = [
    issued.map(({ day }) => day).sort()[0]!,
    issued
      .map(({ day }) => day)
      .sort()
      .at(-1)!,
  ];
  const members = readFirmMembers(evidence);
  const statements = readStatements(evidence);
  const isCovered = [...members(buyer), ...members(seller)].some((party) => {
    const statement = statements.get(party);
    return statement && statement.from <= addDays(first, -around) && statement.to >= addDays(last, around);
  });
  const total = sumOf(issued);
  const moved = within(list, year, around);
  const lack = total - sumOf(moved) + sumOf(within(back, year, around));
  if (!isCovered || lack < least || !isShareAtLeast(lack, total, d)) return [];
  return [
    {
      kind: 'unpaid',
      fen: lack,
      of: total,
      confidence: 0.5,
      rows: [...citeInvoices(issued, 'evidence'), ...citeMoved(moved, 'counter')],
    },
  ];
}

/** 付款无发票: what the bank paid in the year and nobody invoiced from so many days before it to so many after. */
function uninvoiced(
  { invoices, paid: list, back }: Dealing,
  year: string,
  { d, around, least }: Rule,
  isCovered: (year: string) => boolean,
): Matter[] {
  const moved = within(bankOnly(list), year, 0);
  const issued = within(invoices, year, around);
  const total = sumOf(moved) - sumOf(within(back, year, around));
  const over = total - sumOf(issued);
  if (over < least || issued.some((each) => each.fen === null) || !isShareAtLeast(over, total, d)) return [];
  if (!isCovered(year)) return [];
  return [
    {
      kind: 'uninvoiced',
      fen: over,
      of: total,
      confidence: 0.4,
      rows: [...citeMoved(moved, 'evidence'), ...citeInvoices(issued, 'counter')],
    },
  ];
}

/** 无合同: invoiced for a sum that its equals have contracts for. */
function withoutContract(
  dealing: Dealing,
  large: readonly Dealing[],
  signed: readonly Dealing[],
  contractsTell: boolean,
  { contract }: Rule,
): Matter[] {
  if (!contractsTell || !large.includes(dealing) || signed.includes(dealing)) return [];
  const issued = yearsOf(dealing)
    .filter((year) => invoicedIn(dealing, year) >= contract)
    .flatMap((year) => within(dealing.invoices, year, 0));
  return [{ kind: 'no-contract', fen: sumOf(issued), confidence: 0.3, rows: citeInvoices(issued, 'evidence') }];
}

interface Papers {
  hasContract(buyer: number, seller: number): boolean;
  /** 购货: paid on credit, by orders or by a hospital */
  isGoods(buyer: number, seller: number): boolean;
}

function readPapers(evidence: EvidenceReader): Papers {
  const firm = readAliases(evidence);
  const pair = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const contracts = new Set(
    evidence
      .all<{ a: number; b: number }>('select distinct party_a as a, party_b as b from contract')
      .map(({ a, b }) => pair(firm(a), firm(b))),
  );
  const goods = new Set(
    evidence
      .all<{ a: number; b: number }>(
        `select distinct hospital as a, supplier as b from purchase where hospital is not null and supplier is not null
         union select party_a, party_b from contract where type = 'supply'`,
      )
      .map(({ a, b }) => pair(firm(a), firm(b))),
  );
  const onCredit = new Set(['hospital', 'department', 'government', 'school']);
  return {
    hasContract: (buyer, seller) => contracts.has(pair(buyer, seller)),
    isGoods: (buyer, seller) => onCredit.has(evidence.party(buyer).kind) || goods.has(pair(buyer, seller)),
  };
}

/** 款付他人: ledger lines that cite an invoice and pay somebody other than its seller, by buyer and seller. */
function readMisdirected(evidence: EvidenceReader): Map<string, Matter[]> {
  const firm = readAliases(evidence);
  const invoices = readInvoices(evidence);
  const staff = readMedicalStaff(evidence);
  const reversed = readReversals(evidence);
  const found = new Map<string, Matter[]>();
  for (const line of evidence.all<{
    row: number;
    company: number;
    payee: number;
    kind: string;
    fen: number;
    no: string;
  }>(
    `select row, company, payee, payee_kind as kind, fen, invoice_no as no from fee
     where invoice_no is not null and company is not null and payee is not null and fen > 0 order by day, row`,
  )) {
    const invoice = citedInvoice({ ...line, payee: null }, invoices, firm);
    if (!invoice || reversed.has(line.row) || firm(invoice.seller) === firm(line.payee)) continue;
    const counts = line.kind === 'company' || line.kind === 'org' || staff.has(line.payee);
    if (!counts || firm(invoice.buyer) !== firm(line.company)) continue;
    const key = `${firm(line.company)} ${firm(invoice.seller)}`;
    const matter: Matter = {
      kind: 'other-payee',
      fen: line.fen,
      confidence: 0.6,
      rows: [
        {
          row: line.row,
          field: 'amount',
          role: 'evidence',
          cellFen: line.fen,
          note: { zh: '收款人不是该发票的销方', en: 'The payee is not the seller of the invoice' },
        },
        ...citeInvoices([invoice], 'context'),
      ],
    };
    const known = found.get(key);
    if (known) known.push(matter);
    else found.set(key, [matter]);
  }
  return found;
}

const words: Readonly<Record<Matter['kind'], { zh: string; en: string }>> = {
  unpaid: { zh: '开票未见付款', en: 'Invoiced, no payment seen' },
  uninvoiced: { zh: '付款未见发票', en: 'Paid, no invoice seen' },
  'other-payee': { zh: '凭该销方发票付给他人', en: 'Paid to others on invoices of this seller' },
  'no-contract': { zh: '开票而无合同', en: 'Invoiced without a contract' },
};
/** The same as a part of the year's invoices or payments. */
const partWords: Readonly<Partial<Record<Matter['kind'], { zh: string; en: string }>>> = {
  unpaid: { zh: '未见付款占该年开票', en: "Unpaid part of the year's invoices" },
  uninvoiced: { zh: '未见发票占该年付款', en: "Part of the year's payments without an invoice" },
};
/** What the finding rests on; the others are shown beside it, so that no money is added twice. */
const order: ReadonlyArray<Matter['kind']> = ['unpaid', 'uninvoiced', 'other-payee', 'no-contract'];

function hitOf(evidence: EvidenceReader, buyer: number, dealing: Dealing, matters: readonly Matter[], rule: Rule): Hit {
  const [from, to] = [evidence.party(buyer), evidence.party(dealing.seller)];
  const first = order.find((kind) => matters.some((matter) => matter.kind === kind))!;
  const resting = matters.filter(({ kind }) => kind === first);
  const rows = [
    ...resting.flatMap((matter) => matter.rows),
    ...matters
      .filter(({ kind }) => kind !== first)
      .flatMap((matter) => matter.rows.map((row): Cited => ({ ...row, role: 'context' }))),
  ];
  const cited = new Map(rows.filter(({ role }) => role === 'evidence').map(({ row, cellFen }) => [row, cellFen]));
  const total = [...cited.values()].reduce((sum, each) => sum + each, 0);
  const worst = Math.max(...resting.map((matter) => matter.fen));
  return {
    key: `${from.uid}→${to.uid}`,
    severity: first === 'other-payee' || worst >= amountBands[1] ? 2 : 1,
    confidence: Math.max(...matters.map(({ confidence }) => confidence)),
    params: {
      buyer: text(from.name),
      seller: text(to.name),
      invoiced: fen(sumOf(dealing.invoices)),
      paid: fen(sumOf(dealing.paid)),
    },
    measures: order.flatMap((kind) => {
      const list = matters.filter((matter) => matter.kind === kind);
      if (list.length === 0) return [];
      const sum = fen(list.reduce((all, matter) => all + matter.fen, 0));
      if (kind === 'no-contract') return [measured(words[kind], sum, '>=', fen(rule.contract), 'c')];
      // of several years the one in which least of the sum is missing: it has to pass as well
      const parts = list.flatMap(({ fen: part, of }) => (of === undefined ? [] : [part / of]));
      if (parts.length === 0) return [noted(words[kind], sum)];
      return [measured(partWords[kind]!, ratio(Math.min(...parts)), '>=', ratio(rule.d), 'd'), noted(words[kind], sum)];
    }),
    fen: total,
    subjects: [
      { role: 'payer', party: buyer, name: from.name },
      { role: 'payee', party: dealing.seller, name: to.name },
    ],
    rows: rows.map(({ cellFen: _, ...row }) => row),
  };
}
