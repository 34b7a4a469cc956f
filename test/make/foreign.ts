import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures');

/** Files that other projects made, for the tests that use them; where the folder is absent such a test is skipped and says so. */
export const noForeignFiles = !existsSync(fixtures);

export const foreignFolder = (name: string): string => join(fixtures, name);

/** Workbooks of four other projects by their path below workbooks/, with the name alone as well. */
export function foreignWorkbooks(pattern: RegExp): Array<{ path: string; name: string; bytes: Uint8Array }> {
  const root = foreignFolder('workbooks');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      return { path: full.slice(root.length + 1), name: entry.name, bytes: new Uint8Array(readFileSync(full)) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
