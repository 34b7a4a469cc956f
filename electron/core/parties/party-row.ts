import type { PartyRow } from '../../../shared/protocol/parties.requests.ts';
import type { Store } from '../store/connect.ts';
import { isByHand } from '../store/manual-rows.ts';
import { identityLine, partyCard } from '../store/party-cards.ts';
import { prepared } from '../store/prepared.ts';
import { tagIndex } from '../tags/tag-index.ts';

/** A party as lists show it. Leaves with Problem party.not-found. */
export function partyRow(store: Store, id: number): PartyRow {
  const { degree, severity, ...card } = partyCard(store, id);
  return {
    ...card,
    aliases: aliasesOf(store, id, card.name),
    identity: identityLine(store, card),
    tags: [...tagIndex(store).of(card)],
    ...(isByHand(store, id) && { byHand: true }),
  };
}

const MOST_ALIASES = 20;

/** Other ways in which cells write the name. */
const aliasesOf = (store: Store, id: number, name: string): string[] =>
  prepared<[number, string, number], { name: string }>(
    store,
    `select distinct name from mention where party = ? and name <> ? and kind <> 'account' order by name limit ?`,
  )
    .all(id, name, MOST_ALIASES)
    .map((row) => row.name);
