import { expect, test } from 'vitest';
import listParties from '../../../../../electron/core/parties/list-parties.request.ts';
import readParty from '../../../../../electron/core/parties/read-party.request.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { ask } from '../../../../make/ask.ts';
import { makeCase } from '../../../../make/make-case.ts';
import { Records } from '../../../../make/records.ts';

const account = '9999990000000000011';
const partyCalled = (store: Store, name: string) =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;

const twoFiles = () =>
  makeCase()
    .payments([
      {
        from: '瑞衡药业有限公司',
        to: '周启明',
        toAccount: account,
        yuan: 20_000,
        on: '2024-07-15',
        memo: '学术推广费',
      },
      { from: '瑞衡药业有限公司', to: '方晓', yuan: 300, on: '2024-07-16' },
    ])
    .sheet('conference_person', [
      {
        conference_name: '骨科新技术论坛',
        conference_date: '2024-07-01',
        name: '周启明',
        org: '澄溪市第一人民医院',
        dept: '骨科',
        title: '主任医师',
        account_no: account,
        fee: 3000,
      },
    ])
    .store();

test('a dossier says for every mention why it stands there, with the cell', async () => {
  const store = twoFiles();
  const party = await ask(readParty, 'party.read', store, { id: partyCalled(store, '周启明') });
  expect(party).toMatchObject({
    kind: 'person',
    drawnAs: 'doctor',
    identity: '澄溪市第一人民医院 · 骨科 · 主任医师 · *0011',
    inFen: 2_000_000,
    outFen: 0,
    rows: 2,
    sameName: 0,
    mentionsTotal: 2,
    inTotal: 1,
    in: [
      {
        party: { name: '瑞衡药业有限公司' },
        kind: 'payment',
        rows: 1,
        fen: 2_000_000,
        first: '2024-07-15',
        last: '2024-07-15',
      },
    ],
    identifiers: [
      { type: 'account', value: account, keyable: true, source: { file: 'bank_flow-1.csv', row: 2, cell: 'F2' } },
    ],
  });
  expect(party.out.map(({ kind }) => kind).toSorted()).toEqual(['attendance', 'employment']);
  expect(party.mentions).toMatchObject([
    {
      name: '周启明',
      reason: 'first',
      joinedTo: null,
      rows: 1,
      source: { file: 'bank_flow-1.csv', row: 2, field: 'counterparty_name' },
    },
    {
      name: '周启明',
      reason: 'account',
      joinedTo: { value: account, source: { cell: 'F2' } },
      rows: 1,
      source: { file: 'conference_person-2.csv' },
    },
  ]);
  expect(party.facts.map(({ label, value, source }) => `${label} ${value} ${source?.cell}`)).toEqual([
    'conference_person.org 澄溪市第一人民医院 D2',
    'conference_person.dept 骨科 E2',
    'conference_person.title 主任医师 F2',
  ]);
});

test('a number that also stands beside somebody else is told as a clue', async () => {
  const store = makeCase()
    .payments([
      { from: '瑞衡药业有限公司', to: '周启明', toAccount: account, yuan: 100, on: '2024-07-15' },
      { from: '瑞衡药业有限公司', to: '方晓', toAccount: account, yuan: 100, on: '2024-07-16' },
    ])
    .store();
  const party = await ask(readParty, 'party.read', store, { id: partyCalled(store, '周启明') });
  expect(party.facts).toMatchObject([{ label: 'clue.account', value: `方晓 · ${account}`, source: { row: 3 } }]);
});

test('a party that is not there is a Problem', async () => {
  await expect(ask(readParty, 'party.read', twoFiles(), { id: 999 })).rejects.toThrow('party.not-found');
});

const three = () => {
  const records = new Records();
  records.pay({ by: '瑞衡药业有限公司', to: { name: '周启明', account }, yuan: 900, on: '2024-07-15' });
  records.pay({
    by: '瑞衡药业有限公司',
    to: { name: '阿明', account: '9999990000000000022' },
    yuan: 5_000,
    on: '2024-07-15',
  });
  records.pay({ by: { name: '周启明', phone: '19900001111' }, to: '青穗推广有限公司', yuan: 10, on: '2024-07-15' });
  records.company({ name: '青穗推广有限公司', role: 'cso' });
  return records.draw();
};

test('lists are sorted by figures over all rows or by pinyin, and say how many there are', async () => {
  const { store } = three();
  const names = async (question: Parameters<typeof ask<'parties.list'>>[3]) =>
    (await ask(listParties, 'parties.list', store, question)).rows.map(({ name }) => name);
  expect(await names({ sort: 'in' })).toEqual(['阿明', '周启明', '青穗推广有限公司', '瑞衡药业有限公司', '周启明']);
  expect(await names({ sort: 'name' })).toEqual(['阿明', '青穗推广有限公司', '瑞衡药业有限公司', '周启明', '周启明']);
  expect(await ask(listParties, 'parties.list', store, { limit: 2 })).toMatchObject({
    total: 5,
    byKind: { person: 3, company: 1, cso: 1 },
    rows: [
      { name: '瑞衡药业有限公司', rows: 2 },
      { name: '青穗推广有限公司', drawnAs: 'cso' },
    ],
  });
  expect((await ask(listParties, 'parties.list', store, { kind: 'cso' })).total).toBe(1);
  expect(
    (await ask(listParties, 'parties.list', store, { text: '9999 9900 0000 0000 011' })).rows.map(({ name }) => name),
  ).toEqual(['周启明']);
});

test('two parties of one name say so, and by what they differ', async () => {
  const { store } = three();
  const { rows } = await ask(listParties, 'parties.list', store, { text: '周启明' });
  expect(rows.map(({ sameName, identity }) => `${sameName} ${identity}`).toSorted()).toEqual(['2 *0011', '2 *1111']);
});

test('findings are counted while they are open, not once they are ruled out', async () => {
  const records = three();
  records.finding({ about: ['阿明'], severity: 4 });
  records.finding({ about: ['阿明'], severity: 2, status: 'excluded' });
  const { rows } = await ask(listParties, 'parties.list', records.store, { sort: 'findings', limit: 1 });
  expect(rows).toMatchObject([{ name: '阿明', findings: 1 }]);
  const party = await ask(readParty, 'party.read', records.store, { id: records.party('阿明') });
  expect(party.findings.map(({ status }) => status)).toEqual(['open', 'excluded']);
});
