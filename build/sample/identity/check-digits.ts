/** Identifiers that cannot belong to anybody: valid check digits, but region 990000, BIN 999999 and 1990000xxxx. */
import { civilDate, type Day, two } from '../plain/civil.ts';
import type { Random } from '../plain/random.ts';

/** A region code that is no administrative division, so no generated number can be somebody's. */
export const NO_REGION = '990000';
export const NO_BIN = '999999';
export const NO_PHONE = '1990000';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999. */
export function idCheckDigit(first17: string): string {
  const sum = idWeights.reduce((total, weight, i) => total + Number(first17[i]) * weight, 0);
  return '10X98765432'[sum % 11]!;
}

/** 居民身份证号 of somebody born on `birth`; the 17th digit is odd for men. `sequence` 0–499 makes it unique. */
export function idNumber(birth: Day, sequence: number, male: boolean): string {
  const { year, month, date } = civilDate(birth);
  const order = String(sequence * 2 + (male ? 1 : 0)).padStart(3, '0');
  const first17 = `${NO_REGION}${year}${two(month)}${two(date)}${order}`;
  return first17 + idCheckDigit(first17);
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: weights are powers of 3 modulo 31. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += usccAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return usccAlphabet[(31 - (sum % 31)) % 31]!;
}

/** GB 11714: the ninth character of an organisation code. */
export function orgCodeCheck(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (c: string) => (c >= '0' && c <= '9' ? Number(c) : c.charCodeAt(0) - 55);
  const rest = 11 - (weights.reduce((sum, weight, i) => sum + value(first8[i]!) * weight, 0) % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

export type UsccKind = 'company' | 'society' | 'institution';

const kindCode = { company: '91', society: '51', institution: '12' } as const;

/** 统一社会信用代码; `serial` (below 36 million) makes it unique. */
export function uscc(kind: UsccKind, serial: number): string {
  const first8 = `MA${(serial % 900_000) + 100_000}`;
  const first17 = `${kindCode[kind]}${NO_REGION}${first8}${orgCodeCheck(first8)}`;
  return first17 + usccCheckCharacter(first17);
}

/** The digit that makes `digits` + it pass the Luhn check. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 0) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return String((10 - (sum % 10)) % 10);
}

/** A 19-digit card number of the reserved BIN. */
export function cardNumber(serial: number): string {
  const first18 = `${NO_BIN}${String(serial).padStart(12, '0')}`;
  return first18 + luhnDigit(first18);
}

/** A corporate account number: 17 digits, no check digit, first six those of no bank. */
export const accountNumber = (serial: number, random: Random): string =>
  `${NO_REGION}${String(random.int(100, 999))}${String(serial).padStart(8, '0')}`;

/** There are only 10 000 reserved numbers, and the last 3 000 are for those who share one: undefined when they are used up. */
export const phoneNumber = (serial: number): string | undefined =>
  serial < 7_000 ? `${NO_PHONE}${String(serial).padStart(4, '0')}` : undefined;

/** A number that nobody has who did not get it from a scheme: `range` 0–2 of a thousand numbers each. */
export const sharedPhone = (range: 0 | 1 | 2, serial: number): string =>
  `${NO_PHONE}${7 + range}${String(serial % 1000).padStart(3, '0')}`;
