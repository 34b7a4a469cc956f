import { randomBytes } from 'node:crypto';

/**
 * What the key is derived from. NFKC: the same passphrase typed with full-width letters or spaces, or composed differently by another
 * keyboard, must open the case.
 */
export const normalisePassphrase = (typed: string): string => typed.normalize('NFKC').trim();

/** At least 14 characters (five of them different), or a generated one, which is longer. */
export function isStrongPassphrase(typed: string): boolean {
  const letters = [...normalisePassphrase(typed)];
  return letters.length >= 14 && new Set(letters).size >= 5;
}

/**
 * 64 × 32 pinyin syllables make 2,048 words of two syllables, 11 bits each. They are typed without an input method, which
 * passphrase fields switch off, and can be read out over the telephone.
 */
const first = (
  'bei bo ban bu cai chen chi chu dan de du duo fan fei fo fu gan gei gong gu hai he hong hu jin jie ju juan ' +
  'kai kang ke kuo lan lei lian lu man mei mo mu nan neng ning nuo pan pei ping pu qing quan ran rong rui san ' +
  'shen shui tan teng tong wan wen yan you yuan'
).split(' ');
const second = (
  'bai cao chang dao deng fang feng guo han huan jian jing kun lai liang ling long ming nian qi qiu ren ' +
  'shan song tian wei xia xin yang yun zhen zhou'
).split(' ');

/** Six words chosen by the system's random source: 66 bits. */
export function suggestPassphrase(): string {
  const dice = randomBytes(12);
  return Array.from({ length: 6 }, (_, i) => wordOf(dice.readUInt16LE(2 * i) & 2047)).join('-');
}

export const wordCount = first.length * second.length;

/** The n-th of the 2,048 words. */
export const wordOf = (n: number): string => `${first[Math.floor(n / second.length)]}${second[n % second.length]}`;
