import { drawnAs } from '../../../shared/ontology/index.ts';
import type { TagId } from '../../../shared/ontology/tags.ts';
import type { FindingRow } from '../../../shared/protocol/findings.requests.ts';
import { bandOf, type StoredFinding } from '../store/read-findings.ts';
import type { TriageState } from './triage-state.ts';

/** A finding as every list shows it, with its tags and how far its handling is. */
export const findingRow = (
  finding: StoredFinding,
  tags: readonly TagId[],
  { review, suppressedUntil }: TriageState,
): FindingRow => ({
  id: finding.id,
  number: finding.number,
  model: finding.model,
  severity: finding.severity,
  band: bandOf(finding),
  confidence: finding.confidence,
  params: { ...finding.params },
  subjects: finding.subjects.map(({ role, party, name, kind, partyRole }) => ({
    role,
    party,
    name,
    kind,
    drawnAs: kind === null ? null : drawnAs(kind, partyRole),
  })),
  fen: finding.fen,
  firstDay: finding.firstDay,
  lastDay: finding.lastDay,
  rows: finding.rows,
  explainedRows: finding.explainedRows,
  ...(finding.manualRows > 0 && { manualRows: finding.manualRows }),
  status: finding.status,
  tags: [...tags],
  assignee: finding.assignee,
  due: finding.due,
  review,
  suppressedUntil,
  gone: finding.gone,
  updatedAt: finding.updatedAt,
});
