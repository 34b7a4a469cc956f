import { idCardCheck } from './check-digits.ts';
import { type Day, isDay } from './day.ts';

const form18 = /^[1-9]\d{16}[\dX]$/;
const form15 = /^[1-9]\d{14}$/;

/** What a 居民身份证 number says about its holder; to be shown as derived (推算). */
export interface IdCardFacts {
  readonly region: string;
  readonly birth: Day;
  readonly sex: 'male' | 'female';
}

/** The facts in a valid 18-character number; undefined: it is none. */
export function idCardFacts(number: string): IdCardFacts | undefined {
  const checked = checkIdCard(number);
  if (typeof checked === 'string') return undefined;
  const { value } = checked;
  return { region: value.slice(0, 6), birth: birthOf(value), sex: Number(value[16]) % 2 === 1 ? 'male' : 'female' };
}

const birthOf = (value: string): Day => `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;

/** A number of 18 characters; `legacy`: it was written in the 15 digits in use before 1999. */
export interface CheckedIdCard {
  readonly value: string;
  readonly legacy: boolean;
}

/**
 * Checks form, birth and check digit of a compact, upper-case number; 15 digits are completed to 18. `today` refuses
 * births in the future. Otherwise the reason why not.
 */
export function checkIdCard(text: string, today?: Day): CheckedIdCard | 'form' | 'birth' | 'check' {
  const legacy = form15.test(text);
  const first17 = legacy ? `${text.slice(0, 6)}19${text.slice(6)}` : text.slice(0, 17);
  if (!legacy && !form18.test(text)) return 'form';
  const birth = birthOf(first17);
  if (!isDay(birth) || birth < '1880-01-01' || (today !== undefined && birth > today)) return 'birth';
  const check = idCardCheck(first17);
  if (!legacy && check !== text.charAt(17)) return 'check';
  return { value: first17 + check, legacy };
}
