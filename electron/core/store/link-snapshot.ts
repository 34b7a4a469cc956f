import type { Store } from './connect.ts';
import { drawingOf } from './drawings.ts';
import { prepared } from './prepared.ts';

/**
 * 关系快照: the drawn links as columns of bytes, written with a whole drawing so that millions of them need not be read one by one. It stays when
 * links follow a decision: whoever reads it looks at what changed since its drawing. `parts`: each in the pieces it is read in.
 */
export function writeLinkSnapshot(store: Store, parts: Readonly<Record<string, readonly Uint8Array[]>>): void {
  store.transaction(() => {
    store.db.exec('delete from link_snapshot');
    const put = prepared<[string, number, string, Uint8Array]>(store, 'insert into link_snapshot values (?, ?, ?, ?)');
    const drawing = drawingOf(store);
    for (const [part, pieces] of Object.entries(parts))
      for (const [piece, data] of pieces.entries()) put.run(part, piece, drawing, data);
  });
}

/**
 * Hands out the pieces of some parts, those of a part in their order; the bytes of a piece are gone when the next one comes. Returns the drawing they
 * are of, undefined where no snapshot was written: a case from before there were any, or one opened from a sealed file.
 */
export function takeLinkSnapshot(
  store: Store,
  parts: readonly string[],
  take: (part: string, data: Uint8Array) => void,
): string | undefined {
  let of: string | undefined;
  for (const { part, drawing, data } of prepared<
    [string],
    { part: string; drawing: string; data: Buffer<ArrayBuffer> }
  >(
    store,
    'select part, drawing, data from link_snapshot where part in (select value from json_each(?)) order by part, piece',
  ).iterate(JSON.stringify(parts))) {
    of = drawing;
    take(part, data);
    giveBack(data);
  }
  return of;
}

/** Its memory serves the next piece: new memory takes as long to come by as to fill, and garbage is collected much later. */
function giveBack({ buffer, byteLength }: Buffer<ArrayBuffer>): void {
  if (buffer.byteLength === byteLength) buffer.transfer(0);
}
