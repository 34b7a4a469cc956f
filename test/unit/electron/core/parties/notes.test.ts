import { expect, test } from 'vitest';
import { carryOut } from '../../../../../electron/core/carry-out.ts';
import start from '../../../../../electron/core/graph/start.request.ts';
import { decidePairs } from '../../../../../electron/core/parties/decide-pairs.ts';
import change from '../../../../../electron/core/parties/party-note-change.request.ts';
import remove from '../../../../../electron/core/parties/party-note-remove.request.ts';
import restore from '../../../../../electron/core/parties/party-note-restore.request.ts';
import write from '../../../../../electron/core/parties/party-note-write.request.ts';
import notes from '../../../../../electron/core/parties/party-notes.request.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { undoDecisions } from '../../../../../electron/core/store/party-decisions.ts';
import { ask } from '../../../../make/ask.ts';
import { makeCase } from '../../../../make/make-case.ts';

const AT = '2026-01-02T00:00:00.000Z';
const town = () =>
  makeCase()
    .sheet('company', [
      { name: '瑞衡药业有限公司', legal_rep: '方晓' },
      { name: '恒沅贸易有限公司', legal_rep: '王伟' },
    ])
    .store();
const party = (store: Store, name: string) =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;
const read = (store: Store, name: string) => ask(notes, 'party.notes', store, { id: party(store, name) });

test('a note is written, changed, taken away and brought back; what it said before stays, and the journal holds each step', async () => {
  const store = town();
  const { note } = await ask(write, 'party.note-write', store, {
    party: party(store, '瑞衡药业有限公司'),
    text: '  注册地址无人办公 ',
  });
  await ask(change, 'party.note-change', store, { note, text: '注册地址无人办公，房东证实' });
  await ask(remove, 'party.note-remove', store, { note });
  expect(await read(store, '瑞衡药业有限公司')).toMatchObject({ standing: 0, notes: [{ note, text: '' }] });
  await expect(ask(remove, 'party.note-remove', store, { note })).rejects.toThrow('note.not-found');
  await ask(restore, 'party.note-restore', store, { note });
  const { standing, notes: found } = await read(store, '瑞衡药业有限公司');
  expect([standing, found[0]?.text, found[0]?.earlier.map(({ text }) => text)]).toEqual([
    1,
    '注册地址无人办公，房东证实',
    ['', '注册地址无人办公，房东证实', '注册地址无人办公'],
  ]);
  expect(await read(store, '恒沅贸易有限公司')).toEqual({ standing: 0, notes: [] });
  expect(store.db.prepare("select action from journal where action like 'note.%' order by seq").pluck().all()).toEqual([
    'note.written',
    'note.changed',
    'note.removed',
    'note.restored',
  ]);
  await expect(ask(change, 'party.note-change', store, { note: 99, text: '无' })).rejects.toThrow('note.not-found');
});

test('a note goes with its party into another and comes back out of it; the chart counts the notes that stand', async () => {
  const store = town();
  const [a, b] = [party(store, '瑞衡药业有限公司'), party(store, '恒沅贸易有限公司')];
  await ask(write, 'party.note-write', store, { party: b, text: '与瑞衡同一经办人' });
  const badges = async () =>
    (await ask(start, 'graph.start', store, { parties: [a, b] })).nodes.map(
      ({ name, notes: n }) => `${name} ${n ?? 0}`,
    );
  expect(await badges()).toEqual(['瑞衡药业有限公司 0', '恒沅贸易有限公司 1']);
  const said = { at: AT, actor: '测试员', reason: '核对' };
  const batch = store.transaction(() => carryOut(store, AT, () => decidePairs(store, 'same', [{ a, b }], said)));
  expect((await ask(start, 'graph.start', store, { parties: [a] })).nodes[0]?.notes).toBe(1);
  store.transaction(() => carryOut(store, AT, () => undoDecisions(store, batch, said)));
  expect((await read(store, '恒沅贸易有限公司')).standing).toBe(1);
  expect((await read(store, '瑞衡药业有限公司')).standing).toBe(0);
});
