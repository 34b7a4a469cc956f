import type { EvidenceReader } from '../model.ts';
import { readAliases } from './org-aliases.ts';

/** One bidder in one lot; of several lines of one bidder the winning one, else the lowest offer. Money in fen. */
export interface Bid {
  readonly row: number;
  readonly tender: number;
  readonly bidder: number;
  readonly name: string;
  readonly day: string;
  readonly buyer: number | null;
  readonly agency: number | null;
  readonly ceiling: number | null;
  readonly fen: number | null;
  readonly award: number | null;
  /** the award stands in a cell of its own */
  readonly awardWritten: number;
  readonly winner: number | null;
  readonly legalRep: number | null;
  readonly contact: number | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly ip: string | null;
  readonly mac: string | null;
  readonly author: string | null;
  readonly depositAccount: string | null;
  readonly depositPayer: number | null;
}

/** 标段: a tender party with everybody who bid for it, by uid. */
export interface Lot {
  readonly tender: number;
  readonly uid: string;
  readonly name: string;
  readonly day: string;
  readonly bids: readonly Bid[];
}

/** Lots with their bidders, short names under the firm of the register; by day, then uid. Announcements without bidders are none. */
export const readLots = (evidence: EvidenceReader): readonly Lot[] => evidence.once('lots', () => gatherLots(evidence));

function gatherLots(evidence: EvidenceReader): Lot[] {
  const canonical = readAliases(evidence);
  const bids = evidence
    .all<Bid>(
      `select row, tender, bidder, coalesce(name, tender_no, '') as name, day, buyer, agency, ceiling_fen as ceiling, fen, award_fen as award,
              award_written as awardWritten, winner, legal_rep as legalRep, contact, phone, address, ip, mac, file_author as author,
              deposit_account as depositAccount, deposit_payer as depositPayer
       from bid where bidder is not null and tender is not null order by row`,
    )
    .map((bid) => ({ ...bid, bidder: canonical(bid.bidder) }));
  const uid = (party: number) => evidence.party(party).uid;
  return [...Map.groupBy(bids, ({ tender }) => tender)]
    .map(([tender, all]): Lot => {
      const each = [...Map.groupBy(all, ({ bidder }) => bidder).values()].map((own) => own.toSorted(byWorth)[0]!);
      return {
        tender,
        uid: uid(tender),
        name: evidence.party(tender).name,
        day: all.map(({ day }) => day).sort()[0]!,
        bids: each.sort((a, b) => (uid(a.bidder) < uid(b.bidder) ? -1 : 1)),
      };
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1));
}

const byWorth = (a: Bid, b: Bid): number =>
  (b.winner ?? 0) - (a.winner ?? 0) ||
  (a.fen ?? Number.MAX_SAFE_INTEGER) - (b.fen ?? Number.MAX_SAFE_INTEGER) ||
  a.row - b.row;

/** Who won a lot; undefined where no line says so, or several do. */
export function winnerOf({ bids }: Pick<Lot, 'bids'>): number | undefined {
  const winners = bids.filter(({ winner }) => winner === 1);
  return winners.length === 1 ? winners[0]!.bidder : undefined;
}
