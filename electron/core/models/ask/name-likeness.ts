import { tidy } from '../../../../shared/evidence/text.ts';
import { toSimplified } from '../../../../shared/evidence/traditional.ts';
import { isShareAtLeast } from './exact.ts';
import { remembered } from './remembered.ts';

/** A name in the form in which conferences and venues are compared: no spaces, brackets or punctuation, one script. */
export const nameKey = remembered((name) =>
  toSimplified(tidy(name))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);

/** Runs of three characters; of a shorter key the key itself. */
function trigrams(key: string): Set<string> {
  const letters = [...key];
  if (letters.length <= 3) return new Set(key === '' ? [] : [key]);
  return new Set(letters.slice(2).map((letter, i) => `${letters[i]}${letters[i + 1]}${letter}`));
}

/** Shared and all trigrams of two keys: likeness = shared / all. */
export function likeness(a: string, b: string): { shared: number; all: number } {
  const [left, right] = [trigrams(a), trigrams(b)];
  let shared = 0;
  for (const each of left) if (right.has(each)) shared++;
  return { shared, all: left.size + right.size - shared };
}

/** Ordinals, years, numbers and places in brackets are what distinguishes the parts of a series: 第3期, 2024年, （第二周）. */
const seriesWords =
  /第?[0-9零〇一二三四五六七八九十百]+(?:期|届|次|周|场|讲|季度|季|站|轮|批|月|年度|年|日|号)|(?:19|20)\d{2}|[0-9]+|[（(][^（）()]*[）)]|[上下]半年/g;

/** What is left of a conference's name without its number in a series. Equal and not short: one series. */
const seriesKey = remembered((name) => nameKey(toSimplified(tidy(name)).replace(seriesWords, '')));

/** Whether two names are parts of one declared series (name + 第N期). */
export function isOneSeries(a: string, b: string): boolean {
  const key = seriesKey(a);
  return key.length >= 4 && key === seriesKey(b);
}

/** From here on two names on the same days are one conference in two lists. */
const SAME_NAME = 0.55;

/** Whether two records are one conference in two lists: days that overlap and names that are nearly the same. */
export function isSameUnderTwoNames(
  a: { readonly key: string; readonly start: number; readonly end: number },
  b: { readonly key: string; readonly start: number; readonly end: number },
): boolean {
  if (a.start > b.end || b.start > a.end) return false;
  const { shared, all } = likeness(a.key, b.key);
  return isShareAtLeast(shared, all, SAME_NAME);
}

const SHORTEST_WITH_SLIP = 6;

/** Whether two keys differ in one character at most: in a short name a single slip changes a third of the trigrams. */
export function isOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST_WITH_SLIP || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at);
}
