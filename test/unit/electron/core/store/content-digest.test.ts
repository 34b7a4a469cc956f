import { expect, test } from 'vitest';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { mentionStates, tableDigest } from '../../../../../electron/core/store/content-digest.ts';
import { makeCase } from '../../../../make/make-case.ts';

const paid = (count: number): Store => {
  const made = makeCase();
  made.sheet(
    'bank_flow',
    Array.from({ length: count }, (_, i) => ({
      holder_name: '启禾医药有限公司',
      counterparty_name: `贾${'甲乙丙丁'[i % 4]}明`,
      txn_date: '2024-03-05',
      amount_out: `${100 + i}.00`,

      summary: '劳务费',
    })),
  );
  return made.store();
};
const digestOf = (store: Store, named: number[] = []) =>
  tableDigest(
    store,
    'rec_bank_flow',
    () => undefined,
    ['holder', 'counterparty'],
    (id) => named.push(id),
  );

test('the digest of a table changes with any cell, an emptied one too, and comes back with it', () => {
  const store = paid(1_200);
  const before = digestOf(store);
  for (const change of [
    'fen = fen + 1 where row = (select max(row) from rec_bank_flow)',
    "summary = '' where row = (select min(row) from rec_bank_flow)",
    'summary = null where row = (select min(row) from rec_bank_flow)',
  ]) {
    store.db.exec(`begin; update rec_bank_flow set ${change}`);
    expect(digestOf(store), change).not.toBe(before);
    store.db.exec('rollback');
  }
  expect(digestOf(store)).toBe(before);
});

test('every mention of a table is told in passing', () => {
  const store = paid(1_200);
  const named: number[] = [];
  digestOf(store, named);
  const ids = store.db
    .prepare(
      'select holder from rec_bank_flow union select counterparty from rec_bank_flow where counterparty is not null',
    )
    .pluck()
    .all();
  expect([...new Set(named)].sort((a, b) => a - b)).toEqual(ids);
});

test('the state of mentions changes when one of them is somebody else, not when another is', () => {
  const store = paid(4);
  const ids = store.db.prepare<[], number>('select id from mention order by id').pluck().all();
  const [one, other] = [ids[0]!, ids.at(-1)!];
  const stateOf = (id: number) => {
    const states = mentionStates(store, () => undefined);
    const named = new Uint8Array(states.size);
    named[id] = 1;
    return states.digest(named);
  };
  const before = [stateOf(one), stateOf(other)];
  store.db.exec(`update party set name = '另一公司' where id = (select party from mention where id = ${one})`);
  expect([stateOf(one) === before[0], stateOf(other) === before[1]]).toEqual([false, true]);
});
