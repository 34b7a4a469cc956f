/** What joins a name to further ones: a sentence that goes on with it is about several and keeps the first. */
const joining = /^(?:[、，,；;]|等|与|和|及|and\b)/;

/** The sentence of a finding without the name it begins with, where the head of its group has said that already. */
export function withoutSubject(words: string, subject: string): string {
  const named = [subject, `“${subject}”`, `"${subject}"`].find((name) => words.startsWith(name));
  const rest = named === undefined ? words : words.slice(named.length).trim();
  return joining.test(rest) ? words : rest;
}
