import { sentence } from '../../../shared/evidence/sentence.ts';
import type { SentenceValue } from '../../../shared/protocol/parts.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { models } from '../models/index.ts';
import { answerInCase } from '../request.ts';
import { valueReader } from '../store/place.ts';

type Exported = Answer<'findings.export'>['findings'][number];
type Run = Answer<'findings.export'>['runs'][number];

interface Line {
  id: number;
  number: string;
  model: string;
  severity: Exported['severity'];
  confidence: number;
  status: Exported['status'];
  params: string;
  fen: number | null;
  first_day: string | null;
  last_day: string | null;
}

/** Every finding that stands, with every row it rests on and the cell of its figure. */
export default answerInCase('findings.export', ({ lang }, { openCase }) => {
  const { store } = openCase;
  const summaries = new Map(models.map((model) => [model.id, model.summary]));
  const subjects = store.db.prepare('select party, role, name from finding_subject where finding = ? order by pos');
  const rows = store.db.prepare('select row, field, role from finding_row where finding = ? order by row, field');
  const place = valueReader(store);
  const lines = store.db.prepare('select * from finding where gone_run is null order by number').all() as Line[];
  const findings = lines.map((line): Exported => {
    const evidence: Exported['evidence'] = [];
    const explained: Exported['explained'] = [];
    for (const { row, field, role } of rows.all(line.id) as Array<{ row: number; field: string; role: string }>) {
      const into = role === 'evidence' ? evidence : role === 'explained' ? explained : undefined;
      if (!into) continue;
      const { source } = place(row, field);
      into.push({ file: source.file, sheet: source.sheet, row: source.row, field, cell: source.cell });
    }
    const params = JSON.parse(line.params) as Record<string, SentenceValue>;
    return {
      id: String(line.id),
      number: line.number,
      model: line.model,
      severity: line.severity,
      confidence: line.confidence,
      status: line.status,
      summary: sentence(summaries.get(line.model) ?? { zh: line.model, en: line.model }, params, lang),
      subjects: (subjects.all(line.id) as Array<{ party: number | null; role: string; name: string }>).map((s) => ({
        ...s,
        party: s.party === null ? null : String(s.party),
      })),
      amountFen: line.fen === null ? null : String(line.fen),
      firstDay: line.first_day,
      lastDay: line.last_day,
      evidence,
      explained,
    };
  });
  const ran = store.db
    .prepare('select * from run_model where run = (select max(id) from run) order by model')
    .all() as Array<Omit<Run, 'missing'> & { missing: string }>;
  const runs = ran.map(
    ({ model, version, status, missing, note, examined, findings: found, ms }): Run => ({
      missingWords: (JSON.parse(missing) as Array<{ words: Run['missingWords'][number] }>).map(({ words }) => words),
      model,
      version,
      status,
      missing: (JSON.parse(missing) as Array<{ id: string }>).map(({ id }) => id),
      note,
      examined,
      findings: found,
      ms,
    }),
  );
  return ok({ runs, findings });
});
