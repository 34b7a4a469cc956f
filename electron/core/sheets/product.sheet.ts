import { renminbiPrice } from './line-amount.ts';
import { mentionOf } from './mention.ts';
import { productMention } from './product-mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  product_code: {
    type: 'code',
    need: 'cond',
    zh: '医保编码',
    en: 'Product code',
    names: '国家医保编码|药品编码|耗材编码|产品编码|项目编码',
  },
  approval_no: { type: 'approval_no', need: 'no', zh: '批准文号', en: 'Approval no', names: '注册证号|国药准字' },
  generic_name: {
    type: 'name_product',
    need: 'yes',
    zh: '通用名',
    en: 'Generic',
    names: '药品通用名|产品名称|耗材名称|药品名称|名称',
  },
  trade_name: { type: 'text', need: 'no', zh: '商品名', en: 'Trade name', names: '品牌' },
  // brand-switch comparison set
  class_code: {
    type: 'code',
    need: 'no',
    zh: '治疗分类',
    en: 'Class (ATC / local)',
    names: 'ATC|ATC编码|药品分类|分类|产品分类|三级分类',
  },
  spec: { type: 'text', need: 'no', zh: '规格', en: 'Spec', names: '规格型号' },
  dosage_form: { type: 'text', need: 'no', zh: '剂型', en: 'Form', names: '' },
  pack_qty: { type: 'number', need: 'no', zh: '转换系数', en: 'Units per pack', names: '转换比|包装数量' },
  manufacturer: { type: 'name_org', need: 'no', zh: '生产企业', en: 'Manufacturer', names: '生产厂家|注册人' },
  mah: { type: 'name_org', need: 'no', zh: '上市许可持有人', en: 'MAH', names: '持有人' },
  category: { type: 'enum_item', need: 'no', zh: '类别', en: 'Category', names: '产品类别|是否高值|耗材类别' },
  list_price: { type: 'price', need: 'no', zh: '挂网价', en: 'Listed price', names: '中标价|最高限价|医保支付标准' },
  vbp: { type: 'bool', need: 'no', zh: '是否集采', en: 'VBP', names: '集采批次|带量采购' },
} as const;

/** 药品耗材目录: one row is one product of a catalogue or price list, with who makes it and what it is compared with. */
export default defineSheet({
  id: 'product',
  title: { zh: '药品耗材目录', en: 'Product catalogue' },
  note: {
    zh: '一行为一个药品或耗材：生产企业、持有人、治疗分类、是否高值、挂网价。',
    en: 'Product -> manufacturer/MAH map, therapeutic class, high-value flag.',
  },
  signature: '医保编码|批准文号|药品分类|治疗分类|ATC|是否高值|上市许可持有人|挂网价|转换比',
  fields,
  required: [['generic_name']],
  context: [],
  parties: ['generic_name', 'product_code', 'manufacturer', 'mah'],
  kept: {
    generic_name: 'product',
    manufacturer: 'manufacturer',
    mah: 'mah',
    category: 'category',
    list_price: 'list_price_micro',
    vbp: 'vbp',
  },
  notSummed: [],
  essential: ['generic_name'],
  record(values, row) {
    if (values.generic_name === undefined) return row.reject('value.missing', 'generic_name');
    const { manufacturer, mah, list_price: price } = values;
    if (price && price.micro <= 0) row.warn('amount.not-positive', 'list_price');
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
    if (!product) return row.reject('value.missing', 'generic_name');
    return {
      table: 'rec_product',
      columns: {
        product,
        manufacturer: mentionOf({ field: 'manufacturer', name: manufacturer, as: 'org' }) ?? null,
        mah: mentionOf({ field: 'mah', name: mah, as: 'org' }) ?? null,
        product_code: values.product_code ?? null,
        approval_no: values.approval_no ?? null,
        generic_name: values.generic_name,
        trade_name: values.trade_name ?? null,
        class_code: values.class_code ?? null,
        spec: values.spec ?? null,
        dosage_form: values.dosage_form ?? null,
        pack_qty: values.pack_qty ?? null,
        category: values.category ?? null,
        list_price_micro: renminbiPrice(price, 'list_price', row),
        vbp: values.vbp === undefined ? null : values.vbp ? 1 : 0,
      },
      day: null,
      same: sameValues('product', values),
    };
  },
  examples: [
    {
      says: 'a product with its maker and holder; a code that is no national one is kept with a Problem and settles nothing',
      header: [
        '医保编码',
        '批准文号',
        '通用名',
        '商品名',
        '治疗分类',
        '规格',
        '生产企业',
        '上市许可持有人',
        '类别',
        '挂网价',
        '是否集采',
      ],
      rows: [
        [
          'XJ01DAA0000000000000001',
          '国药准字H20990001',
          '注射用某某钠',
          '某某灵',
          'J01DA',
          '0.5g',
          '甲制药有限公司',
          '甲制药有限公司',
          '西药',
          '12.3456',
          '是',
        ],
        [
          'C0101010010000100001',
          '国械注准20993130001',
          '人工关节',
          '',
          '',
          'L',
          '丙器械有限公司',
          '',
          '高值耗材',
          '25000',
          '否',
        ],
        ['YP-7', '', '某某片', '', '', '10mg', '', '', '', '--', ''],
        ['YP-8', '', '', '', '', '', '', '', '', '1', ''],
      ],
      gives: [
        {
          product: '注射用某某钠',
          manufacturer: '甲制药有限公司',
          class_code: 'J01DA',
          category: 'drug',
          list_price_micro: 12_345_600,
          vbp: 1,
        },
        { product: '人工关节', category: 'hcv_consumable', vbp: 0 },
        { product: '某某片', product_code: 'YP-7', list_price_micro: null, vbp: null },
        { rejected: ['value.missing'] },
      ],
    },
    {
      says: 'a list of consumables that only says which are of high value',
      header: ['产品编码', '耗材名称', '规格型号', '三级分类', '生产厂家', '是否高值'],
      rows: [
        ['HC-1', '一次性导管', '6F', '介入', '丙器械有限公司', '是'],
        ['HC-1', '一次性导管', '6F', '介入', '丙器械有限公司', '是'],
      ],
      gives: [{ product: '一次性导管', category: 'hcv_consumable', class_code: '介入' }, 'duplicate'],
    },
  ],
});
