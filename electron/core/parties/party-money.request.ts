import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { moneyOf } from '../store/party-money.ts';

/** Money of one party by month and counterparty, and the goods behind whoever paid. */
export default answerInCase('party.money', ({ id }, { openCase: { store } }) =>
  ok(moneyOf(store, partyCard(store, id).id)),
);
