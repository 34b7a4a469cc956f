import type { GraphLink, GraphNode, Subgraph } from '../../../shared/protocol/graph.requests.ts';
import type { Store } from '../store/connect.ts';
import { detailLine, partyCard, postOf } from '../store/party-cards.ts';
import type { Adjacency } from './adjacency.ts';
import { findingsByLink } from './link-findings.ts';
import { type DrawnLink, idOf, type LinkFilter, linksOf } from './party-links.ts';

/** A party as a node. Leaves with Problem party.not-found. */
export function nodeOf(store: Store, id: number): GraphNode {
  const card = partyCard(store, id);
  const post = card.kind === 'person' ? postOf(store, id) : null;
  const { employer } = post ?? {};
  return {
    id,
    kind: card.kind,
    name: card.name,
    drawnAs: card.drawnAs,
    detail: detailLine(store, card, post),
    inFen: card.inFen,
    outFen: card.outFen,
    degree: card.degree,
    findings: card.findings,
    severity: card.severity,
    sameName: card.sameName,
    group: employer && (employer.kind === 'hospital' || employer.kind === 'department') ? employer.id : null,
  };
}

/** Nodes and links as the chart takes them. */
export function subgraphOf(store: Store, parties: Iterable<number>, links: readonly DrawnLink[]): Subgraph {
  return { nodes: [...parties].map((id) => nodeOf(store, id)), links: graphLinks(store, links) };
}

export function graphLinks(store: Store, links: readonly DrawnLink[]): GraphLink[] {
  const findings = findingsByLink(store);
  return links.map((link) => ({ id: idOf(link), ...link, findings: findings.get(idOf(link))?.size ?? 0 }));
}

/** The links with one end in `inner` and the other in `inner` or `outer`, each once. */
export function linksAmong(
  store: Store,
  graph: Adjacency,
  inner: ReadonlySet<number>,
  outer: ReadonlySet<number>,
  filter: LinkFilter,
): DrawnLink[] {
  const found = new Map<string, DrawnLink>();
  for (const party of inner)
    for (const link of linksOf(store, graph, party, filter)) {
      const other = link.source === party ? link.target : link.source;
      if (inner.has(other) || outer.has(other)) found.set(idOf(link), link);
    }
  return [...found.values()];
}
