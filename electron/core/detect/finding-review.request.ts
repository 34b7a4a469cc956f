import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { readFinding } from '../store/read-findings.ts';
import { decidersOf, lastDecision, writeReview } from '../store/reviews.ts';

/**
 * 复核: a second person agrees or disagrees with 属实 or 排除. Problem review.not-needed: nothing is decided; review.done: it is reviewed already;
 * review.same-person: whoever decided, or added words to the decision, does not review it; finding.reason-needed: a disagreement is explained.
 */
export default answerInCase('finding.review', ({ id, verdict, reason }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const reply = store.transaction(() => {
    const { number } = readFinding(store, id);
    const last = lastDecision(store, id);
    if (last === undefined || (last.to !== 'confirmed' && last.to !== 'excluded')) return failed('review.not-needed');
    if (last.verdict !== null) return failed('review.done');
    if (decidersOf(store, id).some((decider) => samePerson(decider, actor)))
      return failed('review.same-person', { params: { actor } });
    if (verdict === 'disagreed' && reason === '') return failed('finding.reason-needed');
    const { disposition } = last;
    writeReview(store, { disposition, finding: id, at: at.toISOString(), actor, verdict, reason });
    writeJournal(store, {
      actor,
      at,
      action: 'finding.reviewed',
      params: { number, verdict, status: last.to, reason },
    });
    return ok({ number, verdict });
  });
  if (reply.ok) core.changed('findings', 'journal');
  return reply;
});

/** Names are all that tells people apart here: spaces and case make no second person. */
const samePerson = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
