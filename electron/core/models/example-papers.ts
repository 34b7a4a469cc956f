import type { ExampleRow } from './example-rows.ts';

/** One invoice of the seller to the buyer: 20 digits of a fully digital one, or eight with `invoice_code` in `more`. */
export const invoiced = (
  seller: string,
  buyer: string,
  yuan: string,
  on: string,
  no: string,
  more: ExampleRow = {},
): ExampleRow => ({
  invoice_no: no,
  issue_date: on,
  seller,
  buyer,
  goods: '*现代服务*推广服务费',
  total: yuan,
  status: '正常',
  ...more,
});

/** The number of a fully digital invoice: 99 is no province. */
export const invoiceNo = (serial: number): string => `2499${String(serial).padStart(16, '0')}`;

/** A contract of a (who pays) with b. */
export const agreed = (a: string, b: string, yuan: string, on: string, more: ExampleRow = {}): ExampleRow => ({
  contract_no: `HT-${on}-${[...b].length}`,
  type: '推广服务',
  party_a: a,
  party_b: b,
  amount: yuan,
  signed_on: on,
  ...more,
});
