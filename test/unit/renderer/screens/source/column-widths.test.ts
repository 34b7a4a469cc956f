import { expect, test } from 'vitest';
import { shownColumns } from '../../../../../renderer/screens/source/column-widths.ts';

const columns = ['交易日期', '金额', '账号', '摘要'].map((header, index) => ({
  index,
  name: 'ABCD'[index] ?? '',
  header,
  field: null,
  label: null,
}));
const row = (n: number, state: string, ...cells: string[]) => ({
  rowId: n,
  n,
  state,
  why: null,
  cells,
  cited: [],
  problems: [],
  corrected: [],
});

test('figures stand at the right; dates, numbers of accounts and words at the left', () => {
  const shown = shownColumns({
    columns,
    rows: [
      row(1, 'title', '合并报表 1,000.00'),
      row(3, 'imported', '2025-03-01', '20,000.00', '9999990000000003', '学术推广费'),
      row(4, 'imported', '2025-03-02', '¥300.50', '9999990000000011', '2万'),
      row(5, 'rejected', '2025-03-02', '-8.00', '', ''),
    ],
  });
  expect(shown.map(({ end }) => end)).toEqual([false, true, false, false]);
});

test('a column is wide enough for its header and its dates, and never wider than a good part of the screen', () => {
  const [date, amount, , memo] = shownColumns({
    columns,
    rows: [row(2, 'imported', '2025-03-01', '1.00', '', '一'.repeat(400))],
  });
  expect(date?.width).toBeGreaterThanOrEqual(100);
  expect(amount?.width).toBeGreaterThanOrEqual(48);
  expect(memo?.width).toBe(280);
});
