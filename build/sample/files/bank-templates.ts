/** Twelve ways in which banks hand over an account's bookings. Header words are ones read in real exports. */
import { isoDay } from '../plain/civil.ts';
import type { Account } from '../world/types.ts';
import type { StatementPeriod } from '../world/world.ts';
import type { FileFormat, GridCell, GridColumn } from './grid.ts';
import type { ClockStyle, DateStyle, MoneyStyle } from './written.ts';

export interface BankTemplate {
  readonly id: string;
  readonly columns: readonly GridColumn[];
  /** stamp: date and time in one column · split: two columns · day: no time at all */
  readonly when: 'stamp' | 'split' | 'day';
  readonly direction: 'flag' | 'two' | 'signed';
  /** Words for in and out. */
  readonly words?: readonly [string, string];
  readonly holder: 'columns' | 'title' | 'sheet';
  readonly titles: (period: StatementPeriod) => ReadonlyArray<readonly GridCell[]>;
  readonly formats: readonly FileFormat[];
  readonly dates: ReadonlyArray<DateStyle | 'db2'>;
  readonly clock?: ClockStyle;
  readonly money: readonly MoneyStyle[];
  readonly success?: readonly [string, string];
  /** What stands in the empty one of two amount columns. */
  readonly emptySide?: string | null;
  readonly footer: 'none' | 'total' | 'pages' | 'notes';
}

const column = (header: string, field: string | null): GridColumn => ({ header, field });
const holderName = (account: Account): string => account.holder.name;
const span = (period: StatementPeriod): string => `${isoDay(period.from)} — ${isoDay(period.to)}`;

export const platform: BankTemplate = {
  id: 'inquiry-platform',
  columns: [
    column('交易卡号', 'holder_card'),
    column('交易账号', 'holder_account'),
    column('账户开户名称', 'holder_name'),
    column('开户人证件号码', 'holder_id_no'),
    column('交易时间', 'txn_time'),
    column('交易金额', 'amount'),
    column('交易余额', 'balance'),
    column('收付标志', 'dc_flag'),
    column('交易对手账卡号', 'counterparty_account'),
    column('现金标志', 'cash_flag'),
    column('对手户名', 'counterparty_name'),
    column('对手身份证号', 'counterparty_id_no'),
    column('对手开户银行', 'counterparty_bank'),
    column('摘要说明', 'summary'),
    column('交易币种', 'currency'),
    column('交易网点名称', 'branch_name'),
    column('交易是否成功', 'success_flag'),
    column('交易流水号', 'txn_no'),
    column('备注', 'remark'),
  ],
  when: 'stamp',
  direction: 'flag',
  words: ['进', '出'],
  holder: 'columns',
  titles: () => [],
  formats: ['xlsx', 'csv-gb18030', 'xlsx'],
  dates: ['iso', 'compact', 'slash'],
  money: ['text', 'plainNumber'],
  success: ['成功', '失败'],
  footer: 'none',
};

const corporateTwoColumns: BankTemplate = {
  id: 'corporate-two-columns',
  columns: [
    column('记账日期', 'txn_date'),
    column('交易时间', 'txn_time'),
    column('凭证种类', 'voucher_type'),
    column('凭证号', 'voucher_no'),
    column('借方发生额', 'amount_out'),
    column('贷方发生额', 'amount_in'),
    column('余额', 'balance'),
    column('对方户名', 'counterparty_name'),
    column('对方账号', 'counterparty_account'),
    column('对方行名', 'counterparty_bank'),
    column('摘要', 'summary'),
    column('用途', 'remark'),
    column('交易流水号', 'txn_no'),
  ],
  when: 'split',
  direction: 'two',
  holder: 'title',
  titles: (period) => [
    [`${period.account.bank}单位活期存款明细账（合成数据）`],
    [`户名：${holderName(period.account)}`, null, null, `账号：${period.account.number}`],
    [`起止日期：${span(period)}`, null, null, '币种：人民币'],
  ],
  formats: ['xlsx', 'xls', 'csv-gb18030'],
  dates: ['iso', 'compact', 'serial', 'cn'],
  clock: 'colons',
  money: ['number', 'grouped', 'plainNumber'],
  emptySide: null,
  footer: 'total',
};

const corporateFlag: BankTemplate = {
  id: 'corporate-flag',
  columns: [
    column('序号', null),
    column('交易日期', 'txn_date'),
    column('交易时间', 'txn_time'),
    column('借贷标志', 'dc_flag'),
    column('发生额', 'amount'),
    column('账户余额', 'balance'),
    column('对方账号', 'counterparty_account'),
    column('对方户名', 'counterparty_name'),
    column('摘要', 'summary'),
    column('附言', 'remark'),
    column('流水号', 'txn_no'),
    column('交易状态', 'success_flag'),
  ],
  when: 'split',
  direction: 'flag',
  words: ['贷', '借'],
  holder: 'title',
  titles: (period) => [
    ['对公账户交易明细查询（合成数据）'],
    ['账号', period.account.number, null, '户名', holderName(period.account)],
    ['开户行', period.account.branch],
    [`起止日期：${span(period)}`],
    [],
  ],
  formats: ['xlsx', 'csv-utf8-bom', 'xls'],
  dates: ['compact', 'slash0', 'iso'],
  clock: 'digits',
  money: ['grouped', 'number'],
  success: ['成功', '失败'],
  footer: 'pages',
};

const corporateTenThousand: BankTemplate = {
  id: 'corporate-ten-thousand',
  columns: [
    column('日期', 'txn_date'),
    column('时间', 'txn_time'),
    column('收/支', 'dc_flag'),
    column('交易金额(万元)', 'amount'),
    column('结余(万元)', 'balance'),
    column('对方单位名称', 'counterparty_name'),
    column('对方帐号', 'counterparty_account'),
    column('交易描述', 'summary'),
    column('用途', 'remark'),
    column('回单号', 'txn_no'),
  ],
  when: 'split',
  direction: 'flag',
  words: ['收', '支'],
  holder: 'title',
  titles: (period) => [
    [`${holderName(period.account)}银行存款日记账（合成数据）`],
    [`户名：${holderName(period.account)}`, null, `账号：${period.account.number}`, null, '单位：万元'],
  ],
  formats: ['xlsx', 'csv-utf8'],
  dates: ['dot', 'cn', 'serialSlash'],
  clock: 'colons',
  money: ['tenThousand', 'tenThousandText'],
  footer: 'notes',
};

const corporateSigned: BankTemplate = {
  id: 'corporate-signed',
  columns: [
    column('交易时间', 'txn_time'),
    column('收入/支出金额', 'amount'),
    column('本次余额', 'balance'),
    column('交易对手名称', 'counterparty_name'),
    column('交易对手账号', 'counterparty_account'),
    column('交易对手行名', 'counterparty_bank'),
    column('交易摘要', 'summary'),
    column('交易附言', 'remark'),
    column('核心流水号', 'txn_no'),
  ],
  when: 'stamp',
  direction: 'signed',
  holder: 'title',
  titles: (period) => [
    ['企业网上银行 账户明细（合成数据）'],
    [],
    [`账户名称：${holderName(period.account)}`],
    [`账号：${period.account.number}`],
    [`开户行：${period.account.branch}`],
    ['币种：人民币    单位：元'],
    [`查询区间：${span(period)}`],
    [],
  ],
  formats: ['csv-gb18030', 'xlsx'],
  dates: ['iso', 'slash'],
  money: ['text', 'yen', 'plainNumber'],
  footer: 'none',
};

const personalTwoColumns: BankTemplate = {
  id: 'personal-two-columns',
  columns: [
    column('交易日期', 'txn_date'),
    column('摘要', 'summary'),
    column('交易场所', 'branch_name'),
    column('钞汇', null),
    column('记账金额(收入)', 'amount_in'),
    column('记账金额(支出)', 'amount_out'),
    column('记账币种', 'currency'),
    column('余额', 'balance'),
    column('对方户名', 'counterparty_name'),
    column('对方账户', 'counterparty_account'),
    column('流水号', 'txn_no'),
  ],
  when: 'day',
  direction: 'two',
  holder: 'title',
  titles: (period) => [
    ['个人账户历史明细（合成数据）'],
    [`卡号: ${period.account.number}`, null, `客户姓名: ${holderName(period.account)}`],
    [`起止日期：${span(period)}`],
    [],
  ],
  formats: ['xlsx', 'csv-gb18030', 'xls'],
  dates: ['iso', 'cn0', 'slash'],
  money: ['grouped', 'number', 'yen'],
  emptySide: '',
  footer: 'total',
};

/** No serial number and no time: a row is told from another by its balance. */
export const personalSigned: BankTemplate = {
  id: 'personal-signed',
  columns: [
    column('序号', null),
    column('摘要', 'summary'),
    column('币别', 'currency'),
    column('交易日期', 'txn_date'),
    column('交易金额', 'amount'),
    column('账户余额', 'balance'),
    column('交易地点/附言', 'remark'),
    column('对方账号与户名', 'counterparty_info'),
  ],
  when: 'day',
  direction: 'signed',
  holder: 'title',
  titles: (period) => [
    ['个人活期账户全部交易明细（合成数据）'],
    [`卡号/账号：${period.account.number}`, null, null, `客户名称：${holderName(period.account)}`],
    [`起止日期：${span(period)}`],
  ],
  formats: ['xlsx', 'xls'],
  dates: ['compact', 'serial'],
  money: ['number', 'text'],
  footer: 'notes',
};

const personalDb2: BankTemplate = {
  id: 'personal-timestamp',
  columns: [
    column('交易时间戳', 'txn_time'),
    column('收支方向', 'dc_flag'),
    column('交易金额(元)', 'amount'),
    column('联机余额', 'balance'),
    column('对方姓名', 'counterparty_name'),
    column('对方卡号/账号', 'counterparty_account'),
    column('对方开户行', 'counterparty_bank'),
    column('摘要描述', 'summary'),
    column('扩充备注', 'remark'),
    column('交易渠道', 'channel'),
    column('柜员流水号', 'txn_no'),
    column('交易结果', 'success_flag'),
  ],
  when: 'stamp',
  direction: 'flag',
  words: ['收入', '支出'],
  holder: 'title',
  titles: (period) => [
    ['借记卡账户历史明细清单（合成数据）'],
    ['户名', holderName(period.account), '卡号', period.account.number],
    ['查询区间', span(period)],
  ],
  formats: ['csv-gb18030', 'xlsx'],
  dates: ['db2'],
  money: ['text', 'plainNumber'],
  success: ['成功', '失败'],
  footer: 'none',
};

export const personalSheets: BankTemplate = {
  id: 'personal-sheets',
  columns: [
    column('卡号', 'holder_card'),
    column('入账日期', 'txn_date'),
    column('入账时间', 'txn_time'),
    column('存入', 'amount_in'),
    column('支取', 'amount_out'),
    column('更新后余额', 'balance'),
    column('交易对方姓名', 'counterparty_name'),
    column('交易对方卡号', 'counterparty_account'),
    column('交易名称', 'summary'),
    column('备注', 'remark'),
    column('交易序号', 'txn_no'),
  ],
  when: 'split',
  direction: 'two',
  holder: 'sheet',
  titles: () => [],
  formats: ['xlsx'],
  dates: ['serial', 'slash', 'iso'],
  clock: 'fraction',
  money: ['plainNumber', 'number'],
  emptySide: '0.00',
  footer: 'none',
};

const ruralDigits: BankTemplate = {
  id: 'rural-digits',
  columns: [
    column('交易日', 'txn_date'),
    column('交易时间', 'txn_time'),
    column('交易代码', 'txn_type'),
    column('借贷', 'dc_flag'),
    column('交易额', 'amount'),
    column('账面余额', 'balance'),
    column('对方客户名称', 'counterparty_name'),
    column('对方客户账号', 'counterparty_account'),
    column('客户摘要', 'summary'),
    column('附言', 'remark'),
    column('系统流水号', 'txn_no'),
  ],
  when: 'split',
  direction: 'flag',
  words: ['C', 'D'],
  holder: 'title',
  titles: (period) => [[`户名：${holderName(period.account)}  账号：${period.account.number}  （合成数据）`]],
  formats: ['xlsx', 'csv-utf8'],
  dates: ['compact'],
  clock: 'digits',
  money: ['plainNumber', 'text'],
  footer: 'pages',
};

const personalEnglish: BankTemplate = {
  id: 'personal-english',
  columns: [
    column('Transaction Date', 'txn_date'),
    column('Time', 'txn_time'),
    column('DR/CR', 'dc_flag'),
    column('Amount', 'amount'),
    column('Balance', 'balance'),
    column('Counterparty', 'counterparty_name'),
    column('Counterparty Account', 'counterparty_account'),
    column('Description', 'summary'),
    column('Remark', 'remark'),
    column('Reference', 'txn_no'),
  ],
  when: 'split',
  direction: 'flag',
  words: ['CR', 'DR'],
  holder: 'title',
  titles: (period) => [
    ['Account Statement 账户对账单（合成数据）'],
    [`户名：${holderName(period.account)}`, `账号：${period.account.number}`],
  ],
  formats: ['csv-utf8-bom', 'xlsx'],
  dates: ['iso', 'slash0'],
  clock: 'colons',
  money: ['text', 'grouped'],
  footer: 'none',
};

const personalDots: BankTemplate = {
  id: 'personal-dots',
  columns: [
    column('记账日', 'txn_date'),
    column('记账时间', 'txn_time'),
    column('存入金额', 'amount_in'),
    column('支取金额', 'amount_out'),
    column('可用余额', 'balance'),
    column('交易对手姓名', 'counterparty_name'),
    column('交易对手帐号', 'counterparty_account'),
    column('交易详情', 'summary'),
    column('个性化信息', 'remark'),
    column('交易流水号', 'txn_no'),
  ],
  when: 'split',
  direction: 'two',
  holder: 'title',
  titles: (period) => [
    ['储蓄账户明细', null, null, '合成数据'],
    ['客户姓名：', holderName(period.account)],
    ['账号：', period.account.number],
    ['开户网点：', period.account.branch],
    ['起止日期：', span(period)],
    [],
  ],
  formats: ['xlsx', 'csv-gb18030'],
  dates: ['dot', 'cn'],
  clock: 'dots',
  money: ['yen', 'number'],
  emptySide: '-',
  footer: 'notes',
};

export const corporateTemplates: readonly BankTemplate[] = [
  corporateTwoColumns,
  corporateFlag,
  corporateSigned,
  corporateTenThousand,
];
export const personalTemplates: readonly BankTemplate[] = [
  personalTwoColumns,
  personalDb2,
  personalSigned,
  ruralDigits,
  personalDots,
  personalEnglish,
];
/** Stands in where rows of one day could not be told apart without a serial number. */
export const withSerialNumbers: BankTemplate = personalTwoColumns;
