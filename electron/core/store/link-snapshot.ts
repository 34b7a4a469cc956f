import type { Store } from './connect.ts';
import { drawingOf } from './drawings.ts';
import { prepared } from './prepared.ts';

/**
 * 关系快照: the drawn links as columns of bytes, written with a whole drawing so that millions of them need not be read one by one. It stays when
 * links follow a decision: whoever reads it looks at what changed since its drawing.
 */
export interface LinkSnapshot {
  readonly drawing: string;
  readonly parts: ReadonlyMap<string, Buffer>;
}

export function writeLinkSnapshot(store: Store, parts: Readonly<Record<string, Uint8Array>>): void {
  store.transaction(() => {
    store.db.exec('delete from link_snapshot');
    const put = prepared<[string, string, Uint8Array]>(store, 'insert into link_snapshot values (?, ?, ?)');
    const drawing = drawingOf(store);
    for (const [part, data] of Object.entries(parts)) put.run(part, drawing, data);
  });
}

/** Parts of the last one written; undefined where none was: a case from before there were any, or one opened from a sealed file. */
export function readLinkSnapshot(store: Store, parts: readonly string[]): LinkSnapshot | undefined {
  const rows = prepared<[string], { part: string; drawing: string; data: Buffer }>(
    store,
    'select part, drawing, data from link_snapshot where part in (select value from json_each(?))',
  ).all(JSON.stringify(parts));
  const [first] = rows;
  return first && { drawing: first.drawing, parts: new Map(rows.map(({ part, data }) => [part, data])) };
}
