import { expect, test } from 'vitest';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { type ImportCore, importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value;
};

const header = ['本方户名', '本方账号', '交易日期', '交易时间', '收付标志', '交易金额', '对手户名', '对手账号', '摘要'];
const company = ['澄溪医药有限公司', '9999990000000000001'];
const doctor = ['张某某', '9999990000000000902'];
const statement = (...rows: string[][]) => csv([header, ...rows]);
/** A reversal whose booking comes two files later, a transfer that two statements tell, and a booking delivered twice. */
const files: ReadonlyArray<readonly [string, Uint8Array]> = [
  [
    '调取/1-冲正在前.csv',
    statement(
      [...company, '2024-07-20', '10:00:00', '贷', '700.00', '李某某', '9999990000000000903', '冲正'],
      [...company, '2024-07-18', '09:00:00', '借', '20000.00', ...doctor, '学术推广费'],
    ),
  ],
  ['调取/2-张某某.csv', statement([...doctor, '2024-07-18', '09:00:30', '贷', '20000.00', ...company, '学术推广费'])],
  [
    '调取/3-原交易.csv',
    statement(
      [...company, '2024-07-19', '10:00:00', '借', '700.00', '李某某', '9999990000000000903', '讲课费'],
      [...company, '2024-07-18', '09:00:00', '借', '20000.00', ...doctor, '学术推广费'],
    ),
  ],
  ['调取/4-坏.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
  [
    '调取/5-李某某.csv',
    statement(['李某某', '9999990000000000903', '2024-08-01', '', '贷', '5.00', '王某某', '', '还款']),
  ],
];

const give = (core: ImportCore, which: readonly (readonly [string, Uint8Array])[]) =>
  which.map(([path, bytes]) => core.give(path, bytes));

/** What the case says, without the moments and random names of its making. */
function said({ store }: ImportCore) {
  const all = (sql: string) => store.db.prepare(sql).all();
  return {
    rows: all(`select e.name as file, r.n, r.state, r.same, d.n as repeats from row r join sheet s on s.id = r.sheet
      join batch b on b.id = s.batch join evidence e on e.id = b.evidence left join row d on d.id = r.duplicate_of order by 1, 2`),
    bookings: all('select row, day, fen, direction, outcome, mirror_of, payer, payee from rec_bank_flow order by row'),
    mirrored: all('select rows_mirrored from sheet order by id'),
    parties: all('select id, uid, kind, name, role from party order by id'),
    mentions: all('select * from mention order by id'),
    links: all('select kind, source, target, rows, fen, first_day, last_day from link order by 1, 2, 3'),
    unjoined: all('select * from import_unjoined'),
  };
}

async function importAll(core: ImportCore, which: readonly (readonly [string, Uint8Array])[]) {
  return value(await core.ask('import.write', { tickets: give(core, which) }));
}

test('files come in alike together, one by one, and after a cancel or a death in between', async () => {
  const together = importCore();
  const report = await importAll(together, files);
  expect(report.stopped).toBeUndefined();
  expect(report.files.map(({ batch }) => batch)).toEqual([1, 2, 3, null, 4]);
  const whole = said(together);
  expect(whole.bookings.map((row) => (row as { outcome: string }).outcome)).toContain('reversed');
  expect(whole.links.length).toBeGreaterThan(1);

  const oneByOne = importCore();
  for (const file of files) await oneByOne.ask('import.write', { tickets: give(oneByOne, [file]) });
  expect(said(oneByOne)).toEqual(whole);

  const cancelled = importCore();
  cancelled.watch = (n) => {
    cancelled.cancelled = n === 3;
  };
  const part = await importAll(cancelled, files);
  expect(part.stopped).toEqual({ code: 'import.stopped', params: { done: 2, total: 5 } });
  expect(part.files.map(({ file, batch, problems }) => [file, batch, problems[0]?.code])).toEqual([
    ['1-冲正在前.csv', 1, undefined],
    ['2-张某某.csv', 2, undefined],
    ['3-原交易.csv', null, 'import.not-reached'],
    ['4-坏.xlsx', null, 'import.not-reached'],
    ['5-李某某.csv', null, 'import.not-reached'],
  ]);
  cancelled.watch = () => undefined;
  cancelled.cancelled = false;
  await importAll(cancelled, files.slice(2));
  expect(said(cancelled)).toEqual(whole);

  const died = importCore();
  died.failsToJoin = true;
  expect((await importAll(died, files.slice(0, 3))).stopped?.code).toBe('fault');
  expect(said(died).unjoined).toEqual([{ only: 1, first_row: 1 }]);
  died.failsToJoin = false;
  value(await died.finish());
  await importAll(died, files.slice(2));
  expect(said(died)).toEqual(whole);
});

test('an import that was cut off is offered again with what was answered, and forgotten when its files are in', async () => {
  const core = importCore();
  core.watch = (n) => {
    core.cancelled = n === 2;
  };
  const tickets = give(core, files);
  const answers = [{ file: '5-李某某.csv', sheet: '5-李某某', unit: 1 }];
  const wishes = [{ file: '2-张某某.csv', encoding: 'utf-8' as const, password: '不留' }];
  const obtained = {
    kind: '银行流水',
    unit: '澄溪银行',
    how: 'requisition' as const,
    on: '2024-09-01',
    document: '〔2024〕7号',
  };
  value(await core.ask('import.write', { tickets, answers, wishes, obtained }));
  core.watch = () => undefined;
  core.cancelled = false;
  const { queue } = value(await core.ask('import.queue', {}));
  expect(queue).toMatchObject({ actor: '测试员', waiting: 4, answers, obtained });
  expect(queue?.wishes).toEqual([{ file: '2-张某某.csv', encoding: 'utf-8' }]);
  expect(queue?.files.map(({ file, folder, state, batch }) => [file, folder, state, batch])).toEqual([
    ['1-冲正在前.csv', '调取', 'in', 1],
    ['2-张某某.csv', '调取', 'waiting', null],
    ['3-原交易.csv', '调取', 'waiting', null],
    ['4-坏.xlsx', '调取', 'waiting', null],
    ['5-李某某.csv', '调取', 'waiting', null],
  ]);

  // all chosen again: the one that is in is known by its digest
  const again = await importAll(core, files);
  expect(again.files[0]?.problems[0]?.code).toBe('file.already-imported');
  expect(again.files.slice(1).map(({ batch }) => batch)).toEqual([2, 3, null, 4]);
  expect(value(await core.ask('import.queue', {})).queue).toBeNull();
});

test('an unfinished import can be put away; what is in stays', async () => {
  const core = importCore();
  core.watch = (n) => {
    core.cancelled = n === 2;
  };
  await importAll(core, files);
  const { queue } = value(await core.ask('import.queue', {}));
  expect(value(await core.ask('import.queue-discard', { id: queue?.id ?? 0 }))).toEqual({ discarded: true });
  expect(value(await core.ask('import.queue', {})).queue).toBeNull();
  expect(value(await core.ask('import.queue-discard', { id: 77 }))).toEqual({ discarded: false });
  expect(value(await core.ask('import.batches', {})).batches.map(({ file }) => file)).toEqual(['1-冲正在前.csv']);
});

test('an import cancelled in its first file leaves nothing, not even a queue', async () => {
  const core = importCore();
  core.cancelled = true;
  expect(await core.ask('import.write', { tickets: give(core, files) })).toMatchObject({
    ok: false,
    problem: { code: 'job.cancelled' },
  });
  expect(value(await core.ask('import.queue', {})).queue).toBeNull();
});

test('on a full disk the files before stay whole, the one under way leaves nothing, and the report says which', async () => {
  const core = importCore();
  const rows = Array.from({ length: 2000 }, (_, i) => [
    ...company,
    '2024-07-18',
    '09:00:00',
    '借',
    `${i + 1}.00`,
    `某某${i}`,
    `99999911${String(i).padStart(11, '0')}`,
    `讲课费第${i}次`,
  ]);
  const large = ['调取/大.csv', statement(...rows)] as const;
  const { db } = core.store;
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count=${pages + 90}`);
  const report = await importAll(core, [files[0]!, large, files[4]!]);
  expect(report.stopped).toEqual({ code: 'disk.full' });
  expect(report.files.map(({ batch, problems }) => [batch, problems[0]?.code])).toEqual([
    [1, undefined],
    [null, 'import.not-reached'],
    [null, 'import.not-reached'],
  ]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(said(core).unjoined).toEqual([]);
  const batches = () => core.ask('import.batches', {}).then(value);
  expect((await batches()).batches.map(({ file }) => file)).toEqual(['1-冲正在前.csv']);
  expect(value(await core.ask('import.queue', {})).queue?.waiting).toBe(2);
  // nothing at all fits: the reason, and no change
  const alone = await core.ask('import.write', { tickets: give(core, [large]) });
  expect(alone).toMatchObject({ ok: false, problem: { code: 'disk.full' } });

  db.pragma('max_page_count=1000000');
  const rest = await importAll(core, [large, files[4]!]);
  expect(rest.files.map(({ batch }) => batch !== null)).toEqual([true, true]);
  expect((await batches()).batches).toHaveLength(3);
});
