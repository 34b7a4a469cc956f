import { amountBands } from './ask/amount-band.ts';
import { type InvoiceRun, readInvoiceRuns } from './ask/invoice-runs.ts';
import { isFullyDigital } from './ask/invoices.ts';
import { count, day, fen, measured, noted, ownJudgement, share, text } from './ask/values.ts';
import { invoiced, invoiceNo } from './example-papers.ts';
import type { ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

/** 现代服务: what promotion companies invoice; goods are delivered and counted. */
const services = /推广|咨询|会议|会展|服务|劳务|营销|调研|策划|培训|宣传|技术/;
const goods = /药品|药物|医疗器械|耗材|试剂|设备|货物|化学|制剂|食品|运输|电力|水费/;

// for the examples
const [company, agent] = ['瑞澜医药有限公司', '澄溪合禾推广服务有限公司'];
const book = { invoice_code: '099900000001' };
const inARow = (amounts: readonly string[], more: ExampleRow = {}, from = 18): ExampleRow[] =>
  amounts.map((yuan, i) =>
    invoiced(agent, company, yuan, `2024-03-0${1 + (i % 9)}`, String(from + i).padStart(8, '0'), { ...book, ...more }),
  );

export default defineModel({
  id: 'consecutive-invoices',
  version: 1,
  group: 'G7',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'shell',
  weight: 0.3,
  title: { zh: '连号发票', en: 'Consecutive invoice numbers' },
  question: {
    zh: '同一销方是否向同一购方开出连号、金额相近或接近最高开票限额的服务发票？',
    en: 'Did one seller issue service invoices with consecutive numbers and like amounts, or filled up to the limit, to one buyer?',
  },
  summary: {
    zh: '{{seller}}向{{buyer}}在 {{from}} 至 {{to}} 开出 {{invoices}} 张连号或同日同额的发票、共 {{fen}}',
    en: '{{seller}} issued {{invoices}} invoices of {{fen}} to {{buyer}} between {{from}} and {{to}}, in a row or of one day and amount',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '8 位号码须同一代码、号码逐一相连；20 位数电票的流水号全国共用，改看同日同额。四张、5%、限额九成没有公开标准。',
        en: 'Eight digits must follow one another under one code; serials of fully digital invoices are shared by the whole country, so one day and one amount count there. Four invoices, 5 % and nine tenths of the limit are judgement.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'invoice', fields: ['invoice_no', 'issue_date', 'seller', 'buyer'] }],
  settings: [
    {
      name: 'r',
      label: { zh: '连号张数', en: 'Invoices in a run' },
      unit: { zh: '张', en: 'invoices' },
      default: 4,
      min: 2,
      max: 100,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'spread',
      label: { zh: '金额相差', en: 'Amounts apart' },
      unit: share,
      default: 0.05,
      min: 0,
      max: 0.5,
      step: 0.01,
      basis: ownJudgement,
    },
    {
      name: 'full',
      label: { zh: '接近最高开票限额', en: 'Share of the highest amount of an invoice' },
      unit: share,
      default: 0.9,
      min: 0.5,
      max: 1,
      step: 0.01,
      basis: {
        zh: '本工具判断：以千元、万元、十万元、百万元、千万元各版的不含税限额计',
        en: 'Judgement: of the limits before tax of 1,000, 10,000, 100,000, 1,000,000 and 10,000,000 yuan',
      },
    },
  ],
  innocent: [
    { zh: '月末、项目结束时集中开票', en: 'Invoices issued together at the end of a month or a project' },
    { zh: '金额超过单张限额，正常拆成数张', en: 'A sum above the limit of one invoice, properly split' },
    { zh: '按固定单价逐次结算的服务', en: 'Services settled one by one at a fixed price' },
  ],
  blindSpots: [
    {
      zh: '向医院开票、由经销和生产企业开票、或品名为货物的批量开票不看',
      en: 'Invoices to hospitals, by distributors and makers, and for goods are not looked at',
    },
    { zh: '中间有作废发票而断号的，按两段看', en: 'A voided number in between breaks a run' },
    { zh: '没有不含税金额的清单不判断是否接近限额', en: 'Without amounts before tax the limit is not judged' },
  ],

  find(evidence, settings) {
    const runs = readInvoiceRuns(evidence, { least: settings.r, spread: settings.spread, full: settings.full });
    const counted = runs.filter((run) => !isBatchBilling(evidence, run));
    const pairs = Map.groupBy(counted, ({ seller, buyer }) => `${seller} ${buyer}`);
    const examined = evidence.one<{ n: number }>(
      'select count(*) as n from (select distinct seller, buyer from invoice)',
    )!.n;
    return { examined, hits: [...pairs.values()].map((list) => hitOf(evidence, list, settings)) };
  },

  examples: [
    {
      title: '四张连号，金额正好相差 5%',
      sheets: { invoice: inARow(['10000.00', '9500.00', '9800.00', '9700.00']) },
      finds: [agent],
    },
    {
      title: '四张连号，金额相差较大但都在九成限额以上',
      sheets: {
        invoice: inARow(['9540.00', '10600.00', '10176.00', '9752.00']).map((row, i) => ({
          ...row,
          amount: ['9000.00', '10000.00', '9600.00', '9200.00'][i]!,
        })),
      },
      finds: [agent],
    },
    {
      title: '数电票：同日四张金额相同',
      sheets: {
        invoice: [3, 90, 1700, 5].map((serial) =>
          invoiced(agent, company, '98000.00', '2024-03-05', invoiceNo(serial)),
        ),
      },
      finds: [agent],
    },
    {
      title: '十五位的号码不是八位发票号，不按连号看：不提示',
      sheets: {
        invoice: [18, 19, 20, 21].map((serial) =>
          invoiced(agent, company, '10000.00', `2024-03-${serial}`, `2499000000000${serial}`),
        ),
      },
      finds: [],
    },
    {
      title: '只有三张连号：不提示',
      sheets: { invoice: inARow(['10000.00', '10000.00', '10000.00']) },
      finds: [],
    },
    {
      title: '四张号码中断了一个：不提示',
      sheets: {
        invoice: [...inARow(['10000.00', '10000.00'], {}, 18), ...inARow(['10000.00', '10000.00'], {}, 21)],
      },
      finds: [],
    },
    {
      title: '金额相差超过 5%：不提示',
      sheets: { invoice: inARow(['10000.00', '9499.99', '9800.00', '9700.00']) },
      finds: [],
    },
    {
      title: '四个数电票号码相连但不是同一天：流水号全国共用，不提示',
      sheets: {
        invoice: [1, 2, 3, 4].map((serial) =>
          invoiced(agent, company, '98000.00', `2024-03-0${serial}`, invoiceNo(serial)),
        ),
      },
      finds: [],
    },
    {
      title: '配送企业向医院批量开具货物发票：不提示',
      sheets: {
        invoice: ['10000.00', '10000.00', '10000.00', '10000.00'].map((yuan, i) =>
          invoiced('启禾器械有限公司', '澄溪市第一人民医院', yuan, '2024-03-05', `0000002${i}`, {
            ...book,
            goods: '*医疗器械*人工关节',
          }),
        ),
      },
      finds: [],
    },
    {
      title: '四张中一张已作废：连号中断，不提示',
      sheets: {
        invoice: inARow(['10000.00', '10000.00', '10000.00', '10000.00']).map((row, i) =>
          i === 2 ? { ...row, status: '作废' } : row,
        ),
      },
      finds: [],
    },
    {
      title: '没有发票：无法判断',
      sheets: { company: [{ name: agent, legal_rep: '罗一舟' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** 批量开票: to a hospital, by whoever delivers or makes goods, or for goods. Where no line names what was sold it may be a service. */
function isBatchBilling(evidence: EvidenceReader, { seller, buyer, invoices }: InvoiceRun): boolean {
  const { kind } = evidence.party(buyer);
  const { role } = evidence.party(seller);
  if (kind === 'hospital' || kind === 'department' || role === 'supplier' || role === 'pharma') return true;
  const named = invoices.flatMap(({ lines }) => lines.map((line) => line.goods ?? ''));
  return named.some((words) => goods.test(words) && !services.test(words));
}

function hitOf(
  evidence: EvidenceReader,
  runs: readonly InvoiceRun[],
  { r, spread, full }: { readonly r: number; readonly spread: number; readonly full: number },
): Hit {
  const { seller, buyer } = runs[0]!;
  const [from, to] = [evidence.party(seller), evidence.party(buyer)];
  const invoices = runs.flatMap((run) => run.invoices);
  const lines = invoices.flatMap((invoice) => invoice.lines);
  const total = lines.reduce((sum, { cellFen }) => sum + (cellFen ?? 0), 0);
  const onDays = invoices.map((invoice) => invoice.day).sort();
  const atLimit = runs.some((run) => run.atLimit);
  const amounts = invoices.map((invoice) => invoice.fen!);
  return {
    key: `${from.uid}→${to.uid}`,
    severity: atLimit || total >= amountBands[1] ? 2 : 1,
    confidence: invoices.every(({ no, code }) => isFullyDigital(no) || code !== null) ? 0.6 : 0.4,
    params: {
      seller: text(from.name),
      buyer: text(to.name),
      from: day(onDays[0]!),
      to: day(onDays.at(-1)!),
      invoices: count(invoices.length),
      fen: fen(total),
    },
    measures: [
      measured(
        { zh: '最长一段的张数', en: 'Invoices in the longest run' },
        count(Math.max(...runs.map((run) => run.invoices.length))),
        '>=',
        count(r),
        'r',
      ),
      noted({ zh: '最小一张', en: 'Smallest' }, fen(Math.min(...amounts))),
      noted({ zh: '最大一张', en: 'Largest' }, fen(Math.max(...amounts))),
      noted(
        { zh: `接近最高开票限额的段数`, en: 'Runs filled up to the limit' },
        count(runs.filter((run) => run.atLimit).length),
      ),
      noted({ zh: '允许的金额相差', en: 'Amounts may be apart by' }, { type: 'ratio', value: spread }),
      noted({ zh: '接近限额的界线', en: 'Filled up from' }, { type: 'ratio', value: full }),
    ],
    fen: total,
    subjects: [
      { role: 'payee', party: seller, name: from.name },
      { role: 'payer', party: buyer, name: to.name },
    ],
    rows: lines.map(({ row, field }) => ({ row, field, role: 'evidence' })),
  };
}
