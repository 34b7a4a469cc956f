import { walletDirection } from './booking-direction.ts';
import { accountOf, bookingKey } from './booking-key.ts';
import { counterpartyOf, holderOf } from './booking-parties.ts';
import { momentOf } from './moment-of.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  // From title rows (微信昵称：[..] / 姓名：) or chosen by the user
  holder_name: {
    type: 'name_person',
    need: 'cond',
    zh: '本方姓名',
    en: 'Holder',
    names: '微信昵称|支付宝账户名|姓名|用户名',
  },
  holder_account: {
    type: 'account_no',
    need: 'no',
    zh: '本方账号',
    en: 'Wallet id',
    names: '微信号|支付宝账户|账号|用户ID',
  },
  txn_time: {
    type: 'datetime',
    need: 'yes',
    zh: '交易时间',
    en: 'Time',
    names: '付款时间|交易创建时间|最近修改时间|创建时间',
  },
  txn_type: { type: 'text', need: 'no', zh: '交易类型', en: 'Type', names: '交易分类|类型|业务类型' },
  // / => null
  counterparty_name: {
    type: 'name_any',
    need: 'no',
    zh: '交易对方',
    en: 'Counterparty',
    names: '对方|商户名称|对方名称|交易对方名称',
  },
  // masked e-mail/phone allowed
  counterparty_account: {
    type: 'account_no',
    need: 'no',
    zh: '对方账号',
    en: 'Counterparty account',
    names: '对方账户|对方支付宝账号|对方微信号',
  },
  item: { type: 'memo', need: 'no', zh: '商品', en: 'Item', names: '商品说明|商品名称|交易说明' },
  // 收入/支出/不计收支/中性交易/'/'
  dc_flag: { type: 'enum_dc', need: 'yes', zh: '收/支', en: 'Direction', names: '收支|收支类型|资金流向' },
  // >0; '131.77(已退款89.84)' => net 41.93 + refund flag
  amount: {
    type: 'amount',
    need: 'yes',
    zh: '金额',
    en: 'Amount',
    names: '金额(元)|金额（元）|交易金额|收入/支出金额',
  },
  pay_method: { type: 'text', need: 'no', zh: '支付方式', en: 'Method', names: '收/付款方式|收付款方式|付款方式' },
  // 已全额退款/交易关闭 excluded from models
  status: { type: 'bool_success', need: 'no', zh: '当前状态', en: 'Status', names: '交易状态|状态|资金状态' },
  // dedupe key
  txn_no: {
    type: 'code',
    need: 'no',
    zh: '交易单号',
    en: 'Trade no',
    names: '交易订单号|交易号|支付宝交易号|微信支付单号',
  },
  merchant_order_no: { type: 'code', need: 'no', zh: '商户单号', en: 'Merchant order', names: '商家订单号|商户订单号' },
  fee: { type: 'amount', need: 'no', zh: '服务费', en: 'Fee', names: '手续费|服务费（元）' },
  remark: { type: 'memo', need: 'no', zh: '备注', en: 'Remark', names: '留言|付款方留言' },
} as const;

/** 微信/支付宝账单: becomes the same record as a bank booking; neutral lines (/, 不计收支, 中性交易) move own money and are kept. */
export default defineSheet({
  id: 'wallet_flow',
  title: { zh: '微信/支付宝账单', en: 'WeChat Pay / Alipay / e-wallet bill' },
  note: {
    zh: '与银行流水记入同一张表；不计收支、中性交易保留，不作为付款。',
    en: 'Maps onto the same records as bank flow; neutral lines (不计收支, 中性交易, /) are moves of own money.',
  },
  signature: '收/支|交易对方|支付方式|当前状态|商户单号|商家订单号|收/付款方式|交易单号|交易订单号|商品说明',
  fields,
  required: [['txn_time'], ['dc_flag'], ['amount']],
  context: ['holder_name', 'holder_account'],
  parties: ['holder_name', 'counterparty_name', 'counterparty_account'],
  kept: {
    holder_name: 'holder',
    counterparty_name: 'counterparty',
    txn_time: 'time',
    amount: 'fen',
    dc_flag: 'direction',
    status: 'outcome',
  },
  notSummed: [],
  essential: ['txn_time', 'dc_flag', 'amount'],
  record(values, row) {
    const when = momentOf(undefined, values.txn_time);
    if (!when) return row.reject(row.shown('txn_time') === '' ? 'value.missing' : 'date.unreadable', 'txn_time');
    const booked = walletDirection(values, row);
    if (!booked) return null;
    const holder = holderOf(values, row);
    const counterparty = counterpartyOf(values, holder);
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
        balance_fen: null,
        currency: booked.currency,
        summary: values.item ?? null,
        remark: values.remark ?? null,
        txn_type: values.txn_type ?? null,
        channel: values.pay_method ?? null,
        cash: 0,
        outcome: values.status ?? 'ok',
        txn_no: values.txn_no ?? null,
        voucher_no: values.merchant_order_no ?? null,
        location: null,
        ip: null,
        mac: null,
      },
      day: when.day,
      same: bookingKey({
        account: accountOf(holder),
        serial: values.txn_no,
        when,
        booked,
        balance: undefined,
        counterparty,
        written: values.counterparty_name,
        memo: `${values.item ?? ''} ${values.txn_type ?? ''} ${values.remark ?? ''}`,
      }),
    };
  },
  examples: [
    {
      says: 'neutral lines are kept as neutral, a refund leaves what is left, a closed order did not happen',
      above: [['微信昵称：[张某某]']],
      header: [
        '交易时间',
        '交易类型',
        '交易对方',
        '商品',
        '收/支',
        '金额(元)',
        '支付方式',
        '当前状态',
        '交易单号',
        '商户单号',
        '备注',
      ],
      rows: [
        [
          '2024-05-06 09:15:03',
          '商户消费',
          '某药店',
          '药品',
          '支出',
          '¥131.77(已退款89.84)',
          '零钱',
          '已退款(￥89.84)',
          '1001',
          '9',
          '/',
        ],
        [
          '2024-05-06 10:00:00',
          '零钱提现',
          '某银行',
          '/',
          '/',
          '¥100.10',
          '某银行',
          '提现已到账',
          '1002',
          '/',
          '服务费¥0.10',
        ],
        ['2024-05-06 11:00:00', '转账', '李某某', '转账', '收入', '¥500.00', '/', '已存入零钱', '1003', '/', '/'],
        ['2024-05-06 12:00:00', '商户消费', '某店', '书', '支出', '¥20.00', '零钱', '已全额退款', '1004', '8', '/'],
        ['2024-05-06 13:00:00', '转账', '王某某', '转账', '', '¥1.00', '/', '', '1005', '/', '/'],
      ],
      gives: [
        {
          holder: '张某某',
          counterparty: '某药店',
          fen: 4193,
          direction: 'out',
          outcome: 'ok',
          time: '09:15:03',
          txn_no: '1001',
        },
        { direction: 'neutral', fen: 10_010 },
        { direction: 'in', fen: 50_000, counterparty: '李某某' },
        { direction: 'out', outcome: 'reversed' },
        { rejected: ['value.missing'] },
      ],
    },
  ],
});
