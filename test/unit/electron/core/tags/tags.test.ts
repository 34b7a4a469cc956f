import { expect, test } from 'vitest';
import { drawLinks } from '../../../../../electron/core/graph/draw-graph.ts';
import { decidePairs } from '../../../../../electron/core/parties/decide-pairs.ts';
import leadsList from '../../../../../electron/core/parties/leads-list.request.ts';
import listParties from '../../../../../electron/core/parties/list-parties.request.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { undoDecisions } from '../../../../../electron/core/store/party-decisions.ts';
import tagsAdd from '../../../../../electron/core/tags/tags-add.request.ts';
import tagsChange from '../../../../../electron/core/tags/tags-change.request.ts';
import tagsRead from '../../../../../electron/core/tags/tags-read.request.ts';
import type { TagId } from '../../../../../shared/ontology/tags.ts';
import { ask } from '../../../../make/ask.ts';
import { makeCase } from '../../../../make/make-case.ts';

const AT = '2026-01-05T02:00:00.000Z';
const said = { at: AT, actor: '测试员', reason: '核对' };
const hospital = '澄溪市第二人民医院';

const made = () =>
  makeCase()
    .sheet('staff', [
      {
        name: '沈砚秋',
        id_no: '990000197001010018',
        employer: hospital,
        dept: '药剂科',
        position: '主任',
        hire_date: '2021-03-01',
      },
      {
        name: '沈砚秋',
        id_no: '990000197001010018',
        employer: hospital,
        dept: '设备科',
        position: '科长',
        hire_date: '2016-05-01',
        leave_date: '2021-02-28',
      },
      { name: '陆怀谦', employer: hospital, dept: '院办', position: '副院长' },
      { name: '顾闻笛', employer: hospital, dept: '药剂科', position: '', title: '主管药师' },
      { name: '许知远', employer: hospital, dept: '骨科', position: '护理组长', is_key_post: '是' },
    ])
    .sheet('company', [{ name: '恒沅药业有限公司', role: '药品生产企业' }])
    .sheet('clue', [
      {
        clue_no: 'XS-001',
        received_on: '2025-03-01',
        source: '12388',
        subject_name: '沈砚秋',
        subject_org: hospital,
        subject_position: '药剂科主任',
        content: '反映药剂科主任收受回扣',
        category: '带金销售',
      },
      {
        clue_no: 'XS-002',
        received_on: '2025-04-01',
        source: '12320',
        content: '反映某协会摊派',
        category: '社会组织',
      },
      { clue_no: 'XS-003', received_on: '2025-05-01', source: '12345', content: '其他诉求', category: '其他' },
    ])
    .store();

const idOf = (store: Store, name: string) =>
  store.db.prepare('select id from party where name = ? order by id').pluck().get(name) as number;
const named = async (store: Store, ...tags: TagId[]) => {
  const { rows, total, all } = await ask(listParties, 'parties.list', store, { tags, sort: 'name' });
  expect(total).toBe(rows.length);
  expect(all).toBeGreaterThan(total);
  return rows.map(({ name }) => name);
};
const tagsOf = async (store: Store, name: string) =>
  (await ask(tagsRead, 'tags.read', store, { party: idOf(store, name) })).tags;
const add = (store: Store, name: string, tag: TagId, more: object = {}) =>
  ask(tagsAdd, 'tags.add', store, { party: idOf(store, name), tag, reason: '任职文件', ...more });
const change = (store: Store, id: number, what: 'end' | 'reopen' | 'remove' | 'restore', day?: string) =>
  ask(tagsChange, 'tags.change', store, { id, what, reason: '核实', ...(day && { day }) });
const settle = (store: Store) => {
  resolveParties(store, AT);
  drawLinks(store);
};

test('a post of the dictionary makes a derived tag with the cell that says so; a professional title makes none', async () => {
  const store = made();
  const derived = (await tagsOf(store, '沈砚秋')).filter(({ tag }) => tag === 'post.key_post');
  expect(derived).toHaveLength(2);
  expect(derived[0]).toMatchObject({
    given: null,
    derived: { ground: 'position', words: `${hospital} 药剂科 主任` },
    source: { field: 'position', row: 2 },
  });
  expect(await named(store, 'post.key_few')).toEqual(['陆怀谦']);
  expect((await named(store, 'post.key_post')).toSorted()).toEqual(['沈砚秋', '许知远'].toSorted());
  expect((await tagsOf(store, '许知远')).find(({ tag }) => tag === 'post.key_post')).toMatchObject({
    derived: { ground: 'flag' },
    source: { field: 'is_key_post' },
  });
  expect((await tagsOf(store, '顾闻笛')).map(({ tag, derived: why }) => [tag, why?.ground, why?.words])).toEqual([
    ['link.use', 'kind', 'doctor'],
    ['link.use', 'employer', hospital],
  ]);
  store.close();
});

test('a party stands at the link of the chain that its kind says, and a filter of several groups asks for all of them', async () => {
  const store = made();
  expect(await named(store, 'link.production')).toEqual(['恒沅药业有限公司']);
  expect(await named(store, 'link.production', 'post.key_few')).toEqual([]);
  expect(await named(store, 'link.production', 'link.use', 'post.key_few')).toEqual(['陆怀谦']);
  store.close();
});

test('a tag that a person gives is listed with its post, days and reason, and filters at once', async () => {
  const store = made();
  await add(store, '顾闻笛', 'post.key_post', { post: '药事委员会秘书', org: hospital, from: '2022-01-01' });
  expect(await named(store, 'post.key_post')).toContain('顾闻笛');
  const { posts, postsTotal } = await ask(tagsRead, 'tags.read', store, { party: idOf(store, '顾闻笛') });
  expect(postsTotal).toBe(2);
  expect(posts[0]).toMatchObject({
    from: 'given',
    org: hospital,
    post: '药事委员会秘书',
    firstDay: '2022-01-01',
    source: null,
    reason: '任职文件',
  });
  await expect(
    add(store, '顾闻笛', 'post.key_post', { post: '药事委员会秘书', org: hospital, from: '2022-01-01' }),
  ).rejects.toThrow('tags.given');
  await expect(add(store, '顾闻笛', 'post.key_post', { from: '2022-01-02', to: '2022-01-01' })).rejects.toThrow(
    'tags.days',
  );
  store.close();
});

test('a post that ended still says what somebody was; a watch that ended is over; what is removed can be restored', async () => {
  const store = made();
  const post = await add(store, '顾闻笛', 'post.key_few', { from: '2022-01-01' });
  const watch = await add(store, '顾闻笛', 'post.watched');
  await change(store, post.id, 'end', '2023-06-30');
  await change(store, watch.id, 'end', '2023-06-30');
  expect(await named(store, 'post.key_few')).toContain('顾闻笛');
  expect(await named(store, 'post.watched')).toEqual([]);
  await change(store, watch.id, 'reopen');
  expect(await named(store, 'post.watched')).toEqual(['顾闻笛']);
  await change(store, watch.id, 'remove');
  expect(await named(store, 'post.watched')).toEqual([]);
  expect((await tagsOf(store, '顾闻笛')).find(({ tag }) => tag === 'post.watched')?.given).toMatchObject({
    removed: { reason: '核实' },
  });
  await expect(change(store, watch.id, 'end')).rejects.toThrow('tags.as-before');
  await change(store, watch.id, 'restore');
  expect(await named(store, 'post.watched')).toEqual(['顾闻笛']);
  await expect(change(store, post.id, 'end', '2021-12-31')).rejects.toThrow('tags.days');
  expect(
    store.db.prepare("select action, count(*) as n from journal where action like 'tags.%' group by 1").all(),
  ).toEqual([
    { action: 'tags.added', n: 2 },
    { action: 'tags.changed', n: 5 },
  ]);
  store.close();
});

test('tags go with their mentions through a merge and come back when it is taken back', async () => {
  const store = made();
  await add(store, '陆怀谦', 'post.watched');
  await add(store, '许知远', 'area.insurance_fund');
  const batch = decidePairs(store, 'same', [{ a: idOf(store, '陆怀谦'), b: idOf(store, '许知远') }], said);
  settle(store);
  expect(await named(store, 'post.watched', 'area.insurance_fund')).toHaveLength(1);
  undoDecisions(store, batch, said);
  settle(store);
  expect(await named(store, 'post.watched')).toEqual(['陆怀谦']);
  expect(await named(store, 'area.insurance_fund')).toEqual(['许知远']);
  store.close();
});

test('posts over time are those of rosters and leads with their cells, the latest first', async () => {
  const store = made();
  const { posts } = await ask(tagsRead, 'tags.read', store, { party: idOf(store, '沈砚秋') });
  expect(
    posts.map(({ from, post, firstDay, lastDay, source }) => [from, post, firstDay, lastDay, source?.cell]),
  ).toEqual([
    ['roster', '药剂科 主任', '2021-03-01', null, 'E2'],
    ['roster', '设备科 科长', '2016-05-01', '2021-02-28', 'E3'],
    ['lead', '药剂科主任', null, null, 'F2'],
  ]);
  store.close();
});

test('leads are filtered by their own category; whom a lead names does not take it over', async () => {
  const store = made();
  const listed = await ask(leadsList, 'leads.list', store, { tags: ['area.key_posts'] });
  expect(listed).toMatchObject({ total: 1, all: 3, byTag: { 'area.key_posts': 1, 'area.society_profit': 1 } });
  expect(listed.rows[0]).toMatchObject({
    number: 'XS-001',
    subject: { name: '沈砚秋' },
    tags: expect.arrayContaining(['area.key_posts']),
    place: { field: 'clue_no' },
  });
  const carriers = await ask(listParties, 'parties.list', store, { tags: ['area.key_posts'] });
  expect(carriers.rows.map(({ kind }) => kind)).toEqual(['clue']);
  store.close();
});
