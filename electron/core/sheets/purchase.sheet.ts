import { lineAmount } from './line-amount.ts';
import { mentionOf } from './mention.ts';
import { productMention } from './product-mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  order_no: {
    type: 'code',
    need: 'no',
    zh: '订单编号',
    en: 'Order no',
    names: '采购单号|订单号|采购订单号|采购编号|单据号|入库单号|采购计划号|流水号|order no|po number',
  },
  order_date: {
    type: 'date',
    need: 'yes',
    zh: '订单日期',
    en: 'Order date',
    names:
      '采购日期|下单日期|采购时间|订单时间|下单时间|日期|入库日期|入库时间|验收日期|配送日期|到货日期|采购年月|order date',
  },
  // From sheet/file if absent
  hospital: {
    type: 'name_org',
    need: 'cond',
    zh: '医疗机构',
    en: 'Hospital',
    names: '医院|医院名称|采购单位|采购机构|医疗机构名称|采购方|购货单位|订货单位|hospital|purchasing entity',
  },
  hospital_code: {
    type: 'code',
    need: 'no',
    zh: '机构编码',
    en: 'Hospital code',
    names: '医疗机构编码|医院编码|定点医药机构编号',
  },
  dept: {
    type: 'text',
    need: 'no',
    zh: '申领科室',
    en: 'Department',
    names: '科室|申请科室|入库科室|使用科室|领用科室',
  },
  // Primary 'same product' key: 药品 23 chars (X…/Z…), 耗材 20 or 27 chars (C…) - lengths sourced from secondary pages, warn only
  product_code: {
    type: 'code',
    need: 'cond',
    zh: '医保编码',
    en: 'Insurance product code',
    names:
      '国家医保编码|药品编码|医保药品编码|耗材编码|医保耗材编码|国家药品编码|国家医保代码|统一编码|YPID|药品本位码|平台编码|产品编码|药品ID|item code',
  },
  // 国药准字[HZSJBFT]\d{8} ; 国械注准\d{11} …
  approval_no: {
    type: 'approval_no',
    need: 'no',
    zh: '批准文号',
    en: 'Approval no',
    names: '国药准字|注册证号|医疗器械注册证编号|注册证编号|批文号|注册证',
  },
  generic_name: {
    type: 'name_product',
    need: 'yes',
    zh: '通用名',
    en: 'Generic name',
    names:
      '药品通用名|通用名称|药品名称|品名|产品名称|品种名称|药品名|耗材名称|物资名称|商品名称|名称|项目名称|drug name|generic name|item name',
  },
  trade_name: { type: 'text', need: 'no', zh: '商品名', en: 'Trade name', names: '品牌|商标|品牌名称|brand' },
  dosage_form: { type: 'text', need: 'no', zh: '剂型', en: 'Dosage form', names: '药品剂型|dosage form' },
  // normalise x/×/*, mg/MG, full-width
  spec: {
    type: 'text',
    need: 'no',
    zh: '规格',
    en: 'Spec',
    names: '规格型号|药品规格|型号|包装规格|产品规格|院内规格|spec|specification',
  },
  // >0; parse from spec '0.5g*24片' if absent
  pack_qty: {
    type: 'number',
    need: 'no',
    zh: '包装数量',
    en: 'Units per pack',
    names: '转换系数|转换比|包装转换比|最小包装数量|包装系数|装量',
  },
  // pack unit
  unit: { type: 'text', need: 'no', zh: '单位', en: 'Unit', names: '计量单位|包装单位|采购单位(计量)|最小单位|unit' },
  // drug, tcm, hcv_consumable(高值), lcv_consumable(低值), reagent, device, service
  category: {
    type: 'enum_item',
    need: 'no',
    zh: '类别',
    en: 'Category',
    names: '药品类别|产品类别|物资类别|耗材类别|品类|是否高值耗材',
  },
  manufacturer: {
    type: 'name_org',
    need: 'no',
    zh: '生产企业',
    en: 'Manufacturer',
    names: '生产厂家|厂家|生产厂商|制造商|产地|生产单位|生产企业名称|manufacturer',
  },
  mah: { type: 'name_org', need: 'no', zh: '上市许可持有人', en: 'MAH', names: '持有人|药品上市许可持有人|注册人' },
  // needed for supplier models
  supplier: {
    type: 'name_org',
    need: 'cond',
    zh: '配送企业',
    en: 'Supplier / distributor',
    names:
      '供应商|供货单位|供应商名称|配送商|供货企业|经销商|供货公司|销售方|供货商|配送企业名称|投标企业|supplier|vendor|distributor',
  },
  // >0 (0 => gift/sample flag); keep 4+ decimals as text/integer micro
  unit_price: {
    type: 'price',
    need: 'yes',
    zh: '单价',
    en: 'Unit price',
    names: '采购单价|采购价|采购价格|购进价|进价|供货价|含税单价|中标价|挂网价|成交单价|订单单价|unit price|price',
  },
  // !=0; negative = return
  quantity: {
    type: 'number',
    need: 'yes',
    zh: '数量',
    en: 'Quantity',
    names: '采购数量|订购数量|订单数量|采购量|入库数量|到货数量|配送数量|验收数量|数量(盒)|quantity|qty',
  },
  // =unit_price*quantity within 1%
  amount: {
    type: 'amount',
    need: 'no',
    zh: '金额',
    en: 'Amount',
    names: '采购金额|订单金额|总金额|含税金额|采购总额|入库金额|合计金额|小计|amount',
  },
  // VBP/集采 rows compared only inside VBP
  procurement_type: {
    type: 'enum_proc',
    need: 'no',
    zh: '采购方式',
    en: 'Procurement type',
    names: '采购类型|采购类别|是否集采|集采标识|挂网方式|交易方式|带量采购|procurement type',
  },
  invoice_no: { type: 'invoice_no', need: 'no', zh: '发票号码', en: 'Invoice', names: '发票号|随货发票号' },
  batch_no: { type: 'code', need: 'no', zh: '批号', en: 'Batch', names: '生产批号' },
  buyer: {
    type: 'name_person',
    need: 'no',
    zh: '采购人员',
    en: 'Purchasing officer',
    names: '采购员|采购人|经办人|申请人|开单人员|制单人',
  },
  approver: { type: 'name_person', need: 'no', zh: '审批人', en: 'Approver', names: '审核人|药剂科主任|科主任' },
  // cancelled/rejected rows excluded
  status: { type: 'enum_order_status', need: 'no', zh: '订单状态', en: 'Status', names: '状态|配送状态|确认状态' },
} as const;

/**
 * 药品耗材采购订单: one row is one line of an order or receipt. A negative quantity is a return, a price of 0 a gift or sample; what was
 * cancelled or refused is kept and left out of every sum.
 */
export default defineSheet({
  id: 'purchase',
  title: { zh: '药品耗材采购订单', en: 'Drug / consumable purchase orders' },
  note: { zh: '一行为一条采购订单或入库明细。', en: 'One row = one order (or receipt) line.' },
  signature:
    '通用名|药品通用名|剂型|规格|生产企业|配送企业|采购单价|采购数量|采购金额|医保编码|供货价|中标价|入库数量|批准文号|采购单号|药品编码|耗材编码',
  fields,
  required: [['order_date'], ['generic_name'], ['unit_price'], ['quantity']],
  context: ['hospital', 'dept'],
  parties: ['hospital', 'supplier', 'manufacturer', 'mah', 'generic_name', 'product_code', 'buyer', 'approver'],
  kept: {
    hospital: 'hospital',
    supplier: 'supplier',
    generic_name: 'product',
    manufacturer: 'manufacturer',
    mah: 'mah',
    buyer: 'buyer',
    approver: 'approver',
    order_date: 'day',
    category: 'category',
    unit_price: 'price_micro',
    quantity: 'quantity',
    amount: 'fen',
    procurement_type: 'procurement_type',
    status: 'status',
  },
  notSummed: [],
  essential: ['order_date', 'generic_name'],
  record(values, row) {
    const { order_date: date, unit_price: price, quantity } = values;
    if (!date) return row.reject('value.missing', 'order_date');
    if (values.generic_name === undefined) return row.reject('value.missing', 'generic_name');
    if (quantity === undefined) return row.reject('value.missing', 'quantity');
    if (!price) return row.reject('value.missing', 'unit_price');
    if (price.micro <= 0) row.warn('amount.not-positive', 'unit_price');
    if (Number(quantity) === 0) row.warn('quantity.zero', 'quantity');
    const { micro, fen, computed } = lineAmount({ price, quantity, amount: values.amount }, row);
    const { hospital, supplier, manufacturer, mah, dept } = values;
    const product = productMention(
      {
        code: ['product_code', values.product_code],
        approval: ['approval_no', values.approval_no],
        name: ['generic_name', values.generic_name],
        spec: values.spec,
        manufacturer: manufacturer ?? mah,
      },
      row,
    );
    return {
      table: 'rec_purchase',
      columns: {
        hospital: mentionOf({ field: 'hospital', name: hospital, as: 'org' }) ?? null,
        supplier: mentionOf({ field: 'supplier', name: supplier, as: 'org' }) ?? null,
        product: product ?? null,
        manufacturer: mentionOf({ field: 'manufacturer', name: manufacturer, as: 'org' }) ?? null,
        mah: mentionOf({ field: 'mah', name: mah, as: 'org' }) ?? null,
        buyer: mentionOf({ field: 'buyer', name: values.buyer, as: 'person', org: hospital }) ?? null,
        approver: mentionOf({ field: 'approver', name: values.approver, as: 'person', org: hospital }) ?? null,
        day: date.day,
        precision: date.precision === 'month' ? 'month' : 'day',
        price_micro: micro,
        quantity,
        fen,
        computed,
        order_no: values.order_no ?? null,
        hospital_code: values.hospital_code ?? null,
        dept: dept ?? null,
        product_code: values.product_code ?? null,
        approval_no: values.approval_no ?? null,
        generic_name: values.generic_name,
        trade_name: values.trade_name ?? null,
        dosage_form: values.dosage_form ?? null,
        spec: values.spec ?? null,
        pack_qty: values.pack_qty ?? null,
        unit: values.unit ?? null,
        category: values.category ?? null,
        procurement_type: values.procurement_type ?? null,
        invoice_no: values.invoice_no ?? null,
        batch_no: values.batch_no ?? null,
        status: values.status ?? null,
      },
      day: date.day,
      same: sameValues('purchase', values),
    };
  },
  examples: [
    {
      says: 'prices keep every decimal, a missing amount is price × quantity and marked so, one that does not agree stays with a Problem',
      above: [['某市第一医院药品采购明细']],
      header: [
        '采购单号',
        '采购日期',
        '医疗机构',
        '医保编码',
        '药品通用名',
        '规格',
        '生产企业',
        '配送企业',
        '采购单价',
        '采购数量',
        '采购金额',
        '采购方式',
        '采购员',
        '订单状态',
      ],
      rows: [
        [
          'CG-1',
          '2024-03-05',
          '某市第一医院',
          'XJ01DAA0000000000000001',
          '注射用某某钠',
          '0.5g×10瓶',
          '甲制药有限公司',
          '乙医药有限公司',
          '0.0325',
          '200',
          '6.50',
          '带量采购',
          '张某某',
          '已收货',
        ],
        [
          'CG-2',
          '2024-03-06',
          '某市第一医院',
          '',
          '某某胶囊',
          '10mg*24粒',
          '甲制药有限公司',
          '乙医药有限公司',
          '12.345678',
          '3',
          '',
          '挂网采购',
          '',
          '',
        ],
        [
          'CG-3',
          '2024-03-07',
          '某市第一医院',
          'YP001',
          '某某片',
          '',
          '',
          '乙医药有限公司',
          '10',
          '5',
          '80.00',
          '',
          '',
          '已取消',
        ],
        ['CG-4', '2024-03-08', '某市第一医院', '', '某某片', '', '', '乙医药有限公司', '10', '-2', '-20', '', '', ''],
        ['CG-5', '2024-03-09', '某市第一医院', '', '某某片', '', '', '乙医药有限公司', '0', '1', '0', '', '', ''],
        ['CG-6', '2024年3月', '某市第一医院', '', '某某片', '', '', '乙医药有限公司', '面议', '1', '', '', '', ''],
        ['', '', '', '', '合计', '', '', '', '', '', '66.50', '', '', ''],
      ],
      gives: [
        {
          hospital: '某市第一医院',
          supplier: '乙医药有限公司',
          product: '注射用某某钠',
          manufacturer: '甲制药有限公司',
          buyer: '张某某',
          day: '2024-03-05',
          price_micro: 32_500,
          quantity: '200',
          fen: 650,
          computed: 0,
          procurement_type: 'vbp',
          status: 'received',
        },
        { price_micro: 12_345_678, fen: 3704, computed: 1, procurement_type: 'platform', product: '某某胶囊' },
        { product_code: 'YP001', fen: 8000, status: 'cancelled' },
        { quantity: '-2', fen: -2000 },
        { price_micro: 0, fen: 0 },
        { rejected: ['amount.unreadable'] },
        'skipped',
      ],
    },
    {
      says: 'consumables of one supplier, the hospital from the title, months as days of no precision; the line delivered again is no second one',
      above: [['医院：某市第二医院']],
      header: [
        '入库时间',
        '耗材编码',
        '耗材名称',
        '规格型号',
        '耗材类别',
        '生产厂家',
        '供应商',
        '单价(元)',
        '入库数量',
        '金额(元)',
      ],
      rows: [
        [
          '2024年5月',
          'C0101010010000100001',
          '人工关节',
          'L',
          '高值耗材',
          '丙器械有限公司',
          '丁商贸有限公司',
          '25,000.00',
          '2',
          '50,000.00',
        ],
        [
          '2024年5月',
          'C0101010010000100001',
          '人工关节',
          'L',
          '高值耗材',
          '丙器械有限公司',
          '丁商贸有限公司',
          '25,000.00',
          '2',
          '50,000.00',
        ],
        ['2024年5月', '', '', 'L', '', '', '', '1', '2', ''],
      ],
      gives: [
        {
          hospital: '某市第二医院',
          product: '人工关节',
          category: 'hcv_consumable',
          day: '2024-05-01',
          precision: 'month',
          price_micro: 25_000_000_000,
          fen: 5_000_000,
        },
        'duplicate',
        { rejected: ['value.missing'] },
      ],
    },
  ],
});
