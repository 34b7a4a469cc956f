/*
 * 导入模板与来源: what a person would say in the wizard, said on the command line: templates kept, carried to another case and applied there; how a
 * file is to be read; how it was obtained; empty sheets to fill in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { BatchRow, ImportReport } from '../../shared/protocol/import.requests.ts';
import type { SavedTemplate } from '../../shared/protocol/template.requests.ts';
import { type Desk, makeDesk } from '../make/desk.ts';
import { csv, csvText } from '../make/workbooks.ts';

vi.setConfig({ testTimeout: 120_000 }); // machines under load

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.newCase('a');
  await desk.newCase('b');
});
afterAll(() => desk.remove());

const put = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(desk.cwd, name), bytes);
  return name;
};
const header = ['记账日', '标记', '数额', '往来户', '说明'];
const rows = (month: string) => [
  header,
  [`2024-${month}-02`, '01', '5', '商店', '消费'],
  [`2024-${month}-03`, '02', '7', '李某某', '退款'],
];

test('a template is kept with an import, carried to another case, and reads its sheets without a question', async () => {
  put('张某某流水.csv', csvText(rows('01')));
  put(
    'answers.json',
    JSON.stringify({
      sheets: [
        {
          file: '张某某流水.csv',
          sheet: '张某某流水',
          category: 'bank_flow',
          headerRow: 1,
          columns: ['txn_date', 'dc_flag', 'amount', 'counterparty_name', 'summary'].map((field, index) => ({
            index,
            field,
          })),
          directions: { '01': 'out', '02': 'in' },
          saveTemplate: '山城农商行',
        },
      ],
      obtained: { unit: '澄溪市监局', how: 'transfer', on: '2026-03-02', document: '协查函〔2026〕12 号' },
    }),
  );
  const first = await desk.json<ImportReport>('import', 'a.qycase', '张某某流水.csv', '--answers', 'answers.json');
  expect(first.files[0]?.sheets[0]).toMatchObject({ savedTemplate: '山城农商行', rows: { imported: 2, rejected: 0 } });
  const { batches } = await desk.json<{ batches: BatchRow[] }>('imports', 'a.qycase');
  expect(batches[0]?.obtained).toEqual({
    kind: '',
    unit: '澄溪市监局',
    how: 'transfer',
    on: '2026-03-02',
    document: '协查函〔2026〕12 号',
  });

  await desk.json('templates', 'a.qycase', 'export', '模板.qytemplate.json');
  expect(readFileSync(join(desk.cwd, '模板.qytemplate.json'), 'utf8')).not.toContain('李某某');
  expect(await desk.json('templates', 'b.qycase', 'import', '模板.qytemplate.json')).toEqual({
    added: ['山城农商行'],
    known: [],
  });
  const { templates } = await desk.json<{ templates: SavedTemplate[] }>('templates', 'b.qycase', 'list');
  expect(templates).toMatchObject([{ name: '山城农商行', headers: 5, mapped: 5 }]);

  put('李建国流水.csv', csvText(rows('02')));
  const second = await desk.json<ImportReport>('import', 'b.qycase', '李建国流水.csv');
  expect(second.files[0]?.sheets[0]).toMatchObject({ template: '山城农商行', rows: { imported: 2, rejected: 0 } });
});

test('encoding and delimiter of a file are taken from the answers; a password among them is refused', async () => {
  const table = [
    ['本方户名', '交易日期', '收付标志', '交易金额', '对手户名', '交易余额'],
    ['张某某', '2024-05-06', '出', '1', '甲', '9'],
  ];
  put(
    '竖线.csv',
    csv(table, 'gb18030').map((byte) => (byte === 0x2c ? 0x7c : byte)),
  );
  const files = [{ file: '竖线.csv', encoding: 'gb18030', delimiter: '|' }];
  put('how.json', JSON.stringify({ files }));
  const report = await desk.json<ImportReport>('import', 'a.qycase', '竖线.csv', '--answers', 'how.json', '--dry-run');
  expect(report.files[0]?.sheets[0]?.rows).toMatchObject({ read: 1, imported: 1 });
  put('secret.json', JSON.stringify({ files: [{ file: '竖线.csv', password: 'x' }] }));
  const refused = await desk.qy(
    'import',
    'a.qycase',
    '竖线.csv',
    '--answers',
    'secret.json',
    '--passphrase-file',
    'passphrase.txt',
  );
  expect(refused.code).toBe(3);
});

test('an empty sheet is written, and comes back with nothing to import and nothing to ask', async () => {
  await desk.json('templates', 'a.qycase', 'empty', 'bank_flow', '空表.xlsx');
  const report = await desk.json<ImportReport>('import', 'a.qycase', '空表.xlsx', '--dry-run');
  expect(report.files[0]?.sheets.map(({ category, rows: { read } }) => [category, read])).toEqual([['bank_flow', 0]]);
  expect(report.files[0]?.problems).toEqual([]);
});
