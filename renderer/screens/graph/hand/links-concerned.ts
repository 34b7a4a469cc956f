import type { GraphLink } from '../../../../shared/protocol/graph.requests.ts';
import type { ActionContext } from '../actions/action.ts';

/**
 * The links in sight whose rows may become evidence, the largest first: those that are selected or pointed to; of two or more parties those
 * between them; of one party, or of several without a link between them, all of theirs.
 */
export function linksConcerned({ graph, party, links, parties }: ActionContext): GraphLink[] {
  const inSight = graph.links.filter(({ id }) => graph.shown.links.has(id));
  const pointed = new Set(party === null ? links : []);
  const chosen = new Set(parties);
  const between = inSight.filter(({ source, target }) => chosen.has(source) && chosen.has(target));
  const around = inSight.filter(({ source, target }) => chosen.has(source) || chosen.has(target));
  const first = [inSight.filter(({ id }) => pointed.has(id)), between, around].find((each) => each.length > 0) ?? [];
  return first.toSorted((a, b) => (b.fen ?? -1) - (a.fen ?? -1) || b.rows - a.rows);
}

/** Whom a finding about them is about: the selected parties, else the two sides of the largest link. */
export function partiesConcerned({ parties }: ActionContext, links: readonly GraphLink[]): number[] {
  if (parties.length > 0) return parties.slice(0, 50);
  return [...new Set(links.flatMap(({ source, target }) => [source, target]))].slice(0, 50);
}
