import { zipDirectory } from './zip-directory.ts';

/** What a file is by its first bytes. */
export function sniff(bytes: Uint8Array): 'zip' | 'ole' | 'biff' | 'text' {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'ole';
  // workbooks older than Excel 5 are a bare stream that begins with its BOF record
  if (a === 0x09 && (b === 0 || b === 2 || b === 4) && (c === 4 || c === 6 || c === 8) && d === 0) return 'biff';
  return 'text';
}

/** The format of a zip by the names of its parts, lower case and without a leading slash; undefined: it is an archive of files. */
export function zipFormat(names: readonly string[]): 'xlsx' | 'ods' | undefined {
  if (names.includes('[content_types].xml') || names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (names.includes('content.xml')) return 'ods';
  return undefined;
}

export async function isSpreadsheetZip(bytes: Uint8Array): Promise<boolean> {
  const entries = await zipDirectory(bytes);
  const names = (entries ?? []).map(({ name }) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase());
  return zipFormat(names) !== undefined;
}
