import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { adjacency } from './adjacency.ts';
import { neighboursOf, pageOf, without } from './neighbours.ts';
import { linksAmong, subgraphOf } from './subgraph.ts';

/** The next neighbours of a party that are not shown yet, with their links to everything shown. */
export default answerInCase(
  'graph.neighbours',
  ({ party, shown, order, only, offset, limit, ...filter }, { openCase: { store } }) => {
    partyCard(store, party);
    const neighbours = neighboursOf(store, party, filter, order, only);
    const seen = new Set([party, ...shown]);
    const fresh = without(neighbours, seen);
    const page = new Set(pageOf(fresh, offset, limit));
    const links = linksAmong(store, adjacency(store), page, seen, filter);
    return ok({ ...subgraphOf(store, page, links), total: neighbours.parties.length, newTotal: fresh.parties.length });
  },
);
