import { addDays } from '../../../../shared/evidence/day.ts';
import type { EvidenceReader } from '../model.ts';
import { isShareAtLeast } from './exact.ts';
import { readAliases } from './org-aliases.ts';
import { isPersonName, keyOfPerson } from './person-names.ts';

/** A payment that a contract may speak for. */
export interface Payable {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
}

interface Contract {
  readonly row: number;
  readonly partyA: number;
  readonly partyB: number;
  readonly fen: number | null;
  readonly from: string;
  readonly to: string | null;
}

/** Services that leave something to show: 咨询、临床研究、讲者协议、推广服务. */
const services = ['consulting_agreement', 'clinical_research', 'speaker_agreement', 'promotion_service'];
/** Paid ahead or settled late. */
const DAYS_AROUND = 90;
/** A contract that states no end is taken to run for a year. */
const USUAL_TERM = 365;
/** Rounding and small extras. */
const MOST = 1.05;

/**
 * 合同可解释的付款: payment row → row of the contract that accounts for it. A contract of services with a deliverable or an approval number accounts
 * for payments between its two parties within its term and 90 days around it, up to 1.05 of its amount in all, the earliest first. A
 * person is known to a contract by name alone: beside the same company the same name is enough to explain, never to accuse.
 */
export function explainedByContract(evidence: EvidenceReader, payments: readonly Payable[]): Map<number, number> {
  const explained = new Map<number, number>();
  const contracts = readServices(evidence);
  if (contracts.length === 0) return explained;
  const canonical = readAliases(evidence);
  const side = (party: number): string => {
    const { name, kind } = evidence.party(party);
    return kind === 'person' && isPersonName(name) ? keyOfPerson(name) : String(canonical(party));
  };
  const wanted = new Set(contracts.flatMap(({ partyA, partyB }) => [pairOf(side(partyA), side(partyB))]));
  const byPair = new Map<string, Payable[]>();
  for (const payment of payments) {
    const pair = pairOf(side(payment.payer), side(payment.payee));
    if (!wanted.has(pair)) continue;
    const known = byPair.get(pair);
    if (known) known.push(payment);
    else byPair.set(pair, [payment]);
  }
  for (const list of byPair.values()) list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.fen - b.fen));
  for (const { row, partyA, partyB, fen, from, to } of contracts) {
    const [first, last] = [addDays(from, -DAYS_AROUND), addDays(to ?? addDays(from, USUAL_TERM), DAYS_AROUND)];
    let total = 0;
    for (const payment of byPair.get(pairOf(side(partyA), side(partyB))) ?? []) {
      if (explained.has(payment.row) || payment.day < first || payment.day > last) continue;
      if (fen !== null && !isShareAtLeast(Math.round(fen * MOST), total + payment.fen, 1)) continue;
      total += payment.fen;
      explained.set(payment.row, row);
    }
  }
  return explained;
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const readServices = (evidence: EvidenceReader): readonly Contract[] =>
  evidence.once('contracts of services', () =>
    evidence.all<Contract>(
      `select row, party_a as partyA, party_b as partyB, fen, coalesce(valid_from, day) as "from", valid_to as "to" from contract
       where type in ('${services.join("','")}') and (deliverable is not null or approval_no is not null) and party_a <> party_b
       order by coalesce(valid_from, day), fen, contract_no, row`,
    ),
  );
