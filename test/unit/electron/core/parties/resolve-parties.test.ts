import { expect, test } from 'vitest';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { writeDecisions } from '../../../../../electron/core/store/party-decisions.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';
import { writeManyMentions } from '../../../../make/many-mentions.ts';
import { groups, type MentionSpec, resolved, writeMentions } from '../../../../make/mentions.ts';

const AT = '2026-01-02T00:00:00.000Z';
const idA = '990000197001010019';
const idB = '990000198502020028';
const usccA = '91990000MA00000A1X';
const usccB = '91990000MA00000B2Y';

const partition = (...specs: MentionSpec[]) => {
  const { store, ids } = resolved(...specs);
  return groups(store, ids);
};
const together = (...specs: MentionSpec[]) => partition(...specs).length === 1;

test('an equal valid ID number joins, whatever the name', () => {
  expect(together({ name: '周启明', idNo: idA }, { name: '周启朋', idNo: idA, phone: '19900001111' })).toBe(true);
});

test('an ID number that fails its check joins nobody', () => {
  expect(
    together(
      { name: '周启明', idNo: idA, damaged: true },
      { name: '周启明', idNo: idA, damaged: true, phone: '19900001111' },
    ),
  ).toBe(false);
});

test('a name alone never joins people', () => {
  expect(
    partition({ name: '王伟', phone: '19900001111' }, { name: '王伟', phone: '19900002222' }, { name: '王伟' }),
  ).toEqual([[0], [1], [2]]);
});

test('an equal account joins equal names and slips of the pen, not another person', () => {
  const account = '9999990000000000011';
  expect(
    partition(
      { name: '沈国栋', account },
      { name: '沈 国栋', account, phone: '19900001111' },
      { name: '沈国梁', account },
      { name: '方晓', account },
    ),
  ).toEqual([[0, 1, 2], [3]]);
});

test('a line that gives only the account joins its one holder', () => {
  const account = '9999990000000000011';
  expect(together({ account }, { name: '沈国栋', account })).toBe(true);
});

test('a line that gives only an account with two holders is a party of its own', () => {
  const account = '9999990000000000011';
  expect(partition({ account }, { name: '沈国栋', account }, { name: '方晓', account })).toEqual([[0], [1], [2]]);
});

test('a masked name joins through the account it stands beside, and only through it', () => {
  const account = '9999990000000000011';
  expect(partition({ name: '沈*', account }, { name: '沈国栋', account }, { name: '沈*' })).toEqual([[0, 1], [2]]);
  expect(together({ name: '方*', account }, { name: '沈国栋', account })).toBe(false);
});

test('a masked account joins by head and tail when one holder of that name has such an account', () => {
  const full = { name: '沈国栋', account: '9999991234560003391' };
  expect(together({ name: '沈国栋', account: '999999*********3391' }, full)).toBe(true);
  expect(together({ name: '沈**', account: '999999*********3391' }, full)).toBe(true);
  expect(together({ name: '方晓', account: '999999*********3391' }, full)).toBe(false);
  expect(
    partition({ name: '沈国栋', account: '*********3391' }, full, { name: '沈国栋', account: '9999998888880003391' }),
  ).toEqual([[0], [1], [2]]);
});

test('name and phone join, a phone shared by two names does not', () => {
  const phone = '19900001111';
  expect(
    partition(
      { name: '周启明', phone },
      { name: '周启明', phone, employer: '澄溪市第一人民医院' },
      { name: '方晓', phone },
    ),
  ).toEqual([[0, 1], [2]]);
});

test('name and employer join; namesakes in two departments stay two until a number says otherwise', () => {
  const employer = '澄溪市第一人民医院';
  expect(together({ name: '周启明', employer }, { name: '周启明', employer, phone: '19900001111' })).toBe(true);
  const both = [
    { name: '王伟', employer, dept: '骨科' },
    { name: '王伟', employer, dept: '心内科' },
  ];
  expect(partition(...both, { name: '王伟', employer })).toEqual([[0], [1], [2]]);
  expect(partition(...both.map((each) => ({ ...each, idNo: idA })), { name: '王伟', employer })).toEqual([[0, 1, 2]]);
});

test('a hospital under two names is one employer', () => {
  expect(
    partition(
      { name: '澄溪市第二人民医院', uscc: usccA },
      { name: '澄溪大学附属第三医院', uscc: usccA },
      { name: '周启明', employer: '澄溪市第二人民医院' },
      { name: '周启明', employer: '澄溪大学附属第三医院' },
    ),
  ).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('an employer whose name every town has joins nobody', () => {
  expect(
    together({ name: '周启明', employer: '人民医院', phone: '19900001111' }, { name: '周启明', employer: '人民医院' }),
  ).toBe(false);
});

test('organisations join by name without legal form and brackets, branches stay apart', () => {
  expect(
    partition(
      { name: '瑞衡（澄溪）药业有限公司' },
      { name: '瑞衡(澄溪)药业' },
      { name: '瑞衡(澄溪)药业有限公司南京分公司' },
    ),
  ).toEqual([[0, 1], [2]]);
});

test('an abbreviation takes characters of the full name in their order, and joins it beside the same account only', () => {
  const account = '99000058400000010';
  const full = { name: '澄溪云杉企业管理咨询有限公司', account };
  expect(together({ name: '云杉管理', kind: 'person', account }, full)).toBe(true);
  expect(together({ name: '云杉管理', kind: 'person' }, full)).toBe(false);
  expect(together({ name: '管理云杉', kind: 'person', account }, full)).toBe(false);
  expect(together({ name: '云杉企', kind: 'person', account: '99000058400000028' }, full)).toBe(false);
  expect(together({ name: '澄云杉', kind: 'org', account }, { ...full, name: '澄溪云杉咨询有限公司南京分公司' })).toBe(
    false,
  );
});

test('a short name that reads like a person is the organisation it stands with', () => {
  const account = '99000058400000010';
  const { store, ids } = resolved(
    { name: '和禾医疗用品', kind: 'person', account },
    { name: '澄溪和禾医疗用品有限公司', account },
    { name: '澄溪和禾医疗用品有限公司', uscc: usccA },
  );
  expect(groups(store, ids)).toEqual([[0, 1, 2]]);
  expect(store.db.prepare('select kind, name from party').all()).toEqual([
    { kind: 'company', name: '澄溪和禾医疗用品有限公司' },
  ]);
});

test('two credit codes under one short name keep the companies apart and the short name alone', () => {
  expect(
    partition(
      { name: '瑞衡药业有限公司', uscc: usccA },
      { name: '瑞衡药业股份有限公司', uscc: usccB },
      { name: '瑞衡药业' },
    ),
  ).toEqual([[0], [1], [2]]);
});

test('the full name decides where the short one cannot', () => {
  expect(
    partition(
      { name: '瑞衡药业有限公司', uscc: usccA },
      { name: '瑞衡药业股份有限公司', uscc: usccB },
      { name: '瑞衡药业股份有限公司', account: '9999990000000000077' },
    ),
  ).toEqual([[0], [1, 2]]);
});

test('two valid ID numbers are never one party, not by chains either', () => {
  const phone = '19900001111';
  const employer = '澄溪市第一人民医院';
  expect(
    partition(
      { name: '王伟', idNo: idA, phone },
      { name: '王伟', phone, employer },
      { name: '王伟', idNo: idB, employer },
    ),
  ).toEqual([[0, 1], [2]]);
  expect(
    partition({ name: '王伟', idNo: idA, phone }, { name: '王伟', phone }, { name: '王伟', idNo: idB, phone }),
  ).toEqual([[0], [1], [2]]);
});

test('conferences join by number, by name and day, and a lone name when only one is known', () => {
  const kind = 'conference';
  expect(
    partition(
      { kind, name: '骨科新技术论坛', no: 'HY-2024-001' },
      { kind, name: '2024骨科新技术论坛', no: 'HY-2024-001', day: '2024-05-06' },
      { kind, name: '骨科新技术论坛' },
      { kind, name: '科室会', day: '2024-05-06' },
      { kind, name: '科室会', day: '2024-05-13' },
      { kind, name: '科室会' },
    ),
  ).toEqual([[0, 1, 2], [3], [4], [5]]);
});

test('one number under two unlike names is two conferences', () => {
  const kind = 'conference';
  expect(together({ kind, name: '骨科新技术论坛', no: 'HY-001' }, { kind, name: '消化内镜年会', no: 'HY-001' })).toBe(
    false,
  );
});

test('all cash is one place, and no account makes it a person', () => {
  const { store, ids } = resolved(
    { name: '现金', kind: 'cash' },
    { name: '财付通', kind: 'payment-institution' },
    { name: '支付宝', kind: 'payment-institution' },
  );
  expect(groups(store, ids)).toEqual([[0], [1], [2]]);
  expect(store.db.prepare('select kind from party order by id').pluck().all()).toEqual([
    'cash',
    'payment-institution',
    'payment-institution',
  ]);
});

test('a mention of nobody is no party', () => {
  const { store } = resolved({ name: '', kind: 'person' });
  expect(store.db.prepare('select count(*) from party').pluck().get()).toBe(0);
  expect(store.db.prepare('select party from mention').pluck().get()).toBeNull();
});

test('every join says why and with which mention', () => {
  const account = '9999990000000000011';
  const { store, ids } = resolved(
    { name: '沈国栋', account },
    { name: '沈国栋', account, phone: '19900001111' },
    { name: '沈国栋', phone: '19900001111' },
  );
  expect(
    store.db.prepare('select id, join_reason as reason, join_mention as joined from mention order by id').all(),
  ).toEqual([
    { id: ids[0], reason: 'first', joined: null },
    { id: ids[1], reason: 'account', joined: ids[0] },
    { id: ids[2], reason: 'phone', joined: ids[1] },
  ]);
});

const decide = (store: Store, verdict: 'same' | 'different', a: number, b: number) =>
  writeDecisions(store, [{ verdict, a: [a], b: [b], nameA: '', nameB: '' }], {
    at: AT,
    actor: '审核员',
    reason: '核对原件',
  });

test("a person's word joins what nothing else joins, and keeps apart what would be joined", () => {
  const store = caseInMemory();
  const ids = writeMentions(store, [
    { name: '王伟', phone: '19900001111' },
    { name: '王伟', phone: '19900002222' },
    { name: '方晓', idNo: idA },
    { name: '方晓', idNo: idA, phone: '19900003333' },
  ]);
  decide(store, 'same', ids[0]!, ids[1]!);
  decide(store, 'different', ids[3]!, ids[2]!);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0, 1], [2], [3]]);
  expect(store.db.prepare('select join_reason from mention where id = ?').pluck().get(ids[1])).toBe('decision');
});

test('the last word on a pair counts, and a word taken back does not', () => {
  const store = caseInMemory();
  const ids = writeMentions(store, [
    { name: '王伟', phone: '19900001111' },
    { name: '王伟', phone: '19900002222' },
  ]);
  decide(store, 'same', ids[0]!, ids[1]!);
  decide(store, 'different', ids[1]!, ids[0]!);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0], [1]]);
  store.db.prepare("update party_decision set undone_at = ? where verdict = 'different'").run(AT);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0, 1]]);
});

test('not even a person makes one party of two valid ID numbers', () => {
  const store = caseInMemory();
  const ids = writeMentions(store, [
    { name: '王伟', idNo: idA },
    { name: '王伟', idNo: idB },
  ]);
  decide(store, 'same', ids[0]!, ids[1]!);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0], [1]]);
});

test('"different" holds along chains', () => {
  const store = caseInMemory();
  const phone = '19900001111';
  const account = '9999990000000000011';
  const ids = writeMentions(store, [
    { name: '王伟', account },
    { name: '王伟', account, phone },
    { name: '王伟', phone },
  ]);
  decide(store, 'different', ids[0]!, ids[2]!);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0, 1], [2]]);
});

test('parties keep their ids when they are resolved again, and when new mentions join them', () => {
  const { store, ids } = resolved({ name: '周启明', phone: '19900001111' }, { name: '方晓', phone: '19900002222' });
  const before = store.db.prepare('select id, uid, name from party order by id').all();
  resolveParties(store, AT);
  expect(store.db.prepare('select id, uid, name from party order by id').all()).toEqual(before);
  const [more] = writeMentions(store, [{ name: '周启明', phone: '19900001111', employer: '澄溪市第一人民医院' }]);
  resolveParties(store, AT);
  expect(groups(store, [...ids, more!])).toEqual([[0, 2], [1]]);
  expect(store.db.prepare('select id, uid, name from party order by id').all()).toEqual(before);
});

test('resolving twice writes nothing the second time', () => {
  const { store } = resolved(
    { name: '周启明', phone: '19900001111' },
    { name: '周启明', phone: '19900001111', employer: '澄溪市第一人民医院' },
  );
  const before = store.db.prepare('select total_changes()').pluck().get();
  resolveParties(store, AT);
  expect(store.db.prepare('select total_changes()').pluck().get()).toBe(before);
});

test('a party whose mentions are gone goes too, unless a finding names it; imported again it is the same party', () => {
  const { store, ids } = resolved({ name: '周启明', phone: '19900001111' }, { name: '方晓', phone: '19900002222' });
  const [party, gone] = store.db.prepare('select id, uid from party order by id').all() as Array<{
    id: number;
    uid: string;
  }>;
  store.db.pragma('foreign_keys = off');
  store.db.prepare("insert into finding_subject values (1, 0, '收款人', ?, null, '周启明')").run(party!.id);
  store.db.prepare('delete from mention_identifier').run();
  store.db.prepare('delete from mention').run();
  store.db.pragma('foreign_keys = on');
  resolveParties(store, AT);
  expect(store.db.prepare('select id from party').pluck().all()).toEqual([party!.id]);
  writeMentions(store, [
    { name: '方晓', phone: '19900002222' },
    { name: '周启明', phone: '19900001111' },
  ]);
  resolveParties(store, AT);
  const after = store.db.prepare('select id, uid, name from party').all() as Array<{
    id: number;
    uid: string;
    name: string;
  }>;
  expect(after.find(({ name }) => name === '周启明')).toMatchObject(party!);
  expect(after.find(({ name }) => name === '方晓')?.uid).toBe(gone!.uid);
  expect(ids).toHaveLength(2);
});

test('when a party falls apart, the earliest mention keeps it', () => {
  const { store, ids } = resolved(
    { name: '周启明', phone: '19900001111' },
    { name: '周启明', phone: '19900001111', employer: '澄溪市第一人民医院' },
  );
  const before = store.db.prepare('select party from mention where id = ?').pluck().get(ids[0]);
  decide(store, 'different', ids[0]!, ids[1]!);
  resolveParties(store, AT);
  expect(store.db.prepare('select party from mention where id = ?').pluck().get(ids[0])).toBe(before);
  expect(groups(store, ids)).toEqual([[0], [1]]);
});

test('what is written at once for a case of many parties is what is written one by one', () => {
  const store = caseInMemory();
  writeManyMentions(store, 45_000);
  const written = () =>
    store.db
      .prepare(
        'select m.id, p.uid, p.kind, p.name, join_reason, join_mention from mention m left join party p on p.id = m.party',
      )
      .raw()
      .all();
  resolveParties(store, AT);
  const atOnce = written();
  expect(store.db.prepare('select count(*) from party').pluck().get()).toBeGreaterThan(20_000);
  // of the later half one after another: fewer than are written at once
  for (const from of [22_501, 33_751]) {
    const half = 'where id between ? and ?';
    store.db
      .prepare(`update mention set party = null, join_reason = null, join_mention = null ${half}`)
      .run(from, from + 11_249);
    store.db.prepare('delete from party where id not in (select party from mention where party is not null)').run();
    resolveParties(store, AT);
  }
  expect(written()).toEqual(atOnce);
  const before = store.db.prepare('select total_changes()').pluck().get();
  resolveParties(store, AT);
  expect(store.db.prepare('select total_changes()').pluck().get()).toBe(before);
}, 120_000);
