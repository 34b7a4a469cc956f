/** Integer fen. Sums of the sample stay far below 2^53. */
export type Fen = number;

export const yuan = (amount: number): Fen => Math.round(amount * 100);

/** 123456 → 1234.56 */
export function plainYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 123456 → 1,234.56 */
export const groupedYuan = (fen: Fen): string => plainYuan(fen).replace(/\B(?=(\d{3})+\.)/g, ',');

/** Fen as 万元 without loss: 4980000 → 4.98, 12345678 → 12.345678. */
export function tenThousands(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

const numerals = '零壹贰叁肆伍陆柒捌玖';

/** Whole yuan in capitals: 1234500 fen → 壹万贰仟叁佰肆拾伍元整. Only for 1 to 9999 9999 yuan. */
export function capitalYuan(fen: Fen): string {
  const amount = Math.floor(fen / 100);
  if (fen % 100 !== 0 || amount < 1 || amount > 99_999_999) throw new Error(`no capitals for ${fen} fen`);
  const high = Math.floor(amount / 10_000);
  const low = amount % 10_000;
  const bridge = high > 0 && low > 0 && low < 1000 ? '零' : '';
  return `${high > 0 ? `${fourDigits(high)}万` : ''}${bridge}${low > 0 ? fourDigits(low) : ''}元整`;
}

function fourDigits(value: number): string {
  let text = '';
  let gap = false;
  for (const [unit, word] of [
    [1000, '仟'],
    [100, '佰'],
    [10, '拾'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${numerals[digit]}${word}`;
    gap = false;
  }
  return text;
}
