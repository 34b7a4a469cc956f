import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { caseState } from '../../../../make/case-state.ts';
import { importCore } from '../../../../make/import-core.ts';
import { type MadeCell, xlsx } from '../../../../make/workbooks.ts';

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
};

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '对手账号', '摘要'];
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-05-${String(n).padStart(2, '0')}`);
const fen = fc.integer({ min: 1, max: 5_000_000 });
const yuan = fen.map((n) => (n / 100).toFixed(2));
const name = fc.constantFrom('张某某', '李某', '云杉管理有限公司', '王某');
const flag = fc.constantFrom('出', '进');
const booking = (
  date: MadeCell,
  direction: string,
  amount: MadeCell,
  other: MadeCell,
  account: MadeCell,
): MadeCell[] => ['澄溪医药有限公司', '9999990000000000001', date, direction, amount, other, account, '学术推广费'];

/** One line as it comes: what it is, its cells, and the column a person would have to mend. */
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(day, flag, yuan, name)
      .map(([d, f, y, n]) => ({ is: 'good' as const, cells: booking(d, f, y, n, null), bad: -1 })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('2024-05-32', '待查', '2024-13-01'), flag, yuan, name)
      .map(([d, f, y, n]) => ({ is: 'bad' as const, cells: booking(d, f, y, n, null), bad: 2 })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(day, flag, fc.constantFrom('贰万?', '面议', '1.2万元（含税）'), name)
      .map(([d, f, y, n]) => ({ is: 'bad' as const, cells: booking(d, f, y, n, null), bad: 4 })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(day, flag, yuan, name)
      .map(([d, f, y, n]) => ({ is: 'good' as const, cells: booking(d, f, y, n, 6222021234567890000), bad: -1 })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      is: 'left' as const,
      cells: ['合计', null, null, null, '9,999.00'] as MadeCell[],
      bad: -1,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ is: 'left' as const, cells: header as MadeCell[], bad: -1 }) },
  { weight: 1, arbitrary: fc.constant({ is: 'left' as const, cells: ['以下无正文'] as MadeCell[], bad: -1 }) },
  { weight: 1, arbitrary: fc.constant({ is: 'blank' as const, cells: [null] as MadeCell[], bad: -1 }) },
);

const sheet = fc.record({
  titles: fc.array(
    fc.constantFrom<MadeCell[]>(['银行流水'], ['户名：澄溪医药有限公司'], ['起止日期：2024-05-01 — 2024-05-31']),
    { maxLength: 3 },
  ),
  // a header that stands right under the header is one of two rows, not one repeated
  lines: fc
    .array(line, { minLength: 3, maxLength: 25 })
    .map((lines) => [...lines.filter(({ is }) => is === 'good').slice(0, 1), ...lines])
    .filter(([first]) => first?.is === 'good'),
  repeats: fc.array(fc.nat(20), { maxLength: 3 }),
  merged: fc.boolean(),
});

test('every row of a messy sheet is in one counter, sums are those of its amounts, and mending, bringing back and taking back lead to the start', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async ({ titles, lines, repeats, merged }) => {
      const all = [...lines, ...repeats.flatMap((at) => lines[at] ?? [])];
      const rows = [...titles, header, ...all.map(({ cells }) => cells)];
      const at = titles.length + 1;
      // two rows of one counterparty, as a printed statement merges them
      const merges = merged && all[0]?.is === 'good' && all[1]?.is === 'good' ? [`F${at + 1}:F${at + 2}`] : undefined;
      const core = importCore();
      const bytes = xlsx([{ name: '流水', rows, ...(merges ? { merges } : {}) }]);
      const said = [{ file: '流水.xlsx', sheet: '流水', category: 'bank_flow' }];
      const written = value(
        await core.ask('import.write', { tickets: [core.give('流水.xlsx', bytes)], answers: said }),
      );
      const report = written.files[0]?.sheets[0];
      if (!report) {
        // too few headers of its own to be told from its rows: said as a Problem, nothing written
        expect(written.files[0]?.problems).not.toEqual([]);
        return;
      }
      const { read, imported, rejected, duplicate, skipped } = report.rows;
      expect(read).toBe(imported + rejected + duplicate + skipped);
      expect(read).toBe(all.filter(({ is }) => is !== 'blank').length);
      expect(rejected).toBe(all.filter(({ is }) => is === 'bad').length);
      expect(skipped).toBe(all.filter(({ is }) => is === 'left').length);

      const wanted = all
        .filter(({ is }) => is === 'good')
        .reduce((sum, { cells }) => sum + Math.round(Number(cells[4]) * 100), 0);
      expect(report.sums.amount ?? '0').toBe(String(wanted));
      const listed = new Set(report.problems.filter(({ rejects }) => rejects).map(({ row }) => row));
      const bad = all.flatMap(({ is }, i) => (is === 'bad' ? [at + 1 + i] : []));
      expect([...listed].sort((a, b) => a - b)).toEqual(bad);

      const before = caseState(core.store);
      const found = value(await core.ask('import.rows', { filter: { kind: 'rejected' }, limit: 500 }));
      expect(found.rows.map(({ row }) => row)).toEqual(bad);
      if (found.rows.length === 0) return;
      const fixes = found.rows.map(({ rowId, problems }) => {
        const column = problems.find(({ rejects }) => rejects)?.column ?? 0;
        return { rowId, cells: [{ column, value: column === 2 ? '2024-05-06' : '12.34' }] };
      });
      const done = value(await core.ask('import.correct', { rows: fixes, reason: '凭证' }));
      expect(done.rows.every(({ state }) => state === 'imported' || state === 'duplicate')).toBe(true);
      const counts = core.store.db
        .prepare(
          'select rows_read - rows_imported - rows_rejected - rows_duplicate - rows_skipped as lost, rows_rejected as rejected from sheet',
        )
        .get();
      expect(counts).toEqual({ lost: 0, rejected: 0 });
      const again = done.rows.filter(({ state }) => state === 'duplicate').map(({ rowId }) => rowId);
      if (again.length > 0) {
        value(await core.ask('import.decide', { rows: again, what: 'import', reason: '两笔' }));
        value(await core.ask('import.decide', { rows: again, what: 'leave-out', reason: '一笔' }));
      }
      const { rows: standing } = value(await core.ask('import.corrections', { limit: 500 }));
      value(await core.ask('import.uncorrect', { corrections: standing.map(({ id }) => id), reason: '撤' }));
      expect(caseState(core.store)).toEqual(before);
    }),
    { numRuns: 40 },
  );
}, 120_000);
