import { expect, test } from 'vitest';
import linkRows from '../../../../../electron/core/graph/link-rows.request.ts';
import node from '../../../../../electron/core/graph/node.request.ts';
import { ownFigures, readOwn } from '../../../../../electron/core/graph/own-figures.ts';
import start from '../../../../../electron/core/graph/start.request.ts';
import within from '../../../../../electron/core/graph/within.request.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { ask } from '../../../../make/ask.ts';
import { makeCase } from '../../../../make/make-case.ts';

const [pharma, firm] = ['华康药业有限公司', '远山推广有限公司'];
const [first, second] = ['9999990000000003', '9999990000000011'];

const row = (from: string, to: string, name: string, yuan: string, on: string) => ({
  holder_name: pharma,
  holder_account: from,
  txn_date: on,
  amount: yuan,
  dc_flag: '付',
  counterparty_name: name,
  counterparty_account: to,
  summary: '调拨',
});

/** A company moves money between two accounts of its own, which both statements show, and pays a firm. */
const aCase = (): Store =>
  makeCase()
    .sheet('bank_flow', [
      row(first, second, pharma, '50000.00', '2025-03-01'),
      row(first, second, pharma, '7000.00', '2025-04-01'),
      row(first, '9999990000000029', firm, '100000.00', '2025-03-02'),
    ])
    .sheet('bank_flow', [{ ...row(second, first, pharma, '50000.00', '2025-03-01'), dc_flag: '收' }])
    .store();

const idOf = (store: Store, name: string): number =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;

test('what a party moved between its own accounts is a loop at it, each transfer once, and in no sum between parties', async () => {
  const store = aCase();
  const party = idOf(store, pharma);
  const graph = await ask(start, 'graph.start', store, { parties: [party, idOf(store, firm)] });
  const loop = graph.links.find(({ kind }) => kind === 'own-transfer');
  expect(loop).toMatchObject({
    id: `own-transfer:${party}:${party}`,
    source: party,
    target: party,
    rows: 2,
    fen: 5_700_000,
    first: '2025-03-01',
    last: '2025-04-01',
  });
  expect(graph.totals).toMatchObject({ rows: 1, fen: 10_000_000 });
  expect(graph.nodes.find(({ id }) => id === party)).toMatchObject({ inFen: 0, outFen: 10_000_000, degree: 1 });
});

test('its rows lead to their cells, and in a period it has the figures of the period', async () => {
  const store = aCase();
  const party = idOf(store, pharma);
  const loop = { kind: 'own-transfer', source: party, target: party };
  const rows = await ask(linkRows, 'graph.link-rows', store, loop);
  expect(rows).toMatchObject({ rows: 2, fen: 5_700_000 });
  expect(rows.list.every(({ source }) => source.cell !== null)).toBe(true);
  const april = await ask(within, 'graph.within', store, { parties: [party], from: '2025-04-01', to: '2025-04-30' });
  expect(april.links).toMatchObject([{ kind: 'own-transfer', rows: 1, fen: 700_000 }]);
  const { byKind } = await ask(node, 'graph.node', store, { party });
  expect(byKind.find(({ kind }) => kind === 'own-transfer')).toMatchObject({ parties: 1, rows: 2, fen: 5_700_000 });
});

test('after a drawing the chart does not read every booking again to know the loops', () => {
  const store = aCase();
  const party = idOf(store, pharma);
  store.db.exec('delete from rec_bank_flow');
  expect(ownFigures(store)).toEqual(
    new Map([[party, { rows: 2, fen: 5_700_000, first: '2025-03-01', last: '2025-04-01' }]]),
  );
  expect(readOwn(store)).toEqual(new Map());
});
