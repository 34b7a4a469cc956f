import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where what decides findings is written: the models with what they ask, the measures of the graph, and what is found out before the models are asked. */
const deciding = ['electron/core/models/', 'electron/core/graph/metrics/', 'electron/core/detect/'];

/** The text of a source file, by its path in the project. */
export const source = (path: string): string => readFileSync(join(process.cwd(), path), 'utf8');

/** Files that decide findings on which this one rests, directly or through others, sorted. */
export function importsOf(path: string, seen = new Set<string>()): string[] {
  for (const [, target] of source(path).matchAll(/from '(\.{1,2}\/[\w./-]+\.ts)'/g)) {
    const next = join(path, '..', target!);
    const decides = deciding.some((folder) => next.startsWith(folder));
    if (!decides || seen.has(next) || /model\.ts$|example-[a-z-]+\.ts$/.test(next)) continue;
    seen.add(next);
    importsOf(next, seen);
  }
  return [...seen].sort();
}

/** A fingerprint of these texts of source, without comments and white space. */
export function sourceFingerprint(texts: readonly string[]): string {
  const plain = texts.map((each) => each.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '').replace(/\s+/g, ''));
  return createHash('sha256').update(plain.join('\n')).digest('hex').slice(0, 32);
}
