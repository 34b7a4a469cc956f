import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from 'xlsx';

/** A cell of an original spreadsheet as another program reads it: SheetJS for workbooks, split lines for CSV. */
export interface Originals {
  /** what a cell shows and, where the file stores a number, that number; `row` is the spreadsheet's own, in CSV the line */
  cell(file: string, sheet: string, row: number, column: number): { readonly shown: string; readonly n: number | null };
}

export function originals(folder: string): Originals {
  const books = new Map<string, XLSX.WorkBook>();
  const texts = new Map<string, string[][]>();
  return {
    cell(file, sheet, row, column) {
      if (/\.csv$/i.test(file)) {
        const lines =
          texts.get(file) ??
          decode(readFileSync(join(folder, file)))
            .split(/\r?\n/)
            .map(splitLine);
        texts.set(file, lines);
        return { shown: lines[row - 1]?.[column] ?? '', n: null };
      }
      const book = books.get(file) ?? XLSX.read(readFileSync(join(folder, file)), { cellNF: true });
      books.set(file, book);
      const found = book.Sheets[sheet]?.[XLSX.utils.encode_cell({ r: row - 1, c: column })] as
        | XLSX.CellObject
        | undefined;
      if (!found) return { shown: '', n: null };
      return { shown: found.w ?? String(found.v ?? ''), n: typeof found.v === 'number' ? found.v : null };
    },
  };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

/** A line of the sample's own CSV: no line breaks inside quotes. */
function splitLine(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g))
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  return cells;
}

/** Fen in a cell by the plainest reading: a stored number, or digits with marks round them. `unit`: yuan for one counted unit. */
export function plainFen({ shown, n }: { shown: string; n: number | null }, unit = 1): number {
  if (n !== null) return Math.round(n * unit * 100);
  const text = shown.normalize('NFKC').replace(/[￥¥元,\s'’]/g, '');
  const found = /^(\()?([-+]?)(\d+)(?:\.(\d{1,6}))?(万)?(\))?(-)?$/.exec(text);
  if (!found) throw new Error(`no plain amount: ${shown}`);
  const [, open, sign, whole, fraction = '', wan, , behind] = found;
  const size = BigInt(`${whole}${fraction.padEnd(6, '0')}`) * BigInt(unit * (wan ? 10_000 : 1)) * 100n;
  if (size % 1_000_000n !== 0n) throw new Error(`less than a fen: ${shown}`);
  const fen = Number(size / 1_000_000n);
  return open || sign === '-' || behind ? -fen : fen;
}
