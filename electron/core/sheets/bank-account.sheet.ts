import { warnIfBefore } from './check-dates.ts';
import { currencyOf } from './currency-of.ts';
import { heldAccount } from './held-account.ts';
import { mentionOf } from './mention.ts';
import { clockText } from './moment-of.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  holder_name: {
    type: 'name_any',
    need: 'yes',
    zh: '户名',
    en: 'Holder',
    names: '账户开户名称|客户名称|客户姓名|姓名|开户名|账户名称|姓名(查询条件)|账户持有人',
  },
  // ID/USCC checksum
  holder_id_no: {
    type: 'id_any',
    need: 'no',
    zh: '证件号码',
    en: 'ID number',
    names: '开户人证件号码|证件号|身份证号|证照号码|证件号码/统一社会信用代码',
  },
  // Luhn warn
  card_no: { type: 'bank_card', need: 'cond', zh: '卡号', en: 'Card', names: '交易卡号|账卡号|本方卡号|查询卡号' },
  // text
  account_no: {
    type: 'account_no',
    need: 'cond',
    zh: '账号',
    en: 'Account',
    names: '交易账号|帐号|账户账号|账户号|查询账号|账户',
  },
  bank: {
    type: 'text',
    need: 'no',
    zh: '开户银行',
    en: 'Bank',
    names: '账号开户银行|开户行|开户行名称|银行名称|反馈单位|银行',
  },
  branch: { type: 'text', need: 'no', zh: '开户网点', en: 'Branch', names: '开户机构|网点名称|开户网点代码' },
  opened_on: {
    type: 'date',
    need: 'no',
    zh: '开户日期',
    en: 'Opened on',
    names: '账号开户时间|账号开户日期|开户时间|开户日期时间',
  },
  // >= opened_on
  closed_on: { type: 'date', need: 'no', zh: '销户日期', en: 'Closed on', names: '销户时间' },
  status: { type: 'text', need: 'no', zh: '账户状态', en: 'Status', names: '账号状态|账户状态名称' },
  account_type: { type: 'text', need: 'no', zh: '账户类型', en: 'Type', names: '账户类别|账户性质' },
  currency: { type: 'enum_ccy', need: 'no', zh: '币种', en: 'Currency', names: '币别|钞汇标志|钞汇标志名称' },
  balance: { type: 'amount', need: 'no', zh: '账户余额', en: 'Balance', names: '余额|账面余额|当前余额|可用余额' },
  last_txn_at: { type: 'datetime', need: 'no', zh: '最后交易时间', en: 'Last transaction', names: '最后交易日期' },
  phone: {
    type: 'phone',
    need: 'no',
    zh: '联系电话',
    en: 'Phone',
    names: '联系手机|手机号|手机号码|预留手机号|电话号码',
  },
  address: {
    type: 'address',
    need: 'no',
    zh: '联系地址',
    en: 'Address',
    names: '通讯地址|家庭住址|住宅地址|开户留存基本信息',
  },
} as const;

/** 账户信息: one row is one account as the bank registered it, which names its holder; its balance is a state, no movement. */
export default defineSheet({
  id: 'bank_account',
  title: { zh: '账户信息', en: 'Bank account register' },
  note: {
    zh: '银行随查询反馈的开户信息：户名、账号、开户与销户日期、状态。',
    en: 'Account opening data returned with an inquiry.',
  },
  signature: '账号开户时间|账号开户日期|开户网点|账户状态|销户日期|账户类型|账号开户银行|钞汇标志名称|可用余额',
  fields,
  required: [['holder_name'], ['card_no', 'account_no']],
  context: ['holder_name', 'bank'],
  parties: ['holder_name'],
  kept: {
    holder_name: 'holder',
    opened_on: 'opened_day',
    closed_on: 'closed_day',
    currency: 'currency',
    balance: 'balance_fen',
    last_txn_at: 'last_txn',
  },
  notSummed: ['balance'],
  essential: ['holder_name', 'account_no', 'card_no'],
  record(values, row) {
    const { opened_on: opened, closed_on: closed, account_no: number, card_no: card } = values;
    const holder = mentionOf({
      field: 'holder_name',
      name: values.holder_name,
      as: 'any',
      id: ['holder_id_no', values.holder_id_no],
      account: ['account_no', number],
      card: ['card_no', card],
      phone: ['phone', values.phone],
    });
    if (!holder || holder.kind === 'account') return row.reject('value.missing', 'holder_name');
    if (!number && !card) return row.reject('value.missing', row.mapped(['account_no', 'card_no']));
    warnIfBefore(closed, opened, 'closed_on', row);
    return {
      table: 'rec_bank_account',
      columns: {
        holder,
        account: heldAccount('account_no', number) ?? heldAccount('card_no', card) ?? null,
        account_no: (number ?? card)?.value ?? null,
        bank: values.bank ?? null,
        branch: values.branch ?? null,
        opened_day: opened?.day ?? null,
        closed_day: closed?.day ?? null,
        status: values.status ?? null,
        account_type: values.account_type ?? null,
        currency: values.balance
          ? currencyOf(values.balance, 'balance', values.currency, row)
          : (values.currency ?? 'CNY'),
        balance_fen: values.balance?.fen ?? null,
        last_txn: clockText(values.last_txn_at),
        address: values.address ?? null,
      },
      day: opened?.day ?? null,
      same: sameValues('bank_account', values),
    };
  },
  examples: [
    {
      says: 'an account with its holder, days and balance; closed before it was opened is a Problem, no number at all rejects the row',
      header: [
        '户名',
        '证件号码',
        '账号',
        '开户银行',
        '账号开户时间',
        '销户日期',
        '账户状态',
        '账户类型',
        '币种',
        '账户余额',
      ],
      rows: [
        ['张某某', '', '6217000099990001', '某某银行', '2019-03-04', '', '正常', '个人', '人民币', '1,234.50'],
        [
          '甲药业有限公司',
          '',
          '33050161999900000001',
          '某某银行',
          '2020/1/5',
          '2019-12-31',
          '销户',
          '基本户',
          'USD',
          '0',
        ],
        ['李某某', '', '', '某某银行', '2020-02-03', '', '正常', '', '', ''],
        ['', '', '6217000099990002', '某某银行', '2020-02-03', '', '正常', '', '', ''],
        ['张某某', '', '6217000099990001', '某某银行', '2019-03-04', '', '正常', '个人', '人民币', '1,234.50'],
      ],
      gives: [
        {
          holder: '张某某',
          account: '6217000099990001',
          account_no: '6217000099990001',
          opened_day: '2019-03-04',
          balance_fen: 123_450,
          currency: 'CNY',
        },
        { holder: '甲药业有限公司', closed_day: '2019-12-31', currency: 'USD', balance_fen: 0 },
        { rejected: ['value.missing'] },
        { rejected: ['value.missing'] },
        'duplicate',
      ],
    },
    {
      says: 'cards of one person named above the table; a masked card is kept and is no account of its own; 钞汇 is no currency',
      above: [['客户姓名：王某某']],
      header: ['卡号', '开户网点', '账号开户日期', '钞汇标志名称', '可用余额', '最后交易时间', '联系手机'],
      rows: [
        ['9999990000000000018', '城东支行', '20180102', '现钞', '8.00', '2024-05-06 09:15:00', '19900001234'],
        ['999999******0026', '城东支行', '20180103', '', '', '', ''],
      ],
      gives: [
        {
          holder: '王某某',
          account: '9999990000000000018',
          currency: 'CNY',
          balance_fen: 800,
          last_txn: '2024-05-06 09:15:00',
        },
        { holder: '王某某', account: null, account_no: '999999******0026', balance_fen: null },
      ],
    },
  ],
});
