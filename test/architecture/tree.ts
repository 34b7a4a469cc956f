import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** from the project's root, with slashes */
  readonly path: string;
  readonly text: string;
}

/** Every file that is in the tree or about to be: tracked, or not ignored. */
export function treeFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const paths = listed.toString('utf8').split('\0');
  return [...new Set(paths)].filter((path) => path !== '' && existsSync(join(root, path))).sort();
}

export const read = (path: string): SourceFile => ({ path, text: readFileSync(join(root, path), 'utf8') });

export const sources = (pattern: RegExp): SourceFile[] =>
  treeFiles()
    .filter((path) => pattern.test(path))
    .map(read);
