import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import type { StoredFinding } from '../store/read-findings.ts';

/** So much of its evidence a finding must share with a larger one to belong to its matter. */
const SHARED = 0.5;

/**
 * 疑点组: findings that are one matter, so that one payment with many hits is one line. Gives finding id → the finding that heads its matter.
 * A finding joins the one with more rows that holds at least half of its evidence (the most of it, then the tightest); without such rows it joins an
 * earlier finding that binds exactly the same two or more parties. Each joins one only, so that a payment that belongs to two large matters
 * never makes one of them. The same findings give the same matters in whatever order they come.
 */
export function mattersOf(store: Store, findings: readonly StoredFinding[]): ReadonlyMap<number, StoredFinding> {
  const wanted = new Map(findings.map((finding) => [finding.id, finding]));
  const rowsOf = new Map<number, number[]>();
  const citing = new Map<number, number[]>();
  const cited = prepared<[], { finding: number; row: number }>(
    store,
    "select distinct finding, row from finding_row where role = 'evidence' order by finding, row",
  );
  for (const { finding, row } of cited.iterate()) {
    if (!wanted.has(finding)) continue;
    put(rowsOf, finding, row);
    put(citing, row, finding);
  }
  const size = (id: number): number => rowsOf.get(id)?.length ?? 0;
  // larger ones first: whoever joins comes after whom it joins
  const order = [...findings].sort((a, b) => size(b.id) - size(a.id) || (a.number < b.number ? -1 : 1));
  const place = new Map(order.map(({ id }, index) => [id, index]));
  const headOf = new Map<number, StoredFinding>();
  const byParties = new Map<string, StoredFinding>();
  for (const finding of order) {
    const rows = rowsOf.get(finding.id) ?? [];
    const shared = new Map<number, number>();
    for (const row of rows)
      for (const other of citing.get(row) ?? [])
        if (place.get(other)! < place.get(finding.id)!) shared.set(other, (shared.get(other) ?? 0) + 1);
    const [closest] = [...shared]
      .filter(([, count]) => count >= rows.length * SHARED)
      .sort(
        ([a, inA], [b, inB]) =>
          inB - inA || size(a) - size(b) || (wanted.get(a)!.number < wanted.get(b)!.number ? -1 : 1),
      );
    const parties = partiesOf(finding);
    const bound = parties === null ? undefined : byParties.get(parties);
    const joined = closest ? headOf.get(closest[0]) : bound;
    const head = joined ?? finding;
    headOf.set(finding.id, head);
    if (parties !== null && bound === undefined) byParties.set(parties, head);
  }
  return headOf;
}

/** The two or more parties that a finding binds; null: fewer. */
function partiesOf({ subjects }: StoredFinding): string | null {
  const parties = [...new Set(subjects.flatMap(({ party }) => party ?? []))].sort((a, b) => a - b);
  return parties.length >= 2 ? parties.join(' ') : null;
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
