const leadingZeros = /^0+/;
const anyNonZero = /[1-9]/;

/** A decimal number moved by powers of ten without floating point; `rounded` tells that digits were cut off. */
export interface Scaled {
  /** undefined: beyond 2^53, so not exact. */
  readonly value: number | undefined;
  readonly rounded: boolean;
}

/** integer.fraction × 10^power as a whole number, half rounded up. Works on the digits, so 0.1 + 0.2 cannot happen. */
export function scale(integer: string, fraction: string, power: number): Scaled {
  const digits = (integer + fraction).replace(leadingZeros, '');
  if (digits === '') return { value: 0, rounded: false };
  const exponent = power - fraction.length;
  if (digits.length + exponent > 16) return { value: undefined, rounded: false };
  if (exponent >= 0) return { value: exact(digits + '0'.repeat(exponent)), rounded: false };

  const kept = digits.length + exponent;
  const rest = kept >= 0 ? digits.slice(kept) : digits;
  const roundsUp = kept >= 0 && rest.charCodeAt(0) >= 0x35;
  const whole = kept > 0 ? Number(digits.slice(0, kept)) : 0;
  return { value: exact(String(whole + (roundsUp ? 1 : 0))), rounded: anyNonZero.test(rest) };
}

function exact(digits: string): number | undefined {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : undefined;
}

const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14];

/**
 * The fast way for what nearly every amount cell holds: `1234.5`, `-1,234.50`, `￥20`. Whole-number steps only.
 * undefined: not of this simple form, or too long, or needing to be rounded; then the careful reader decides.
 */
export function plainScaled(text: string, power: number): number | undefined {
  const length = text.length;
  if (length === 0 || length > 21) return undefined;
  let i = 0;
  const negative = text.charCodeAt(0) === 0x2d;
  if (negative) i++;
  const sign = text.charCodeAt(i);
  if (sign === 0xa5 || sign === 0xffe5) i++;
  const first = i;

  let value = 0;
  let digits = 0;
  let decimals = -1;
  let inGroup = -1;
  for (; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) {
      value = value * 10 + (c - 0x30);
      digits++;
      if (decimals >= 0) decimals++;
      else if (inGroup >= 0) inGroup++;
    } else if (c === 0x2e) {
      if (decimals >= 0 || digits === 0 || (inGroup >= 0 && inGroup !== 3)) return undefined;
      decimals = 0;
    } else if (c === 0x2c) {
      const complete = inGroup < 0 ? digits >= 1 && digits <= 3 && text.charCodeAt(first) !== 0x30 : inGroup === 3;
      if (decimals >= 0 || !complete) return undefined;
      inGroup = 0;
    } else return undefined;
  }
  if (digits === 0 || digits > 15 || (inGroup >= 0 && inGroup !== 3)) return undefined;

  const zeros = power - (decimals > 0 ? decimals : 0);
  if (zeros < 0) return undefined;
  const scaled = value * (powersOfTen[zeros] ?? Number.NaN);
  if (!Number.isSafeInteger(scaled)) return undefined;
  return negative && scaled !== 0 ? -scaled : scaled;
}

/**
 * A stored spreadsheet number as decimal text. Spreadsheets keep 15 significant digits; what stands beyond is binary
 * noise (0.1+0.2 is stored as 0.30000000000000004). Shorter numbers print exactly as they were typed.
 */
export function numberText(stored: number): string {
  const text = String(stored);
  return text.length <= 16 ? text : trimZeros(stored.toPrecision(15));
}

const trimZeros = (text: string): string =>
  text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;
