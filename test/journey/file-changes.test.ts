/*
 * The file that was looked at is not the file that would be imported: somebody saved it, replaced it or took the stick out in the meantime, or
 * goes on writing to it. That is said with a sentence, and not one row of it is in the case; the files beside it come in.
 */
import { appendFileSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problems as english } from '../../shared/text/en/problems.ts';
import { problems as chinese } from '../../shared/text/zh-CN/problems.ts';
import { type CoreCase, startCoreCase } from '../make/core-case.ts';
import { csvText } from '../make/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'qy-files-'));
let core: CoreCase;
beforeAll(async () => {
  core = await startCoreCase();
});
afterAll(async () => {
  await core.end();
  rmSync(folder, { recursive: true, force: true });
});

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '摘要'];
const booking = (day: string, yuan: string) => [
  '澄溪医药有限公司',
  '9999990000000000001',
  day,
  '出',
  yuan,
  '张某某',
  '学术推广费',
];
function put(name: string, ...rows: string[][]): string {
  writeFileSync(join(folder, name), csvText([header, ...rows]));
  const id = `t-${name}`;
  const path = join(folder, name);
  core.program.ticket({ id, purpose: 'import', direction: 'read', name, folder: '', path });
  return id;
}
/** Nothing of a file that was refused: no batch, no evidence, no row. */
async function inCase() {
  const { batches } = await core.ask('import.batches', {});
  const { checks } = await core.ask('doctor', {});
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  return { files: batches.map(({ file }) => file), evidence: checks.find(({ id }) => id === 'evidence')?.n };
}

test('a file saved between its check and its import is not imported; checked again it is', async () => {
  const [moved, still] = [
    put('改动.csv', booking('2024-07-15', '1.00')),
    put('未动.csv', booking('2024-07-16', '2.00')),
  ];
  const tickets = [moved, still];
  const checked = await core.ask('import.check', { tickets });
  expect(checked.files.map(({ problems }) => problems)).toEqual([[], []]);
  appendFileSync(join(folder, '改动.csv'), csvText([booking('2024-07-17', '30.00')]));

  const report = await core.ask('import.write', { tickets });
  expect(report.files.map(({ file, batch, sheets, problems }) => [file, batch, sheets.length, problems])).toEqual([
    ['改动.csv', null, 0, [{ code: 'file.changed', at: { file: '改动.csv' }, params: { file: '改动.csv' } }]],
    ['未动.csv', 1, 1, []],
  ]);
  expect(await inCase()).toEqual({ files: ['未动.csv'], evidence: 1 });
  expect(chinese['file.changed']).toContain('未读入任何一行');
  expect(english['file.changed']).toContain('no row was taken');

  await core.ask('import.check', { tickets: [moved] });
  const again = await core.ask('import.write', { tickets: [moved] });
  expect(again.files[0]?.sheets[0]).toMatchObject({ rows: { read: 2, imported: 2 }, sums: { amount: '3100' } });
  expect(await inCase()).toEqual({ files: expect.arrayContaining(['改动.csv', '未动.csv']), evidence: 2 });
});

test('a file replaced after its preview by one as long as itself is noticed too', async () => {
  const id = put('同长.csv', booking('2024-07-18', '1.00'));
  const preview = await core.ask('import.preview', { tickets: [id] });
  expect(preview.files[0]?.sheets[0]?.category).toBe('bank_flow');
  put('同长.csv', booking('2024-07-18', '9.00'));
  const before = await inCase();
  // the shell handed it over again: nobody has looked at this one
  expect((await core.ask('import.check', { tickets: [id] })).files[0]?.problems).toEqual([]);
  writeFileSync(join(folder, '同长.csv'), csvText([header, booking('2024-07-18', '7.00')]));
  const report = await core.ask('import.write', { tickets: [id] });
  expect(report.files[0]).toMatchObject({ batch: null, sheets: [], problems: [{ code: 'file.changed' }] });
  expect(await inCase()).toEqual(before);
});

test('a file that vanished after its check is said to be gone, and the others come in', async () => {
  const tickets = [put('消失.csv', booking('2024-07-19', '4.00')), put('留下.csv', booking('2024-07-20', '5.00'))];
  await core.ask('import.check', { tickets });
  unlinkSync(join(folder, '消失.csv'));
  const before = await inCase();
  const report = await core.ask('import.write', { tickets });
  expect(report.files.map(({ batch, problems }) => [batch !== null, problems[0]?.code, problems[0]?.params])).toEqual([
    [false, 'file.unreadable', { file: '消失.csv', why: 'ENOENT' }],
    [true, undefined, undefined],
  ]);
  expect(await inCase()).toEqual({
    files: expect.arrayContaining([...before.files, '留下.csv']),
    evidence: (before.evidence ?? 0) + 1,
  });
});
