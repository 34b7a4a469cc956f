import { randomUUID } from 'node:crypto';
import type { Problem } from '../../../../shared/protocol/problem.ts';
import { Stop } from '../../request.ts';
import { sheetOf } from '../../sheets/index.ts';
import type { SheetDefinition } from '../../sheets/sheet.ts';
import type { Store } from '../../store/connect.ts';
import {
  carryParty,
  type EntryKind,
  insertEntry,
  mentionOfParty,
  nextEntry,
  readEntry as readStored,
  type StoredEntry,
} from '../../store/manual-entries.ts';
import { batchesThatRestOn, undoBatch } from '../../store/undo-import.ts';
import type { Added } from '../../store/unjoined.ts';
import { digestsOf, packFile } from '../../store/write-evidence.ts';
import { importFiles } from '../import-files.ts';
import { entryDocument } from './entry-document.ts';
import { choicesOf } from './field-choices.ts';
import { readEntry } from './read-entry.ts';

export interface EntryToWrite {
  readonly what: EntryKind;
  readonly category: string;
  readonly values: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly replaces: number | undefined;
}

export interface WrittenEntry {
  readonly entry: number;
  readonly batch: number;
  readonly row: number;
}

const kindWords: Readonly<Record<EntryKind, string>> = { record: '记录', party: '主体', link: '关系' };

/**
 * Writes one entry inside a transaction of its own: the entry it replaces is taken back, its document is kept as evidence and read as a file of
 * one row. `finish` runs in the same transaction. Leaves with a Problem, and nothing written, where a value stands in the way.
 */
export async function writeEntry(
  store: Store,
  to: EntryToWrite,
  by: { readonly actor: string; readonly at: Date },
  finish: (written: WrittenEntry, replaced: StoredEntry | undefined, added: Added | undefined) => void,
): Promise<WrittenEntry> {
  const sheet = sheetOf(to.category);
  if (!sheet) throw new Stop({ code: 'manual.unknown-kind', params: { category: to.category } });
  const at = by.at.toISOString();
  const stands = readEntry(sheet, to.values, at.slice(0, 10)).problems.find(({ rejects }) => rejects);
  if (stands) throw new Stop(problemOf(sheet, stands));
  const replaced = to.replaces === undefined ? undefined : readStored(store, to.replaces);
  if (to.replaces !== undefined && replaced?.what !== to.what)
    throw new Stop({ code: 'manual.not-found', params: { entry: to.replaces } });
  const entry = nextEntry(store);
  const uid = randomUUID();
  const document = entryDocument({
    sheet,
    values: inPlainWords(sheet, to.values),
    about: [
      ['手工录入', `第 ${entry} 条`],
      ['种类', to.what === 'record' ? `${kindWords.record}：${sheet.title.zh}` : kindWords[to.what]],
      ['录入人', by.actor],
      ['录入时间', at],
      ['依据', to.reason],
      ...(replaced ? [['代替', `第 ${replaced.id} 条`] as const] : []),
      ['编号', uid],
    ],
  });
  const digests = await digestsOf(document.bytes);
  return store.transaction(() => {
    const party = replaced && takeBack(store, replaced, { at, actor: by.actor, reason: to.reason });
    const name = `手工录入 ${entry}.csv`;
    const file = {
      ...digests,
      name,
      folder: '',
      packed: packFile(document.bytes),
      workbook: { ok: true as const, value: document.workbook },
      recognised: document.recognised,
    };
    const outcome = importFiles(store, [file], {
      answers: [],
      actor: by.actor,
      at: by.at,
    });
    const [written] = outcome.batches;
    if (!written) throw new Error('an entry was not imported');
    const row = rowOf(store, written.batch);
    insertEntry(store, {
      id: entry,
      uid,
      batch: written.batch,
      what: to.what,
      category: to.category,
      typed: JSON.stringify(to.values),
      at,
      actor: by.actor,
      reason: to.reason,
      replaces: replaced?.id ?? null,
    });
    const now = mentionOfParty(store, row);
    if (party && now) carryParty(store, party, now.mention);
    const result = { entry, batch: written.batch, row };
    finish(result, replaced, outcome.added);
    return result;
  });
}

/** What was chosen from a list stands in the document by its word: whoever reads it knows none of our names. */
const inPlainWords = (
  { id, fields }: SheetDefinition,
  values: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([field, text]) => {
      const choices = choicesOf(id, field, fields[field]?.type ?? 'text') ?? [];
      const word = choices.find((choice) => choice.id === text)?.words.zh;
      const isPlain = word !== undefined && choices.filter(({ words }) => words.zh === word).length === 1;
      return [field, isPlain ? word : text];
    }),
  );

/** Takes an entry that stands out of the case; what it said of a party is returned, so that a new wording can take its place. */
function takeBack(
  store: Store,
  { batch, state, row, what }: StoredEntry,
  undone: { at: string; actor: string; reason: string },
): { mention: number; party: number | null } | undefined {
  if (state === 'undone') return undefined;
  const party = what === 'party' && row !== null ? mentionOfParty(store, row) : undefined;
  const others = batchesThatRestOn(store, batch);
  if (others.length > 0) throw new Stop({ code: 'batch.needed', params: { batch, others: others.join('、') } });
  undoBatch(store, batch, undone);
  return party;
}

/** The row of values, or the way out: the same booking may stand in a file already. */
function rowOf(store: Store, batch: number): number {
  const row = store.db
    .prepare<[number], { id: number; state: string; duplicate: number | null }>(
      `select r.id as id, r.state as state, r.duplicate_of as duplicate from sheet s join row r on r.sheet = s.id
       where s.batch = ? and r.state not in ('title', 'header')`,
    )
    .get(batch);
  if (row?.state === 'imported') return row.id;
  if (row?.state !== 'duplicate') throw new Error('an entry that was read was not imported');
  const same = store.db
    .prepare<[number | null], { file: string; n: number }>('select file, n from place where row = ?')
    .get(row.duplicate);
  throw new Stop({ code: 'manual.duplicate', params: { file: same?.file ?? '', row: same?.n ?? 0 } });
}

const problemOf = (
  sheet: SheetDefinition,
  {
    field,
    code,
    seen,
    params,
  }: { field: string | null; code: Problem['code']; seen: string; params: Problem['params'] },
): Problem => ({
  code,
  at: { column: field === null ? '' : (sheet.fields[field]?.zh ?? field) },
  seen,
  ...(params && { params }),
});
