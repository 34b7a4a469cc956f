import { createHash } from 'node:crypto';
import type { Bilingual, Measure, SentenceValue } from '../../../shared/protocol/parts.ts';
import type { Store } from './connect.ts';
import { type EvidencePlace, evidencePlaces } from './evidence-places.ts';
import { caseIdOf } from './meta.ts';
import { prepared } from './prepared.ts';
import type { Changed } from './run-changes.ts';

/** 疑点 as a run hands it over. */
export interface NewFinding {
  readonly model: string;
  readonly version: number;
  readonly key: string;
  readonly settings: Readonly<Record<string, number>>;
  readonly severity: number;
  readonly confidence: number;
  readonly params: Readonly<Record<string, SentenceValue>>;
  readonly measures: readonly Measure[];
  readonly fen: number | null;
  readonly subjects: ReadonlyArray<{ readonly role: string; readonly party: number | null; readonly name: string }>;
  readonly rows: ReadonlyArray<{
    readonly row: number;
    readonly field: string;
    readonly role: string;
    readonly note?: Bilingual;
  }>;
}

export interface FindingsWritten {
  readonly added: number;
  readonly gone: number;
  readonly kept: number;
  /** everything that is not as the run before left it */
  readonly changed: readonly Changed[];
}

interface Known {
  readonly id: number;
  readonly gone_run: number | null;
  readonly evidence_sha256: string;
  readonly status: string;
}

/** Findings whose rows are looked up together. */
const TOGETHER = 2_000;

/** `order` of rows that are given twice: what a finding rests on is not also context. */
const rank: Readonly<Record<string, number>> = { evidence: 0, explained: 1, counter: 2, context: 3 };

/**
 * Stores the findings of a run. The same matter (model and key) keeps its number, status and dispositions; a matter that the models in `judged` no
 * longer find is marked as gone, never deleted. What the models in `standing` found stands as it is. Call it inside the transaction of the run.
 */
export function writeFindings(
  store: Store,
  found: readonly NewFinding[],
  run: {
    readonly id: number;
    readonly at: string;
    readonly actor: string;
    readonly judged: readonly string[];
    readonly standing: readonly string[];
  },
): FindingsWritten {
  const known = prepared<[string, string], Known>(
    store,
    'select id, gone_run, evidence_sha256, status from finding where model = ? and key = ?',
  );
  const nextNumber = numbering(store, run.at);
  const seen = new Set<number>();
  const changed: Changed[] = [];
  let added = 0;
  const placesOf = evidencePlaces(store);
  for (let from = 0; from < found.length; from += TOGETHER) {
    const together = found
      .slice(from, from + TOGETHER)
      .map((finding) => ({ ...finding, rows: eachOnce(finding.rows) }));
    const places = placesOf(together.flatMap(({ rows }) => evidenceOf(rows).map(({ row }) => row)));
    for (const finding of together) {
      const before = known.get(finding.model, finding.key);
      const resting = restingOn(finding, places);
      const id = before
        ? update(store, before, finding, resting, run)
        : insert(store, finding, resting, nextNumber(), run);
      if (!before || before.gone_run !== null) added++;
      const change = !before
        ? 'new'
        : before.gone_run !== null
          ? 'back'
          : before.evidence_sha256 !== resting.fingerprint
            ? 'changed'
            : undefined;
      if (change !== undefined) changed.push({ finding: id, model: finding.model, change });
      seen.add(id);
      if (before) dropParts(store, id);
      writeParts(store, id, finding);
      if (before) putAddedRows(store, id);
    }
  }
  const standing = prepared<[], { id: number; model: string }>(
    store,
    'select id, model from finding where gone_run is null',
  ).all();
  const mark = prepared<[number, number]>(store, 'update finding set gone_run = ? where id = ?');
  let gone = 0;
  for (const { id, model } of standing) {
    if (seen.has(id) || !run.judged.includes(model)) continue;
    mark.run(run.id, id);
    changed.push({ finding: id, model, change: 'gone' });
    gone++;
  }
  const again = prepared<[number, string]>(
    store,
    'update finding set last_run = ? where model = ? and gone_run is null',
  );
  const stood = run.standing.reduce((sum, model) => sum + again.run(run.id, model).changes, 0);
  return { added, gone, kept: found.length - added + stood, changed };
}

/** How many findings of a model stand. */
export const countStanding = (store: Store, model: string): number =>
  prepared<[string], { n: number }>(
    store,
    'select count(*) as n from finding where model = ? and gone_run is null',
  ).get(model)!.n;

function insert(
  store: Store,
  finding: NewFinding,
  { fingerprint, first, last }: Resting,
  number: string,
  run: { id: number; at: string },
): number {
  const uid = createHash('sha256')
    .update(`${caseIdOf(store)}\n${finding.model}\n${finding.key}`)
    .digest('hex')
    .slice(0, 32);
  const { lastInsertRowid } = prepared<unknown[]>(
    store,
    `insert into finding(uid, number, model, version, key, settings, severity, confidence, params, measures, fen, first_day, last_day, evidence_sha256, first_run, last_run)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    uid,
    number,
    finding.model,
    finding.version,
    finding.key,
    ...factsOf(finding),
    first,
    last,
    fingerprint,
    run.id,
    run.id,
  );
  return Number(lastInsertRowid);
}

/** A finding that somebody has already dealt with says in its history when its evidence changed. */
function update(
  store: Store,
  before: Known,
  finding: NewFinding,
  { fingerprint, first, last }: Resting,
  run: { id: number; at: string; actor: string },
): number {
  prepared<unknown[]>(
    store,
    `update finding set version = ?, settings = ?, severity = ?, confidence = ?, params = ?, measures = ?, fen = ?, first_day = ?, last_day = ?,
       evidence_sha256 = ?, last_run = ?, gone_run = null where id = ?`,
  ).run(finding.version, ...factsOf(finding), first, last, fingerprint, run.id, before.id);
  if (before.status !== 'open' && before.evidence_sha256 !== fingerprint)
    prepared<unknown[]>(
      store,
      'insert into disposition(finding, at, actor, from_status, to_status, reason_code, reason, counter) values (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(before.id, run.at, run.actor, before.status, before.status, 'evidence-changed', '', '');
  return before.id;
}

const factsOf = (finding: NewFinding): unknown[] => [
  JSON.stringify(finding.settings),
  finding.severity,
  finding.confidence,
  JSON.stringify(finding.params),
  JSON.stringify(finding.measures),
  finding.fen,
];

/** YD-2026-000123: the year of the run, one running number over the whole case. The last one is looked up once: nobody else numbers meanwhile. */
function numbering(store: Store, at: string): () => string {
  const year = at.slice(0, 4);
  let last: number | undefined;
  return () => {
    last ??=
      prepared<[], { last: number | null }>(
        store,
        "select max(cast(substr(number, length('YD-2026-') + 1) as integer)) as last from finding",
      ).get()?.last ?? 0;
    last++;
    return `YD-${year}-${String(last).padStart(6, '0')}`;
  };
}

function dropParts(store: Store, finding: number): void {
  prepared<[number]>(store, 'delete from finding_subject where finding = ?').run(finding);
  prepared<[number]>(store, 'delete from finding_row where finding = ?').run(finding);
}

function writeParts(store: Store, finding: number, { subjects, rows }: NewFinding): void {
  const subject = prepared<[number, number, string, number | null, string]>(
    store,
    'insert into finding_subject(finding, pos, role, party, name) values (?, ?, ?, ?, ?)',
  );
  for (const [pos, { role, party, name }] of subjects.entries()) subject.run(finding, pos, role, party, name);
  const row = prepared<[number, number, string, string, string | null]>(
    store,
    'insert into finding_row(finding, row, field, role, note) values (?, ?, ?, ?, ?)',
  );
  for (const each of rows)
    row.run(finding, each.row, each.field, each.role, each.note ? JSON.stringify(each.note) : null);
}

/** Rows that people added are shown again, as far as the model does not name them itself. */
function putAddedRows(store: Store, finding: number): void {
  prepared<[number]>(
    store,
    `insert or ignore into finding_row(finding, row, field, role, note)
     select finding, row, field, 'context', note from finding_added_row where finding = ?`,
  ).run(finding);
}

type Rows = NewFinding['rows'];

const eachOnce = (rows: Rows): Rows => [
  ...new Map(
    rows.toSorted((a, b) => rank[b.role]! - rank[a.role]!).map((row) => [`${row.row} ${row.field}`, row]),
  ).values(),
];

const evidenceOf = (rows: Rows): Rows => rows.filter(({ role }) => role === 'evidence');

/** What a finding rests on: its first and last day, and a SHA-256 over the places of its evidence. */
interface Resting {
  readonly first: string | null;
  readonly last: string | null;
  /** over file digest, sheet, row and field: the same files give the same print in any case */
  readonly fingerprint: string;
}

function restingOn({ rows }: NewFinding, places: ReadonlyMap<number, EvidencePlace>): Resting {
  let first: string | null = null;
  let last: string | null = null;
  const lines: string[] = [];
  for (const { row, field } of evidenceOf(rows)) {
    const place = places.get(row);
    if (!place) throw new Error('a finding rests on a row that does not exist');
    const { n, sheet, day } = place;
    lines.push(`${sheet},${n},${JSON.stringify(field)}]`);
    if (day === undefined) continue;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  return { first, last, fingerprint: createHash('sha256').update(lines.sort().join('\n')).digest('hex') };
}
