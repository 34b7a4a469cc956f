import { linkKinds } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import type { Store } from '../store/connect.ts';
import { writeFigures } from '../store/party-figures.ts';
import { drawSql } from './link-sql.ts';

/**
 * Draws all links anew from the records: one link for each ordered pair of parties and kind, with its rows, its sum in fen and its
 * first and last day. Call it after parties were resolved, inside the same transaction. Rows that are set aside (failed,
 * reversed, mirrored, neutral) are in none of the views that links are drawn from.
 */
export function drawLinks(store: Store): void {
  store.transaction(() => {
    store.db.exec('delete from link');
    for (const kind of linkKinds as readonly LinkKind[]) store.db.prepare(drawSql(kind)).run({ kind: kind.id });
    writeFigures(store);
    markDrawn(store);
  });
}

/** Counts the drawings, so that whoever keeps the graph in memory sees that there is a new one, on whichever connection it was made. */
function markDrawn(store: Store): void {
  store.db
    .prepare(
      `insert into meta values ('links_drawn', '1')
       on conflict (key) do update set value = cast(cast(value as integer) + 1 as text)`,
    )
    .run();
}
