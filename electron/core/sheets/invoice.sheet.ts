import { tidy } from '../../../shared/evidence/text.ts';
import { renminbiOf } from './currency-of.ts';
import { invoiceMention } from './invoice-mention.ts';
import { renminbiPrice } from './line-amount.ts';
import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet, type RowContext } from './sheet.ts';

const fields = {
  // 10 or 12 digits; empty for fully digital
  invoice_code: { type: 'invoice_code', need: 'no', zh: '发票代码', en: 'Invoice code', names: 'invoice code' },
  // 8 digits, or 20 digits for 数电票 (positions 1-2 year, 3-4 province, 5 channel, 6-20 serial)
  invoice_no: {
    type: 'invoice_no',
    need: 'yes',
    zh: '发票号码',
    en: 'Invoice no',
    names: '发票号|数电发票号码|数电票号码|全电发票号码|发票编号|票号|invoice no|invoice number',
  },
  issue_date: {
    type: 'date',
    need: 'yes',
    zh: '开票日期',
    en: 'Issue date',
    names: '开票时间|发票日期|日期|issue date',
  },
  seller: {
    type: 'name_org',
    need: 'yes',
    zh: '销方名称',
    en: 'Seller',
    names: '销售方名称|销售方|开票方|开票单位|销货单位|销方|供应商名称|seller',
  },
  // USCC check (15-digit legacy allowed)
  seller_tax_id: {
    type: 'uscc',
    need: 'no',
    zh: '销方识别号',
    en: 'Seller tax id',
    names: '销方税号|销售方纳税人识别号|销方纳税人识别号|销售方识别号|销售方税号',
  },
  // split phone
  seller_address: {
    type: 'memo',
    need: 'no',
    zh: '销方地址电话',
    en: 'Seller address/phone',
    names: '销售方地址、电话|销方地址',
  },
  seller_bank: {
    type: 'memo',
    need: 'no',
    zh: '销方开户行账号',
    en: 'Seller bank',
    names: '销方开户行及账号|销售方开户行及账号',
  },
  buyer: {
    type: 'name_org',
    need: 'yes',
    zh: '购方名称',
    en: 'Buyer',
    names: '购买方名称|购买方|购货单位|受票方|购方|发票抬头|buyer',
  },
  buyer_tax_id: {
    type: 'uscc',
    need: 'no',
    zh: '购方识别号',
    en: 'Buyer tax id',
    names: '购方税号|购买方纳税人识别号|购买方识别号|购方纳税人识别号',
  },
  // *大类*细类 prefix split: *现代服务*推广服务费
  goods: {
    type: 'text',
    need: 'no',
    zh: '货物名称',
    en: 'Goods / service',
    names: '货物或应税劳务名称|商品名称|服务名称|项目名称|货物或应税劳务、服务名称|品名|开票内容|goods',
  },
  tax_class: { type: 'code', need: 'no', zh: '税收分类编码', en: 'Tax class', names: '税编|商品编码' },
  spec: { type: 'text', need: 'no', zh: '规格型号', en: 'Spec', names: '规格' },
  unit: { type: 'text', need: 'no', zh: '单位', en: 'Unit', names: '' },
  quantity: { type: 'number', need: 'no', zh: '数量', en: 'Quantity', names: '' },
  unit_price: { type: 'price', need: 'no', zh: '单价', en: 'Unit price', names: '不含税单价' },
  amount: { type: 'amount', need: 'no', zh: '金额(不含税)', en: 'Net amount', names: '金额|不含税金额|合计金额' },
  // 免税/不征税 => 0
  tax_rate: { type: 'percent', need: 'no', zh: '税率', en: 'Tax rate', names: '征收率|税率/征收率' },
  tax: { type: 'amount', need: 'no', zh: '税额', en: 'Tax', names: '合计税额' },
  // = amount + tax within 0.02
  total: {
    type: 'amount',
    need: 'cond',
    zh: '价税合计',
    en: 'Gross total',
    names: '含税金额|总金额|开票金额|价税合计(小写)|价税合计（小写）|total',
  },
  // 正常 / 作废 / 红冲 ; non-normal excluded
  status: { type: 'enum_invoice', need: 'no', zh: '发票状态', en: 'Status', names: '状态|是否作废' },
  // 否 => red letter
  is_positive: { type: 'bool', need: 'no', zh: '是否正数发票', en: 'Positive', names: '红蓝标识|正负' },
  kind: { type: 'text', need: 'no', zh: '发票票种', en: 'Kind', names: '发票类型|票种|发票种类' },
  source: { type: 'text', need: 'no', zh: '发票来源', en: 'Source', names: '' },
  risk_level: { type: 'text', need: 'no', zh: '发票风险等级', en: 'Risk level', names: '' },
  drawer: { type: 'name_person', need: 'no', zh: '开票人', en: 'Drawer', names: '经办人' },
  remark: { type: 'memo', need: 'no', zh: '备注', en: 'Remark', names: '发票备注' },
} as const;

/**
 * 发票: one row is one invoice or one line of it. 价税合计 counts, or net and tax where it is missing. Void, reversed and red invoices are
 * kept and left out of every sum.
 */
export default defineSheet({
  id: 'invoice',
  title: { zh: '发票', en: 'Invoices' },
  note: { zh: '一行为一张发票或发票的一条明细。', en: 'One row = one invoice or one invoice line.' },
  signature:
    '发票代码|发票号码|数电发票号码|销方名称|销方识别号|购方识别号|购买方名称|价税合计|开票日期|发票状态|税收分类编码|货物或应税劳务名称|是否正数发票',
  fields,
  required: [['invoice_no'], ['issue_date'], ['seller'], ['buyer'], ['total', 'amount']],
  context: ['seller', 'buyer'],
  parties: ['invoice_no', 'seller', 'buyer', 'drawer'],
  kept: {
    invoice_no: 'invoice',
    seller: 'seller',
    buyer: 'buyer',
    drawer: 'drawer',
    issue_date: 'day',
    amount: 'net_fen',
    tax: 'tax_fen',
    total: 'total_fen',
    tax_rate: 'tax_rate',
    unit_price: 'price_micro',
    quantity: 'quantity',
    status: 'status',
  },
  notSummed: [],
  essential: ['issue_date', 'seller', 'buyer'],
  record(values, row) {
    const { issue_date: date, invoice_no: no, invoice_code: code } = values;
    if (!date) return row.reject('value.missing', 'issue_date');
    // a number that lost its digits is still an invoice; it only settles nothing
    if (no === undefined && !row.unread('invoice_no')) return row.reject('value.missing', 'invoice_no');
    if (no !== undefined && !/^(?:\d{8}|\d{20})$/.test(no)) row.warn('identifier.bad-format', 'invoice_no');
    const seller = mentionOf({
      field: 'seller',
      name: values.seller,
      as: 'any',
      id: ['seller_tax_id', values.seller_tax_id],
    });
    if (!seller || values.seller === undefined) return row.reject('value.missing', 'seller');
    const buyer = mentionOf({
      field: 'buyer',
      name: values.buyer,
      as: 'any',
      id: ['buyer_tax_id', values.buyer_tax_id],
    });
    if (!buyer) return row.reject('value.missing', 'buyer');
    const net = renminbiOf(values.amount, 'amount', row);
    const tax = renminbiOf(values.tax, 'tax', row);
    const total = renminbiOf(values.total, 'total', row);
    if (net === null && total === null) return row.reject('value.missing', row.mapped(['total', 'amount']));
    if (net !== null && tax !== null && total !== null && Math.abs(total - net - tax) > 2)
      row.warn('amount.not-net-plus-tax', 'total');
    return {
      table: 'rec_invoice',
      columns: {
        invoice: invoiceMention({ code, no, seller: values.seller }) ?? null,
        seller,
        buyer,
        drawer: mentionOf({ field: 'drawer', name: values.drawer, as: 'person', org: values.seller }) ?? null,
        day: date.day,
        precision: date.precision === 'month' ? 'month' : 'day',
        net_fen: net,
        tax_fen: tax,
        total_fen: total,
        fen: total ?? (net !== null && tax !== null ? net + tax : null),
        tax_rate: values.tax_rate ?? null,
        price_micro: renminbiPrice(values.unit_price, 'unit_price', row),
        quantity: values.quantity ?? null,
        invoice_code: code ?? null,
        invoice_no: no ?? null,
        seller_tax_id: values.seller_tax_id?.value ?? null,
        buyer_tax_id: values.buyer_tax_id?.value ?? null,
        seller_address: values.seller_address ?? null,
        seller_bank: values.seller_bank ?? null,
        goods: values.goods ?? null,
        tax_class: values.tax_class ?? null,
        spec: values.spec ?? null,
        unit: values.unit ?? null,
        status: values.status ?? null,
        red: isRed(values.is_positive, total ?? net, row) ? 1 : 0,
        kind: values.kind ?? null,
        source: values.source ?? null,
        risk_level: values.risk_level ?? null,
        remark: values.remark ?? null,
      },
      day: date.day,
      same: sameValues('invoice', values),
    };
  },
  examples: [
    {
      says: 'full digital invoices by their 20 digits, older ones by code and number; red and void ones are marked, a total that is not net plus tax leaves a Problem',
      header: [
        '发票代码',
        '发票号码',
        '数电发票号码',
        '开票日期',
        '销方识别号',
        '销方名称',
        '购方识别号',
        '购买方名称',
        '货物或应税劳务名称',
        '金额',
        '税率',
        '税额',
        '价税合计',
        '发票状态',
        '是否正数发票',
        '开票人',
        '备注',
      ],
      rows: [
        [
          '',
          '24990000000000000001',
          '',
          '2024-03-05 10:00:00',
          '',
          '甲咨询有限公司',
          '',
          '乙制药有限公司',
          '*现代服务*推广服务费',
          '100000.00',
          '6%',
          '6000.00',
          '106000.00',
          '正常',
          '是',
          '张某某',
          '',
        ],
        [
          '099900000001',
          '00000018',
          '',
          '2024-03-06',
          '',
          '甲咨询有限公司',
          '',
          '乙制药有限公司',
          '*会展服务*会议费',
          '-1000',
          '6%',
          '-60',
          '-1060',
          '正常',
          '否',
          '',
          '红字',
        ],
        [
          '099900000001',
          '00000019',
          '',
          '2024-03-06',
          '',
          '甲咨询有限公司',
          '',
          '乙制药有限公司',
          '*会展服务*会议费',
          '1000',
          '免税',
          '0',
          '1060.00',
          '作废',
          '是',
          '',
          '',
        ],
        [
          '',
          '1234567',
          '',
          '2024-03-07',
          '',
          '甲咨询有限公司',
          '',
          '乙制药有限公司',
          '咨询费',
          '1000',
          '0.06',
          '60',
          '',
          '正常',
          '是',
          '',
          '',
        ],
        [
          '',
          '',
          '',
          '2024-03-07',
          '',
          '甲咨询有限公司',
          '',
          '乙制药有限公司',
          '咨询费',
          '1000',
          '6%',
          '60',
          '1060',
          '正常',
          '是',
          '',
          '',
        ],
      ],
      gives: [
        {
          invoice: '24990000000000000001',
          seller: '甲咨询有限公司',
          buyer: '乙制药有限公司',
          drawer: '张某某',
          fen: 10_600_000,
          net_fen: 10_000_000,
          tax_rate: '6',
          status: 'normal',
          red: 0,
        },
        { invoice: '00000018', red: 1, fen: -106_000 },
        { status: 'void', tax_rate: '0', fen: 106_000 },
        { invoice_no: '1234567', fen: 106_000, total_fen: null, tax_rate: null },
        { rejected: ['value.missing'] },
      ],
    },
    {
      says: 'invoices a company issued, itself named in the title; the line delivered again is no second one',
      above: [['销方名称：甲咨询有限公司']],
      header: ['发票号码', '开票日期', '购方名称', '商品名称', '价税合计'],
      rows: [
        ['24990000000000000002', '2024/3/8', '乙制药有限公司', '市场调研费', '5,300.00'],
        ['24990000000000000002', '2024/3/8', '乙制药有限公司', '市场调研费', '5,300.00'],
        ['24990000000000000003', '2024/3/8', '', '市场调研费', '5,300.00'],
      ],
      gives: [{ seller: '甲咨询有限公司', fen: 530_000 }, 'duplicate', { rejected: ['value.missing'] }],
    },
  ],
});

/** 负数发票: the column says so (红蓝标识: 红), or the amount is negative. */
function isRed(positive: boolean | undefined, fen: number | null, row: RowContext): boolean {
  if (positive !== undefined) return !positive;
  return /红|负/.test(tidy(row.shown('is_positive'))) || (fen ?? 0) < 0;
}
