import type { GraphLink, GraphNode, Subgraph } from '../../../shared/protocol/graph.requests.ts';
import type { Store } from '../store/connect.ts';
import { isByHand, manualParts } from '../store/manual-rows.ts';
import { countMentions, detailLine, isRuledOut, partyCard, postOf } from '../store/party-cards.ts';
import { countNotes } from '../store/party-notes.ts';
import { inferredState } from '../store/relation-states.ts';
import { tagIndex } from '../tags/tag-index.ts';
import type { Adjacency } from './adjacency.ts';
import { findingsByLink } from './link-findings.ts';
import { ownTransfers } from './own-transfers.ts';
import { type DrawnLink, idOf, type LinkFilter, linksOf } from './party-links.ts';

/** A party as a node. Leaves with Problem party.not-found. */
export function nodeOf(store: Store, id: number): GraphNode {
  const card = partyCard(store, id);
  const post = card.kind === 'person' ? postOf(store, id) : null;
  const { employer } = post ?? {};
  const notes = countNotes(store, id);
  const mentions = countMentions(store, id);
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
    tags: [...tagIndex(store).of(card)],
    ...(post?.dept && { dept: post.dept }),
    ...(card.findings === 0 && isRuledOut(store, id) && { ruledOut: true as const }),
    ...(isByHand(store, id) && { byHand: true }),
    ...(mentions > 0 && { mentions }),
    ...(notes > 0 && { notes }),
    group: employer && (employer.kind === 'hospital' || employer.kind === 'department') ? employer.id : null,
  };
}

/** Nodes and links as the chart takes them. */
export function subgraphOf(store: Store, parties: Iterable<number>, links: readonly DrawnLink[]): Subgraph {
  return { nodes: [...parties].map((id) => nodeOf(store, id)), links: graphLinks(store, links) };
}

export function graphLinks(store: Store, links: readonly DrawnLink[]): GraphLink[] {
  const findings = findingsByLink(store);
  const manual = manualParts(store);
  return links.map((link) => {
    const id = idOf(link);
    const part = manual.get(id);
    const inferred = inferredState(store, link.kind, id);
    return {
      id,
      ...link,
      findings: findings.get(id)?.size ?? 0,
      ...(part && { manual: { ...part } }),
      ...(inferred && { inferred }),
    };
  });
}

/** The links with one end in `inner` and the other in `inner` or `outer`, each once, and what those in `inner` moved between their own accounts. */
export function linksAmong(
  store: Store,
  graph: Adjacency,
  inner: ReadonlySet<number>,
  outer: ReadonlySet<number>,
  filter: LinkFilter,
): DrawnLink[] {
  const found = new Map<string, DrawnLink>();
  for (const party of inner)
    for (const link of linksOf(store, graph, party, filter, (other) => inner.has(other) || outer.has(other)))
      found.set(idOf(link), link);
  return [...found.values(), ...ownTransfers(store, inner, filter)];
}
