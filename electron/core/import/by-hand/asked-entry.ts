import type { Asked } from '../../../../shared/protocol/requests.ts';
import { Stop } from '../../request.ts';
import type { Store } from '../../store/connect.ts';
import { anchorOf, type EntryKind } from '../../store/manual-entries.ts';

/** What is typed as a sheet of: a record of its own kind, parties and links of theirs. */
export const categoryOf = (what: EntryKind, category: string | undefined): string =>
  what === 'record' ? (category ?? '') : `manual_${what}`;

/**
 * The texts of an entry as they go into its document. The two ends of a link are named by the case's own parties: names alone would
 * not say who is meant. Leaves with Problem manual.ends-needed or party.not-found.
 */
export function askedEntry(
  store: Store,
  { what, category, values, from, to }: Asked<'manual.check'>,
): { what: EntryKind; category: string; values: Record<string, string> } {
  const asked = { what, category: categoryOf(what, category) };
  if (what !== 'link') return { ...asked, values };
  if (from === undefined || to === undefined || from === to) throw new Stop({ code: 'manual.ends-needed' });
  const [source, target] = [endOf(store, from), endOf(store, to)];
  return {
    ...asked,
    values: {
      ...values,
      from_name: source.name,
      to_name: target.name,
      from_mention: String(source.mention),
      to_mention: String(target.mention),
    },
  };
}

function endOf(store: Store, party: number) {
  const end = anchorOf(store, party);
  if (!end) throw new Stop({ code: 'party.not-found', params: { id: party } });
  return end;
}
