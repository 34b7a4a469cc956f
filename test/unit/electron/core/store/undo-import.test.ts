import { expect, test } from 'vitest';
import { undoBatch } from '../../../../../electron/core/store/undo-import.ts';
import { makeCase } from '../../../../make/make-case.ts';

const undone = { at: '2026-02-01T00:00:00.000Z', actor: '测试员', reason: '重来' };
const transfer = {
  from: '甲药业有限公司',
  fromAccount: '9999990000000000001',
  to: '张某某',
  toAccount: '9999990000000000019',
  yuan: 5000,
  on: '2024-05-06',
};

test('a finding whose rows are taken back is marked gone and cites them no more', () => {
  const store = makeCase()
    .payment(transfer)
    .payment({ ...transfer, yuan: 7, to: '李某某' })
    .store();
  const rows = store.db.prepare('select row from rec_bank_flow order by row').pluck().all() as number[];
  store.db.exec(`
    insert into run(id, uid, at, actor, ms) values (1, 'r1', '2026-01-06', '甲', 5);
    insert into finding(id, uid, number, model, version, key, settings, severity, confidence, params, measures, evidence_sha256, first_run, last_run)
      values (1, 'f1', 'YD-1', 'm', 1, 'k1', '{}', 1, 0.5, '{}', '[]', 'x', 1, 1), (2, 'f2', 'YD-2', 'm', 1, 'k2', '{}', 1, 0.5, '{}', '[]', 'x', 1, 1);
    insert into finding_row values (1, ${rows[0]}, 'amount', 'evidence', null), (1, ${rows[1]}, 'amount', 'context', null), (2, ${rows[1]}, 'amount', 'evidence', null);`);
  const result = store.transaction(() => undoBatch(store, 1, undone));
  expect(result).toEqual({ rows: 2, findingsTouched: 1 });
  expect(store.db.prepare('select id, gone_run from finding order by id').raw().all()).toEqual([
    [1, 1],
    [2, null],
  ]);
  expect(store.db.prepare('select finding, row from finding_row order by finding').raw().all()).toEqual([
    [1, rows[1]],
    [2, rows[1]],
  ]);
  expect(store.db.pragma('foreign_key_check')).toEqual([]);
});

test.each([1, 2])('when one statement of a transfer is taken back the other stands for itself, batch %i', (batch) => {
  const store = makeCase()
    .payment(transfer)
    .payment({ ...transfer, of: 'payee' })
    .store();
  expect(store.db.prepare('select count(*) from payment').pluck().get()).toBe(1);
  expect(store.db.prepare('select rows_mirrored from sheet order by id').pluck().all()).toEqual([1, 1]);
  store.transaction(() => undoBatch(store, batch, undone));
  expect(store.db.prepare('select mirror_of from rec_bank_flow').pluck().all()).toEqual([null]);
  expect(store.db.prepare('select s.rows_mirrored from sheet s where s.batch <> ?').pluck().all(batch)).toEqual([0]);
  expect(store.db.pragma('foreign_key_check')).toEqual([]);
});

test('what only the rows taken back said of a party is forgotten, what others say stays', () => {
  const twice = { ...transfer, yuan: 1 };
  const store = makeCase()
    .payment({ ...twice, fromId: '91990000MA00000008' })
    .payment({ ...twice, on: '2024-05-07' })
    .store();
  const names = () => store.db.prepare('select name, id_value from mention order by name, id_value').raw().all();
  expect(names()).toEqual([
    ['张某某', null],
    ['甲药业有限公司', null],
    ['甲药业有限公司', '91990000MA00000008'],
  ]);
  store.transaction(() => undoBatch(store, 1, undone));
  expect(names()).toEqual([
    ['张某某', null],
    ['甲药业有限公司', null],
  ]);
  const identifiers = store.db
    .prepare('select i.value, p.file, p.n from mention_identifier i join place p on p.row = i.row order by i.value')
    .raw()
    .all();
  expect(identifiers).toEqual([
    ['9999990000000000001', 'bank_flow-2.csv', 2],
    ['9999990000000000019', 'bank_flow-2.csv', 2],
  ]);
});
