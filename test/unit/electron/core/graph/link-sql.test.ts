import { expect, test } from 'vitest';
import { pairSql, periodSql } from '../../../../../electron/core/graph/link-sql.ts';
import { linkKinds } from '../../../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../../../shared/ontology/kind.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

const kinds: readonly LinkKind[] = linkKinds;

test('the rows of a link, and the links of a party in a period, are found without reading a whole table', () => {
  const { db } = caseInMemory();
  // a view that is a union is named as if it were read whole; its parts are not
  const unions = new Set(['meeting_party', 'employment']);
  const scans = (sql: string) =>
    db
      .prepare<[object], { detail: string }>(`explain query plan ${sql}`)
      .all({ source: 1, target: 2, party: 1, from: '', to: '' })
      .map(({ detail }) => detail)
      .filter((detail) => detail.startsWith('SCAN') && !unions.has(detail.split(' ')[1]!));
  for (const kind of kinds)
    for (const side of ['from', 'to'] as const) {
      const asked = [
        pairSql(kind.edge, side),
        periodSql(kind, side),
        ...(kind.aside ? [pairSql(kind.aside, side)] : []),
      ];
      for (const sql of asked) expect([kind.id, side, scans(sql)]).toEqual([kind.id, side, []]);
    }
});

test('one kind of link carries money that moved: months and sums are over one kind', () => {
  expect(kinds.filter(({ money }) => money === 'moved').map(({ id }) => id)).toEqual(['payment']);
});
