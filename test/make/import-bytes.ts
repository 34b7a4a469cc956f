import { basename } from 'node:path';
import { type ImportOutcome, importFiles } from '../../electron/core/import/import-files.ts';
import { Parser } from '../../electron/core/import/parse-thread.ts';
import type { FileToImport } from '../../electron/core/import/plan-file.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import type { SheetAnswer } from '../../shared/protocol/import.requests.ts';
import { caseInMemory } from '../case-in-memory.ts';

export interface NamedBytes {
  /** file name, with its folder in front where that matters: 张某/流水.xlsx */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Imports bytes as the product does, in this thread, in one transaction. Parties are not joined. */
export async function importBytes(
  files: readonly NamedBytes[],
  {
    store = caseInMemory(),
    answers = [],
    at = new Date('2026-01-05T02:00:00Z'),
  }: { store?: Store; answers?: readonly SheetAnswer[]; at?: Date } = {},
): Promise<ImportOutcome & { store: Store }> {
  const parser = new Parser('inline');
  const read: FileToImport[] = [];
  for (const { path, bytes } of files) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    read.push(await parser.read(basename(path), folder, Uint8Array.from(bytes)));
  }
  const outcome = store.transaction(() =>
    importFiles(store, read, {
      answers,
      actor: '测试员',
      at,
    }),
  );
  return { ...outcome, store };
}
