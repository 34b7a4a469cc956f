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

/** Filings of several people by one company, and a log in which each of them but `silent` visits a doctor on the first and on the last day. */
export function loggedCompany(
  company: string,
  names: readonly string[],
  silent: string,
  more: ExampleRow = {},
): { readonly rep: ExampleRow[]; readonly rep_activity: ExampleRow[] } {
  return {
    rep: names.map((name) => filed(name, company, name === silent ? more : {})),
    rep_activity: names
      .filter((name) => name !== silent)
      .flatMap((name) => ['2024-01-04', '2024-07-01'].map((on) => visited(name, company, on))),
  };
}

/** One claim of a representative in the ledger of the company. */
export const claimed = (
  name: string,
  company: string,
  yuan: string,
  on: string,
  type = '差旅费',
  more: ExampleRow = {},
): ExampleRow => ({
  company,
  expense_date: on,
  voucher_no: '',
  expense_type: type,
  amount: yuan,
  payee_name: '',
  handler: name,
  province: '',
  summary: type,
  ...more,
});
