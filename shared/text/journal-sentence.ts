import { type FillParams, fill } from '../plain/fill.ts';
import type { WordsLike } from './words.ts';
import type { Words } from './zh-CN/index.ts';

/** What an entry of the audit journal says: its sentence with numbers grouped and codes as words. An action this version does not know is shown by its code. */
export function journalSentence(words: Words | WordsLike<Words>, action: string, params: FillParams): string {
  const sentence = (words.journal as Readonly<Record<string, string>>)[action];
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? value.toLocaleString('en-US') : (codesOf(words, name)[value] ?? value),
  ]);
  return fill(sentence ?? action, Object.fromEntries(shown));
}

/** An entry keeps codes: of a status, a reason, a verdict, and of what was copied, entered or decided. */
function codesOf(words: Words | WordsLike<Words>, param: string): Readonly<Record<string, string | undefined>> {
  const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: words.common.status,
    reason: words.findings.dispose.codes,
    verdict: words.joins.verdict,
    what: words.journalObjects,
    tag: words.tags.names,
    change: words.tags.changes,
  };
  return codes[param] ?? {};
}
