/**
 * Masks identity numbers, bank cards and mobile numbers inside a text for the profile “shared”: identity 6+3/4, card last 4, mobile 3+4.
 * Tolerates separators and full-width digits. Names in prose are not known to it; the seal screen says so.
 */
export function maskText(text: string): string {
  if (!/[0-9０-９]{4}/.test(text)) return text;
  return text
    .replace(ID18, '$1********$2')
    .replace(CARD, '************$1')
    .replace(ID15, '$1******$2')
    .replace(MOBILE, '$1****$2');
}

const DIGIT = '[0-9０-９]';
const GAP = '[\\s\\-\\u00a0\\u3000·.]?';
const run = (n: number): string => Array<string>(n).fill(DIGIT).join(GAP);
const BEFORE = `(?<!${DIGIT})`;
const AFTER = `(?!${DIGIT})`;
const ID18 = new RegExp(`${BEFORE}(${run(6)})${GAP}${run(8)}${GAP}(${run(3)}${GAP}[0-9０-９XxＸｘ])${AFTER}`, 'gu');
const ID15 = new RegExp(`${BEFORE}(${run(6)})${GAP}${run(6)}${GAP}(${run(3)})${AFTER}`, 'gu');
const CARD = new RegExp(`${BEFORE}${run(12)}(?:${GAP}${DIGIT}){0,3}?${GAP}(${run(4)})${AFTER}`, 'gu');
const MOBILE = new RegExp(
  `${BEFORE}((?:[+＋]?86${GAP})?[1１]${GAP}[3-9３-９]${GAP}${DIGIT})${GAP}${run(4)}${GAP}(${run(4)})${AFTER}`,
  'gu',
);
