/** The expense ledgers of companies, in four layouts. */
import type { SampleOptions } from '../options.ts';
import { civilDate, two } from '../plain/civil.ts';
import type { Fen } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Story } from '../truth/plants.ts';
import type { Expense, Org } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { named } from './bank-files.ts';
import { type FileFormat, type GridFile, type GridRow, type GridSheet, rowOf } from './grid.ts';
import {
  asMoney,
  asNumber,
  asParty,
  asText,
  breakRow,
  type Hand,
  type Table,
  tableSheet,
  writeRecord,
} from './table.ts';
import { textDateStyles, unreadableAmounts, unreadableDates, writeDay, writeMoney } from './written.ts';

interface Entry {
  readonly expense: Expense;
  readonly voucher: string;
}

const codes: Readonly<Record<string, string>> = {
  学术推广费: '660105',
  会议费: '660106',
  讲课费: '660107',
  赞助费: '660108',
  咨询费: '660109',
  劳务费: '660110',
  市场调研费: '660111',
  差旅费: '660112',
  业务招待费: '660113',
  办公费: '660201',
  运输费: '660114',
  租赁费: '660202',
  培训费: '660203',
  检测费: '660115',
  会费: '660204',
};
const isOverhead = (type: string): boolean => (codes[type] ?? '').startsWith('6602');
const accountName = (type: string): string => `${isOverhead(type) ? '管理费用' : '销售费用'}-${type}`;

const told = (entry: Entry): boolean => entry.expense.told;
const hasAccount = (entry: Entry): boolean => entry.expense.payeeAccount !== undefined;
const payeeOrg = (entry: Entry): Org | undefined =>
  entry.expense.payee.kind === 'person' ? entry.expense.payee.employer : undefined;
const payeeNumber = ({ expense }: Entry): string | undefined =>
  expense.payee.kind === 'person' ? expense.payee.idNo : expense.payee.kind === 'org' ? expense.payee.uscc : undefined;
const gap =
  (value: (entry: Entry) => string | undefined, share: number) =>
  (hand: Hand) =>
  (entry: Entry): string | undefined =>
    hand.random.chance(share * 2 * hand.noise) && !told(entry) ? undefined : value(entry);

const day = (entry: Entry, hand: Hand) => writeDay(entry.expense.day, hand.date);

const ledger: Table<Entry> = {
  category: 'expense',
  columns: [
    { header: '核算主体', field: 'company', write: asParty((entry) => entry.expense.company) },
    { header: '记账日期', field: 'expense_date', write: day },
    { header: '凭证字号', field: 'voucher_no', write: (entry) => entry.voucher },
    { header: '科目编码', field: 'account_code', write: (entry) => codes[entry.expense.type]! },
    { header: '科目名称', field: 'account_name', write: (entry) => accountName(entry.expense.type) },
    { header: '摘要', field: 'summary', write: asText((entry) => entry.expense.summary) },
    { header: '借方金额', field: 'amount', write: asMoney((entry) => entry.expense.fen) },
    { header: '往来单位', field: 'payee_name', write: asParty((entry) => entry.expense.payee) },
    { header: '制单人', field: 'handler', write: asParty((entry) => entry.expense.handler) },
    { header: '审核人', field: 'approver', write: asParty((entry) => entry.expense.approver) },
  ],
};

const promotion: Table<Entry> = {
  category: 'expense',
  columns: [
    { header: '费用单位', field: 'company', write: asParty((entry) => entry.expense.company) },
    { header: '报销日期', field: 'expense_date', write: day },
    { header: '报销单号', field: 'voucher_no', write: (entry) => entry.voucher },
    { header: '费用类型', field: 'expense_type', write: (entry) => entry.expense.type },
    { header: '金额(元)', field: 'amount', write: asMoney((entry) => entry.expense.fen) },
    {
      header: '收款人',
      field: 'payee_name',
      write: asParty(
        (entry) => entry.expense.payee,
        hasAccount,
        (entry) => entry.expense.day,
      ),
    },
    {
      header: '证件号码',
      field: 'payee_id_no',
      write: (entry, hand, notes) =>
        asNumber<Entry>(gap(payeeNumber, 0.25)(hand), { idCard: true }, told)(entry, hand, notes),
    },
    {
      header: '收款账号',
      field: 'payee_account',
      write: asNumber((entry) => entry.expense.payeeAccount?.number, { idCard: false }, told),
    },
    { header: '开户行', field: 'payee_bank', write: asText((entry) => entry.expense.payeeAccount?.branch) },
    { header: '收款人单位', field: 'payee_org', write: asParty(payeeOrg) },
    {
      header: '科室',
      field: 'payee_dept',
      write: asText((entry) => (entry.expense.payee.kind === 'person' ? entry.expense.payee.dept : undefined)),
    },
    { header: '经办人', field: 'handler', write: asParty((entry) => entry.expense.handler) },
    { header: '审批人', field: 'approver', write: asParty((entry) => entry.expense.approver) },
    { header: '活动名称', field: 'conference_name', write: asText((entry) => entry.expense.conference?.name) },
    { header: '会议编号', field: 'conference_no', write: asText((entry) => entry.expense.conference?.no) },
    { header: '推广产品', field: 'product', write: asText((entry) => entry.expense.product) },
    { header: '备注', field: 'summary', write: asText((entry) => entry.expense.summary) },
  ],
};

/** The company stands in the sheet's name only. */
const payout: Table<Entry> = {
  category: 'expense',
  columns: [
    { header: '日期', field: 'expense_date', write: day },
    { header: '单据编号', field: 'voucher_no', write: (entry) => entry.voucher },
    { header: '费用项目', field: 'expense_type', write: (entry) => entry.expense.type },
    { header: '支付金额', field: 'amount', write: asMoney((entry) => entry.expense.fen) },
    { header: '代扣个税', field: 'tax_amount', write: asMoney((entry) => entry.expense.tax) },
    {
      header: '受款人',
      field: 'payee_name',
      write: asParty(
        (entry) => entry.expense.payee,
        hasAccount,
        (entry) => entry.expense.day,
      ),
    },
    { header: '工作单位', field: 'payee_org', write: asParty(payeeOrg) },
    {
      header: '科室',
      field: 'payee_dept',
      write: asText((entry) => (entry.expense.payee.kind === 'person' ? entry.expense.payee.dept : undefined)),
    },
    {
      header: '卡号',
      field: 'payee_account',
      write: asNumber((entry) => entry.expense.payeeAccount?.number, { idCard: false }, told),
    },
    { header: '项目名称', field: 'conference_name', write: asText((entry) => entry.expense.conference?.name) },
    { header: '说明', field: 'summary', write: asText((entry) => entry.expense.summary) },
    { header: '业务员', field: 'handler', write: asParty((entry) => entry.expense.handler) },
  ],
};

const tenThousands: Table<Entry> = {
  category: 'expense',
  columns: [
    { header: '付款公司', field: 'company', write: asParty((entry) => entry.expense.company) },
    { header: '支付日期', field: 'expense_date', write: day },
    { header: '付款单号', field: 'voucher_no', write: (entry) => entry.voucher },
    { header: '费用类别', field: 'expense_type', write: (entry) => entry.expense.type },
    { header: '费用金额(万元)', field: 'amount', write: asMoney((entry) => entry.expense.fen, 'tenThousand') },
    { header: '收款单位', field: 'payee_name', write: asParty((entry) => entry.expense.payee) },
    { header: '会议名称', field: 'conference_name', write: asText((entry) => entry.expense.conference?.name) },
    { header: '活动编号', field: 'conference_no', write: asText((entry) => entry.expense.conference?.no) },
    { header: '事由', field: 'summary', write: asText((entry) => entry.expense.summary) },
    { header: '申请人', field: 'handler', write: asParty((entry) => entry.expense.handler) },
  ],
};

/** Each company's ledger in its layout, one after the other; makers of the story in the one that names the conference. */
export function* expenseFiles(world: World, options: SampleOptions, story: Story): Generator<GridFile> {
  const byCompany = new Map<Org, Expense[]>();
  for (const expense of world.expenses) {
    if (!story.ledgers.has(expense.company)) continue;
    const list = byCompany.get(expense.company) ?? [];
    list.push(expense);
    byCompany.set(expense.company, list);
  }
  const layouts = [promotion, ledger, payout, tenThousands, promotion];
  const together: Array<readonly [Org, Expense[]]> = [];
  let number = 200;
  let turn = 0;
  for (const [company, expenses] of byCompany) {
    if (company.role === 'cso') {
      together.push([company, expenses]);
      continue;
    }
    const table = layouts[turn % layouts.length]!;
    const random = world.random(`expense-files/${company.id}`);
    const format: FileFormat =
      table === payout ? 'xlsx' : random.pick(['xlsx', 'csv-gb18030', 'xlsx', expenses.length > 300 ? 'xlsx' : 'xls']);
    const sheet = ledgerSheet(
      random,
      options,
      table,
      company,
      expenses,
      format,
      table === payout ? company.name : '费用明细',
    );
    yield { name: named(`${number++}_费用明细_${company.short}`, format), format, sheets: [sheet] };
    turn++;
  }
  for (let at = 0; at < together.length; at += 4) {
    const random = world.random(`expense-files/together/${at}`);
    const group = together.slice(at, at + 4);
    const sheets = group.map(([company, expenses]) =>
      ledgerSheet(random, options, payout, company, expenses, 'xlsx', company.name),
    );
    yield { name: named(`${number++}_推广公司费用台账`, 'xlsx'), format: 'xlsx', sheets };
  }
}

function ledgerSheet(
  random: Random,
  options: SampleOptions,
  table: Table<Entry>,
  company: Org,
  expenses: readonly Expense[],
  format: FileFormat,
  name: string,
): GridSheet {
  const spreadsheet = format === 'xlsx' || format === 'xls';
  const hand: Hand = {
    random,
    noise: options.noise,
    whole: options.scope === 'all',
    date: spreadsheet && random.chance(0.3) ? 'serial' : random.pick(textDateStyles),
    money: spreadsheet
      ? random.pick(['number', 'grouped', 'plainNumber', 'yen'])
      : random.pick(['text', 'grouped', 'yen']),
    spreadsheet,
  };
  const sorted = [...expenses].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  const rows: GridRow[] = [];
  sorted.forEach((expense, i) => {
    const { year, month } = civilDate(expense.day);
    const entry: Entry = { expense, voucher: `记-${year}${two(month)}-${String(i + 1).padStart(4, '0')}` };
    const row = writeRecord(
      table,
      expense.plain ? { ...hand, noise: 0 } : hand,
      { record: entry, id: expense.id, told: expense.told },
      i + 1,
    );
    rows.push(expense.told ? row : damaged(hand, table, row));
    if (row === rows.at(-1) && !row.problems && random.chance(0.012 * options.noise))
      rows.push({ ...row, fate: 'duplicate' });
  });
  const titles = [
    [`${company.name}费用明细（合成数据）`],
    [`编制单位：${company.name}`, null, '期间：2022年1月—2024年12月'],
  ];
  const total = rows.reduce((sum, row) => sum + (row.amounts?.amount ?? 0), 0);
  const below = options.noise > 0 ? [totalRow(table, total, hand), rowOf(['制表：', null, '审核：'], 'skipped')] : [];
  return tableSheet(table, name, titles, rows, below);
}

/** A few entries cannot be read, and one in a thousand lacks its amount. */
function damaged(hand: Hand, table: Table<Entry>, row: GridRow): GridRow {
  const { random, noise } = hand;
  if (!random.chance(0.006 * noise)) return row;
  const kind = random.pick(['amount', 'date', 'empty'] as const);
  if (kind === 'amount') return breakRow(table, row, 'amount', 'amount.unreadable', random.pick(unreadableAmounts));
  if (kind === 'date') return breakRow(table, row, 'expense_date', 'date.unreadable', random.pick(unreadableDates));
  return breakRow(table, row, 'amount', 'value.missing', '');
}

function totalRow(table: Table<Entry>, total: Fen, hand: Hand): GridRow {
  const cells = table.columns.map((column, i) =>
    i === 0
      ? '合计'
      : column.field === 'amount'
        ? writeMoney(total, table === tenThousands ? 'tenThousand' : hand.money)
        : null,
  );
  return rowOf(cells, 'skipped');
}
