import type { ExampleRow } from './example-rows.ts';

/** One filing of a representative by a company. */
export const filed = (name: string, company: string, more: ExampleRow = {}): ExampleRow => ({
  filing_no: `YB99${name}${company.slice(0, 2)}`,
  name,
  phone: '',
  company,
  agency: '',
  valid_from: '2023-01-05',
  valid_to: '2025-01-04',
  status: '有效',
  ...more,
});

/** One visit of a representative. */
export const visited = (name: string, company: string, on: string, more: ExampleRow = {}): ExampleRow => ({
  rep_name: name,
  company,
  visit_at: `${on} 09:30`,
  hospital: '澄溪市第一人民医院',
  dept: '骨科',
  doctor: '沈以墨',
  purpose: '传递产品资料',
  ...more,
});
