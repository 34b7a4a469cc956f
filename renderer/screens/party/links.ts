import { linkKind } from '../../../shared/ontology/index.ts';
import { tieRank } from '../../../shared/ontology/tie-rank.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';

export type Party = Answer<'party.read'>;
export type PartyMoney = Answer<'party.money'>;
export type PartyEvent = Answer<'party.timeline'>['events'][number];
export type Direction = 'in' | 'out';
/** One link of the subject, with the way it runs as seen from the subject. */
export type PartyLink = Party['in'][number] & { readonly direction: Direction };

const directed = (party: Party, direction: Direction): PartyLink[] =>
  party[direction].map((link) => ({ ...link, direction }));

/** Links that carry money: bank statements first, then what ledgers say; the kinds are listed apart and never added up. */
export function moneyOf(party: Party, direction: Direction): PartyLink[] {
  const rank = { moved: 0, booked: 1 } as const;
  const rankOf = ({ kind }: PartyLink) => {
    const money = linkKind(kind)?.money ?? null;
    return money === null ? 2 : rank[money];
  };
  return directed(party, direction)
    .filter((link) => rankOf(link) < 2)
    .sort(
      (a, b) => rankOf(a) - rankOf(b) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : (b.fen ?? 0) - (a.fen ?? 0)),
    );
}

/** Links without money by kind: relatives and posts before contracts and meetings. */
export const otherOf = (party: Party): PartyLink[] =>
  [...directed(party, 'out'), ...directed(party, 'in')]
    .filter(({ kind }) => (linkKind(kind)?.money ?? null) === null)
    .sort(
      (a, b) => tieRank(a.kind) - tieRank(b.kind) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : b.rows - a.rows),
    );

/** The link as the core is asked for its rows: from payer to payee. */
export const linkAsked = (party: Party, { kind, party: other, direction }: PartyLink) =>
  direction === 'in' ? { kind, source: other.id, target: party.id } : { kind, source: party.id, target: other.id };

/** Names one link among those of a subject. */
export const linkKey = ({ party, kind, direction }: PartyLink): string => `${direction} ${kind} ${party.id}`;
