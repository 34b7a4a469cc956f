import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { writeSummary } from '../../../../../../electron/core/export/summary-workbook.ts';
import traceList from '../../../../../../electron/core/graph/trace-list.request.ts';
import traceSave from '../../../../../../electron/core/graph/trace-save.request.ts';
import traceTurn from '../../../../../../electron/core/graph/trace-turn.request.ts';
import type { Store } from '../../../../../../electron/core/store/connect.ts';
import { caseIdOf } from '../../../../../../electron/core/store/meta.ts';
import { readTraceQuestion } from '../../../../../../electron/core/store/saved-traces.ts';
import { undoBatch } from '../../../../../../electron/core/store/undo-import.ts';
import { ask } from '../../../../../make/ask.ts';
import { makeCase } from '../../../../../make/make-case.ts';

const [pharma, firm, doctor] = ['华康药业有限公司', '远山推广有限公司', '李秋实'];

const aCase = (): Store =>
  makeCase()
    .payments([
      { from: pharma, to: firm, yuan: 100_000, on: '2025-03-01', toAccount: '9999990000000011' },
      { from: firm, to: doctor, yuan: 60_000, on: '2025-03-05', fromAccount: '9999990000000011' },
    ])
    .store();

const idOf = (store: Store, name: string): number =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;

async function saved(report = true) {
  const store = aCase();
  const { trace } = await ask(traceSave, 'trace.save', store, {
    name: '推广费去向',
    note: '先进后出',
    report,
    question: { seeds: { parties: [idOf(store, pharma)] }, layers: 2 },
  });
  return { store, trace };
}

/** The lines of the sheet 资金追踪, by their heads. */
async function printed(store: Store, mask: 'internal' | 'public' = 'internal') {
  const openCase = { store, caseId: caseIdOf(store), folder: '', key: Buffer.alloc(0), actor: '办案人甲' };
  const at = new Date('2026-01-05T02:00:00Z');
  const { bytes } = await writeSummary(openCase, { mask, lang: 'zh-CN', purpose: '', at });
  const sheet = XLSX.read(bytes).Sheets.资金追踪!;
  const [, ...rows] = XLSX.utils.sheet_to_json<Array<string | number>>(sheet, { header: 1 });
  return rows;
}

test('a saved trace stands in the report with its method, its layers, what was not traced, and each hop with its cells', async () => {
  const { store } = await saved();
  const lines = (await printed(store)).map((row) => row.map(String));
  const of = (what: string) => lines.filter((line) => line[3] === what);
  expect(of('归属方法')[0]?.[4]).toContain('先进先出');
  expect(of('条件')[0]?.[4]).toContain(`起点 ${pharma}`);
  expect(of('到达本层').map((line) => [line[2], line[7]])).toEqual([
    ['1', '100000'],
    ['2', '60000'],
  ]);
  expect(of('未追到').map((line) => [line[2], line[7]])).toEqual([['1', '40000']]);
  expect(of('一跳').map((line) => [line[5], line[6], line[7]])).toEqual([
    [pharma, firm, '100000'],
    [firm, doctor, '60000'],
  ]);
  const payments = of('付款');
  expect(payments).toHaveLength(2);
  for (const payment of payments) expect(payment[12]).toMatch(/ › .+![A-Z]+\d+$/);
});

test('for other eyes its names and texts are masked like the rest of the report', async () => {
  const { store } = await saved();
  const text = JSON.stringify(await printed(store, 'public'));
  expect(text).not.toContain(doctor);
  expect(text).not.toContain('先进后出');
  expect(text).toContain('李某1');
});

test('it stands in the list with what it came to, and leaves the report when it is taken out or away', async () => {
  const { store, trace } = await saved(false);
  const list = async () => (await ask(traceList, 'trace.list', store, { removed: true })).traces[0];
  expect(await list()).toMatchObject({
    name: '推广费去向',
    seedFen: 10_000_000,
    reachedFen: 6_000_000,
    reported: false,
  });
  expect(await printed(store)).toEqual([]);
  await ask(traceTurn, 'trace.turn', store, { trace, what: 'report' });
  expect((await printed(store)).length).toBeGreaterThan(5);
  await ask(traceTurn, 'trace.turn', store, { trace, what: 'remove' });
  expect(await printed(store)).toEqual([]);
  await expect(ask(traceTurn, 'trace.turn', store, { trace: 99, what: 'remove' })).rejects.toThrow('trace.not-found');
});

test('when the file it rests on was taken back the report says that it cannot be traced', async () => {
  const { store, trace } = await saved();
  const batch = store.db.prepare('select id from batch').pluck().get() as number;
  store.transaction(() => undoBatch(store, batch, { at: '2026-01-06T00:00:00Z', actor: '测试员', reason: '重复' }));
  store.db.exec('update mention set party = null');
  expect(readTraceQuestion(store, trace)).toMatchObject({ gone: 1, question: { seeds: { parties: [] } } });
  const lines = (await printed(store)).map((row) => row.map(String));
  expect(lines.some((line) => line[4]?.startsWith('现在不能追踪'))).toBe(true);
});
