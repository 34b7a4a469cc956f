import { drawnKinds } from '../../../shared/ontology/index.ts';
import type { Store } from '../store/connect.ts';
import { markDrawn } from '../store/drawings.ts';
import { writeFigures } from '../store/party-figures.ts';
import { writeWholeFigures } from '../store/whole-figures.ts';
import { keepSnapshot } from './adjacency.ts';
import { drawSql } from './link-sql.ts';
import { ownPart, packOwn, readOwn } from './own-figures.ts';
import { writeAttributes } from './relations/write-attributes.ts';

/**
 * Draws all links anew from the records: one link for each ordered pair of parties and kind, with its rows, its sum in fen and its
 * first and last day. Call it after parties were resolved, inside the same transaction. Rows that are set aside (failed,
 * reversed, mirrored, neutral) are in none of the views that links are drawn from.
 */
export function drawLinks(store: Store): void {
  store.transaction(() => {
    store.db.exec('delete from link');
    writeAttributes(store);
    for (const kind of drawnKinds) store.db.prepare(drawSql(kind)).run({ kind: kind.id });
    const atBothEnds = writeFigures(store);
    markDrawn(store);
    writeWholeFigures(store);
    keepSnapshot(store, { [ownPart]: [packOwn(readOwn(store, atBothEnds))] });
  });
}
