import { expect, test } from 'vitest';
import { paid } from '../../../../../electron/core/models/example-rows.ts';
import { readFindingMoney } from '../../../../../electron/core/store/finding-money.ts';
import { type NewFinding, writeFindings } from '../../../../../electron/core/store/write-findings.ts';
import { nextRun } from '../../../../../electron/core/store/write-run.ts';
import { caseOf } from '../../../../make/detect-in.ts';

test('figures of a finding that is not about money are in no sum', () => {
  const store = caseOf({ bank_flow: [paid('瑞澜医药有限公司', '沈以墨', '400.00', '2024-06-10')] });
  const { row } = store.db.prepare('select row from payment').get() as { row: number };
  const finding = (key: string, fen: number | null): NewFinding => ({
    model: 'fan-out',
    version: 1,
    key,
    settings: {},
    severity: 1,
    confidence: 0.5,
    params: {},
    measures: [],
    fen,
    subjects: [],
    rows: [{ row, field: 'amount', role: 'evidence' }],
  });
  const run = { id: nextRun(store), at: '2026-01-05T02:00:00.000Z', actor: '测试员', judged: [], standing: [] };
  store.db.prepare("insert into run(id, uid, at, actor, ms) values (?, 'r', ?, ?, 0)").run(run.id, run.at, run.actor);
  store.transaction(() => writeFindings(store, [finding('bids', null), finding('paid', 40_000)], run));
  const ids = store.db.prepare('select id from finding order by key').pluck().all() as number[];
  const money = readFindingMoney(store);
  expect(ids.map((id) => money.of([id]))).toEqual([0, 40_000]);
  expect(money.of(ids)).toBe(40_000);
});
