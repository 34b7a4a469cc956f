import { ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { decideRelation, inferredKind } from './relations/decide-relations.ts';

/** 确认或否定推断关系: kept for ever, in the journal, and taken back at any time. */
export default answerInCase('relations.decide', ({ kind: id, a, b, verdict, reason, attributes }, core) => {
  const { store, actor } = core.openCase;
  const kind = inferredKind(id);
  const at = core.shell.now();
  const { decision, values } = store.transaction(() => {
    const said = { at: at.toISOString(), actor, reason };
    const done = decideRelation(store, { kind, a, b, verdict, attributes }, said);
    const names = { a: partyCard(store, a).name, b: partyCard(store, b).name };
    const params = { ...names, relation: id, values: done.values.length, verdict, reason, decision: done.decision };
    writeJournal(store, { actor, at, action: 'relation.decided', params });
    return done;
  });
  core.changed('graph', 'journal');
  return ok({ decision, values: values.length });
});
