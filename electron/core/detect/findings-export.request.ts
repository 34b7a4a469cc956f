import { sentence } from '../../../shared/evidence/sentence.ts';
import { carries } from '../../../shared/ontology/tags.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { modelOf } from '../models/of-case.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { readFindings, type StoredFinding } from '../store/read-findings.ts';
import { readLastRuns } from '../store/write-run.ts';
import { findingTags } from '../tags/finding-tags.ts';
import { asModelRun } from './run-models.ts';

type Exported = Answer<'findings.export'>['findings'][number];

/**
 * Every finding that stands in the last run, or those that carry the tags asked for, with every row it rests on and the cell of its figure. Of one payment all copies are listed: the
 * line in the statement of the other side, and the ledger line or the booking beside it.
 */
export default answerInCase('findings.export', ({ lang, tags }, { openCase }) => {
  const { store } = openCase;
  const place = placeReader(store);
  const rowsOf = citedRows(store);
  const tagsOf = findingTags(store);
  const all = readFindings(store).filter(({ gone }) => !gone);
  const findings = all
    .filter((finding) => carries(tagsOf(finding), tags))
    .map((finding): Exported => {
      const rows = rowsOf(finding);
      return {
        id: String(finding.id),
        number: finding.number,
        model: finding.model,
        severity: finding.severity,
        confidence: finding.confidence,
        status: finding.status,
        tags: tagsOf(finding),
        summary: sentence(
          modelOf(store, finding.model)?.summary ?? { zh: finding.model, en: finding.model },
          finding.params,
          lang,
        ),
        subjects: finding.subjects.map(({ party, role, name }) => ({
          party: party === null ? null : String(party),
          role,
          name,
        })),
        amountFen: finding.fen === null ? null : String(finding.fen),
        firstDay: finding.firstDay,
        lastDay: finding.lastDay,
        ...(finding.manualRows > 0 && { manualRows: finding.manualRows }),
        evidence: rows.filter(({ role }) => role === 'evidence').map(place),
        explained: rows.filter(({ role }) => role === 'explained').map(place),
      };
    });
  return ok({
    runs: readLastRuns(store).map(({ run: _run, at: _at, ...outcome }) => asModelRun(outcome)),
    all: all.length,
    findings,
  });
});

interface Cited {
  readonly row: number;
  readonly field: string;
  readonly role: string;
}

/** The rows of a finding with the copies of their payments, by row. */
function citedRows(store: Store): (finding: StoredFinding) => Cited[] {
  const own = prepared<[number], Cited>(
    store,
    "select row, field, role from finding_row where finding = ? and role in ('evidence', 'explained') order by row, field",
  );
  const copies = prepared<[{ row: number }], { row: number }>(
    store,
    `select row from rec_bank_flow where mirror_of = @row
     union select ledger_row from same_money where bank_row = @row union select bank_row from same_money where ledger_row = @row
     union select f.row from same_money m join rec_bank_flow f on f.mirror_of = m.bank_row where m.ledger_row = @row order by 1`,
  );
  return ({ id }) => {
    const rows = own.all(id);
    const known = new Set(rows.map(({ row }) => row));
    for (const { row, field, role } of rows) {
      if (field !== 'amount') continue;
      for (const copy of copies.all({ row })) {
        if (known.has(copy.row)) continue;
        known.add(copy.row);
        rows.push({ row: copy.row, field: 'amount', role });
      }
    }
    return rows.sort((a, b) => a.row - b.row || (a.field < b.field ? -1 : 1));
  };
}

function placeReader(store: Store): (cited: Cited) => Exported['evidence'][number] {
  const read = valueReader(store);
  return ({ row, field }) => {
    const { source } = read(row, field);
    return { file: source.file, sheet: source.sheet, row: source.row, field, cell: source.cell };
  };
}
