import { cellAddress, textCell } from '../../../shared/evidence/cell.ts';
import { readDate } from '../../../shared/evidence/date.ts';
import { tidy } from '../../../shared/evidence/text.ts';
import type { SheetFact } from '../../../shared/protocol/import.requests.ts';
import type { SheetGrid } from './read/grid.ts';

/** Under this name the period that a statement says it covers stands among its facts; no field of any sheet is called so. */
const periodFact = 'statement_period';

const speaksOfPeriod = /起止|起始|开始|期间|区间|范围|查询(?:日期|时间)|账单(?:日期|时间)/;
const oneDay = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|(?<!\d)(?:19|20)\d{6}(?!\d)/g;

/** 起止日期：2024-01-01 — 2024-06-30, in one cell or in neighbouring cells of a row above the header: from when to when a statement says it runs. */
export function findPeriod(grid: SheetGrid, above: number): SheetFact | undefined {
  for (let i = 0; i < above; i++) {
    const cells = [...grid.cells(i).entries()].flatMap(([column, cell]) =>
      cell === null ? [] : [{ column, text: tidy(cell.shown) }],
    );
    const said = cells.findIndex(({ text }) => speaksOfPeriod.test(text));
    const first = cells[said];
    if (!first) continue;
    const days = cells
      .slice(said)
      .flatMap(({ text }) => text.match(oneDay) ?? [])
      .flatMap((text) => {
        const read = readDate(textCell(text.replace(/\s/g, '')));
        return read.ok && read.value !== null && read.value.precision !== 'month' ? [read.value.day] : [];
      });
    const [from, to] = days;
    if (from === undefined || to === undefined || from > to) continue;
    return {
      field: periodFact,
      value: `${from} — ${to}`,
      from: 'title',
      cell: cellAddress(first.column, grid.number(i)),
    };
  }
  return undefined;
}
