import { expect, test } from 'vitest';
import { FilesOfJob } from '../../../../../electron/core/import/read-tickets.ts';
import type { JobContext } from '../../../../../electron/core/job.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';
import { csv } from '../../../../make/workbooks.ts';

test('many files are told as one count of rows: after the first file nothing counts files, and the rows ahead are reckoned from what is read', async () => {
  const lines = (rows: number) => csv([['日期', '金额'], ...Array.from({ length: rows }, () => ['2024-01-02', '1'])]);
  const told: Array<readonly [step: string, done: number, total: number]> = [];
  const job = {
    openCase: { store: caseInMemory() },
    files: [9, 9, 9, 9].map((rows, n) => ({
      id: `t${n}`,
      purpose: 'import',
      direction: 'read',
      name: `${n}.csv`,
      folder: '',
      bytes: lines(rows),
    })),
    threads: 'inline',
    progress: (step: string, done: number, total: number) => told.push([step, done, total]),
    checkCancelled: () => undefined,
  } as unknown as JobContext;
  const files = new FilesOfJob(job, { wishes: [], answers: [] });
  for (let file = await files.next(); file; file = await files.next()) files.tick(10);
  expect(told).toEqual([
    ['import.read', 0, 4],
    ['import.rows', 10, 40],
    ['import.rows', 10, 40],
    ['import.rows', 20, 40],
    ['import.rows', 20, 40],
    ['import.rows', 30, 40],
    ['import.rows', 30, 40],
    ['import.rows', 40, 40],
  ]);
});
