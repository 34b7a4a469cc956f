import { expect, test } from 'vitest';
import { headInEncodings } from '../../../../../../electron/core/import/read/head-in-encodings.ts';
import { csv } from '../../../../../make/workbooks.ts';

const rows = [['户名', '金额'], ...Array.from({ length: 3000 }, (_, i) => [`张某某${i}`, '1,000.00'])];

test('the first twenty rows stand side by side in each encoding, and the right one is the one without damage', () => {
  const heads = headInEncodings(csv(rows, 'gb18030'));
  expect(heads.map(({ encoding }) => encoding)).toEqual(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']);
  const right = heads.find(({ encoding }) => encoding === 'gb18030');
  expect(right).toMatchObject({ delimiter: ',', damaged: 0 });
  expect(right?.rows.length).toBe(20);
  expect(right?.rows.slice(0, 2)).toEqual([
    ['户名', '金额'],
    ['张某某0', '1,000.00'],
  ]);
  expect(heads.find(({ encoding }) => encoding === 'utf-8')?.damaged).toBeGreaterThan(1000);
});

test('a stated delimiter is taken as stated', () => {
  const head = headInEncodings(new TextEncoder().encode('户名|金额\n张某|1\n'), '|')[0];
  expect(head?.rows[1]).toEqual(['张某', '1']);
});
