import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';

export type Hit = Answer<'search'>['hits'][number];

/** The groups of results, in the order in which they are offered: people and organisations before things. */
export const hitKinds = ['party', 'identifier', 'finding', 'amount', 'day', 'conference', 'thing', 'text'] as const;
export type HitKind = (typeof hitKinds)[number];

/** A finding opens as itself, a cell or a booking in its sheet, everything else at the party. */
export function openHit(hit: Hit): boolean {
  if (hit.finding !== null) go('findings', { finding: hit.finding });
  else if (hit.party && hit.kind !== 'text' && hit.kind !== 'amount') go('party', { id: hit.party.id });
  else return openSource(hit);
  return true;
}

/** The party among its links, the finding with its parties; nothing for what has neither. */
export function openInGraph(hit: Hit): boolean {
  if (hit.finding !== null) go('graph', { finding: hit.finding });
  else if (hit.party) go('graph', { party: hit.party.id });
  else return false;
  return true;
}

/** The cell in its sheet; nothing for what has many. */
export function openSource({ source }: Hit): boolean {
  if (source) go('source', { rowId: source.rowId, field: source.field });
  return source !== null;
}

/** What Enter does with a hit: alone, with Shift, with Ctrl. */
export const openerFor = (event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): ((hit: Hit) => boolean) =>
  event.shiftKey ? openInGraph : event.ctrlKey || event.metaKey ? openSource : openHit;
