import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../../../electron/core/import/read/read-workbook.ts';
import { oldXls } from '../../../../../make/workbooks.ts';

const rows = [
  ['本方户名', '交易日期', '对方户名'],
  ['陈某', '2024-01-02', '青穗推广服务部'],
];

test.each(['biff2', 'biff5'] as const)(
  'an .xls of Chinese Windows from before Excel 97 (%s) keeps its characters',
  async (kind) => {
    const read = await readWorkbook(new Uint8Array(oldXls(rows, kind)), '旧.xls');
    const sheet = read.ok ? read.value.sheets[0] : undefined;
    expect(rows.map((_, i) => sheet?.cells(i).map((cell) => cell?.shown))).toEqual(rows);
  },
);
