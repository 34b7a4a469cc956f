import { expect, test } from 'vitest';
import { drawLinks } from '../../../../../electron/core/graph/draw-graph.ts';
import linkRows from '../../../../../electron/core/graph/link-rows.request.ts';
import decide from '../../../../../electron/core/graph/relations-decide.request.ts';
import holders from '../../../../../electron/core/graph/relations-holders.request.ts';
import list from '../../../../../electron/core/graph/relations-list.request.ts';
import shared from '../../../../../electron/core/graph/relations-shared.request.ts';
import undo from '../../../../../electron/core/graph/relations-undo.request.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { ask } from '../../../../make/ask.ts';
import { type FieldTexts, makeCase } from '../../../../make/make-case.ts';

const AT = '2026-01-02T00:00:00.000Z';

const links = (store: Store) =>
  store.db
    .prepare(
      `select l.kind || ' ' || min(a.name, b.name) || ' ' || max(a.name, b.name) || ' ' || l.rows from link l
       join party a on a.id = l.source join party b on b.id = l.target where l.kind like 'shared%' order by 1`,
    )
    .pluck()
    .all() as string[];
const party = (store: Store, name: string) =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;
const companies = (n: number, more: (at: number) => FieldTexts) =>
  Array.from({ length: n }, (_, at) => ({
    name: `第${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${at}商贸有限公司`,
    ...more(at),
  }));

/** A buyer whose own mobile is a supplier's, two suppliers in one room, two bidders at one machine. */
const town = () =>
  makeCase()
    .sheet('staff', [
      { name: '王伟', employer: '澄溪市第一人民医院', phone: '19900001111', home_address: '澄溪市某区某路1号2栋301室' },
      { name: '李娜', employer: '澄溪市第一人民医院', phone: '19900002222' },
    ])
    .sheet('company', [
      { name: '瑞衡药业有限公司', phone: '19900001111', address: '澄溪市创新大道1号801室', contact: '方晓' },
      { name: '恒沅贸易有限公司', phone: '0990-88110001', address: '澄溪市创新大道１号 801', contact: '方晓' },
      { name: '青穗推广有限公司', phone: '0990-88110001', address: '澄溪市创新大道1号' },
    ])
    .sheet('bid', [
      {
        tender_no: 'ZB-1',
        bidder: '瑞衡药业有限公司',
        bid_amount: '100',
        open_date: '2024-03-01',
        ip: '203.0.113.7',
        mac: '0A-1B-2C-3D-4E-5F',
      },
      {
        tender_no: 'ZB-1',
        bidder: '青穗推广有限公司',
        bid_amount: '110',
        open_date: '2024-03-01',
        ip: '203.0.113.7',
        mac: '0a:1b:2c:3d:4e:5f',
      },
      {
        tender_no: 'ZB-1',
        bidder: '恒沅贸易有限公司',
        bid_amount: '120',
        open_date: '2024-03-01',
        ip: '192.168.1.7',
        mac: '00-00-00-00-00-00',
      },
    ]);

test('a phone, a room, a public address and a machine that two parties share are links with a cell on either side', async () => {
  const store = town().store();
  expect(links(store)).toEqual([
    'sharedAddress 恒沅贸易有限公司 瑞衡药业有限公司 2',
    'sharedDevice 瑞衡药业有限公司 青穗推广有限公司 2',
    'sharedIp 瑞衡药业有限公司 青穗推广有限公司 2',
    'sharedPhone 恒沅贸易有限公司 青穗推广有限公司 2',
    'sharedPhone 方晓 王伟 2',
    'sharedPhone 王伟 瑞衡药业有限公司 2',
  ]);
  const [one, another] = [party(store, '王伟'), party(store, '瑞衡药业有限公司')].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const rows = await ask(linkRows, 'graph.link-rows', store, { kind: 'sharedPhone', source: one, target: another });
  expect(rows).toMatchObject({ rows: 2, asideRows: 0, inferred: 'open' });
  expect(rows.list.map(({ text, source }) => `${text} ${source.file} ${source.cell}`).toSorted()).toEqual([
    '19900001111 company-2.csv B2',
    '19900001111 staff-1.csv C2',
  ]);
});

test('the contact of a company has its phone as such: that is no relation of its own', () => {
  const store = makeCase()
    .sheet('company', [{ name: '瑞衡药业有限公司', contact: '方晓', phone: '19900001111' }])
    .sheet('staff', [{ name: '方晓', employer: '瑞衡药业有限公司', phone: '19900001111' }])
    .store();
  expect(links(store)).toEqual([]);
});

test('a building, a service number, a private address and the landline of a person link nobody', () => {
  const store = makeCase()
    .sheet('company', [
      { name: '瑞衡药业有限公司', phone: '400-800-0001', address: '澄溪市创新大道1号' },
      { name: '恒沅贸易有限公司', phone: '4008000001', address: '澄溪市创新大道1号3楼' },
    ])
    .sheet('staff', [
      { name: '王伟', employer: '澄溪市第一人民医院', phone: '0990-88110002' },
      { name: '李娜', employer: '澄溪市第一人民医院', phone: '0990-88110002' },
    ])
    .store();
  expect(links(store)).toEqual([]);
});

test('what more than thirty companies or ten people have links nobody, and is listed with every cell', async () => {
  const address = '澄溪市创新大道1号801室';
  const store = makeCase()
    .sheet(
      'company',
      companies(31, () => ({ address })),
    )
    .sheet(
      'staff',
      Array.from({ length: 11 }, (_, at) => ({
        name: `王${'甲乙丙丁戊己庚辛壬癸子'[at]}`,
        employer: '澄溪市第一人民医院',
        phone: '19900003333',
      })),
    )
    .store();
  expect(links(store)).toEqual([]);
  const found = await ask(shared, 'relations.shared', store, { which: 'aside' });
  expect(found).toMatchObject({
    total: 2,
    all: 2,
    aside: 2,
    rows: [
      { kind: 'address', value: '澄溪市创新大道1号801', people: 0, organisations: 31, total: 31, aside: 'hub' },
      { kind: 'phone', value: '19900003333', people: 11, organisations: 0, total: 11, aside: 'hub' },
    ],
  });
  const everybody = await ask(holders, 'relations.holders', store, { attribute: found.rows[0]!.attribute, limit: 2 });
  expect(everybody.total).toBe(31);
  expect(everybody.rows[0]).toMatchObject({ party: { name: '第甲0商贸有限公司' }, source: { cell: 'B2' } });
  expect(everybody.pairs).toEqual({ all: (31 * 30) / 2, drawn: 0, rejected: 0 });
  expect(found).toMatchObject({
    kinds: { phone: 1, address: 1, building: 0 },
    guard: { people: 10, organisations: 30 },
  });
});

test('a value says how many pairs of its holders it links, and relations are counted by state and found by a name', async () => {
  const store = makeCase()
    .sheet('company', [
      { name: '瑞衡药业有限公司', phone: '19900001111', contact: '方晓' },
      { name: '恒沅贸易有限公司', phone: '19900001111' },
      { name: '青穗推广有限公司', phone: '19900001111' },
    ])
    .store();
  const [value] = (await ask(shared, 'relations.shared', store, {})).rows;
  const pairs = async () => (await ask(holders, 'relations.holders', store, { attribute: value!.attribute })).pairs;
  expect({ total: value?.total, pairs: await pairs() }).toEqual({ total: 4, pairs: { all: 6, drawn: 5, rejected: 0 } });
  const [a, b] = [party(store, '恒沅贸易有限公司'), party(store, '青穗推广有限公司')];
  await ask(decide, 'relations.decide', store, { kind: 'sharedPhone', a, b, verdict: 'rejected', reason: '代办' });
  expect(await pairs()).toEqual({ all: 6, drawn: 4, rejected: 1 });
  const named = await ask(list, 'relations.list', store, { text: '恒沅', state: 'rejected' });
  expect(named).toMatchObject({ total: 1, states: { open: 2, confirmed: 0, rejected: 1 } });
});

test('thirty companies in one room are linked: the guard begins above that', () => {
  const store = makeCase()
    .sheet(
      'company',
      companies(30, () => ({ address: '澄溪市创新大道1号801室' })),
    )
    .store();
  expect(links(store)).toHaveLength((30 * 29) / 2);
});

test('the network address of a statement is that of whoever sent the money', () => {
  const booking = (holder: string, flag: string, ip: string) => ({
    holder_name: holder,
    holder_account: holder === '瑞衡药业有限公司' ? '99999900000014' : '99999900000022',
    txn_date: '2024-05-06',
    dc_flag: flag,
    amount: '100',
    counterparty_name: '某市某店',
    ip,
  });
  const store = makeCase()
    .sheet('bank_flow', [
      booking('瑞衡药业有限公司', '出', '203.0.113.9'),
      booking('瑞衡药业有限公司', '进', '203.0.113.8'),
    ])
    .sheet('bank_flow', [
      booking('恒沅贸易有限公司', '出', '203.0.113.9'),
      booking('恒沅贸易有限公司', '出', '203.0.113.8'),
    ])
    .store();
  expect(links(store)).toEqual(['sharedIp 恒沅贸易有限公司 瑞衡药业有限公司 2']);
});

test('a relation is a guess until a person confirms it, is not drawn once rejected, and is a guess again when that is taken back', async () => {
  const store = town().store();
  const [a, b] = [party(store, '王伟'), party(store, '瑞衡药业有限公司')];
  const state = async () =>
    (await ask(list, 'relations.list', store, { party: a, with: b })).rows.map((row) => row.state);
  const degrees = () =>
    store.db.prepare('select degree from party_figure where party in (?, ?) order by party').pluck().all(a, b);
  const before = { links: links(store), degrees: degrees() };
  expect(await state()).toEqual(['open']);

  const confirmed = await ask(decide, 'relations.decide', store, {
    kind: 'sharedPhone',
    a,
    b,
    verdict: 'confirmed',
    reason: '本人承认',
  });
  expect(await state()).toEqual(['confirmed']);
  expect(links(store)).toEqual(before.links);
  await ask(decide, 'relations.decide', store, {
    kind: 'sharedPhone',
    a: b,
    b: a,
    verdict: 'rejected',
    reason: '号码已转让',
  });
  expect(await state()).toEqual(['rejected']);
  expect(links(store)).toEqual(before.links.filter((link) => link !== 'sharedPhone 王伟 瑞衡药业有限公司 2'));
  expect(degrees()).not.toEqual(before.degrees);
  const [rejected] = (await ask(list, 'relations.list', store, { state: 'rejected' })).rows;
  expect(rejected?.values).toMatchObject([{ value: '19900001111', said: { reason: '号码已转让' } }]);

  await ask(undo, 'relations.undo', store, { decision: rejected!.values[0]!.said!.decision });
  expect(await state()).toEqual(['confirmed']);
  await ask(undo, 'relations.undo', store, { decision: confirmed.decision });
  expect({ links: links(store), degrees: degrees() }).toEqual(before);
  await expect(ask(undo, 'relations.undo', store, { decision: confirmed.decision })).rejects.toThrow(
    'decision.not-found',
  );
  expect(
    store.db.prepare("select action from journal where action like 'relation.%' order by seq").pluck().all(),
  ).toEqual(['relation.decided', 'relation.decided', 'relation.undone', 'relation.undone']);
});

test('a word on a relation is remembered when its records are made anew, and speaks of its value only', async () => {
  const store = town().store();
  const [a, b] = [party(store, '恒沅贸易有限公司'), party(store, '青穗推广有限公司')];
  await ask(decide, 'relations.decide', store, {
    kind: 'sharedPhone',
    a,
    b,
    verdict: 'rejected',
    reason: '代办机构的电话',
  });
  store.transaction(() => {
    // as when the file that named them is taken back and imported again: parties get other ids
    store.db.exec('update mention set party = null; delete from party');
    resolveParties(store, AT);
    drawLinks(store);
  });
  expect(links(store).some((link) => link.startsWith('sharedPhone 恒沅'))).toBe(false);
  store.transaction(() => {
    store.db.exec("update rec_company set phone = '0990-88119999' where phone = '0990-88110001'");
    drawLinks(store);
  });
  expect(links(store)).toContain('sharedPhone 恒沅贸易有限公司 青穗推广有限公司 2');
});

test('nobody can decide on what two parties do not share', async () => {
  const store = town().store();
  const [a, b] = [party(store, '李娜'), party(store, '青穗推广有限公司')];
  const said = { a, b, verdict: 'confirmed', reason: '核对' } as const;
  await expect(ask(decide, 'relations.decide', store, { kind: 'sharedPhone', ...said })).rejects.toThrow(
    'relation.not-found',
  );
  await expect(ask(decide, 'relations.decide', store, { kind: 'payment', ...said })).rejects.toThrow(
    'relation.not-found',
  );
});
