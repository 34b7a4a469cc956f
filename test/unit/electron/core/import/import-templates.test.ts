import { describe, expect, test } from 'vitest';
import { sheets } from '../../../../../electron/core/sheets/index.ts';
import type { SheetAnswer } from '../../../../../shared/protocol/import.requests.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { type ImportCore, importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const header = ['记账日', '标记', '数额', '结余', '往来户', '往来户编码', '说明'];
const rows = (day: string) => [
  header,
  [day, '01', '5', '95', '商店', '', '消费'],
  [day.replace(/.$/, '9'), '02', '7', '102', '李某某', '', '退款'],
];
const mapping: SheetAnswer['columns'] = [
  { index: 0, field: 'txn_date' },
  { index: 1, field: 'dc_flag' },
  { index: 2, field: 'amount' },
  { index: 3, field: 'balance' },
  { index: 4, field: 'counterparty_name' },
];
const said: Partial<SheetAnswer> = {
  category: 'bank_flow',
  headerRow: 1,
  columns: mapping,
  directions: { '01': 'out', '02': 'in' },
  unit: 1_000,
  saveTemplate: '山城农商行流水',
};

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(`${reply.problem.code} ${JSON.stringify(reply.problem.params)}`);
  return reply.value;
};
const give = (core: ImportCore, name: string, table: string[][]) => core.give(`张某某/${name}.csv`, csv(table));
const answered = (name: string, answer: Partial<SheetAnswer>) => [{ file: `${name}.csv`, sheet: name, ...answer }];
const preview = async (core: ImportCore, name: string, table: string[][], answer: Partial<SheetAnswer> = {}) => {
  const ask = { tickets: [give(core, name, table)], answers: answered(name, answer) };
  const sheet = value(await core.ask('import.preview', ask)).files[0]?.sheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
};
async function caseWithTemplate(): Promise<ImportCore> {
  const core = importCore();
  const ask = { tickets: [give(core, '一月', rows('2024-01-02'))], answers: answered('一月', said) };
  const report = value(await core.ask('import.write', ask));
  expect(report.files[0]?.sheets[0]?.savedTemplate).toBe('山城农商行流水');
  return core;
}

test('what was said of a sheet is kept as a template and reads the next sheet with the same header, in any order', async () => {
  const core = await caseWithTemplate();
  expect(value(await core.ask('import.templates', {})).templates).toMatchObject([
    { name: '山城农商行流水', category: 'bank_flow', headers: 7, mapped: 5 },
  ]);
  const turned = rows('2024-02-03').map((row) => row.toReversed());
  const found = await preview(core, '二月', [['山城农商行'], ...turned]);
  expect(found).toMatchObject({
    category: 'bank_flow',
    headerRow: 2,
    unit: 1_000,
    template: '山城农商行流水',
    templates: [{ same: 7, of: 7, exact: true }],
    problems: [],
  });
  const report = value(await core.ask('import.write', { tickets: [give(core, '二月', [['山城农商行'], ...turned])] }));
  expect(report.files[0]?.sheets[0]).toMatchObject({
    template: '山城农商行流水',
    rows: { read: 2, imported: 2, rejected: 0 },
    sums: { amount: '1200000' },
  });
});

test('a header that is the same in part is offered, and used only when a person chooses it', async () => {
  const core = await caseWithTemplate();
  const table = rows('2024-02-03').map((row, n) => [...row.slice(0, 6), n === 0 ? '用途' : 'x']);
  expect(await preview(core, '三月', table)).toMatchObject({
    category: null,
    template: null,
    templates: [{ name: '山城农商行流水', same: 6, of: 7, exact: false }],
  });
  expect(await preview(core, '三月', table, { template: '山城农商行流水' })).toMatchObject({
    category: 'bank_flow',
    template: '山城农商行流水',
  });
});

test('what a person says now goes before the template, and a template can be refused', async () => {
  const core = await caseWithTemplate();
  const changed = await preview(core, '四月', rows('2024-04-02'), {
    unit: 1,
    columns: [{ index: 4, field: 'summary' }],
  });
  expect(changed).toMatchObject({ unit: 1, template: '山城农商行流水' });
  expect(changed.mapping.map(({ field }) => field)).toEqual([
    'txn_date',
    'dc_flag',
    'amount',
    'balance',
    'summary',
    null,
    null,
  ]);
  expect(await preview(core, '四月', rows('2024-04-02'), { template: null })).toMatchObject({
    template: null,
    category: null,
  });
});

test('a template that does not fit is a Problem, and the sheet is not read by it', async () => {
  const core = await caseWithTemplate();
  const ask = {
    tickets: [
      give(core, '五月', [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
      ]),
    ],
    answers: answered('五月', { template: '山城农商行流水' }),
  };
  const report = value(await core.ask('import.check', ask));
  expect(report.files[0]?.problems.map(({ code }) => code)).toContain('template.not-found');
});

test('a check keeps no template', async () => {
  const core = importCore();
  const ask = { tickets: [give(core, '一月', rows('2024-01-02'))], answers: answered('一月', said) };
  await core.ask('import.check', ask);
  expect(value(await core.ask('import.templates', {})).templates).toEqual([]);
});

describe('from case to case', () => {
  const exported = async (core: ImportCore): Promise<Uint8Array> => {
    const name = '模板.qytemplate.json';
    const target = core.target(name, 'template');
    value(await core.ask('import.templates-write', { target }));
    return core.written.get(name) ?? new Uint8Array();
  };

  test('a file of templates holds headers and words, and no value of a row', async () => {
    const text = Buffer.from(await exported(await caseWithTemplate())).toString('utf8');
    expect(text).toContain('记账日');
    for (const secret of ['2024-01-02', '商店', '李某某', '张某某', '消费', '95']) expect(text).not.toContain(secret);
  });

  test('another case takes it once; one whose name is taken gets a number', async () => {
    const bytes = await exported(await caseWithTemplate());
    const other = importCore();
    const take = async () =>
      value(
        await other.ask('import.templates-read', { ticket: other.give('模板.qytemplate.json', bytes, 'template') }),
      );
    expect(await take()).toEqual({ added: ['山城农商行流水'], known: [] });
    expect(await take()).toEqual({ added: [], known: ['山城农商行流水'] });
    expect(await preview(other, '二月', rows('2024-02-03'))).toMatchObject({ template: '山城农商行流水' });
    const changed = Buffer.from(Buffer.from(bytes).toString('utf8').replace('"unit": 1000', '"unit": 10000'));
    const ticket = other.give('模板.qytemplate.json', changed, 'template');
    expect(value(await other.ask('import.templates-read', { ticket }))).toEqual({
      added: ['山城农商行流水 (2)'],
      known: [],
    });
  });

  test('a template is taken out by its id, and the journal says so', async () => {
    const core = await caseWithTemplate();
    const [template] = value(await core.ask('import.templates', {})).templates;
    value(await core.ask('import.template-remove', { id: template?.id ?? 0 }));
    expect(value(await core.ask('import.templates', {})).templates).toEqual([]);
    expect(core.store.db.prepare('select action from journal order by seq desc').pluck().get()).toBe(
      'import.template-removed',
    );
    expect(await core.ask('import.template-remove', { id: 99 })).toMatchObject({
      problem: { code: 'template.not-found' },
    });
  });
});

describe.each(sheets.map(({ id, title }) => [title.zh, id] as const))(
  'the empty workbook for %s',
  (_title, category) => {
    test.each(['zh-CN', 'en'] as const)(
      'is recognised as such, filled or not, and asks nothing about its notes (%s)',
      async (lang) => {
        const core = importCore();
        const name = '空表.xlsx';
        const target = core.target(name, 'empty-sheet');
        value(await core.ask('import.write-template', { category, target, lang }));
        const ticket = core.give('空表.xlsx', core.written.get(name) ?? new Uint8Array());
        const { files } = value(await core.ask('import.preview', { tickets: [ticket], answers: [] }));
        const [first, notes] = files[0]?.sheets ?? [];
        expect(first).toMatchObject({ category, problems: [] });
        expect(first?.mapping.filter(({ field }) => field === null)).toEqual([]);
        expect(notes).toMatchObject({ category: null, problems: [], skip: true });
      },
    );
  },
);

test('a text written with a delimiter and in an encoding that nobody guesses is read as the template of its header was, unless somebody says otherwise', async () => {
  const core = importCore();
  const odd = (table: string[][]) =>
    new Uint8Array(Buffer.from(table.map((row) => row.join('~')).join('\r\n'), 'utf16le').swap16());
  const wish = { encoding: 'utf-16be' as const, delimiter: '~' };
  const first = {
    tickets: [core.give('张某某/一月.txt', odd(rows('2024-01-02')))],
    wishes: [{ file: '一月.txt', ...wish }],
    answers: [{ file: '一月.txt', sheet: '一月', ...said }],
  };
  expect(value(await core.ask('import.write', first)).files[0]?.sheets[0]?.rows.imported).toBe(2);
  const february = () => [core.give('张某某/二月.txt', odd(rows('2024-02-02')))];
  const [file] = value(await core.ask('import.preview', { tickets: february() })).files;
  expect(file).toMatchObject({ ...wish, problem: null, sheets: [{ template: '山城农商行流水', problems: [] }] });
  const refused = value(
    await core.ask('import.preview', {
      tickets: february(),
      answers: [{ file: '二月.txt', sheet: '二月', template: null }],
    }),
  ).files[0];
  expect(refused?.sheets.map(({ category }) => category) ?? []).not.toContain('bank_flow');
  const wished = value(
    await core.ask('import.preview', { tickets: february(), wishes: [{ file: '二月.txt', encoding: 'utf-16be' }] }),
  ).files[0];
  expect(wished).toMatchObject({ encoding: 'utf-16be' });
  expect(wished?.sheets.map(({ category }) => category)).not.toContain('bank_flow');
  const { files } = value(await core.ask('import.write', { tickets: february() }));
  expect(files[0]?.sheets[0]).toMatchObject({ template: '山城农商行流水', rows: { read: 2, imported: 2 } });
});

test('a template that was saved before templates kept an encoding is read as it was', async () => {
  const core = await caseWithTemplate();
  core.store.db.exec("update import_template set body = json_remove(body, '$.encoding', '$.delimiter')");
  expect(await preview(core, '六月', rows('2024-06-02'))).toMatchObject({ template: '山城农商行流水', problems: [] });
});
