import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { timelineOf } from '../store/party-timeline.ts';

/** What the records say of one party in the order of days. */
export default answerInCase('party.timeline', ({ id }, { openCase: { store } }) =>
  ok(timelineOf(store, partyCard(store, id).id)),
);
