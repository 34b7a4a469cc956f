import type { Measure } from '../../../shared/protocol/parts.ts';
import { citedInvoice } from './ask/cited-invoice.ts';
import { isShareAtLeast } from './ask/exact.ts';
import { type Invoices, isFullyDigital, type KnownInvoice, readInvoices } from './ask/invoices.ts';
import { type Canonical, readAliases } from './ask/org-aliases.ts';
import { readReversals } from './ask/reversals.ts';
import { count, day, fen, measured, noted, ownJudgement, ratio, share, text } from './ask/values.ts';
import { invoiced, invoiceNo } from './example-papers.ts';
import { booked } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const [company, agent] = ['瑞澜医药有限公司', '澄溪合禾推广服务有限公司'];
const cites = (yuan: string, on: string, no: string, by = company) =>
  booked(by, agent, yuan, on, '学术推广费', { invoice_no: no, summary: `推广费 ${on}` });

export default defineModel({
  id: 'duplicate-invoice',
  version: 1,
  group: 'G7',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'duplicate',
  weight: 0.5,
  title: { zh: '发票重复使用', en: 'Duplicate or reused invoice' },
  question: {
    zh: '同一张发票入账的合计是否超过票面金额，是否被两家单位入账，或在作废、红冲后仍在账上？',
    en: 'Does the ledger book more on an invoice than it is worth, do two companies book the same one, or one that was voided or reversed?',
  },
  summary: {
    zh: '{{company}}的费用账以发票 {{no}} 入账 {{rows}} 笔、共 {{fen}}，与这张发票不符',
    en: 'The ledger of {{company}} books {{rows}} lines of {{fen}} on invoice {{no}}, which does not fit the invoice',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '一张发票拆分入账且合计不超过票面金额的不提示；红字冲回的入账不计。两份公开文件没有给出这条规则。',
        en: 'An invoice booked in parts that do not exceed it is left alone; lines that were taken back do not count. Neither public document gives this rule.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'expense', fields: ['amount', 'invoice_no'] }],
  settings: [
    {
      name: 'known',
      label: { zh: '发票清单的覆盖率', en: 'Cover of the invoice list' },
      unit: share,
      default: 0.9,
      min: 0.5,
      max: 1,
      step: 0.01,
      basis: {
        zh: '本工具判断：该单位入账的数电票至少有这一比例在发票清单中，才提示清单中没有的号码',
        en: 'Judgement: numbers missing from the list are told only where it holds this share of those the company booked',
      },
    },
    {
      name: 'least_cited',
      label: { zh: '判断覆盖率所需的发票', en: 'Invoices needed to judge the cover' },
      unit: { zh: '张', en: 'invoices' },
      default: 10,
      min: 1,
      max: 1000,
      step: 1,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '一张发票分次报销，合计不超过票面金额', en: 'One invoice reimbursed in parts' },
    { zh: '先计提后转账，两笔分录记的是同一张发票', en: 'An accrual and its payment, both written with the invoice' },
    { zh: '集团内各公司分摊一张发票', en: 'Companies of a group sharing one invoice' },
    { zh: '发票部分红冲，或红冲后已换开新票', en: 'A partial reversal, or a new invoice in place of the old one' },
    { zh: '发票号码录入错误', en: 'A number that was typed wrongly' },
  ],
  blindSpots: [
    {
      zh: '费用账没有发票代码：8 位号码须与购方、销方一并相符才比对，仍可能漏',
      en: 'Ledgers have no invoice code: eight digits are compared only where buyer and seller fit as well',
    },
    {
      zh: '没有发票清单时不知票面金额，只提示两家单位以同一数电票、同一金额入账',
      en: 'Without an invoice list the worth is unknown: only two companies booking one number with one amount are told',
    },
    {
      zh: '清单中一张发票多行、每行都写整票金额的，票面按各行相加，会漏报',
      en: 'Where each line of an invoice repeats its whole amount the lines are added, and something may be missed',
    },
    { zh: '用变造的发票号码报销的看不到', en: 'Altered numbers are not seen' },
  ],

  find(evidence, settings) {
    const invoices = readInvoices(evidence);
    const canonical = readAliases(evidence);
    const lines = readCited(evidence).map((line) => ({
      ...line,
      firm: canonical(line.company),
      of: citedInvoice(line, invoices, canonical),
    }));
    const matters = [...Map.groupBy(lines, (line) => identityOf(line, canonical)).entries()];
    const listed = coverOf(lines, invoices);
    const hits: Hit[] = [];
    for (const [key, cited] of matters) {
      evidence.breathe();
      const matter = judge(cited, invoices, listed, settings);
      if (!matter) continue;
      const { no } = cited[0]!;
      const total = sumOf(cited);
      const firms = [...new Set(cited.map(({ company: each }) => each))];
      hits.push({
        key,
        severity: matter.severity,
        confidence: isFullyDigital(no) ? matter.confidence : matter.confidence - 0.2,
        params: {
          company: text(evidence.party(firms[0]!).name),
          no: text(no),
          rows: count(cited.length),
          fen: fen(total),
        },
        measures: [
          matter.measure,
          noted({ zh: '入账合计', en: 'Booked' }, fen(total)),
          noted({ zh: '入账单位', en: 'Companies that booked it' }, count(firms.length)),
        ],
        fen: total,
        subjects: [
          ...firms.map((party) => ({ role: 'payer', party, name: evidence.party(party).name })),
          ...sellersOf(cited).map((party) => ({ role: 'payee', party, name: evidence.party(party).name })),
        ],
        rows: [...cited.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })), ...matter.rows],
      });
    }
    return { examined: matters.length, hits };
  },

  examples: [
    {
      title: '一张 50 000.00 元的发票入账两次，合计 50 000.01 元',
      sheets: {
        invoice: [invoiced(agent, company, '50000.00', '2024-03-05', invoiceNo(1))],
        expense: [cites('30000.00', '2024-03-10', invoiceNo(1)), cites('20000.01', '2024-04-10', invoiceNo(1))],
      },
      finds: [company],
    },
    {
      title: '8 位号码的发票整额入账两次，销方、购方相符',
      sheets: {
        invoice: [invoiced(agent, company, '50000.00', '2024-03-05', '00000018', { invoice_code: '099900000001' })],
        expense: [cites('50000.00', '2024-03-10', '00000018'), cites('50000.00', '2024-06-10', '00000018')],
      },
      finds: [company],
    },
    {
      title: '已作废的发票仍在账上',
      sheets: {
        invoice: [invoiced(agent, company, '50000.00', '2024-03-05', invoiceNo(2), { status: '作废' })],
        expense: [cites('50000.00', '2024-03-10', invoiceNo(2))],
      },
      finds: [company],
    },
    {
      title: '没有发票清单：两家单位以同一数电票、同一金额入账',
      sheets: {
        expense: [
          cites('50000.00', '2024-03-10', invoiceNo(3)),
          cites('50000.00', '2024-05-10', invoiceNo(3), '启衡药业有限公司'),
        ],
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '清单载有该单位其余十张发票，这一张不在其中',
      sheets: {
        invoice: Array.from({ length: 10 }, (_, i) =>
          invoiced(agent, company, '20000.00', '2024-03-05', invoiceNo(10 + i)),
        ),
        expense: Array.from({ length: 11 }, (_, i) => cites('20000.00', `2024-04-${10 + i}`, invoiceNo(10 + i))),
      },
      finds: [company],
    },
    {
      title: '分两次入账，合计正好是票面金额：不提示',
      sheets: {
        invoice: [invoiced(agent, company, '50000.00', '2024-03-05', invoiceNo(1))],
        expense: [cites('30000.00', '2024-03-10', invoiceNo(1)), cites('20000.00', '2024-04-10', invoiceNo(1))],
      },
      finds: [],
    },
    {
      title: '多入的一笔已用红字冲回：不提示',
      sheets: {
        invoice: [invoiced(agent, company, '50000.00', '2024-03-05', invoiceNo(1))],
        expense: [
          cites('50000.00', '2024-03-10', invoiceNo(1)),
          cites('50000.00', '2024-04-10', invoiceNo(1)),
          cites('-50000.00', '2024-04-12', invoiceNo(1)),
        ],
      },
      finds: [],
    },
    {
      title: '两个销方的 8 位号码碰巧相同：不提示',
      sheets: {
        invoice: [
          invoiced(agent, company, '50000.00', '2024-03-05', '00000018', { invoice_code: '099900000001' }),
          invoiced('云栖会展服务有限公司', company, '30000.00', '2024-03-06', '00000018', {
            invoice_code: '099900000002',
          }),
        ],
        expense: [
          cites('50000.00', '2024-03-10', '00000018'),
          booked(company, '云栖会展服务有限公司', '30000.00', '2024-03-11', '会议费', { invoice_no: '00000018' }),
        ],
      },
      finds: [],
    },
    {
      title: '没有发票清单，一家单位两次引用同一张发票：票面未知，不提示',
      sheets: {
        expense: [cites('30000.00', '2024-03-10', invoiceNo(1)), cites('30000.00', '2024-04-10', invoiceNo(1))],
      },
      finds: [],
    },
    {
      title: '清单只载有该单位的部分发票：不在清单中的号码不提示',
      sheets: {
        invoice: Array.from({ length: 5 }, (_, i) =>
          invoiced(agent, company, '20000.00', '2024-03-05', invoiceNo(10 + i)),
        ),
        expense: Array.from({ length: 11 }, (_, i) => cites('20000.00', `2024-04-${10 + i}`, invoiceNo(10 + i))),
      },
      finds: [],
    },
    {
      title: '费用账没有发票号码一列：无法判断',
      sheets: {
        invoice: [invoiced(agent, company, '50000.00', '2024-03-05', invoiceNo(1))],
        expense: [booked(company, agent, '50000.00', '2024-03-10')],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Cited {
  readonly row: number;
  readonly company: number;
  readonly payee: number | null;
  readonly fen: number;
  readonly day: string;
  readonly no: string;
  /** the company under the firm of the register */
  readonly firm: number;
  /** the invoice that stands under this number */
  readonly of: KnownInvoice | undefined;
}

const sumOf = (cited: readonly Cited[]): number => cited.reduce((sum, each) => sum + each.fen, 0);
const sellersOf = (cited: readonly Cited[]): number[] => [
  ...new Set(cited.flatMap(({ of, payee }) => of?.seller ?? payee ?? [])),
];

/** Ledger lines that name an invoice and were not taken back, by day. */
function readCited(evidence: EvidenceReader): Array<Omit<Cited, 'firm' | 'of'>> {
  const reversed = readReversals(evidence);
  return evidence
    .all<Omit<Cited, 'firm' | 'of'>>(
      `select row, company, payee, fen, day, invoice_no as no from fee
       where invoice_no is not null and company is not null and fen > 0 order by day, row`,
    )
    .filter(({ row }) => !reversed.has(row));
}

/** Lines of one key mean one invoice. Eight digits alone mean nothing: company and payee must be the same. */
const identityOf = ({ no, firm, payee, of }: Cited, canonical: Canonical): string =>
  isFullyDigital(no)
    ? no
    : of
      ? `${of.code ?? ''} ${no} ${canonical(of.seller)}`
      : `${no} ${firm} ${payee === null ? '' : canonical(payee)}`;

/** Company → how many fully digital invoices its ledger cites, and how many of them the lists hold. */
function coverOf(lines: readonly Cited[], { byNo, asideByNo }: Invoices): Map<number, { cited: number; held: number }> {
  const digital = lines.filter(({ no }) => isFullyDigital(no));
  return new Map(
    [...Map.groupBy(digital, ({ firm }) => firm)].map(([firm, list]) => {
      const numbers = [...new Set(list.map(({ no }) => no))];
      return [firm, { cited: numbers.length, held: numbers.filter((no) => byNo.has(no) || asideByNo.has(no)).length }];
    }),
  );
}

interface Matter {
  readonly severity: Hit['severity'];
  readonly confidence: number;
  /** what does not fit */
  readonly measure: Measure;
  readonly rows: readonly HitRow[];
}

/** What is the matter with the lines of one invoice; undefined: nothing, or it cannot be told. */
function judge(
  cited: readonly Cited[],
  { asideByNo }: Invoices,
  cover: ReturnType<typeof coverOf>,
  { known, least_cited: least }: { readonly known: number; readonly least_cited: number },
): Matter | undefined {
  const { of, no, firm } = cited[0]!;
  const firms = new Set(cited.map((each) => each.firm));
  const severity = firms.size > 1 ? 3 : 2;
  if (of) {
    if (of.fen === null || sumOf(cited) <= of.fen) return undefined;
    const over = { zh: '入账合计超过票面金额', en: 'Booked above the worth of the invoice' };
    return {
      severity,
      confidence: 0.9,
      measure: measured(over, fen(sumOf(cited)), '>', fen(of.fen), null),
      rows: of.lines.map(({ row, field }) => contextOf(row, field)),
    };
  }
  const aside = isFullyDigital(no) ? (asideByNo.get(no) ?? []).filter(({ red }) => red === 0) : [];
  if (aside[0]) {
    const gone =
      aside[0].why === 'void'
        ? { zh: '发票已作废，开票日期', en: 'The invoice was voided; its date' }
        : { zh: '发票已红冲，开票日期', en: 'The invoice was reversed; its date' };
    return {
      severity: 3,
      confidence: 0.8,
      measure: noted(gone, day(aside[0].day)),
      rows: aside.map(({ row }) => contextOf(row, 'status')),
    };
  }
  if (!isFullyDigital(no)) return undefined;
  const amounts = new Set(cited.map((each) => each.fen));
  if (firms.size > 1) {
    if (amounts.size > 1) return undefined;
    const each = { zh: '各单位以同一金额入账', en: 'Each company booked this amount' };
    return { severity, confidence: 0.6, measure: noted(each, fen(cited[0]!.fen)), rows: [] };
  }
  const { cited: all, held } = cover.get(firm)!;
  if (all < least || !isShareAtLeast(held, all, known)) return undefined;
  const missing = {
    zh: '清单中没有这一号码；该单位入账的发票在清单中的比例',
    en: 'Not in the list, which holds this share of what the company booked',
  };
  return {
    severity: 2,
    confidence: 0.4,
    measure: measured(missing, ratio(held / all), '>=', ratio(known), 'known'),
    rows: [],
  };
}

const contextOf = (row: number, field: string): HitRow => ({
  row,
  field,
  role: 'context',
  note: { zh: '这张发票', en: 'The invoice' },
});
