import { expect, test } from 'vitest';
import { totalRows, unaccounted } from '../../../../../renderer/screens/import/counts.ts';

const sheet = (rows: {
  read: number;
  imported: number;
  rejected: number;
  duplicate: number;
  skipped: number;
  mirrored: number;
}) => ({
  sheet: 's',
  category: 'bank_flow',
  confidence: 1,
  headerRow: 1,
  columns: [],
  rows,
  duplicates: { here: 0, inCase: 0 },
  warned: 0,
  problems: [],
  problemsTotal: 0,
  sums: {},
});
const file = (...sheets: ReturnType<typeof sheet>[]) => ({
  file: 'f.xlsx',
  folder: '',
  sha256: '',
  batch: null,
  sheets,
  problems: [],
  notes: [],
});

test('the rows of all sheets add up, and a mirrored row is not counted a second time', () => {
  const rows = totalRows({
    files: [
      file(sheet({ read: 12, imported: 9, rejected: 1, duplicate: 1, skipped: 1, mirrored: 4 })),
      file(sheet({ read: 3, imported: 3, rejected: 0, duplicate: 0, skipped: 0, mirrored: 0 })),
    ],
  });
  expect(rows).toEqual({ read: 15, imported: 12, rejected: 1, duplicate: 1, skipped: 1, mirrored: 4 });
  expect(unaccounted(rows)).toBe(0);
});

test('a row that no counter holds is noticed', () => {
  expect(unaccounted({ read: 12, imported: 9, rejected: 1, duplicate: 0, skipped: 1, mirrored: 0 })).toBe(1);
});
