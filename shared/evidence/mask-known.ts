import { maskText } from './mask-text.ts';

const GAPS = /[\s\-\u00a0\u3000·.]/g;
/** Digits with a mark between any two of them; and a word of letters and digits, as passports and wallet names are. */
const SPACED = /[0-9０-９](?:[\s\-\u00a0\u3000·.]?[0-9０-９]){4,}[XxＸｘ]?/gu;
const WORD = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ_@.+-]{5,}/gu;

/**
 * Masks as `maskText` does, and besides every number of `known` (accounts of any length, passports, landlines, e-mail addresses as a case
 * holds them) wherever it stands in a text, in full width or with marks between its digits. What is masked keeps its last four.
 */
export function maskKnown(known: ReadonlySet<string>): (text: string) => string {
  const hide = (found: string): string => {
    const plain = found.normalize('NFKC');
    return [plain, plain.replace(GAPS, '')].some((each) => known.has(each) || known.has(each.toUpperCase()))
      ? stars(plain.replace(GAPS, ''))
      : found;
  };
  return (text) => maskText(text.replace(SPACED, hide).replace(WORD, hide));
}

const stars = (value: string): string => {
  const shown = value.length > 7 ? 4 : 2;
  return '*'.repeat(value.length - shown) + value.slice(-shown);
};
