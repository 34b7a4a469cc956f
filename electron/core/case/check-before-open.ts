import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failed, ok, type Reply } from '../../../shared/protocol/problem.ts';
import type { JournalHead } from '../journal/entry.ts';
import { journalHead } from '../journal/write-journal.ts';
import { damageOf, openStore, type Store, schemaVersion, versionOf } from '../store/connect.ts';
import { copyIdOf, readMeta } from '../store/meta.ts';
import { anyPageFits } from '../store/page-check.ts';
import { prepared } from '../store/prepared.ts';
import { caseFiles } from './names.ts';

export interface Expected {
  /** the identity in the key slot; undefined when the key came from a recovery sheet, which names no case */
  readonly caseId: string | undefined;
  /** the identity this user has seen in this folder before */
  readonly seenHere: string | undefined;
  readonly mark: (caseId: string, copy: string) => JournalHead | undefined;
}

export interface Checked {
  readonly caseId: string;
  readonly copy: string;
  /** the mark that was found, and whether the store is behind it */
  readonly mark: JournalHead | undefined;
  readonly behind: boolean;
  readonly head: JournalHead;
}

/**
 * Looks at the store through a read-only connection before anything may write. This order matters: the first writing connection folds
 * a WAL that lies beside the store into it, and a stale WAL put there would silently undo everything since (measured: integrity_check
 * stays "ok"). Problems: case.damaged, case.key-mismatch, case.newer.
 */
export function checkBeforeOpen(file: string, key: Buffer, expected: Expected): Reply<Checked> {
  let store: Store | undefined;
  try {
    store = openStore(file, key, { readonly: true });
    const version = versionOf(store);
    if (version > schemaVersion) return failed('case.newer', { params: { version } });
    const caseId = version === 0 ? undefined : readMeta(store, 'case');
    if (caseId === undefined) return failed('case.damaged', { params: { why: 'no case in the store' } });
    if (expected.caseId !== undefined && expected.caseId !== caseId) return failed('case.key-mismatch');
    const head = journalHead(store, caseId);
    const copy = copyIdOf(store);
    const mark = expected.mark(caseId, copy);
    return ok({ caseId, copy, mark, head, behind: mark !== undefined && !holds(store, mark) });
  } catch (error) {
    const why = damageOf(error);
    if (why === undefined) throw error;
    return why === 'SQLITE_NOTADB' && isForeignKey(file, key, expected)
      ? failed('case.key-mismatch')
      : failed('case.damaged', { params: { why } });
  } finally {
    store?.close();
  }
}

/** The store contains the entry the mark names: it is at that point or later, on the same chain. */
function holds(store: Store, mark: JournalHead): boolean {
  if (mark.seq === 0) return true;
  const entry = prepared<[number], { hash: string }>(store, 'select hash from journal where seq = ?').get(mark.seq);
  return entry?.hash === mark.hash;
}

/**
 * SQLite says NOTADB both for a damaged first page and for a key that belongs to another store. This user's memory of the folder
 * decides; without one, pages further on that still fit the key speak for damage.
 */
function isForeignKey(file: string, key: Buffer, expected: Expected): boolean {
  if (expected.seenHere !== undefined && expected.caseId !== undefined) return expected.seenHere !== expected.caseId;
  return !anyPageFits(file, key);
}

/** Copies the store and what lies beside it to set-aside/TIME before an older state is accepted: nothing that may be evidence is overwritten. */
export function setAside(folder: string, at: Date): string {
  const target = join(folder, 'set-aside', at.toISOString().replaceAll(':', '-'));
  mkdirSync(target, { recursive: true, mode: 0o700 });
  for (const ending of ['', '-wal', '-journal']) {
    const name = `${caseFiles.store}${ending}`;
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(target, name));
  }
  return basename(target);
}
