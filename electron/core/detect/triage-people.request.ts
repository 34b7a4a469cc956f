import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { peopleOf } from '../store/assignments.ts';

/** Whom a finding may be given to: whoever is known in the case, and whoever asks. */
export default answerInCase('triage.people', (_, { openCase: { store, actor } }) =>
  ok({ me: actor, people: [...new Set([actor, ...peopleOf(store)])] }),
);
