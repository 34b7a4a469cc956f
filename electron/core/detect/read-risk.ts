import { isThing } from '../../../shared/ontology/kind.ts';
import { modelOf } from '../models/of-case.ts';
import type { Store } from '../store/connect.ts';
import { evidenceByFinding } from '../store/finding-money.ts';
import { readFindings, type StoredFinding, stands } from '../store/read-findings.ts';
import { type RiskScore, riskScore, type ScoredFinding } from './risk-score.ts';

export interface PartyRisk extends RiskScore {
  readonly party: number;
  readonly name: string;
  readonly findings: readonly StoredFinding[];
}

/** 对手方 counts less than the party a finding is about. */
const COUNTERPARTY = 0.6;

/**
 * The score of every party that a standing finding names, the highest first. A conference is no party of risk: whoever holds and sponsors it is
 * named by the same finding.
 */
export function readRisk(store: Store): PartyRisk[] {
  const evidence = evidenceByFinding(store);
  const byParty = new Map<number, { name: string; list: Array<{ finding: StoredFinding; scored: ScoredFinding }> }>();
  for (const finding of readFindings(store).filter(stands)) {
    const model = modelOf(store, finding.model);
    // nobody but models scores: whoever makes a finding by hand chooses its weight
    if (!model || model.weight === 0) continue;
    const { rows, categories } = evidence.get(finding.id) ?? { rows: [], categories: new Set<string>() };
    const { id, severity, confidence } = finding;
    const { family, weight } = model;
    // the first subject is what the finding is about; where that is a conference or another thing, nobody is
    const about = isThing(finding.subjects[0]?.kind ?? null) ? null : finding.subjects[0]?.party;
    const named = new Set<number>();
    for (const { party, name, kind } of finding.subjects) {
      if (party === null || kind === null || isThing(kind) || named.has(party)) continue;
      named.add(party);
      const scored = {
        id,
        family,
        weight,
        severity,
        confidence,
        role: party === about ? 1 : COUNTERPARTY,
        rows,
        categories,
      };
      const known = byParty.get(party) ?? { name, list: [] };
      byParty.set(party, known);
      known.list.push({ finding, scored });
    }
  }
  return [...byParty]
    .map(([party, { name, list }]) => ({
      party,
      name,
      findings: list.map(({ finding }) => finding),
      ...riskScore(list.map(({ scored }) => scored)),
    }))
    .sort((a, b) => b.raw - a.raw || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.party - b.party));
}
