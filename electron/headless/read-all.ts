import type { Reply } from '../../shared/protocol/problem.ts';
import { must } from './command.ts';

/** All pages of a list: the command line never answers in part. */
export async function readAll<T>(
  ask: (offset: number, limit: number) => Promise<Reply<{ total: number; rows: readonly T[] }>>,
): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const page = must(await ask(rows.length, 500));
    rows.push(...page.rows);
    if (rows.length >= page.total || page.rows.length === 0) return rows;
  }
}
