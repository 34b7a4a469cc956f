import { expect, test } from 'vitest';
import { searchCells } from '../../../../../electron/core/parties/find/search-cells.ts';
import { factsOf } from '../../../../../electron/core/parties/party-facts.ts';
import { copyTables } from '../../../../../electron/core/seal/snapshot.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { linkKinds } from '../../../../../shared/ontology/index.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { caseState } from '../../../../make/case-state.ts';
import { type ImportCore, importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const hospital = '澄溪市第一人民医院';
const files: ReadonlyArray<readonly [string, ReadonlyArray<readonly string[]>]> = [
  [
    '机构名录.csv',
    [
      ['医疗机构登记号', '医院名称', '第二名称', '机构类别', '医院等级', '床位数', '业务主管单位'],
      ['PDY9001', hospital, '澄溪医学院附属医院', '综合医院', '三级甲等', '1200', '澄溪市卫生健康委员会'],
    ],
  ],
  [
    '人员名册.csv',
    [
      ['工号', '姓名', '单位', '科室', '职务', '职称', '入职日期', '工资卡号', '手机号'],
      ['1001', '周启明', hospital, '骨科', '科主任', '主任医师', '2010-07-01', '9999990000000000018', '19900000001'],
      ['1002', '沈小满', '澄溪医学院附属医院', '骨科', '', '主治医师', '2018-07-01', '', '19900000002'],
    ],
  ],
  [
    '亲属申报.csv',
    [
      ['申报人', '申报人身份证号', '亲属姓名', '称谓', '工作单位', '经商办企业情况'],
      ['周启明', '', '吴晚晴', '妻子', '澄溪商贸有限公司', '澄溪商贸有限公司'],
    ],
  ],
  [
    '股东.csv',
    [
      ['企业名称', '股东名称', '职务', '持股比例', '认缴出资额（万元）', '是否实际控制'],
      ['澄溪商贸有限公司', '吴晚晴', '执行董事', '80%', '80', '是'],
      ['澄溪商贸有限公司', '云杉投资有限公司', '', '20%', '20', ''],
    ],
  ],
  [
    '开户信息.csv',
    [
      ['户名', '账号', '开户银行', '账号开户时间', '账户状态', '账户类型'],
      ['澄溪商贸有限公司', '33050199990000000001', '澄溪银行', '2020-01-05', '正常', '基本户'],
    ],
  ],
  [
    '代表备案.csv',
    [
      ['备案号', '姓名', '授权企业', '授权品种', '备案日期', '授权截止日期', '备案状态', '手机号'],
      ['YB-001', '高知远', '瑞衡制药有限公司', '瑞衡片', '2023-01-05', '2025-01-04', '有效', '19900000003'],
    ],
  ],
  [
    '拜访记录.csv',
    [
      ['拜访时间', '代表姓名', '所属企业', '拜访医院', '科室', '拜访对象', '拜访目的', '费用'],
      ['2024-05-06 09:15', '高知远', '瑞衡制药有限公司', hospital, '骨科', '周启明', '科室会', '1,200'],
    ],
  ],
  [
    '线索台账.csv',
    [
      ['线索编号', '线索来源', '受理日期', '被反映人', '被反映单位', '反映内容', '涉案金额', '举报人', '办理状态'],
      ['XS-001', '12388', '2024-06-01', '周启明', hospital, '收受瑞衡制药回扣', '50000', '钱不言', '初核'],
      ['XS-002', '12388', '', '周启明', hospital, '同上', '', '孙不语', '初核'],
    ],
  ],
  [
    '话单.csv',
    [
      ['本机号码', '对方号码', '通话时间', '通话时长', '呼叫类型'],
      ['19900000003', '19900000001', '2024-05-05 20:00:00', '65', '主叫'],
      ['19900000003', '19900000099', '2024-05-05 21:00:00', '5', '主叫'],
    ],
  ],
];

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
};

async function imported(): Promise<ImportCore> {
  const core = importCore();
  for (const [name, rows] of files)
    value(await core.ask('import.write', { tickets: [core.give(name, csv(rows.map((row) => [...row])))] }));
  return core;
}
const party = (store: Store, name: string) =>
  store.db
    .prepare<[string], { id: number; kind: string; role: string | null }>(
      'select p.id, p.kind, p.role from mention m join party p on p.id = m.party where m.name = ? order by p.id',
    )
    .get(name);
const links = (store: Store) =>
  store.db
    .prepare(
      'select l.kind, a.name, b.name from link l join party a on a.id = l.source join party b on b.id = l.target order by 1, 2, 3',
    )
    .raw()
    .all();

test('registers about people become records, parties and links, and every link leads back to a cell', async () => {
  const core = await imported();
  const { store } = core;
  expect(links(store)).toEqual(
    expect.arrayContaining([
      ['accountHolding', '周启明', '9999990000000000018'],
      ['accountHolding', '澄溪商贸有限公司', '33050199990000000001'],
      ['call', '高知远', '周启明'],
      ['call', '高知远', '19900000099'],
      ['control', '吴晚晴', '澄溪商贸有限公司'],
      ['employment', '周启明', hospital],
      ['employment', '沈小满', hospital],
      ['kinBusiness', '吴晚晴', '澄溪商贸有限公司'],
      ['leadAbout', 'XS-001', '周启明'],
      ['leadOrg', 'XS-001', hospital],
      ['office', '吴晚晴', '澄溪商贸有限公司'],
      ['promoting', '高知远', '瑞衡片'],
      ['representing', '高知远', '瑞衡制药有限公司'],
      ['shareholding', '云杉投资有限公司', '澄溪商贸有限公司'],
      ['supervision', '澄溪市卫生健康委员会', hospital],
      ['visiting', '高知远', '周启明'],
    ]),
  );
  const place = store.db.prepare('select file from place where row = ?').pluck();
  for (const kind of linkKinds) {
    const rows = store.db.prepare<[], number>(`select ${kind.edge.rows} from ${kind.edge.view}`).pluck().all();
    for (const row of rows) expect(place.get(row)).toMatch(/\.csv$/);
  }
});

test('what the sheets settle is drawn: doctor and post, representative, relative, hospital with its second name, whose account it is', async () => {
  const { store } = await imported();
  expect(party(store, '周启明')).toMatchObject({ kind: 'person', role: 'keypost' });
  expect(party(store, '沈小满')).toMatchObject({ kind: 'person', role: 'doctor' });
  expect(party(store, '高知远')).toMatchObject({ kind: 'person', role: 'rep' });
  expect(party(store, '吴晚晴')).toMatchObject({ kind: 'person', role: 'kin' });
  expect(party(store, hospital)).toMatchObject({ kind: 'hospital' });
  expect(party(store, '澄溪医学院附属医院')?.id).toBe(party(store, hospital)?.id);
  expect(party(store, '33050199990000000001')).toMatchObject({ kind: 'account', role: 'corpAccount' });
  expect(party(store, '19900000099')).toMatchObject({ kind: 'account', role: 'phone' });
  expect(party(store, 'XS-001')).toMatchObject({ kind: 'clue' });
  const facts = factsOf(store, party(store, '周启明')!.id);
  expect(facts).toContainEqual(expect.objectContaining({ label: 'staff.position', value: '科主任' }));
  // names and phones that stand twice are no hint that two parties are one
  expect(facts.filter(({ label }) => label === 'clue.held_account')).toEqual([]);
});

test('undoing every import leaves nothing but the evidence', async () => {
  const core = await imported();
  const { store } = core;
  const empty = caseState(importCore().store);
  const batches = store.db.prepare<[], number>('select id from batch order by id desc').pluck().all();
  for (const batch of batches) value(await core.ask('import.undo', { batch, reason: '试验' }));
  const { sheets: _, ...left } = caseState(store);
  const { sheets: __, ...nothing } = empty;
  expect(left).toEqual(nothing);
});

test('who gave a lead is in no party, link, dossier, list, search hit, export or shared copy; the cell is shown to whoever asks, and the journal says so', async () => {
  const core = await imported();
  const { store } = core;
  const row = store.db
    .prepare<[], { id: number; sheet: number; n: number }>("select id, sheet, n from row where cells like '%钱不言%'")
    .get()!;
  const secret = /钱不言|孙不语/;
  const tables = store.db
    .prepare<[], string>(
      "select name from sqlite_schema where type in ('table', 'view') and name not in ('row', 'evidence_chunk', 'place')",
    )
    .pluck()
    .all();
  for (const table of tables)
    expect([table, JSON.stringify(store.db.prepare(`select * from ${table}`).all())]).not.toEqual([
      table,
      expect.stringMatching(secret),
    ]);
  expect(searchCells(store, '钱不言', { offset: 0, limit: 10 })).toMatchObject({ rows: [], total: 0, done: true });
  expect(searchCells(store, '瑞衡制药回扣', { offset: 0, limit: 10 })).toMatchObject({ total: 1 });
  const shown = [
    await core.ask('source.read', { rowId: row.id, field: 'informant', around: 20 }),
    await core.ask('source.rows', { sheetId: row.sheet, from: 1, to: 10 }),
    await core.ask('import.problems', { offset: 0, limit: 100 }),
    await core.ask('import.corrections', { undone: true, offset: 0, limit: 10 }),
    await core.ask('import.preview', { tickets: [core.give('线索.csv', csv(files[7]![1].map((each) => [...each])))] }),
  ];
  for (const answer of shown) expect(JSON.stringify(value(answer as Reply<unknown>))).not.toMatch(secret);
  const batch = store.db.prepare<[number], number>('select batch from sheet where id = ?').pluck().get(row.sheet)!;
  value(await core.ask('import.write-rejects', { batch, target: core.target('问题.xlsx', 'rejects'), lang: 'zh-CN' }));
  for (const bytes of core.written.values())
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(Buffer.from('孙不语').toString('latin1'));

  store.db.exec("attach ':memory:' as shared_copy");
  store.transaction(() => copyTables(store, 'shared_copy', 'shared'));
  const copied = store.db.prepare<[], string>('select cells from shared_copy.row').pluck().all().join('\n');
  expect(copied).not.toMatch(secret);
  expect(copied).toContain('周启明');

  const before = store.db.prepare('select count(*) from journal').pluck().get() as number;
  expect(value(await core.ask('source.reveal', { rowId: row.id, column: 7 }))).toEqual({ text: '钱不言' });
  expect(await core.ask('source.reveal', { rowId: row.id, column: 5 })).toMatchObject({ ok: false });
  expect(store.db.prepare('select action from journal where seq > ?').pluck().all(before)).toEqual(['source.revealed']);
});
