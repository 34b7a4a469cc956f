import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import traceList from '../../../../../electron/core/graph/trace-list.request.ts';
import traceSave from '../../../../../electron/core/graph/trace-save.request.ts';
import list from '../../../../../electron/core/graph/views-list.request.ts';
import read from '../../../../../electron/core/graph/views-read.request.ts';
import report from '../../../../../electron/core/graph/views-report.request.ts';
import save from '../../../../../electron/core/graph/views-save.request.ts';
import { copyTables, takeTables } from '../../../../../electron/core/seal/snapshot.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';
import { ask } from '../../../../make/ask.ts';
import { makeCase } from '../../../../make/make-case.ts';

const account = '9999990000012345678';
const [pharma, firm] = ['华康药业有限公司', '远山推广有限公司'];

const idOf = (store: Store, name: string): number =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;

/** The case as somebody else opens it from a shared copy. */
function shared(store: Store): Store {
  const folder = mkdtempSync(join(tmpdir(), 'qy-shared-'));
  const file = join(folder, 'copy.db');
  try {
    store.db.exec(`attach '${file}' as snap`);
    store.transaction(() => copyTables(store, 'snap', 'shared'));
    store.db.exec('detach snap');
    const other = caseInMemory();
    other.db.exec(`attach '${file}' as snap`);
    other.transaction(() => {
      other.db.pragma('defer_foreign_keys=on');
      return takeTables(other, 'snap');
    });
    other.db.exec('detach snap');
    return other;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a shared copy opens its views and traces with everybody in their places, and no number of a person in names of groups, notes or texts', async () => {
  const store = makeCase()
    .payments([{ from: pharma, to: firm, yuan: 100_000, on: '2025-03-01', toAccount: account }])
    .store();
  const parties = [
    { id: idOf(store, pharma), x: 1, y: 2, pinned: true },
    { id: idOf(store, firm), x: 3, y: 4 },
  ];
  const hand = [{ id: 'hand:1', name: `经 ${account} 收款`, members: parties.map(({ id }) => id) }];
  const { view } = await ask(save, 'graph.views-save', store, {
    name: `账号 ${account}`,
    note: `见 ${account}`,
    parties,
    state: { filter: {}, period: {}, rest: JSON.stringify({ groups: { folded: [], hand } }) },
    texts: [{ id: 'a', text: `止于 ${account}`, x: 5, y: 6 }],
  });
  await ask(report, 'graph.views-report', store, { view, on: true });
  const question = { seeds: { parties: [idOf(store, pharma)] } };
  await ask(traceSave, 'trace.save', store, { name: `到 ${account}`, report: true, question });

  const copy = shared(store);
  const [listed] = (await ask(list, 'graph.views-list', copy, {})).views;
  expect(listed).toMatchObject({ parties: 2, links: 1, reported: true });
  const opened = await ask(read, 'graph.views-read', copy, { view });
  expect(opened.parties.map(({ name, now, x, y, pinned }) => [name, now, x, y, pinned])).toEqual([
    [pharma, idOf(copy, pharma), 1, 2, true],
    [firm, idOf(copy, firm), 3, 4, false],
  ]);
  const groups = JSON.parse(opened.state.rest).groups.hand;
  expect(groups).toMatchObject([{ members: parties.map(({ id }) => id) }]);
  const { traces } = await ask(traceList, 'trace.list', copy, {});
  expect(traces[0]).toMatchObject({ gone: 0, reported: true, question: { seeds: { parties: [idOf(copy, pharma)] } } });
  const told = JSON.stringify([listed, opened, groups, traces]);
  expect(told).not.toContain(account);
  expect(told).toContain('***5678');
});
