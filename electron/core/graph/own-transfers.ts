import ownTransfer from '../../../shared/ontology/own-transfer.ts';
import type { Store } from '../store/connect.ts';
import { drawingOf } from '../store/drawings.ts';
import { prepared } from '../store/prepared.ts';
import { linksWithin, type Within } from './links-within.ts';
import { type DrawnLink, type LinkFilter, passes } from './party-links.ts';

const kept = new WeakMap<Store['db'], { readonly stamp: string; readonly byParty: ReadonlyMap<number, DrawnLink> }>();

/** What every party moved between its own accounts; read once for each drawing of the links. */
function byParty(store: Store): ReadonlyMap<number, DrawnLink> {
  const stamp = drawingOf(store);
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.byParty;
  const found = prepared<[], Omit<DrawnLink, 'kind'>>(
    store,
    `select payer as source, payer as target, count(*) as rows, sum(fen) as fen, min(day) as first, max(day) as last
     from own_transfer group by payer`,
  ).all();
  const links = new Map(found.map((link) => [link.source, { kind: ownTransfer.id, ...link }]));
  kept.set(store.db, { stamp, byParty: links });
  return links;
}

/** The loops of these parties that pass the filter, with the figures of its period. */
export function ownTransfers(store: Store, parties: Iterable<number>, filter: LinkFilter): DrawnLink[] {
  const all = byParty(store);
  const links = [...parties].flatMap((party) => all.get(party) ?? []);
  const { from, to, undated = true } = filter;
  const within: Within = { from, to, undated };
  const isAll = from === undefined && to === undefined && undated;
  return (isAll ? links : linksWithin(store, links, within)).filter((link) => passes(link, filter));
}
