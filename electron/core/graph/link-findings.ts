import { drawnKinds } from '../../../shared/ontology/index.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { citedPairsSql } from './link-sql.ts';
import { idOf } from './party-links.ts';

interface Cited {
  readonly stamp: string;
  readonly byLink: ReadonlyMap<string, ReadonlySet<number>>;
}

const kept = new WeakMap<Store['db'], Cited>();

const stampSql = `select coalesce((select value from meta where key = 'links_drawn'), '') || ' ' ||
  coalesce((select max(id) from run), 0) || ' ' || coalesce((select max(id) from disposition), 0) as stamp`;

/** Link id → the open findings that rest on one of its rows. Read once after each drawing, run and disposition. */
export function findingsByLink(store: Store): ReadonlyMap<string, ReadonlySet<number>> {
  const { stamp } = prepared<[], { stamp: string }>(store, stampSql).get()!;
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.byLink;
  const byLink = new Map<string, Set<number>>();
  for (const kind of drawnKinds) {
    const cited = store.db.prepare<[], { finding: number; source: number; target: number }>(citedPairsSql(kind));
    for (const { finding, source, target } of cited.iterate()) {
      const id = idOf({ kind: kind.id, source, target });
      const findings = byLink.get(id) ?? new Set();
      byLink.set(id, findings);
      findings.add(finding);
    }
  }
  kept.set(store.db, { stamp, byLink });
  return byLink;
}
