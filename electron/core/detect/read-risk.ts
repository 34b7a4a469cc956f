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
 * The score of every party that a standing finding is about or names as counterparty, the highest first, with all standing findings that name
 * it. A conference is no party of risk: whoever holds and sponsors it is named by the same finding. Nor is the hospital a finding about one of
 * its people happened at: else a large hospital would be of high risk for what a few of a thousand doctors did.
 */
export function readRisk(store: Store): PartyRisk[] {
  const evidence = evidenceByFinding(store);
  const byParty = new Map<
    number,
    { name: string; list: Array<{ finding: StoredFinding; scored: ScoredFinding | null }> }
  >();
  for (const finding of readFindings(store).filter(stands)) {
    const model = modelOf(store, finding.model);
    // nobody but models scores: whoever makes a finding by hand chooses its weight
    if (!model || model.weight === 0) continue;
    const { rows, categories } = evidence.get(finding.id) ?? { rows: [], categories: new Set<string>() };
    const { id, severity, confidence } = finding;
    const { family, weight } = model;
    // the first subject is what the finding is about; where that is a conference or another thing, nobody is
    const [first] = finding.subjects;
    const about = isThing(first?.kind ?? null) ? null : first?.party;
    const named = new Set<number>();
    for (const { party, name, kind, role } of finding.subjects) {
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
      const isPlace = role === 'hospital' && first?.kind === 'person';
      known.list.push({ finding, scored: isPlace ? null : scored });
    }
  }
  return [...byParty]
    .map(([party, { name, list }]) => ({
      party,
      name,
      findings: list.map(({ finding }) => finding),
      ...riskScore(list.flatMap(({ scored }) => scored ?? [])),
    }))
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => b.raw - a.raw || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.party - b.party));
}
