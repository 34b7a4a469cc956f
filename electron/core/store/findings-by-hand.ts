import { randomUUID } from 'node:crypto';
import { handModel } from '../../../shared/ontology/hand-finding.ts';
import type { Bilingual } from '../../../shared/protocol/parts.ts';
import { Stop } from '../request.ts';
import type { Store } from './connect.ts';
import { readFindingMoney } from './finding-money.ts';
import { mentionsWith, namesakesOf, wordsOf } from './mention-words.ts';
import { partyCard } from './party-cards.ts';
import { prepared } from './prepared.ts';
import { readFinding, type StoredFinding } from './read-findings.ts';
import { recordOfCategory } from './records/index.ts';
import { type NewFinding, writeFindings } from './write-findings.ts';
import { writeHandRun } from './write-run.ts';

/** Who does it, and when. */
export interface Deed {
  /** ISO instant */
  readonly at: string;
  readonly actor: string;
}

/** A row as it is cited: `field` names the cell that carries the figure. */
export interface HandRow {
  readonly row: number;
  readonly field: string;
}

/** What a person says a finding made by hand is. */
export interface HandFinding {
  readonly title: string;
  readonly reason: string;
  readonly severity: 1 | 2 | 3;
  /** party ids, whom it is about first */
  readonly parties: readonly number[];
  readonly rows: readonly HandRow[];
}

/** Writes a finding that a person put together and gives it back. Leaves with Problem party.not-found. */
export function makeFinding(store: Store, { title, reason, severity, parties, rows }: HandFinding, deed: Deed) {
  const finding: NewFinding = {
    model: handModel,
    version: 1,
    key: randomUUID(),
    settings: {},
    severity,
    confidence: 1,
    params: { title: { type: 'text', value: title }, reason: { type: 'text', value: reason } },
    measures: [],
    fen: 0,
    subjects: parties.map((party) => ({ role: 'named', party, name: partyCard(store, party).name })),
    rows: rows.map((row) => ({ ...row, role: 'evidence' })),
  };
  const id = write(store, finding, deed);
  const sides = parties.map((party) => wordsOf(store, namesakesOf(store, party)));
  prepared<[number, string, string, string]>(
    store,
    'insert into finding_by_hand(finding, sides, at, actor) values (?, ?, ?, ?)',
  ).run(id, JSON.stringify(sides), deed.at, deed.actor);
  return readFinding(store, id);
}

/** Whether a person put it together. */
export const isByHand = ({ model }: Pick<StoredFinding, 'model'>): boolean => model === handModel;

/** Who made a finding by hand and when, and who took it back; null: a model found it. */
export function handNote(store: Store, finding: number): (Deed & { removed: Deed | null }) | null {
  const row = prepared<[number], Deed & { removedAt: string | null; removedBy: string | null }>(
    store,
    'select at, actor, removed_at as removedAt, removed_by as removedBy from finding_by_hand where finding = ?',
  ).get(finding);
  if (!row) return null;
  const { removedAt, removedBy, ...made } = row;
  return { ...made, removed: removedAt === null ? null : { at: removedAt, actor: removedBy ?? '' } };
}

/** Lays rows beside a finding; gives those that it did not cite before. */
export function addRows(store: Store, finding: StoredFinding, rows: readonly HandRow[], note: Bilingual, deed: Deed) {
  const known = new Set(citedRows(store, finding.id).map(printOf));
  const fresh = [...new Map(rows.map((row) => [printOf(row), row])).values()].filter((row) => !known.has(printOf(row)));
  const put = prepared<unknown[]>(
    store,
    'insert into finding_added_row(finding, row, field, note, at, actor) values (?, ?, ?, ?, ?, ?)',
  );
  for (const { row, field } of fresh) put.run(finding.id, row, field, JSON.stringify(note), deed.at, deed.actor);
  rewrite(store, finding, deed);
  return fresh;
}

/** Takes rows away that a person added; gives how many there were. Leaves with Problem finding.no-rows-left. */
export function dropRows(store: Store, finding: StoredFinding, rows: readonly HandRow[], deed: Deed): number {
  const added = prepared<[number, number, string]>(
    store,
    'delete from finding_added_row where finding = ? and row = ? and field = ?',
  );
  const cited = prepared<[number, number, string]>(
    store,
    'delete from finding_row where finding = ? and row = ? and field = ?',
  );
  let dropped = 0;
  for (const { row, field } of rows) {
    if (added.run(finding.id, row, field).changes === 0) continue;
    cited.run(finding.id, row, field);
    dropped++;
  }
  rewrite(store, finding, deed);
  return dropped;
}

/** Takes a finding made by hand back, or brings it back with the rows that are still in the case. */
export function turnFinding(store: Store, finding: StoredFinding, removed: boolean, deed: Deed): void {
  if (removed)
    prepared<[number, number]>(store, 'update finding set gone_run = ? where id = ?').run(
      writeHandRun(store, deed.at, deed.actor),
      finding.id,
    );
  else rewrite(store, finding, deed);
  prepared<[string | null, string | null, number]>(
    store,
    'update finding_by_hand set removed_at = ?, removed_by = ? where finding = ?',
  ).run(removed ? deed.at : null, removed ? deed.actor : null, finding.id);
}

/** The subjects of findings made by hand follow their mentions; those of a model are written anew by its next run. */
export function followSubjects(store: Store): void {
  const made = prepared<[], { finding: number; sides: string }>(
    store,
    'select finding, sides from finding_by_hand',
  ).all();
  const partyOf = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  const follow = prepared<[number, number, number]>(
    store,
    'update finding_subject set party = ? where finding = ? and pos = ?',
  );
  for (const { finding, sides } of made)
    for (const [pos, side] of (JSON.parse(sides) as string[]).entries()) {
      const [founder] = mentionsWith(store, side);
      const party = founder === undefined ? null : (partyOf.get(founder)?.party ?? null);
      if (party !== null) follow.run(party, finding, pos);
    }
}

/**
 * The cell by which a row is cited where nobody named one: the money that findings count, else the first column whose meaning is known.
 * Leaves with Problem finding.row-gone for what is no record of the case.
 */
export function figureOf(store: Store, row: number): string {
  const found = prepared<[number], { category: string; columns: string }>(
    store,
    "select s.category as category, s.columns as columns from row r join sheet s on s.id = r.sheet where r.id = ? and r.state = 'imported'",
  ).get(row);
  if (!found) throw new Stop({ code: 'finding.row-gone', params: { row } });
  const [money] = Object.keys(recordOfCategory(found.category)?.cited ?? {});
  if (money !== undefined) return money;
  const columns = JSON.parse(found.columns) as ReadonlyArray<{ field: string | null }>;
  return columns.find(({ field }) => field !== null)?.field ?? 'amount';
}

const printOf = ({ row, field }: HandRow): string => `${row} ${field}`;

const citedRows = (store: Store, finding: number): Array<HandRow & { role: string; note: string | null }> =>
  prepared<[number], HandRow & { role: string; note: string | null }>(
    store,
    'select row, field, role, note from finding_row where finding = ? order by row, field',
  ).all(finding);

/** A finding made by hand is written with what was added to it as evidence; to one that a model found it is context. */
function rewrite(store: Store, finding: StoredFinding, deed: Deed): void {
  if (!isByHand(finding)) {
    writeHandRun(store, deed.at, deed.actor);
    prepared<[number]>(
      store,
      `insert or ignore into finding_row(finding, row, field, role, note)
       select finding, row, field, 'context', note from finding_added_row where finding = ?`,
    ).run(finding.id);
    return;
  }
  const added = prepared<[number], HandRow & { note: string }>(
    store,
    'select row, field, note from finding_added_row where finding = ?',
  ).all(finding.id);
  const notes = new Map(added.map((row) => [printOf(row), row.note]));
  const rows = [...new Map([...citedRows(store, finding.id), ...added].map((row) => [printOf(row), row])).values()];
  if (rows.length === 0) throw new Stop({ code: 'finding.no-rows-left', params: { number: finding.number } });
  write(
    store,
    {
      ...finding,
      key: prepared<[number], { key: string }>(store, 'select key from finding where id = ?').get(finding.id)!.key,
      rows: rows.map(({ row, field }) => {
        const note = notes.get(printOf({ row, field }));
        return { row, field, role: 'evidence', ...(note === undefined ? {} : { note: JSON.parse(note) as Bilingual }) };
      }),
    },
    deed,
  );
}

/** Writes it and sets what its evidence comes to: null where no row of it is money. */
function write(store: Store, finding: NewFinding, { at, actor }: Deed): number {
  const run = writeHandRun(store, at, actor);
  writeFindings(store, [{ ...finding, fen: 0 }], { id: run, at, actor, judged: [], standing: [] });
  const { id } = prepared<[string, string], { id: number }>(
    store,
    'select id from finding where model = ? and key = ?',
  ).get(finding.model, finding.key)!;
  const fen = readFindingMoney(store).of([id]);
  if (fen === 0) prepared<[number]>(store, 'update finding set fen = null where id = ?').run(id);
  else prepared<[number, number]>(store, 'update finding set fen = ? where id = ?').run(fen, id);
  return id;
}
