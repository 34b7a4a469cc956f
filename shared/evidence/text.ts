import type { Cell } from './cell.ts';

// Printable ASCII and plain 汉字 are their own NFKC form: most cells end here.
const plain = /^[!-~\u4e00-\u9fff](?:[ -~\u4e00-\u9fff]*[!-~\u4e00-\u9fff])?$/;
// Zero-width characters, direction marks, byte order marks and control characters other than white space: nobody sees them.
const invisible = /\p{Cf}|(?!\s)\p{Cc}/gu;
const lineEnd = /\r\n?/g;
const horizontalSpace = /[^\S\n]/g;

/**
 * The text a person sees: full width folded to half width (NFKC), invisible characters gone, tabs and hard spaces as
 * spaces, nothing at the ends. Line breaks inside stay, because lists are typed with them.
 */
export function tidy(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(invisible, '').normalize('NFKC').replace(lineEnd, '\n').replace(horizontalSpace, ' ').trim();
}

const forcedText = /^="(.*)"$/s;
const leadingApostrophe = /^['’‘`]+/;

/** The tidy text of one value without what spreadsheets and bank exports put in front to keep it text: `'0012`, `="0012"`. */
export function valueText(text: string): string {
  const tidied = tidy(text);
  const first = tidied.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return tidied;
  const inner = forcedText.exec(tidied)?.[1] ?? tidied;
  return inner.replace(leadingApostrophe, '').trim();
}

// NFKC turns ² into 2 and ① into 1: a figure with a footnote mark would become another figure.
const numberLookalike = /\p{No}/u;
const onlyAscii = /^[ -~]*$/;

/** Longer texts are no name, figure or number: a whole paragraph stands in the wrong column, or somebody means harm. */
export const longestValue = 200;

/**
 * Like valueText, but undefined where folding would turn a superscript, a circled number or a fraction into digits, and
 * for texts longer than any figure.
 */
export function figureText(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestValue) return undefined;
  return !onlyAscii.test(trimmed) && numberLookalike.test(trimmed) ? undefined : valueText(trimmed);
}

const nothingWords = new Set(
  '无 空 暂无 没有 不详 未知 未填 未提供 (空) (无) null (null) [null] nil none nan n/a na undefined \\n'.split(' '),
);
const onlyDashes = /^[-‐‑‒–—―−─_/\\\s]+$/;

/** Whether a tidy text stands for "nothing was written here": empty, dashes, slashes, 无, null … It is never a zero. */
export function saysNothing(text: string): boolean {
  if (text.length > 12) return onlyDashes.test(text);
  return text === '' || onlyDashes.test(text) || nothingWords.has(text.toLowerCase());
}

/** What a Problem quotes: the cell as displayed. A long text in the wrong column is cut, it is found by its place. */
export function seenIn(cell: Cell): string {
  const seen = cell.shown === '' ? String(cell.raw) : cell.shown;
  return seen.length > 200 ? `${seen.slice(0, 200)}…` : seen;
}

const trailingUnit =
  /[([【]\s*(?:单位\s*:?\s*)?(?:人民币)?(?:元|千元|万元|百万元|千万元|亿元|万|亿)\s*(?:\/[^)\]】]*)?[)\]】][\s*:]*$/;
const headerNoise = /[\s_:/\\|()[\]【】{}<>《》,.;"'*、\-—]/g;

/**
 * The form in which headers are compared: 日 志 号, 对方卡号/账号, 讲课费（税后） and 金额(万元) become 日志号, 对方卡号账号,
 * 讲课费税后 and 金额. The unit that is dropped here is read by `splitUnit`.
 */
export function normHeader(header: string): string {
  return tidy(header).toLowerCase().replace(trailingUnit, '').replace(headerNoise, '');
}
