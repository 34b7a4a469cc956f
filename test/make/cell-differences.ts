import type { SheetGrid, Workbook } from '../../electron/core/import/read/grid.ts';
import { cellText } from '../../electron/core/import/read/xlsx/xml-text.ts';
import { type Cell, cellAddress } from '../../shared/evidence/cell.ts';

/** What our reader reads differently, each with the reason; everything else must be the same. */
const known: ReadonlyArray<{ why: string; is: (ours: Cell | null, theirs: Cell | null, path: string) => boolean }> = [
  {
    why: 'a formula without a result is an error in its place; SheetJS leaves the cell out',
    is: (ours, theirs) => theirs === null && ours?.raw === '#UNCALCULATED',
  },
  {
    why: 'a value that its format hides is shown as the number it is; SheetJS shows nothing',
    is: (ours, theirs) => theirs?.shown === '' && ours?.raw === theirs.raw && ours.type === theirs.type,
  },
  {
    why: 'a string made of runs beside a plain piece is joined whole; SheetJS keeps the first piece only',
    is: (ours, theirs, path) =>
      /minimal_package|richtext|los-angeles|inlineStr2/.test(path) && String(ours?.raw).startsWith(String(theirs?.raw)),
  },
  {
    why: 'a formula whose result is blanks, or is when decoded a second time, keeps it; SheetJS leaves the cell out',
    is: (ours, theirs) =>
      theirs === null && ours?.type === 'text' && ours.formula === true && decoded(ours.shown).trim() === '',
  },
  {
    why: 'shown as Excel rounds: from fifteen decimal digits, halves away from zero; SheetJS rounds the binary fraction',
    is: (ours, theirs) =>
      ours?.type === 'number' && theirs?.type === 'number' && ours.raw === theirs.raw && near(ours, theirs),
  },
  {
    why: 'format 22 is that of Chinese Windows; SheetJS shows it as American Windows does',
    is: (ours, theirs) =>
      ours?.type === 'date' &&
      ours.raw === theirs?.raw &&
      /^\d+\/\d+\/\d\d \d+:\d\d$/.test(theirs.shown) &&
      /^\d{4}\/\d+\/\d+ \d+:\d\d$/.test(ours.shown),
  },
  {
    why: 'the text that a formula gave is decoded once; SheetJS decodes it twice, and &amp;lt; becomes <',
    is: (ours, theirs) =>
      ours?.formula === true && ours.type === 'text' && decoded(ours.shown) === decoded(theirs?.shown ?? ''),
  },
  {
    why: 'a carriage return that is written as _x000D_ before the end of a line is kept; SheetJS drops it',
    is: (ours, theirs) =>
      ours?.type === 'text' &&
      // of what a formula gave, the text decoded a second time
      [ours.shown, ...(ours.formula ? [cellText(ours.shown)] : [])].some(
        (text) => text.replaceAll('\r\n', '\n') === theirs?.shown,
      ),
  },
];

const decoded = (text: string): string => cellText(cellText(text));

const near = (ours: Cell, theirs: Cell): boolean => {
  const [a, b] = [ours, theirs].map(({ shown }) => Number(shown.replace(/[^\d.e-]/gi, '')));
  return Math.abs((a as number) - (b as number)) <= Math.abs(b as number) * 0.06 + 1e-12;
};

const rowsOf = (grid: SheetGrid | undefined): Map<number, Array<Cell | null>> =>
  new Map(Array.from({ length: grid?.length ?? 0 }, (_, i) => [grid?.number(i) ?? 0, grid?.cells(i) ?? []]));

/** Where our reader and SheetJS do not say the same of a workbook, but for what is named above. */
export function differences(path: string, ours: Workbook, theirs: Workbook): string[] {
  const lines: string[] = [];
  const names = (book: Workbook) => book.sheets.map(({ name, hidden }) => `${name} ${hidden}`).join(', ');
  if (names(ours) !== names(theirs)) lines.push(`${path}: sheets ${names(ours)} | ${names(theirs)}`);
  for (const [idx, sheet] of ours.sheets.entries()) {
    const [a, b] = [rowsOf(sheet), rowsOf(theirs.sheets[idx])];
    if (JSON.stringify(sheet.merges) !== JSON.stringify(theirs.sheets[idx]?.merges)) lines.push(`${path}: merges`);
    for (const n of new Set([...a.keys(), ...b.keys()])) {
      const [left, right] = [a.get(n) ?? [], b.get(n) ?? []];
      for (let c = 0; c < Math.max(left.length, right.length); c++) {
        const [mine, other] = [left[c] ?? null, right[c] ?? null];
        if (JSON.stringify(mine) === JSON.stringify(other) || known.some(({ is }) => is(mine, other, path))) continue;
        lines.push(`${path} ${sheet.name}!${cellAddress(c, n)}: ${JSON.stringify(mine)} | ${JSON.stringify(other)}`);
      }
    }
  }
  return lines;
}
