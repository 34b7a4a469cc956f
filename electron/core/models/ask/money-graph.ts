import type { Edge } from '../../graph/metrics/graph-lists.ts';
import type { EvidenceReader } from '../model.ts';
import { explainedByContract } from './contracted.ts';
import { type Flow, memoOf, readFlows } from './flows.ts';
import { saysLoan, saysRefund, saysWage } from './memo-words.ts';
import { isMoneyAgent } from './money-agents.ts';

/** 资金网络: who paid whom how much in all. */
export interface MoneyGraph {
  /** parties; their places are the numbers of the edges. What they paid and got decides the order, then their names: never the order of files. */
  readonly parties: readonly number[];
  /** place of a party, undefined where it is none of the graph */
  readonly placeOf: ReadonlyMap<number, number>;
  /** by payer, then payee; weight in fen */
  readonly edges: readonly Edge[];
}

/** Kinds of parties between whom money of the trade moves. */
const members = new Set(['person', 'company', 'org', 'association', 'account']);

/**
 * Whether money of many runs through a party by nature: hospitals, authorities, cash, banks and payment institutions, tax, social insurance,
 * platforms. Such a party joins people who have nothing to do with each other.
 */
export function isHub(evidence: EvidenceReader, party: number): boolean {
  const { kind, role, name } = evidence.party(party);
  return !members.has(kind) || role === 'platform' || (kind !== 'person' && isMoneyAgent(name));
}

/** Every payment of the case that no genuine conference explains, but those of hubs, as one edge for each payer and payee. */
export const readMoneyGraph = (evidence: EvidenceReader): MoneyGraph =>
  evidence.once('money graph', () => {
    const flows = readFlows(evidence);
    const sums: Array<{ payer: number; payee: number; fen: number }> = [];
    const hub = new Map<number, boolean>();
    const isAside = (party: number): boolean => {
      const known = hub.get(party) ?? isHub(evidence, party);
      hub.set(party, known);
      return known;
    };
    for (const payer of flows.payers) {
      evidence.breathe();
      if (isAside(payer)) continue;
      const to = new Map<number, number>();
      for (const { payee, fen, explained } of flows.outOf(payer))
        if (!explained) to.set(payee, (to.get(payee) ?? 0) + fen);
      for (const [payee, fen] of to) if (!isAside(payee)) sums.push({ payer, payee, fen });
    }
    const parties = inOrder(evidence, sums);
    const placeOf = new Map(parties.map((party, place) => [party, place]));
    const edges = sums
      .map(({ payer, payee, fen }) => ({ from: placeOf.get(payer)!, to: placeOf.get(payee)!, weight: fen }))
      .sort((a, b) => a.from - b.from || a.to - b.to);
    return { parties, placeOf, edges };
  });

/** The parties with most money first. */
function inOrder(
  evidence: EvidenceReader,
  sums: ReadonlyArray<{ readonly payer: number; readonly payee: number; readonly fen: number }>,
): number[] {
  const figures = new Map<number, { paid: number; got: number; partners: number }>();
  const of = (party: number) => {
    const known = figures.get(party) ?? { paid: 0, got: 0, partners: 0 };
    figures.set(party, known);
    return known;
  };
  for (const { payer, payee, fen } of sums) {
    const [from, to] = [of(payer), of(payee)];
    from.paid += fen;
    from.partners++;
    to.got += fen;
    to.partners++;
  }
  return [...figures]
    .map(([party, { paid, got, partners }]) => ({ party, paid, got, partners, ...named(evidence, party) }))
    .sort(
      (a, b) =>
        b.paid + b.got - a.paid - a.got ||
        b.paid - a.paid ||
        b.partners - a.partners ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.uid < b.uid ? -1 : 1),
    )
    .map(({ party }) => party);
}

const named = (evidence: EvidenceReader, party: number) => {
  const { name, uid } = evidence.party(party);
  return { name, uid };
};

/** Those of the payments that are neither wages, refunds nor loans by their memo, nor under a contract with results, nor of a genuine conference. */
export function businesslike(evidence: EvidenceReader, flows: readonly Flow[]): Flow[] {
  const open = flows.filter(({ row, explained }) => {
    if (explained) return false;
    const memo = memoOf(evidence, row);
    return !saysWage(memo) && !saysRefund(memo) && !saysLoan(memo);
  });
  const contracted = explainedByContract(evidence, open);
  return open.filter(({ row }) => !contracted.has(row));
}
