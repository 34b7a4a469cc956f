import type { ProblemRow } from '../../../shared/protocol/checking.requests.ts';
import type { RowEntry } from './problem-rows.ts';

/** What a check found, kept while it is looked at: nothing of it is in the store. */
export interface KeptCheck {
  readonly entries: readonly RowEntry[];
  readonly rows: ReadonlyMap<number, ProblemRow>;
  /** of each sheet */
  readonly columns: ReadonlyMap<number, ReadonlyArray<{ index: number; header: string; field: string | null }>>;
}

/** Checks of an open case, newest last; a case that is closed takes them with it. */
const kept = new WeakMap<object, Map<string, KeptCheck>>();
const most = 4;
let next = 1;

/** Keeps what a check found and gives it a name. */
export function keepCheck(openCase: object, check: KeptCheck): string {
  const checks = kept.get(openCase) ?? new Map<string, KeptCheck>();
  kept.set(openCase, checks);
  const name = `check-${next++}`;
  checks.set(name, check);
  for (const old of [...checks.keys()].slice(0, -most)) checks.delete(old);
  return name;
}

export const keptCheck = (openCase: object, name: string): KeptCheck | undefined => kept.get(openCase)?.get(name);
