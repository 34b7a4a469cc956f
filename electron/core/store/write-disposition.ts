import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** 处置: what a person decided about a finding, and why. */
export interface Disposition {
  readonly finding: number;
  readonly at: string;
  readonly actor: string;
  readonly from: FindingStatus;
  readonly to: FindingStatus;
  readonly reasonCode: string | null;
  readonly reason: string;
  readonly counter: string;
}

/** Writes a decision and puts it in force; gives its number. */
export function writeDisposition(
  store: Store,
  { finding, at, actor, from, to, reasonCode, reason, counter }: Disposition,
): number {
  const { lastInsertRowid } = prepared<unknown[]>(
    store,
    'insert into disposition(finding, at, actor, from_status, to_status, reason_code, reason, counter) values (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(finding, at, actor, from, to, reasonCode, reason, counter);
  prepared<[string, string, number]>(store, 'update finding set status = ?, counter = ? where id = ?').run(
    to,
    counter,
    finding,
  );
  return Number(lastInsertRowid);
}

export function writeCounter(store: Store, finding: number, counter: string): void {
  prepared<[string, number]>(store, 'update finding set counter = ? where id = ?').run(counter, finding);
}
