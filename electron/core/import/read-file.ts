import { digestsOf } from '../store/write-evidence.ts';
import type { FileToImport } from './import-files.ts';
import { readWorkbook } from './read/read-workbook.ts';

/** Bytes of one file → its digests and its sheets, in this thread. */
export async function readFileHere(name: string, folder: string, bytes: Uint8Array): Promise<FileToImport> {
  return { name, folder, bytes, ...(await digestsOf(bytes)), workbook: await readWorkbook(bytes, name) };
}
