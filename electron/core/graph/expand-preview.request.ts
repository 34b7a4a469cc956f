import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { adjacency } from './adjacency.ts';
import { drawnAsOf } from './drawn-as.ts';
import { type DrawnLink, linksOf } from './party-links.ts';

/** How many parties each kind of link would add, before anything is added; first the kind with most money. */
export default answerInCase('graph.expand-preview', ({ party, shown }, { openCase: { store } }) => {
  partyCard(store, party);
  const seen = new Set(shown);
  const links = linksOf(store, adjacency(store), party, {});
  const otherOf = (link: DrawnLink) => (link.source === party ? link.target : link.source);
  const kindOf = drawnAsOf(store, links.map(otherOf));
  const direction = (link: DrawnLink): 'out' | 'in' => (link.source === party ? 'out' : 'in');
  const grouped = Map.groupBy(links, (link) => `${link.kind} ${direction(link)} ${kindOf(otherOf(link))}`);
  const groups = [...grouped.values()].map((same) => ({
    kind: same[0]!.kind,
    direction: direction(same[0]!),
    drawnAs: kindOf(otherOf(same[0]!)),
    parties: same.length,
    rows: same.reduce((sum, { rows }) => sum + rows, 0),
    shown: same.filter((link) => seen.has(otherOf(link))).length,
    fen: same[0]!.fen === null ? null : same.reduce((sum, link) => sum + (link.fen ?? 0), 0),
  }));
  groups.sort((a, b) => (b.fen ?? -1) - (a.fen ?? -1) || b.parties - a.parties || (a.kind < b.kind ? -1 : 1));
  return ok({ groups, total: new Set(links.map(otherOf)).size });
});
