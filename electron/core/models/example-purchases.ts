import type { ExampleRow } from './example-rows.ts';

/** A national code of the form of a drug's: ZZ99 is no class. */
export const drugCode = (n: number): string => `XZZ99AAA${String(n).padStart(15, '0')}`;
/** The same of a consumable. */
export const deviceCode = (n: number): string => `C99${String(n).padStart(17, '0')}`;

/** 单价 × 数量 with two decimals, as a spreadsheet shows it. */
const times = (price: string, quantity: string): string => (Number(price) * Number(quantity)).toFixed(2);

/** One line of an order of a drug; the same code, spec and maker unless `more` says otherwise. */
export const ordered = (
  hospital: string,
  on: string,
  price: string,
  quantity: string,
  more: ExampleRow = {},
): ExampleRow => ({
  order_date: on,
  hospital,
  product_code: drugCode(1),
  generic_name: '注射用骨肽',
  spec: '10mg*10支',
  category: '药品',
  manufacturer: '启衡药业有限公司',
  supplier: '澄溪康达医药有限公司',
  unit_price: price,
  quantity,
  amount: times(more.unit_price ?? price, more.quantity ?? quantity),
  procurement_type: '挂网采购',
  status: '已收货',
  ...more,
});

/** One product of a catalogue. */
export const listed = (code: string, more: ExampleRow = {}): ExampleRow => ({
  product_code: code,
  generic_name: '注射用骨肽',
  class_code: 'ZZ99A',
  spec: '10mg*10支',
  manufacturer: '启衡药业有限公司',
  category: '药品',
  list_price: '100.00',
  vbp: '否',
  ...more,
});
