import { lineAmount } from './line-amount.ts';
import { mentionOf } from './mention.ts';
import { isGoods, productMention } from './product-mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  rx_no: {
    type: 'code',
    need: 'no',
    zh: '处方号',
    en: 'Prescription no',
    names: '处方编号|处方单号|医嘱号|申请单号|单据号|处方ID|rx no',
  },
  rx_date: {
    type: 'date',
    need: 'yes',
    zh: '开方日期',
    en: 'Date',
    names: '处方日期|开单日期|开单时间|开立时间|医嘱时间|开方时间|就诊日期|收费日期|收费时间|日期|年月|统计月份|date',
  },
  hospital: { type: 'name_org', need: 'no', zh: '医疗机构', en: 'Hospital', names: '医院|医院名称|机构名称' },
  // needed for the 5x rule
  dept: {
    type: 'text',
    need: 'cond',
    zh: '开单科室',
    en: 'Department',
    names: '科室|开方科室|就诊科室|科室名称|开立科室|医生科室|department',
  },
  doctor: {
    type: 'name_person',
    need: 'yes',
    zh: '开单医生',
    en: 'Doctor',
    names: '开方医生|医生|医师|医生姓名|医师姓名|处方医生|开立医生|医嘱医生|接诊医生|doctor|prescriber',
  },
  // preferred key over name
  doctor_no: {
    type: 'code',
    need: 'no',
    zh: '医生工号',
    en: 'Doctor no',
    names: '医生编号|医师代码|工号|医生代码|国家医保医师代码',
  },
  // pseudonymise on import (hash with case salt) - optional
  patient_no: {
    type: 'code',
    need: 'no',
    zh: '患者编号',
    en: 'Patient no',
    names: '患者ID|病人ID|病历号|门诊号|住院号|就诊卡号|登记号|人员编号|psn_no|patient id',
  },
  visit_no: {
    type: 'code',
    need: 'no',
    zh: '就诊号',
    en: 'Visit no',
    names: '就诊ID|就诊流水号|住院次|mdtrt_id|visit no',
  },
  product_code: {
    type: 'code',
    need: 'cond',
    zh: '药品编码',
    en: 'Product code',
    names: '医保编码|国家医保编码|项目编码|收费项目编码|物资编码|药品代码|hilist_code',
  },
  generic_name: {
    type: 'name_product',
    need: 'yes',
    zh: '药品名称',
    en: 'Item',
    names: '通用名|药品通用名|药名|项目名称|收费项目名称|医嘱名称|名称|耗材名称|检查项目|drug|item',
  },
  spec: { type: 'text', need: 'no', zh: '规格', en: 'Spec', names: '药品规格|规格型号' },
  manufacturer: { type: 'name_org', need: 'no', zh: '生产企业', en: 'Manufacturer', names: '生产厂家|厂家|产地' },
  // drug/tcm/hcv_consumable/lcv_consumable/test/imaging/procedure
  item_kind: {
    type: 'enum_item',
    need: 'no',
    zh: '项目类别',
    en: 'Kind',
    names: '费用类别|类别|收费类别|类型|费用分类',
  },
  // !=0; negative = return
  quantity: {
    type: 'number',
    need: 'yes',
    zh: '数量',
    en: 'Quantity',
    names: '总量|发药数量|开药数量|处方数量|总数量|用量|次数|qty',
  },
  unit: { type: 'text', need: 'no', zh: '单位', en: 'Unit', names: '数量单位|包装单位' },
  unit_price: { type: 'price', need: 'no', zh: '单价', en: 'Unit price', names: '零售价|销售单价|价格' },
  amount: {
    type: 'amount',
    need: 'no',
    zh: '金额',
    en: 'Amount',
    names: '药品金额|总金额|费用|处方金额|应收金额|费用金额',
  },
  days: { type: 'number', need: 'no', zh: '用药天数', en: 'Days', names: '天数|疗程|给药天数' },
  diagnosis: { type: 'text', need: 'no', zh: '诊断', en: 'Diagnosis', names: '临床诊断|诊断名称|主要诊断|疾病诊断' },
  // outpatient / inpatient / emergency
  visit_type: {
    type: 'enum_visit',
    need: 'no',
    zh: '就诊类型',
    en: 'Visit type',
    names: '门诊住院标志|来源|患者来源|医疗类别',
  },
} as const;

/**
 * 处方/开单明细: one row is one line ordered by one doctor; 年月 is a month. The patient is kept as a number in its column and is no party.
 * Tests, imaging and procedures are lines without a product.
 */
export default defineSheet({
  id: 'prescription',
  title: { zh: '处方/开单明细', en: 'Prescription / order detail' },
  note: {
    zh: '一行为一位医生开出的一条药品、耗材或检查。',
    en: 'One row = one drug / test / consumable line ordered by one doctor.',
  },
  signature:
    '处方号|处方编号|开方医生|开单医生|处方日期|患者编号|病历号|开立医生|就诊号|开单科室|处方医生|门诊号|住院号',
  fields,
  required: [['rx_date'], ['doctor'], ['generic_name'], ['quantity']],
  context: ['hospital', 'dept'],
  parties: ['hospital', 'doctor', 'generic_name', 'product_code', 'manufacturer'],
  kept: {
    hospital: 'hospital',
    doctor: 'doctor',
    generic_name: 'product',
    manufacturer: 'manufacturer',
    rx_date: 'day',
    item_kind: 'item_kind',
    quantity: 'quantity',
    unit_price: 'price_micro',
    amount: 'fen',
    visit_type: 'visit_type',
  },
  notSummed: [],
  essential: ['rx_date', 'doctor'],
  record(values, row) {
    const { rx_date: date, quantity, hospital, dept, generic_name: name } = values;
    if (!date) return row.reject('value.missing', 'rx_date');
    const doctor = mentionOf({ field: 'doctor', name: values.doctor, as: 'person', org: hospital, dept });
    if (!doctor) return row.reject('value.missing', 'doctor');
    if (name === undefined) return row.reject('value.missing', 'generic_name');
    if (quantity === undefined) return row.reject('value.missing', 'quantity');
    if (Number(quantity) === 0) row.warn('quantity.zero', 'quantity');
    const { micro, fen, computed } = lineAmount({ price: values.unit_price, quantity, amount: values.amount }, row);
    const product =
      isGoods(values.item_kind) === false
        ? undefined
        : productMention(
            {
              code: ['product_code', values.product_code],
              name: ['generic_name', name],
              spec: values.spec,
              manufacturer: values.manufacturer,
            },
            row,
          );
    return {
      table: 'rec_prescription',
      columns: {
        hospital: mentionOf({ field: 'hospital', name: hospital, as: 'org' }) ?? null,
        doctor,
        product: product ?? null,
        manufacturer: mentionOf({ field: 'manufacturer', name: values.manufacturer, as: 'org' }) ?? null,
        day: date.day,
        precision: date.precision === 'month' ? 'month' : 'day',
        price_micro: micro,
        quantity,
        fen,
        computed,
        rx_no: values.rx_no ?? null,
        dept: dept ?? null,
        doctor_no: values.doctor_no ?? null,
        patient_no: values.patient_no ?? null,
        visit_no: values.visit_no ?? null,
        product_code: values.product_code ?? null,
        generic_name: name,
        spec: values.spec ?? null,
        item_kind: values.item_kind ?? null,
        unit: values.unit ?? null,
        days: values.days ?? null,
        diagnosis: values.diagnosis ?? null,
        visit_type: values.visit_type ?? null,
      },
      day: date.day,
      same: sameValues('prescription', values),
    };
  },
  examples: [
    {
      says: 'a doctor orders drugs for patients who are numbers; a test makes no product, a return is negative, a line without a doctor is rejected',
      above: [['某市第一医院处方明细']],
      header: [
        '处方号',
        '处方日期',
        '开单科室',
        '开单医生',
        '医生工号',
        '患者编号',
        '药品编码',
        '药品名称',
        '规格',
        '项目类别',
        '数量',
        '单位',
        '单价',
        '金额',
        '诊断',
        '就诊类型',
      ],
      rows: [
        [
          'CF1',
          '2024-03-05',
          '骨科',
          '张某某',
          'D001',
          'P0000001',
          'XJ01DAA0000000000000001',
          '注射用某某钠',
          '0.5g',
          '西药',
          '3',
          '支',
          '12.5',
          '37.50',
          '骨折',
          '门诊',
        ],
        [
          'CF2',
          '2024-03-05',
          '骨科',
          '张某某',
          'D001',
          'P0000002',
          '',
          '膝关节核磁共振',
          '',
          '影像检查',
          '1',
          '次',
          '',
          '480',
          '',
          '住院',
        ],
        [
          'CF3',
          '2024-03-06',
          '骨科',
          '张某某',
          'D001',
          'P0000001',
          '',
          '某某胶囊',
          '',
          '',
          '-1',
          '盒',
          '20',
          '',
          '',
          '门诊',
        ],
        ['CF4', '2024-03-06', '骨科', '', '', 'P0000003', '', '某某胶囊', '', '', '1', '盒', '20', '20', '', ''],
        [
          'CF5',
          '2024-03-06',
          '骨科',
          '李某某',
          '',
          'P0000003',
          '',
          '某某胶囊',
          '',
          '',
          '若干',
          '盒',
          '20',
          '20',
          '',
          '',
        ],
      ],
      gives: [
        {
          hospital: '某市第一医院',
          doctor: '张某某',
          dept: '骨科',
          product: '注射用某某钠',
          patient_no: 'P0000001',
          fen: 3750,
          price_micro: 12_500_000,
          item_kind: 'drug',
          visit_type: 'outpatient',
        },
        { product: null, generic_name: '膝关节核磁共振', item_kind: 'imaging', fen: 48_000 },
        { quantity: '-1', fen: -2000, computed: 1 },
        { rejected: ['value.missing'] },
        { rejected: ['number.unreadable'] },
      ],
    },
    {
      says: 'monthly totals of doctors, as pharmacies count them',
      header: ['统计月份', '医院名称', '科室', '医师姓名', '通用名', '生产企业', '处方数量', '处方金额'],
      rows: [
        ['2024年3月', '某市第一医院', '骨科', '张某某', '某某胶囊', '甲制药有限公司', '120', '2,400.00'],
        ['2024年3月', '某市第一医院', '骨科', '张某某', '某某胶囊', '甲制药有限公司', '120', '2,400.00'],
      ],
      gives: [{ day: '2024-03-01', precision: 'month', manufacturer: '甲制药有限公司', fen: 240_000 }, 'duplicate'],
    },
  ],
});
