import { tieRank } from '../../../shared/ontology/tie-rank.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { adjacency } from './adjacency.ts';
import { ownTransfers } from './own-transfers.ts';
import { linksOf } from './party-links.ts';
import { nodeOf } from './subgraph.ts';

/** The numbers behind one node: for each kind and direction the parties, rows and sum, within a period where one is given. */
export default answerInCase('graph.node', ({ party, ...within }, { openCase: { store } }) => {
  const node = nodeOf(store, party);
  const links = [...linksOf(store, adjacency(store), party, within), ...ownTransfers(store, [party], within)];
  const grouped = Map.groupBy(links, ({ kind, source }) => `${kind} ${source === party ? 'out' : 'in'}`);
  const byKind = [...grouped.values()].map((same) => ({
    kind: same[0]!.kind,
    direction: same[0]!.source === party ? ('out' as const) : ('in' as const),
    parties: same.length,
    rows: same.reduce((sum, { rows }) => sum + rows, 0),
    fen: same[0]!.fen === null ? null : same.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
  }));
  byKind.sort(
    (a, b) =>
      (b.fen ?? -1) - (a.fen ?? -1) ||
      tieRank(a.kind) - tieRank(b.kind) ||
      b.rows - a.rows ||
      (a.kind < b.kind ? -1 : 1),
  );
  return ok({ node, byKind });
});
