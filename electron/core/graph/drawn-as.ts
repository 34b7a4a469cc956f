import { drawnAs } from '../../../shared/ontology/index.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';

/** How these parties are drawn, read in one go. */
export function drawnAsOf(store: Store, parties: readonly number[]): (party: number) => string {
  const found = prepared<[string], { id: number; kind: string; role: string | null }>(
    store,
    'select p.id, p.kind, p.role from json_each(?) j join party p on p.id = j.value',
  ).all(JSON.stringify(parties));
  const byId = new Map(found.map(({ id, kind, role }) => [id, drawnAs(kind, role)]));
  return (party) => byId.get(party) ?? 'org';
}
