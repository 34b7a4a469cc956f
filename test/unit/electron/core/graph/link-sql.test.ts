import { expect, test } from 'vitest';
import { pairDaysSql, pairSql, periodSql } from '../../../../../electron/core/graph/link-sql.ts';
import { linkKinds } from '../../../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../../../shared/ontology/kind.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

const kinds: readonly LinkKind[] = linkKinds;

test('the rows of a link, and the links of a party in a period, are found without reading a whole table', () => {
  const { db } = caseInMemory();
  // a view that is a union is named as if it were read whole; its parts are not
  const unions = new Set(
    db
      .prepare<[], string>("select name from sqlite_schema where type = 'view' and sql like '%union all%'")
      .pluck()
      .all(),
  );
  const scans = (sql: string) =>
    db
      .prepare<[object], { detail: string }>(`explain query plan ${sql}`)
      .all({ source: 1, target: 2, party: 1, from: '', to: '' })
      .map(({ detail }) => detail)
      .filter((detail) => detail.startsWith('SCAN') && !unions.has(detail.split(' ')[1]!));
  const scanning = kinds.flatMap((kind) =>
    (['from', 'to'] as const).flatMap((side) =>
      [
        pairSql(kind.edge, side),
        pairDaysSql(kind, side),
        periodSql(kind, side, true),
        periodSql(kind, side, false),
        ...(kind.aside ? [pairSql(kind.aside, side)] : []),
      ]
        .flatMap(scans)
        .map((scan) => `${kind.id} ${side}: ${scan}`),
    ),
  );
  expect(scanning).toEqual([]);
});

test('one kind of link carries money that moved: months and sums are over one kind', () => {
  expect(kinds.filter(({ money }) => money === 'moved').map(({ id }) => id)).toEqual(['payment']);
});
