import type { ProblemFilter } from '../../shared/protocol/checking.requests.ts';
import { type Core, must } from './command.ts';

const page = 500;

/** All pages of a list of rows, one after the other. */
export async function everyRow(core: Core, ask: { batch?: number; filter: ProblemFilter }) {
  const first = must(await core.ask('import.rows', { ...ask, limit: page }));
  const rows = [...first.rows];
  while (rows.length < first.total)
    rows.push(...must(await core.ask('import.rows', { ...ask, offset: rows.length, limit: page })).rows);
  const { total, all, kinds: byKind } = first;
  return { total, all, kinds: byKind, rows };
}
