import type { Reply } from '../../../shared/protocol/problem.ts';
import { journalHead } from '../journal/write-journal.ts';
import type { CaseContext } from '../request.ts';

interface Kept {
  readonly head: number;
  readonly value: unknown;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/** The answer of long work, kept until something changes in the case: every change of rows writes the journal. */
export async function untilRowsChange<T>(
  { openCase }: CaseContext,
  name: string,
  make: () => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const answers = kept.get(openCase) ?? new Map<string, Kept>();
  kept.set(openCase, answers);
  const { seq: head } = journalHead(openCase.store);
  const known = answers.get(name);
  if (known?.head === head) return { ok: true, value: known.value as T };
  const reply = await make();
  if (reply.ok) answers.set(name, { head, value: reply.value });
  return reply;
}
