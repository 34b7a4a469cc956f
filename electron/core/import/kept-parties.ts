import type { FileWish, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { ok, type Reply } from '../../../shared/protocol/problem.ts';
import type { CaseContext } from '../request.ts';
import type { PartyComparison } from './compare-parties.ts';

interface Asked {
  readonly tickets: readonly string[];
  readonly answers: readonly SheetAnswer[];
  readonly wishes: readonly FileWish[];
}

interface Kept {
  readonly key: string;
  readonly comparison: Promise<Reply<PartyComparison>>;
}

/** The last comparison of each open case: its pages are asked for one by one, and trying takes as long as importing. */
const kept = new WeakMap<CaseContext['openCase'], Kept>();

/** The comparison for these files and what was said of them, made now unless it is kept. One that failed is not. */
export async function partiesOf(
  { openCase }: CaseContext,
  asked: Asked,
  make: () => Promise<Reply<PartyComparison>>,
): Promise<Reply<PartyComparison>> {
  const key = keyOf(openCase, asked);
  let known = kept.get(openCase);
  if (known?.key !== key) {
    known = { key, comparison: make() };
    kept.set(openCase, known);
  }
  const reply = await known.comparison;
  if (!reply.ok && kept.get(openCase) === known) kept.delete(openCase);
  return reply;
}

/** What a check that is about to run found besides is kept by what this answers: for the case as it is before the check. */
export function keeperOfParties({ openCase }: CaseContext, asked: Asked): (comparison: PartyComparison) => void {
  const key = keyOf(openCase, asked);
  return (comparison) => kept.set(openCase, { key, comparison: Promise.resolve(ok(comparison)) });
}

// whatever changes the case writes the journal
const keyOf = ({ store }: CaseContext['openCase'], { tickets, answers, wishes }: Asked): string =>
  JSON.stringify([tickets, answers, wishes, store.db.prepare('select max(seq) from journal').pluck().get()]);
