/** The alphabet of GB 32100-2015: no I, O, S, V, Z. */
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const usccForm = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export const hasUsccForm = (text: string): boolean => usccForm.test(text);

/** The check character of the first 17 of a 统一社会信用代码 (GB 32100-2015, modulus 31). undefined: not in the alphabet. */
export function usccCheck(first17: string): string | undefined {
  let sum = 0;
  for (const [i, weight] of usccWeights.entries()) {
    const value = first17[i] === undefined ? -1 : usccAlphabet.indexOf(first17[i]);
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return usccAlphabet[(31 - (sum % 31)) % 31];
}

const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const orgForm = /^[0-9A-Z]{8}[0-9X]$/;

/** Whether a 组织机构代码 (9 characters, also characters 9–17 of a credit code) fulfils GB 11714. A hint, not a proof. */
export function orgCodeHolds(code: string): boolean {
  if (!orgForm.test(code)) return false;
  let sum = 0;
  for (const [i, weight] of orgWeights.entries()) sum += Number.parseInt(code.charAt(i), 36) * weight;
  const check = 11 - (sum % 11);
  return code.charAt(8) === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/** The check character of the first 17 digits of a 居民身份证 (GB 11643-1999). */
export function idCardCheck(first17: string): string {
  let sum = 0;
  for (const [i, weight] of idWeights.entries()) sum += Number(first17[i]) * weight;
  return idChecks.charAt(sum % 11);
}

/** Luhn (ISO/IEC 7812): holds for most cards, not for account numbers, and misses some swapped neighbours. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== '' && sum % 10 === 0;
}
