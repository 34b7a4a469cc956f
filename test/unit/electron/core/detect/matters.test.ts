import { expect, test } from 'vitest';
import { mattersOf } from '../../../../../electron/core/detect/matters.ts';
import type { StoredFinding } from '../../../../../electron/core/store/read-findings.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

/** Findings by number of rows they rest on; rows are numbers, subjects are numbers of parties. */
function heads(given: Readonly<Record<string, { rows: readonly number[]; parties?: readonly number[] }>>) {
  const store = caseInMemory();
  store.db.exec('create temp table finding_row(finding integer, row integer, field text, role text)');
  const put = store.db.prepare("insert into temp.finding_row values (?, ?, 'amount', 'evidence')");
  const findings = Object.entries(given).map(([number, { rows, parties = [] }], index) => {
    for (const row of rows) put.run(index + 1, row);
    return { id: index + 1, number, subjects: parties.map((party) => ({ party })) } as unknown as StoredFinding;
  });
  const matters = mattersOf(store, findings);
  return Object.fromEntries(findings.map(({ id, number }) => [number, matters.get(id)?.number]));
}

test('one payment with many hits is one matter, headed by the finding with the most rows', () => {
  expect(heads({ A: { rows: [1] }, B: { rows: [1, 2, 3] }, C: { rows: [2, 3] }, D: { rows: [9] } })).toEqual({
    A: 'B',
    B: 'B',
    C: 'B',
    D: 'D',
  });
});

test('a payment that belongs to two large matters does not make one of them', () => {
  const { A, B, C } = heads({ A: { rows: [1, 2, 3, 4] }, B: { rows: [4, 5, 6, 7] }, C: { rows: [4] } });
  expect([A, B, C]).toEqual(['A', 'B', 'A']);
});

test('less than half of its evidence does not draw a finding into another', () => {
  expect(heads({ A: { rows: [1, 2, 3, 4, 5] }, B: { rows: [5, 6, 7] } })).toEqual({ A: 'A', B: 'B' });
});

test('findings on other rows that bind exactly the same parties are one matter; one party alone binds nothing', () => {
  expect(
    heads({
      A: { rows: [1, 2], parties: [7, 8] },
      B: { rows: [3], parties: [8, 7] },
      C: { rows: [4], parties: [7] },
      D: { rows: [5], parties: [7] },
    }),
  ).toEqual({ A: 'A', B: 'A', C: 'C', D: 'D' });
});
