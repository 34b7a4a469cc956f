import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { comparePair } from './alike/describe-pair.ts';

/** Two parties side by side. Problems: party.not-found, party.with-itself. */
export default answerInCase('parties.compare', ({ a, b }, { openCase: { store } }) =>
  a === b ? failed('party.with-itself') : ok(comparePair(store, a, b)),
);
