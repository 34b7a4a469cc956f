import { bookingDirection } from './booking-direction.ts';
import { accountOf, bookingKey } from './booking-key.ts';
import { cash, counterpartyOf, holderOf } from './booking-parties.ts';
import { momentOf } from './moment-of.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  // Required unless supplied by file/sheet/folder name or a title row (户名：/客户姓名：)
  holder_name: {
    type: 'name_any',
    need: 'cond',
    zh: '本方户名',
    en: 'Account holder',
    names:
      '交易户名|交易方户名|账户开户名称|开户名|开户名称|户名|账户名称|账户名|账号名称|客户名称|客户姓名|本方姓名|本方名称|查询对象|姓名|姓名(查询条件)|企业名称(查询条件)|主体名称|持卡人|本方单位名称|我方户名|account name|account holder|customer name|holder',
  },
  // 18-digit ID or USCC checksum; else keep as text
  holder_id_no: {
    type: 'id_any',
    need: 'no',
    zh: '本方证件号',
    en: 'Holder ID number',
    names:
      '开户人证件号码|交易证件号码|证件号码|证件号码(查询条件)|证件号|本方证件号码|客户证件号码|交易方身份证号|身份证号|交易方证件号码|开户证件号码|id number|id no',
  },
  // 15-19 digits, Luhn (warn only); one of card/account required unless taken from title row
  holder_card: {
    type: 'bank_card',
    need: 'cond',
    zh: '本方卡号',
    en: 'Holder card',
    names:
      '交易卡号|查询卡号|卡号|借记卡号|账卡号|账号卡号|账号/卡号|卡号/账号|交易账卡号|查询账卡号|card no|card number',
  },
  // 7-32 chars digits/letters, keep as TEXT, never float
  holder_account: {
    type: 'account_no',
    need: 'cond',
    zh: '本方账号',
    en: 'Holder account',
    names:
      '交易账号|查询账号|查询帐号|查询账户|本方账户|账号|帐号|账户|客户账号|交易方账户|账户账号|交易账户|存款账号|account|account no|account number|acct no',
  },
  holder_bank: {
    type: 'text',
    need: 'no',
    zh: '本方开户行',
    en: 'Holder bank',
    names: '反馈单位|开户银行|所属银行|银行名称|账号开户银行|开户行|开户行名称|bank|bank name',
  },
  // Valid date 1990-01-01..today+1; required unless txn_time carries a date
  txn_date: {
    type: 'date',
    need: 'cond',
    zh: '交易日期',
    en: 'Transaction date',
    names:
      '记账日期|记账日|入账日期|会计日期|原交易日期|日期|交易日|发生日期|过账日期|起息日|date|transaction date|posting date|value date',
  },
  // May hold datetime OR time only; combine with txn_date; 00:00:00 means unknown time
  txn_time: {
    type: 'datetime',
    need: 'cond',
    zh: '交易时间',
    en: 'Transaction time',
    names:
      '时间|记账时间|入账时间|发生时间|原交易时间|交易发生时间|交易日期时间|交易时间戳|time|transaction time|timestamp',
  },
  // One of amount / (amount_in, amount_out). Sign + dc_flag must not contradict
  amount: {
    type: 'amount',
    need: 'cond',
    zh: '交易金额',
    en: 'Amount',
    names:
      '金额|发生额|交易额|交易额(按原币计)|交易金额原币|交易金额折人民币|人民币金额|记账金额|交易金额(元)|收入/支出金额|金额(原币)|交易金额(人民币)|本币金额|amount|transaction amount|amt',
  },
  // >=0
  amount_in: {
    type: 'amount',
    need: 'cond',
    zh: '收入金额',
    en: 'Credit / in',
    names:
      '收入|存入|存入金额|贷方发生额|贷方金额|贷方发生金额|贷方|交易金额(收入)|记账金额(收入)|转入金额|收方金额|入账金额|贷方(收入)|存入(贷)|credit|credit amount|deposit|in',
  },
  // >=0
  amount_out: {
    type: 'amount',
    need: 'cond',
    zh: '支出金额',
    en: 'Debit / out',
    names:
      '支出|支取|支取金额|借方发生额|借方金额|借方发生金额|借方|交易金额(支出)|记账金额(支出)|转出金额|付方金额|借方(支出)|支取(借)|取出金额|取出|debit|debit amount|withdrawal|out',
  },
  // Map via direction dictionary; unknown value => ask the user once, remember per case
  dc_flag: {
    type: 'enum_dc',
    need: 'cond',
    zh: '收付标志',
    en: 'Direction flag',
    names:
      '借贷标志|借贷方向|借贷标记|借贷|借方贷方|进出标志|资金收付标识|资金收付标志|收付标识|收支方向|收/支|收支|收支标志|借/贷|方向|交易方向|出入账标志|资金方向|dc flag|direction|dr/cr|debit/credit',
  },
  // balance[i] = balance[i-1] +/- amount check per account (integrity test)
  balance: {
    type: 'amount',
    need: 'no',
    zh: '交易余额',
    en: 'Balance',
    names: '余额|账户余额|本次余额|联机余额|交易后余额|更新后余额|可用余额|当前余额|账面余额|结余|balance',
  },
  // Default CNY; 人民币/人民币元/RMB/156 -> CNY
  currency: {
    type: 'enum_ccy',
    need: 'no',
    zh: '币种',
    en: 'Currency',
    names: '交易币种|币别|货币|记账币种|账户币种|交易货币|currency|ccy',
  },
  // Keep raw + normalised; '-----'/'无'/'/' => null
  counterparty_name: {
    type: 'name_any',
    need: 'no',
    zh: '对手户名',
    en: 'Counterparty name',
    names:
      '对手名称|对方户名|对方名称|对方姓名|对方单位名称|对方账户名|对方帐户户名|对方账户名称|交易对方名称|交易对方户名|交易对方姓名|交易对手名称|交易对手姓名|交易对手姓名或名称|对手方名称|对手方户名|收/付方名称|收付方名称|收款人|付款人|收款人名称|付款人名称|收款方|付款方|对方|对方客户名称|往来单位|counterparty|counterparty name|payee|payer|opposite name',
  },
  // Text; masked (6226******5669) allowed, store mask pattern
  counterparty_account: {
    type: 'account_no',
    need: 'no',
    zh: '对手账号',
    en: 'Counterparty account/card',
    names:
      '交易对手账卡号|对手卡号|对手账户|对方账号|对方帐号|对方卡号|对方账户|对方帐户|对方账卡号|对方卡号/账号|对方账号/卡号|交易对方账号|交易对方卡号|交易对方账户|交易对方账卡号|交易对方帐卡号|交易对手账号|交易对手帐号|对方客户账号|收款账号|付款账号|收款人账号|付款人账号|收/付方账号|对手账卡号|counterparty account|opposite account',
  },
  // Split: digits/mask run >=7 => account, rest => name
  counterparty_info: {
    type: 'party_composite',
    need: 'no',
    zh: '对手信息',
    en: 'Counterparty (name+account in one cell)',
    names: '对方账号与户名|对方户名/账号|对方户名账号|对方信息|交易对手信息|收付方信息',
  },
  counterparty_id_no: {
    type: 'id_any',
    need: 'no',
    zh: '对手证件号',
    en: 'Counterparty ID',
    names:
      '对手身份证号|对方证件号码|对方证件号|交易对方证件号码|交易对方证件号|对手证件号码|对方身份证号|交易对手证件号码',
  },
  counterparty_bank: {
    type: 'text',
    need: 'no',
    zh: '对手开户行',
    en: 'Counterparty bank',
    names:
      '对手开户银行|对方开户行|对方开户行名|对方开户银行|对方行名|交易对方账号开户行|交易对方开户行|交易对方行名称|交易对手行名|交易对手金融机构名称|对方金融机构名称|对方行号|对方机构名|收款行|付款行|counterparty bank',
  },
  counterparty_balance: {
    type: 'amount',
    need: 'no',
    zh: '对手余额',
    en: 'Counterparty balance',
    names: '对手交易余额|交易对手余额|对方余额',
  },
  // Used by keyword rules (学术/讲课/会议/咨询/劳务/推广)
  summary: {
    type: 'memo',
    need: 'no',
    zh: '摘要说明',
    en: 'Summary',
    names: '摘要|交易摘要|摘要描述|注释|交易描述|交易详情|交易名称|客户摘要|摘要代码说明|summary|description|narrative',
  },
  remark: {
    type: 'memo',
    need: 'no',
    zh: '附言/用途',
    en: 'Remark / purpose',
    names:
      '附言|用途|备注|交易附言|交易备注|备注说明|附加信息|扩充备注|个性化信息|交易地点/附言|留言|转账附言|汇款用途|业务备注|remark|memo|purpose|note',
  },
  txn_type: {
    type: 'text',
    need: 'no',
    zh: '交易类型',
    en: 'Transaction type',
    names:
      '交易种类|业务类型|业务种类|业务名称|交易类别|业务类别|交易码|交易代码|交易方式|现转标志|服务界面|transaction type',
  },
  channel: {
    type: 'text',
    need: 'no',
    zh: '交易渠道',
    en: 'Channel',
    names: '渠道|渠道号|渠道名称|交易渠道类型|channel',
  },
  // 现金/现/1 => cash; 转账/转/0 => transfer
  cash_flag: {
    type: 'bool_cash',
    need: 'no',
    zh: '现金标志',
    en: 'Cash flag',
    names: '现金标识|现金类型|现金、转账标识|现金转账标识|现转标识',
  },
  // Rows with 否/失败/0/冲正/撤销 are kept but excluded from models
  success_flag: {
    type: 'bool_success',
    need: 'no',
    zh: '交易是否成功',
    en: 'Success',
    names: '交易成功标识|是否成功|查询反馈结果|交易结果|交易状态',
  },
  // With (bank, account) forms the de-duplication key
  txn_no: {
    type: 'code',
    need: 'no',
    zh: '交易流水号',
    en: 'Transaction serial',
    names:
      '流水号|业务流水号|银行流水号|柜员流水号|原柜员流水号|回单号|交易序号|系统流水号|核心流水号|transaction id|serial no|reference',
  },
  log_no: { type: 'code', need: 'no', zh: '日志号', en: 'Log number', names: '日 志 号|日志编号' },
  voucher_type: { type: 'text', need: 'no', zh: '凭证种类', en: 'Voucher type', names: '凭证类型' },
  voucher_no: { type: 'code', need: 'no', zh: '凭证号', en: 'Voucher no', names: '凭证编号|凭证号码|凭证序号|传票号' },
  branch_name: {
    type: 'text',
    need: 'no',
    zh: '交易网点',
    en: 'Branch',
    names: '交易网点名称|网点名称|交易行名称|交易机构名称|交易机构|交易场所|交易场所简称|开户网点',
  },
  branch_code: {
    type: 'code',
    need: 'no',
    zh: '网点代码',
    en: 'Branch code',
    names: '交易网点代码|交易网点号|网点号|交易机构代码|机构代码|交易机构号|机构号|记账机构|交易行号',
  },
  location: {
    type: 'text',
    need: 'no',
    zh: '交易发生地',
    en: 'Place',
    names: '交易地点|发生地|地区|交易地区号|交易国家或地区简称|交易地址',
  },
  terminal_no: {
    type: 'code',
    need: 'no',
    zh: '终端号',
    en: 'Terminal',
    names: '终端编号|交易终端号|设备号|自助设备编号|终端代码|ATM机具编号',
  },
  // IPv4/IPv6
  ip: { type: 'ip', need: 'no', zh: 'IP地址', en: 'IP', names: '交易IP|登录IP' },
  mac: {
    type: 'text',
    need: 'no',
    zh: 'MAC地址',
    en: 'MAC/IMEI',
    names: 'MAC|MAC或IMEI地址|MAC/IMEI地址|IMEI地址|设备标识',
  },
  merchant_name: {
    type: 'name_org',
    need: 'no',
    zh: '商户名称',
    en: 'Merchant',
    names: '商户名|特约商户名称|商户户名',
  },
  merchant_no: {
    type: 'code',
    need: 'no',
    zh: '商户号',
    en: 'Merchant no',
    names: '商户编号|商户代码|特约商户号|特约商户编号',
  },
  teller_no: { type: 'code', need: 'no', zh: '柜员号', en: 'Teller', names: '交易柜员号|记账柜员|柜员' },
  agent_name: { type: 'name_person', need: 'no', zh: '代办人', en: 'Agent', names: '代办人姓名|经办人|代理人' },
  agent_id_no: {
    type: 'id_any',
    need: 'no',
    zh: '代办人证件',
    en: 'Agent ID',
    names: '代办人证件号码|代办人身份证件/证明文件号码',
  },
} as const;

const cashWords = /现存|现取|现金|ATM存|ATM取|存现|取现|自助存款|自助取款/i;
/** 冲正 and its like: the line takes an earlier one back; both are kept and left out of the models. */
const reversalWords = /冲正|冲账|冲帐|抹账|抹帐|撤销交易|交易撤销/;

/** 银行流水: one row is one booking line of one account as the bank reported it; direction is the holder's. */
export default defineSheet({
  id: 'bank_flow',
  title: { zh: '银行流水', en: 'Bank / payment flow' },
  note: {
    zh: '一行为一个账户的一笔记账，收付方向相对于本方。',
    en: 'One row = one booking line of one account as the bank reported it. Direction is relative to the holder.',
  },
  signature:
    '收付标志|借贷标志|对手户名|对方户名|交易对手账卡号|对方账号|对手账号|摘要说明|交易余额|本方账号|查询卡号|传票号|资金收付标志|联机余额|对手信息|账户余额|交易网点名称|交易是否成功|记账金额(收入)|借方发生额|贷方发生额|对方行名',
  fields,
  required: [
    ['txn_date', 'txn_time'],
    ['amount', 'amount_in', 'amount_out'],
  ],
  context: ['holder_name', 'holder_id_no', 'holder_card', 'holder_account', 'holder_bank', 'currency'],
  parties: ['holder_name', 'counterparty_name', 'counterparty_info', 'counterparty_account', 'merchant_name'],
  kept: {
    holder_name: 'holder',
    counterparty_name: 'counterparty',
    counterparty_info: 'counterparty',
    merchant_name: 'counterparty',
    txn_date: 'day',
    txn_time: 'time',
    amount: 'fen',
    amount_in: 'fen',
    amount_out: 'fen',
    balance: 'balance_fen',
    currency: 'currency',
    dc_flag: 'direction',
    cash_flag: 'cash',
    success_flag: 'outcome',
  },
  notSummed: ['balance', 'counterparty_balance'],
  essential: ['txn_date', 'txn_time', 'amount', 'amount_in', 'amount_out'],
  record(values, row) {
    const when = momentOf(values.txn_date, values.txn_time);
    if (!when) return row.reject('value.missing', row.mapped(['txn_date', 'txn_time']));
    const booked = bookingDirection(values, row);
    if (!booked) return null;

    const holder = holderOf(values, row);
    const memo = [values.summary, values.remark, values.txn_type].filter((each) => each !== undefined).join(' ');
    const named = counterpartyOf(values, holder);
    const isCash = values.cash_flag ?? (named === undefined && cashWords.test(memo));
    const counterparty = isCash ? cash : named;
    const takesBack = booked.reversal || reversalWords.test(memo);
    const outcome =
      values.success_flag === 'failed' ? 'failed' : takesBack ? 'reversed' : (values.success_flag ?? 'ok');
    return {
      table: 'rec_bank_flow',
      columns: {
        holder,
        counterparty: counterparty ?? null,
        day: when.day,
        time: when.time,
        precision: when.precision,
        fen: booked.fen,
        direction: booked.direction,
        balance_fen: values.balance?.fen ?? null,
        currency: booked.currency,
        summary: values.summary ?? null,
        remark: values.remark ?? null,
        txn_type: values.txn_type ?? null,
        channel: values.channel ?? null,
        cash: isCash ? 1 : 0,
        outcome,
        txn_no: values.txn_no ?? null,
        voucher_no: values.voucher_no ?? null,
        location: values.location ?? null,
        ip: values.ip ?? null,
        mac: values.mac ?? null,
      },
      day: when.day,
      same: bookingKey({
        account: accountOf(holder),
        serial: values.txn_no,
        when,
        booked,
        balance: values.balance?.fen,
        counterparty,
        written: values.counterparty_name,
        memo,
      }),
    };
  },
  examples: [
    {
      says: '借 is money out and 贷 money in, seen from the holder; a total is not a payment, a repeated header is not a row',
      above: [['户名：澄溪医药有限公司', '账号：9999990000000000001']],
      header: ['交易日期', '交易时间', '借贷标志', '交易金额', '账户余额', '对方户名', '对方账号', '摘要'],
      rows: [
        ['2024-07-15', '09:15:03', '借', '20,000.00', '80,000.00', '张某某', '9999990000000000019', '学术推广费'],
        ['20240716', '0', '贷', '￥1.5', '80,001.50', '', '', '结息'],
        ['交易日期', '交易时间', '借贷标志', '交易金额', '账户余额', '对方户名', '对方账号', '摘要'],
        ['2024-07-17', '', '借', '贰万?', '', '李某某', '', '讲课费'],
        ['', '', '', '20,001.50', '', '', '', ''],
        ['合计', '', '', '20,001.50', '', '', '', ''],
      ],
      gives: [
        {
          holder: '澄溪医药有限公司',
          counterparty: '张某某',
          day: '2024-07-15',
          time: '09:15:03',
          fen: 2_000_000,
          direction: 'out',
          balance_fen: 8_000_000,
          summary: '学术推广费',
          outcome: 'ok',
        },
        { counterparty: null, day: '2024-07-16', time: null, precision: 'day', fen: 150, direction: 'in' },
        'skipped',
        { rejected: ['amount.unreadable'] },
        { rejected: ['value.missing'] },
        'skipped',
      ],
    },
    {
      says: 'two columns of amounts: exactly one is filled; both filled is a Problem, a red figure goes the other way',
      header: ['本方户名', '记账日期', '收入金额', '支出金额', '对手户名', '摘要'],
      rows: [
        ['云杉管理有限公司', '2024/5/6', '', '300', '张某某', ''],
        ['云杉管理有限公司', '2024/5/7', '12.50', '0.00', '李某某', ''],
        ['云杉管理有限公司', '2024/5/8', '1', '2', '王某某', ''],
        ['云杉管理有限公司', '2024/5/9', '', '-300', '张某某', '冲正'],
      ],
      gives: [
        { direction: 'out', fen: 30_000 },
        { direction: 'in', fen: 1250 },
        { rejected: ['amount.both-sides'] },
        { direction: 'in', fen: 30_000, outcome: 'reversed' },
      ],
    },
    {
      says: 'signed amounts without a word: plus is in, minus is out',
      header: ['本方户名', '交易日期', '交易金额', '对手户名', '交易余额'],
      rows: [
        ['张某某', '2024-05-06', '-71.89', '商店', '3240.28'],
        ['张某某', '2024-05-07', '50.00', '李某某', '3290.28'],
      ],
      gives: [
        { direction: 'out', fen: 7189 },
        { direction: 'in', fen: 5000 },
      ],
    },
    {
      says: 'codes 1 and 2 are not guessed: the balances prove them',
      header: ['本方户名', '交易日期', '借贷标志', '交易金额', '交易余额', '对手户名'],
      rows: [
        ['张某某', '2024-05-06', '1', '100', '1100', '甲公司'],
        ['张某某', '2024-05-07', '2', '50', '1050', '乙公司'],
        ['张某某', '2024-05-08', '1', '25', '1075', '甲公司'],
        ['张某某', '2024-05-09', '2', '75', '1000', '乙公司'],
        ['张某某', '2024-05-10', '1', '5', '1005', '甲公司'],
      ],
      gives: [
        { direction: 'in' },
        { direction: 'out' },
        { direction: 'in' },
        { direction: 'out' },
        { direction: 'in' },
      ],
    },
    {
      says: 'codes that nothing proves are a Problem',
      header: ['本方户名', '交易日期', '借贷标志', '交易金额', '对手户名'],
      rows: [['张某某', '2024-05-06', '1', '100', '甲公司']],
      gives: [{ rejected: ['direction.unreadable'] }],
    },
    {
      says: 'an amount under a header in 万元 is read in that unit; a word in the cell goes before it',
      above: [['单位：万元']],
      header: ['本方户名', '交易日期', '收付标志', '交易金额', '对手户名'],
      rows: [
        ['甲药业有限公司', '2024-05-06', '付', '1.2', '乙咨询有限公司'],
        ['甲药业有限公司', '2024-05-06', '付', '500元', '乙咨询有限公司'],
      ],
      gives: [{ fen: 1_200_000 }, { fen: 50_000 }],
    },
    {
      says: 'cash has a pseudo-party on the other side, 支付宝-李某某 is 李某某, -- is nobody, a failed booking is kept as failed',
      header: ['本方户名', '交易日期', '收付标志', '交易金额', '对手户名', '摘要说明', '交易是否成功'],
      rows: [
        ['张某某', '2024-05-06', '进', '49,900', '', 'ATM存现', '成功'],
        ['张某某', '2024-05-07', '出', '20', '支付宝-李某某', '转账', '成功'],
        ['张某某', '2024-05-08', '出', '30', '--', '转账', '失败'],
      ],
      gives: [
        { counterparty: '现金', cash: 1, fen: 4_990_000 },
        { counterparty: '李某某', cash: 0 },
        { counterparty: null, outcome: 'failed' },
      ],
    },
    {
      says: 'the same account and serial number delivered twice is one booking; a fee that shares the serial number is another',
      header: ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '交易流水号'],
      rows: [
        ['张某某', '9999990000000000019', '2024-05-06', '出', '1000', '甲公司', 'A1'],
        ['张某某', '9999990000000000019', '2024-05-06', '出', '5', '甲公司', 'A1'],
        ['张某某', '9999990000000000019', '2024-05-06', '出', '1000', '甲公司', 'A1'],
      ],
      gives: [{ fen: 100_000 }, { fen: 500 }, 'duplicate'],
    },
  ],
});
