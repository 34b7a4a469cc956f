import { isNationalCode } from '../../../shared/evidence/product-code.ts';
import { lineAmount } from './line-amount.ts';
import { mentionOf } from './mention.ts';
import { momentOf } from './moment-of.ts';
import { isGoods, productMention } from './product-mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  visit_no: {
    type: 'code',
    need: 'cond',
    zh: '就诊ID',
    en: 'Visit id',
    names: '就诊号|住院号|门诊号|就诊流水号|mdtrt_id',
  },
  settle_no: { type: 'code', need: 'no', zh: '结算编号', en: 'Settlement', names: '结算ID|setl_id' },
  hospital: { type: 'name_org', need: 'no', zh: '医疗机构', en: 'Hospital', names: '医院|医院名称|定点医药机构名称' },
  dept: { type: 'text', need: 'no', zh: '科室', en: 'Department', names: '开单科室|执行科室|使用科室|bilg_dept_name' },
  doctor: {
    type: 'name_person',
    need: 'no',
    zh: '医生',
    en: 'Doctor',
    names: '开单医生|术者|主刀医生|手术医生|bilg_dr_name',
  },
  patient_no: { type: 'code', need: 'cond', zh: '患者编号', en: 'Patient', names: '人员编号|病历号|患者ID|psn_no' },
  charged_at: {
    type: 'datetime',
    need: 'yes',
    zh: '发生时间',
    en: 'Charged at',
    names: '费用发生时间|收费时间|使用时间|计费时间|手术日期|使用日期|检查时间|检验时间|日期|fee_ocur_time',
  },
  item_code: {
    type: 'code',
    need: 'cond',
    zh: '项目编码',
    en: 'Item code',
    names: '收费项目编码|医保目录编码|医保编码|耗材编码|医疗目录编码|med_list_codg',
  },
  item_name: {
    type: 'name_product',
    need: 'yes',
    zh: '项目名称',
    en: 'Item',
    names: '收费项目名称|耗材名称|检查项目|检验项目|名称|药品名称|medins_list_name',
  },
  // hcv_consumable flag needed for the surge rule
  item_kind: {
    type: 'enum_item',
    need: 'no',
    zh: '项目类别',
    en: 'Kind',
    names: '费用类别|收费类别|类别|耗材类别|是否高值|med_chrgitm_type',
  },
  spec: { type: 'text', need: 'no', zh: '规格型号', en: 'Spec', names: '规格|型号' },
  manufacturer: { type: 'name_org', need: 'no', zh: '生产企业', en: 'Manufacturer', names: '生产厂家|厂家' },
  supplier: { type: 'name_org', need: 'no', zh: '供应商', en: 'Supplier', names: '配送企业' },
  // duplicate UDI on two patients = hard finding
  udi: { type: 'code', need: 'no', zh: 'UDI/条码', en: 'UDI', names: '耗材条码|条码|唯一标识|序列号' },
  quantity: { type: 'number', need: 'yes', zh: '数量', en: 'Quantity', names: '使用数量|次数|cnt' },
  unit_price: { type: 'price', need: 'no', zh: '单价', en: 'Unit price', names: '价格|pric' },
  amount: {
    type: 'amount',
    need: 'no',
    zh: '金额',
    en: 'Amount',
    names: '费用|明细项目费用总额|总金额|det_item_fee_sumamt',
  },
  procedure: {
    type: 'text',
    need: 'no',
    zh: '手术/操作',
    en: 'Procedure',
    names: '手术名称|手术操作名称|操作名称|手术编码',
  },
} as const;

/**
 * 费用明细/使用明细: one row is one charged item of one visit. Bed and nursing charges are lines without a product: an item is taken for
 * goods where its kind says so, or where it has a size, a maker, a bar code or a national code.
 */
export default defineSheet({
  id: 'visit_item',
  title: { zh: '费用明细/使用明细', en: 'Charge / usage detail' },
  note: {
    zh: '一行为一次就诊中的一条收费项目：药品、检查、高值耗材、手术。',
    en: 'One row = one charged item in one visit (drug, test, high-value consumable, procedure).',
  },
  signature:
    '收费项目名称|收费项目编码|费用发生时间|明细项目费用总额|项目名称|手术名称|耗材条码|耗材名称|使用数量|检查项目|UDI|det_item_fee_sumamt|项目编码',
  fields,
  required: [['charged_at'], ['item_name'], ['quantity']],
  context: ['hospital', 'dept'],
  parties: ['hospital', 'doctor', 'item_name', 'item_code', 'manufacturer', 'supplier'],
  kept: {
    hospital: 'hospital',
    doctor: 'doctor',
    item_name: 'product',
    manufacturer: 'manufacturer',
    supplier: 'supplier',
    charged_at: 'day',
    item_kind: 'item_kind',
    quantity: 'quantity',
    unit_price: 'price_micro',
    amount: 'fen',
  },
  notSummed: [],
  essential: ['charged_at', 'item_name'],
  record(values, row) {
    const { quantity, hospital, dept, item_name: name, spec, manufacturer, udi } = values;
    const when = momentOf(undefined, values.charged_at);
    if (!when) return row.reject('value.missing', 'charged_at');
    if (name === undefined) return row.reject('value.missing', 'item_name');
    if (quantity === undefined) return row.reject('value.missing', 'quantity');
    if (Number(quantity) === 0) row.warn('quantity.zero', 'quantity');
    const { micro, fen, computed } = lineAmount({ price: values.unit_price, quantity, amount: values.amount }, row);
    const isStuff = [spec, manufacturer, udi].some((each) => each !== undefined) || isNationalCode(values.item_code);
    const goods = isGoods(values.item_kind) ?? isStuff;
    const product = goods
      ? productMention({ code: ['item_code', values.item_code], name: ['item_name', name], spec, manufacturer }, row)
      : undefined;
    return {
      table: 'rec_visit_item',
      columns: {
        hospital: mentionOf({ field: 'hospital', name: hospital, as: 'org' }) ?? null,
        doctor: mentionOf({ field: 'doctor', name: values.doctor, as: 'person', org: hospital, dept }) ?? null,
        product: product ?? null,
        manufacturer: mentionOf({ field: 'manufacturer', name: manufacturer, as: 'org' }) ?? null,
        supplier: mentionOf({ field: 'supplier', name: values.supplier, as: 'org' }) ?? null,
        day: when.day,
        precision: when.precision,
        time: when.time,
        price_micro: micro,
        quantity,
        fen,
        computed,
        visit_no: values.visit_no ?? null,
        settle_no: values.settle_no ?? null,
        dept: dept ?? null,
        patient_no: values.patient_no ?? null,
        item_code: values.item_code ?? null,
        item_name: name,
        item_kind: values.item_kind ?? null,
        spec: spec ?? null,
        udi: udi ?? null,
        procedure: values.procedure ?? null,
      },
      day: when.day,
      same: sameValues('visit_item', values),
    };
  },
  examples: [
    {
      says: 'implants by bar code and surgeon; nursing makes no product, an amount far from price × quantity leaves a Problem',
      above: [['医疗机构：某市第一医院']],
      header: [
        '住院号',
        '患者编号',
        '使用科室',
        '主刀医生',
        '费用发生时间',
        '收费项目编码',
        '收费项目名称',
        '费用类别',
        '规格型号',
        '生产厂家',
        '供应商',
        '耗材条码',
        '使用数量',
        '单价',
        '金额',
        '手术名称',
      ],
      rows: [
        [
          'V1',
          '99000001',
          '骨科',
          '张某某',
          '2024-03-02 09:00:00',
          'C0101010010000100001',
          '人工膝关节',
          '高值耗材',
          'L',
          '丙器械有限公司',
          '丁商贸有限公司',
          'UDI-0001',
          '1',
          '25000',
          '25000.00',
          '膝关节置换术',
        ],
        ['V1', '99000001', '骨科', '', '2024-03-02', '', '一级护理', '护理费', '', '', '', '', '2', '30', '60', ''],
        ['V1', '99000001', '骨科', '张某某', '2024-03-02', '', '骨水泥', '', '40g', '', '', '', '2', '800', '800', ''],
        ['V1', '99000001', '骨科', '张某某', '不详', '', '骨水泥', '', '40g', '', '', '', '2', '800', '1600', ''],
      ],
      gives: [
        {
          hospital: '某市第一医院',
          doctor: '张某某',
          product: '人工膝关节',
          manufacturer: '丙器械有限公司',
          supplier: '丁商贸有限公司',
          udi: 'UDI-0001',
          item_kind: 'hcv_consumable',
          fen: 2_500_000,
          procedure: '膝关节置换术',
        },
        { product: null, item_name: '一级护理', item_kind: 'service', fen: 6000 },
        { product: '骨水泥', fen: 80_000 },
        { rejected: ['date.unreadable'] },
      ],
    },
    {
      says: 'charges in the field names of the national platform; an equal line is the first again',
      header: [
        'mdtrt_id',
        'psn_no',
        'fee_ocur_time',
        'med_list_codg',
        'medins_list_name',
        'cnt',
        'pric',
        'det_item_fee_sumamt',
        'bilg_dept_name',
        'bilg_dr_name',
      ],
      rows: [
        [
          'M1',
          '99000001',
          '20240302',
          'XJ01DAA0000000000000001',
          '注射用某某钠',
          '3',
          '12.5',
          '37.5',
          '骨科',
          '张某某',
        ],
        [
          'M1',
          '99000001',
          '20240302',
          'XJ01DAA0000000000000001',
          '注射用某某钠',
          '3',
          '12.5',
          '37.5',
          '骨科',
          '张某某',
        ],
      ],
      gives: [
        { item_code: 'XJ01DAA0000000000000001', product: '注射用某某钠', fen: 3750, doctor: '张某某' },
        'duplicate',
      ],
    },
  ],
});
