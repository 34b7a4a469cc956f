/*
 * A colleague's laptop is not ours: a template file may come from anybody. It is made to fill the memory, to poison every object of the program,
 * to smuggle fields and categories that do not exist, names that turn the text of the screen around, formulas, and a version that nobody knows.
 * Nothing of it may be taken, no sheet may be read otherwise than before, and what is said about it is a sentence.
 */
import { expect, test } from 'vitest';
import { importCore } from '../make/import-core.ts';
import { csv } from '../make/workbooks.ts';

const honest = {
  name: '农商行流水',
  category: 'bank_flow',
  headerRow: 1,
  columns: [
    { header: '交易日期', field: 'txn_date' },
    { header: '交易金额', field: 'amount' },
    { header: '对方户名', field: 'counterparty_name' },
  ],
  encoding: null,
  delimiter: null,
};
const fileOf = (...templates: unknown[]) => ({ format: 'qingyuan-import-templates', version: 1, templates });

async function taken(content: unknown) {
  const core = importCore();
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const ticket = core.give('模板.qytemplate.json', Buffer.from(text), 'template');
  const reply = await core.ask('import.templates-read', { ticket });
  const kept = core.store.db.prepare('select count(*) from import_template').pluck().get();
  const entries = core.store.db.prepare('select count(*) from journal').pluck().get();
  return reply.ok ? reply.value.added : [reply.problem.code, kept, entries].join(' ');
}

test('an honest file is taken, so that the refusals below mean something', async () => {
  expect(await taken(fileOf(honest))).toEqual(['农商行流水']);
});

test.each<[string, unknown]>([
  ['no JSON', '{"format": '],
  ['another format', { ...fileOf(honest), format: 'settings' }],
  ['no template at all', fileOf()],
  ['a field more than the shape has', fileOf({ ...honest, run: 'calc.exe' })],
  ['a name that turns the text around', fileOf({ ...honest, name: '农商\u202e行' })],
  ['a name with a line break', fileOf({ ...honest, name: '农商\n行' })],
  ['an empty name', fileOf({ ...honest, name: '  ' })],
  ['a name without end', fileOf({ ...honest, name: '农'.repeat(5_000) })],
  ['a column without end', fileOf({ ...honest, columns: [{ header: 'x'.repeat(5_000), field: null }] })],
  ['too many columns', fileOf({ ...honest, columns: Array.from({ length: 3_000 }, () => honest.columns[0]) })],
  ['too many templates', fileOf(...Array.from({ length: 201 }, () => honest))],
  ['a unit of nothing', fileOf({ ...honest, unit: 0 })],
  ['a unit of half a fen', fileOf({ ...honest, unit: 0.005 })],
  ['a header row above the sheet', fileOf({ ...honest, headerRow: -1 })],
  ['words that mean what nobody knows', fileOf({ ...honest, directions: [{ word: '1', means: 'both' }] })],
  ['an array that nests without end', `${'['.repeat(200_000)}`],
])('%s is refused whole', async (_says, content) => {
  expect(await taken(content)).toBe('template.unreadable 0 0');
});

test('one bad template keeps out the good ones beside it', async () => {
  expect(await taken(fileOf(honest, { ...honest, name: '乙', unit: 0 }))).toBe('template.unreadable 0 0');
});

test('a category or a field that does not exist is refused, also one that every object has', async () => {
  for (const bad of [
    { ...honest, category: 'staff_secrets' },
    { ...honest, category: 'constructor' },
    { ...honest, columns: [{ header: '甲', field: 'constructor' }] },
    { ...honest, columns: [{ header: '甲', field: '__proto__' }] },
  ])
    expect(await taken(fileOf(bad))).toBe('template.unknown-field 0 0');
});

test('a file of megabytes is not even parsed', async () => {
  expect(await taken(`${JSON.stringify(fileOf(honest))}${' '.repeat(1024 * 1024)}`)).toBe('template.too-large 0 0');
});

test('a version from the future says so', async () => {
  expect(await taken({ ...fileOf(honest), version: 7 })).toBe('template.newer 0 0');
});

test('objects of the program stay as they were', async () => {
  const poison = JSON.stringify(fileOf({ ...honest, directions: [{ word: '__proto__', means: 'in' }] })).replace(
    '"format"',
    '"__proto__": {"polluted": true}, "format"',
  );
  await taken(poison);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(Object.prototype).not.toHaveProperty('in');
});

test('a template that claims a sheet it does not know changes nothing about it', async () => {
  const core = importCore();
  const wide = { ...honest, columns: honest.columns.map((column) => ({ ...column, field: null })) };
  const ticket = core.give('模板.qytemplate.json', Buffer.from(JSON.stringify(fileOf(wide))), 'template');
  await core.ask('import.templates-read', { ticket });
  const rows = [
    ['本方户名', '交易日期', '收付标志', '交易金额', '对手户名', '交易余额'],
    ['张某某', '2024-05-06', '出', '1', '甲', '9'],
  ];
  const preview = await core.ask('import.preview', { tickets: [core.give('流水.csv', csv(rows))], answers: [] });
  expect(preview.ok && preview.value.files[0]?.sheets[0]).toMatchObject({ category: 'bank_flow', template: null });
});
