import { readFileSync } from 'node:fs';

interface Entry {
  readonly size?: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly files?: Readonly<Record<string, Entry>>;
}

export interface AsarFile {
  readonly path: string;
  /** It lies beside the archive, in app.asar.unpacked. */
  readonly unpacked: boolean;
  /** undefined when unpacked */
  readonly bytes: Uint8Array | undefined;
}

/** The files of an asar archive: a pickled JSON header (its length at byte 4, the JSON's at byte 12), then the contents. */
export function readAsar(file: string): AsarFile[] {
  const archive = readFileSync(file);
  const contents = 8 + archive.readUInt32LE(4);
  const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))) as Entry;
  return walk(header, '').map(({ path, entry }) => {
    const start = contents + Number(entry.offset);
    const unpacked = entry.unpacked === true;
    return { path, unpacked, bytes: unpacked ? undefined : archive.subarray(start, start + (entry.size ?? 0)) };
  });
}

function walk(entry: Entry, path: string): { path: string; entry: Entry }[] {
  if (!entry.files) return [{ path, entry }];
  return Object.entries(entry.files).flatMap(([name, child]) => walk(child, path === '' ? name : `${path}/${name}`));
}
