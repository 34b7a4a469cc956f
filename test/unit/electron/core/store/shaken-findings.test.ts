import { expect, test } from 'vitest';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import { undoDecisions, writeDecisions } from '../../../../../electron/core/store/party-decisions.ts';
import { shakenBy } from '../../../../../electron/core/store/shaken-findings.ts';
import { makeCase } from '../../../../make/make-case.ts';

const FOUND = '2026-01-06T00:00:00.000Z';
const LATER = '2026-01-07T00:00:00.000Z';

test('a finding says when parties of its evidence were split after it was found, until that is taken back', () => {
  const store = makeCase()
    .payments([
      { from: '瑞衡药业有限公司', to: '周启明', toAccount: '9999990000000000011', yuan: '49900', on: '2024-07-15' },
      { from: '瑞衡药业有限公司', to: '方晓', toAccount: '9999990000000000022', yuan: '100', on: '2024-07-16' },
    ])
    .store();
  const mention = (name: string) =>
    store.db.prepare('select id from mention where name = ?').pluck().get(name) as number;
  const row = store.db.prepare('select row from rec_bank_flow where fen = 4990000').pluck().get();
  store.db.pragma('foreign_keys = off');
  store.db.prepare("insert into finding_row values (7, ?, 'amount', 'evidence', null)").run(row);
  const said = { at: LATER, actor: '测试员', reason: '两人' };
  const split = (name: string, rest: string) =>
    writeDecisions(
      store,
      [{ verdict: 'split', a: [mention(name)], b: [mention(rest)], nameA: name, nameB: rest }],
      said,
    );
  expect(shakenBy(store, 7, FOUND)).toBeNull();
  split('方晓', '瑞衡药业有限公司');
  expect(shakenBy(store, 7, FOUND)).toBeNull();
  const batch = split('周启明', '方晓');
  resolveParties(store, LATER);
  expect(shakenBy(store, 7, FOUND)).toEqual({ ...said, rows: 1 });
  expect(shakenBy(store, 7, LATER)).toBeNull();
  undoDecisions(store, batch, { at: LATER, actor: '测试员' });
  expect(shakenBy(store, 7, FOUND)).toBeNull();
});
