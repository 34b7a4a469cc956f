import type { BatchOrigin } from '../../../shared/protocol/import.requests.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

const nothing: BatchOrigin = { kind: '', unit: '', how: '', on: null, document: '' };

/** Keeps how a batch was obtained. */
export function writeOrigin(store: Store, batch: number, { kind, unit, how, on, document }: BatchOrigin): void {
  prepared<[number, string, string, string, string | null, string]>(
    store,
    'insert into batch_origin(batch, kind, unit, how, obtained_on, document) values (?, ?, ?, ?, ?, ?)',
  ).run(batch, kind, unit, how, on, document);
}

/** 来源 of a batch; nothing said where it was imported by an older version. */
export const originOf = (store: Store, batch: number): BatchOrigin =>
  prepared<[number], BatchOrigin>(
    store,
    'select kind, unit, how, obtained_on as "on", document from batch_origin where batch = ?',
  ).get(batch) ?? nothing;
