import { expect, test } from 'vitest';
import start from '../../../../../electron/core/graph/start.request.ts';
import compare from '../../../../../electron/core/graph/views-compare.request.ts';
import list from '../../../../../electron/core/graph/views-list.request.ts';
import read from '../../../../../electron/core/graph/views-read.request.ts';
import remove from '../../../../../electron/core/graph/views-remove.request.ts';
import rename from '../../../../../electron/core/graph/views-rename.request.ts';
import restore from '../../../../../electron/core/graph/views-restore.request.ts';
import save from '../../../../../electron/core/graph/views-save.request.ts';
import { ask } from '../../../../make/ask.ts';
import { Records } from '../../../../make/records.ts';

const maker = '瑞衡药业有限公司';
const shop = '望川商贸有限公司';
const other = '澄溪企业管理有限公司';

function small() {
  const records = new Records();
  records.pay({ by: maker, to: shop, yuan: 20_000, on: '2024-07-15' });
  records.pay({ by: maker, to: shop, yuan: 5_000, on: '2024-10-02' });
  records.pay({ by: shop, to: other, yuan: 300, on: '2024-09-16' });
  records.draw();
  const at = (name: string, x: number) => ({ id: records.party(name), x, y: 10 });
  const state = { filter: {}, period: {} };
  return { records, store: records.store, at, state };
}

test('a view keeps who stands where, filters, period and texts, and the figures its links had', async () => {
  const { store, at, state } = small();
  const { view } = await ask(save, 'graph.views-save', store, {
    name: '甲',
    note: '待核',
    parties: [{ ...at(maker, 1), pinned: true }, { ...at(shop, 2) }, { ...at(other, 3), hidden: true }],
    state: { ...state, period: { from: '2024-10-01', to: '2024-12-31' }, rest: '{"look":1}' },
    texts: [{ id: 'a', text: '看这里', x: 5, y: 6 }],
  });
  expect((await ask(list, 'graph.views-list', store, {})).views).toMatchObject([
    { view, name: '甲', note: '待核', parties: 3, links: 1, rows: 1, fen: 500_000, lines: [[0, 1]], reported: false },
  ]);
  const answer = await ask(read, 'graph.views-read', store, { view });
  expect(answer).toMatchObject({
    state: { period: { from: '2024-10-01', undated: true }, rest: '{"look":1}' },
    texts: [{ text: '看这里' }],
    parties: [
      { name: maker, x: 1, pinned: true, hidden: false },
      { name: shop, x: 2, pinned: false },
      { name: other, hidden: true },
    ],
  });
  expect(answer.parties.map(({ saved, now }) => saved === now)).toEqual([true, true, true]);
});

test('who is no longer in the case is told, and compared by name with the chart of now', async () => {
  const { records, store, at, state } = small();
  const parties = [at(maker, 1), at(shop, 2), at(other, 3)];
  const { view } = await ask(save, 'graph.views-save', store, { name: '甲', parties, state });
  store.db.exec(`update mention set name = '改了名', key = '改了名' where name = '${other}'`);
  records.pay({ by: maker, to: shop, yuan: 100, on: '2024-11-01' });
  records.pay({ by: maker, to: '新来的公司', yuan: 70, on: '2024-11-02' });
  records.draw();
  expect((await ask(read, 'graph.views-read', store, { view })).parties.map(({ now }) => now !== null)).toEqual([
    true,
    true,
    false,
  ]);
  const answer = await ask(compare, 'graph.views-compare', store, {
    before: view,
    after: { parties: [at(maker, 1), at(shop, 2), at('新来的公司', 3)], state },
  });
  expect(answer).toMatchObject({
    before: { parties: 3, links: 2, rows: 3, fen: 2_530_000 },
    after: { parties: 3, links: 2, rows: 4, fen: 2_517_000 },
    addedParties: ['新来的公司'],
    removedParties: [other],
    counts: { addedLinks: 1, removedLinks: 1, changedLinks: 1 },
  });
  expect(answer.links).toContainEqual({
    kind: 'payment',
    source: maker,
    target: shop,
    before: { rows: 2, fen: 2_500_000 },
    after: { rows: 3, fen: 2_510_000 },
  });
});

test('a view is saved over, renamed, taken away and brought back, each in the journal', async () => {
  const { store, at, state } = small();
  const { view } = await ask(save, 'graph.views-save', store, { name: '甲', parties: [at(maker, 1)], state });
  await ask(save, 'graph.views-save', store, { view, name: '甲', parties: [at(maker, 1), at(shop, 2)], state });
  await ask(rename, 'graph.views-rename', store, { view, name: '乙' });
  await ask(remove, 'graph.views-remove', store, { view });
  expect((await ask(list, 'graph.views-list', store, {})).views).toEqual([]);
  await ask(restore, 'graph.views-restore', store, { view });
  expect((await ask(list, 'graph.views-list', store, {})).views).toMatchObject([{ view, name: '乙', parties: 2 }]);
  const actions = store.db.prepare("select action from journal where action like 'view.%' order by seq").pluck().all();
  expect(actions).toEqual(['view.saved', 'view.changed', 'view.renamed', 'view.removed', 'view.restored']);
  await expect(ask(rename, 'graph.views-rename', store, { view: 99, name: '丙' })).rejects.toThrow('view.not-found');
});

test('a view of two thousand parties is opened with everybody in it', async () => {
  const records = new Records();
  const others = Array.from({ length: 1_999 }, (_, n) => `望川商贸${n}号店`);
  for (const to of others) records.pay({ by: maker, to, yuan: 100, on: '2024-07-15' });
  records.draw();
  const { store } = records;
  const parties = [maker, ...others].map((name, x) => ({ id: records.party(name), x, y: 0 }));
  const { view } = await ask(save, 'graph.views-save', store, {
    name: '全',
    parties,
    state: { filter: {}, period: {} },
  });
  const opened = await ask(read, 'graph.views-read', store, { view });
  const now = opened.parties.flatMap((party) => party.now ?? []);
  const drawn = await ask(start, 'graph.start', store, { parties: now });
  expect([drawn.nodes.length, drawn.links.length]).toEqual([2_000, 1_999]);
});
