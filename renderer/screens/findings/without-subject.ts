import type { Grouping } from './filter.ts';

/** What joins a name to further ones: a sentence that goes on with it is about several and keeps the first. */
const joining = /^(?:[、，,；;]|等|与|和|及|and\b)/;

/** The sentence of a finding without the name it begins with, where the head of its group has said that already. */
export function withoutSubject(words: string, subject: string): string {
  const named = [subject, `“${subject}”`, `"${subject}"`].find((name) => words.startsWith(name));
  const rest = named === undefined ? words : words.slice(named.length).trim();
  return joining.test(rest) ? words : rest;
}

/**
 * The name that stands before the sentence of a finding already: in the head of its group, or, under a model, in the column of its first subject.
 * Undefined where nothing names anybody: then the sentence is shown whole.
 */
export function namedBefore(
  grouping: Grouping,
  head: string | undefined,
  first: string | undefined,
): string | undefined {
  if (grouping === 'none') return undefined;
  return grouping === 'model' ? first : head;
}
