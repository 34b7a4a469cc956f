import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { identityLine, partyCard } from '../store/party-cards.ts';
import { sourceOf } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';

/** Everybody who has a value, each with the first cell that shows it, and how many pairs of them it links. */
export default answerInCase('relations.holders', ({ attribute, offset, limit }, { openCase: { store } }) => {
  const holders = prepared<[number], { party: number; row: number; field: string }>(
    store,
    'select party, min(row) as row, field from attribute_holder where attribute = ? and party is not null group by party order by 2, 1',
  ).all(attribute);
  return ok({
    total: holders.length,
    pairs: { all: (holders.length * (holders.length - 1)) / 2, ...pairsOf(store, attribute) },
    rows: holders.slice(offset, offset + limit).map(({ party, row, field }) => {
      const { id, kind, name, drawnAs, ...card } = partyCard(store, party);
      const identity = identityLine(store, { id, kind, ...card });
      return { party: { id, kind, name, drawnAs, identity }, source: sourceOf(store, row, field) };
    }),
  });
});

function pairsOf(store: Store, attribute: number): { drawn: number; rejected: number } {
  const verdicts = prepared<[number], { verdict: string; pairs: number }>(
    store,
    `select verdict, count(*) as pairs from (select distinct one, another, verdict from shared_between where attribute = ?) group by verdict`,
  ).all(attribute);
  const count = (isRejected: boolean) =>
    verdicts.reduce((sum, { verdict, pairs }) => sum + ((verdict === 'rejected') === isRejected ? pairs : 0), 0);
  return { drawn: count(false), rejected: count(true) };
}
