/**
 * What is left of a fee after the tax that the payer withholds from labour income (个人所得税扣缴申报管理办法, 国家税务总局公告2018年第61号): 20 % of what exceeds 800 yuan, above
 * 4,000 yuan of four fifths; 30 % and 40 % where four fifths exceed 20,000 and 50,000 yuan. Ledgers book the gross fee, often without a column of taxes.
 */
export function afterWithholding(gross: number): number {
  if (gross <= 80_000) return gross;
  const taxed = gross <= 400_000 ? gross - 80_000 : Math.round(gross * 0.8);
  const tax = taxed <= 2_000_000 ? taxed * 0.2 : taxed <= 5_000_000 ? taxed * 0.3 - 200_000 : taxed * 0.4 - 700_000;
  return gross - Math.round(tax);
}
