import type { ExampleRow } from './example-rows.ts';

const hospital = '澄溪市第一人民医院';

/** One line of a prescription. */
export const prescribed = (doctor: string, quantity: string, on: string, more: ExampleRow = {}): ExampleRow => ({
  hospital,
  dept: '骨科',
  doctor,
  rx_date: on,
  generic_name: '塞来昔布胶囊',
  spec: '0.2g*6粒',
  item_kind: '西药',
  quantity,
  unit: '盒',
  ...more,
});

/** One settled visit. */
export const settled = (visit: string, yuan: string, on: string, more: ExampleRow = {}): ExampleRow => ({
  settle_no: `JS${visit}`,
  visit_no: visit,
  hospital,
  dept: '骨科',
  settle_date: on,
  total_fee: yuan,
  visit_type: '住院',
  diagnosis_code: 'M17.1',
  diagnosis: '膝关节病',
  ...more,
});

/** One charged item of one visit. */
export const charged = (
  visit: string,
  item: string,
  quantity: string,
  on: string,
  more: ExampleRow = {},
): ExampleRow => ({
  visit_no: visit,
  patient_no: `990${visit}`,
  hospital,
  dept: '骨科',
  charged_at: on,
  item_name: item,
  item_kind: '高值耗材',
  quantity,
  ...more,
});
