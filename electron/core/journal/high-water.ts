import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { copyIdOf, isCaseId } from '../store/meta.ts';
import type { OpenCase } from '../store/open-case.ts';
import { writeWhole } from '../store/whole-file.ts';
import type { JournalHead } from './entry.ts';
import { journalHead } from './write-journal.ts';

/**
 * 高水位: the last journal entry of a copy of a case that this user has seen, kept in the profile, outside of the case. It is what notices an older
 * copy, a stale WAL, or a chain that somebody recomputed with the passphrase in hand. A file that cannot be read counts as absent:
 * whoever can spoil it could delete it as well.
 */
const shape = z.object({
  copy: z.string(),
  seq: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `copy` as in copyIdOf. */
export function highWater(profile: string, copy: string): JournalHead | undefined {
  const file = markFile(profile, copy);
  if (!existsSync(file)) return undefined;
  try {
    const mark = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
    return mark.copy === copy ? { seq: mark.seq, hash: mark.hash } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

/** Written after the entry is durable in the store, never before: a mark ahead of its case would look like a case rolled back. */
export function raiseHighWater(profile: string, { store, caseId }: Pick<OpenCase, 'store' | 'caseId'>): void {
  const head = journalHead(store, caseId);
  mkdirSync(join(profile, 'marks'), { recursive: true, mode: 0o700 });
  const copy = copyIdOf(store);
  writeWhole(markFile(profile, copy), JSON.stringify({ copy, seq: head.seq, hash: head.hash }));
}

/** The id comes from a file somebody else may have made, and becomes a file name here. */
function markFile(profile: string, copy: string): string {
  if (!isCaseId(copy)) throw new Error('not the id of a copy');
  return join(profile, 'marks', `${copy}.json`);
}
