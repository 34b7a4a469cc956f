import ownTransfer from '../../../shared/ontology/own-transfer.ts';
import type { Store } from '../store/connect.ts';
import { linksWithin, type Within } from './links-within.ts';
import { ownFigures } from './own-figures.ts';
import { type DrawnLink, type LinkFilter, passes } from './party-links.ts';

/** The loops of these parties that pass the filter, with the figures of its period. */
export function ownTransfers(store: Store, parties: Iterable<number>, filter: LinkFilter): DrawnLink[] {
  const own = ownFigures(store);
  const links = [...parties].flatMap((party): DrawnLink[] => {
    const figures = own.get(party);
    return figures ? [{ kind: ownTransfer.id, source: party, target: party, ...figures }] : [];
  });
  const { from, to, undated = true } = filter;
  const within: Within = { from, to, undated };
  const isAll = from === undefined && to === undefined && undated;
  return (isAll ? links : linksWithin(store, links, within)).filter((link) => passes(link, filter));
}
