import { type CellOrEmpty, textCell } from '../../../../shared/evidence/cell.ts';
import type { Merge, Sink } from './grid.ts';
import { RowPacker, textBudget } from './grid.ts';

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  yen: '¥',
};

/**
 * Tables of a web page that was saved with the name of a workbook, as many bank and hospital systems export them. Every table is a sheet;
 * texts stay texts, so that a card number keeps its last digits. Row numbers are those a spreadsheet program shows for the table.
 */
export function readHtml(html: string, sink: Sink): void {
  const tables = tablesOf(html);
  for (const [index, rows] of tables.entries()) {
    const { grid, merges } = spread(rows);
    sink.sheet({ name: tables.length === 1 ? 'Sheet1' : `Sheet${index + 1}`, hidden: false, merges, hiddenRows: 0 });
    const packer = new RowPacker(sink, textBudget(html.length));
    for (const [r, cells] of grid.entries()) packer.add(r + 1, cells);
    packer.flush();
  }
}

interface HtmlCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** Rows of cells of every table, in the order in which they open; a table inside a cell is a table of its own. */
function tablesOf(html: string): HtmlCell[][][] {
  const tables: HtmlCell[][][] = [];
  const open: HtmlCell[][][] = [];
  let cell: { text: string; attributes: string; depth: number } | undefined;
  const closeCell = () => {
    if (!cell) return;
    const row = open.at(-1)?.at(-1);
    row?.push({
      text: decodeEntities(cell.text),
      columns: span(cell.attributes, 'colspan'),
      rows: span(cell.attributes, 'rowspan'),
    });
    cell = undefined;
  };
  const clean = html.replace(/<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, ' ');
  for (const [, text, close, tag, attributes] of clean.matchAll(
    /([^<]*)(?:<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|<|$)/gi,
  )) {
    if (cell && text) cell.text += text.replace(/[ \t\r\n\f]+/g, ' ');
    const name = tag?.toLowerCase();
    if (name === 'br' || (name === 'p' && close && cell?.text.trim())) {
      if (cell) cell.text += '\n';
    } else if (name === 'table') {
      closeCell();
      if (close) open.pop();
      else {
        const table: HtmlCell[][] = [];
        tables.push(table);
        open.push(table);
      }
    } else if (name === 'tr') {
      closeCell();
      if (!close) open.at(-1)?.push([]);
    } else if (name === 'td' || name === 'th') {
      closeCell();
      const table = open.at(-1);
      if (!close && table) {
        if (table.length === 0) table.push([]);
        cell = { text: '', attributes: attributes ?? '', depth: open.length };
      }
    }
  }
  closeCell();
  return tables.filter((rows) => rows.some((row) => row.length > 0));
}

const span = (attributes: string, name: string): number => {
  const count = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(count, 1), name === 'colspan' ? 1000 : 65_536);
};

const decodeEntities = (text: string): string =>
  text
    .replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
      if (name[0] !== '#') return named[name.toLowerCase()] ?? whole;
      const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/ *\n */g, '\n')
    .trim();

/** Puts cells that span rows and columns where a spreadsheet would put them. */
function spread(rows: readonly HtmlCell[][]): { grid: CellOrEmpty[][]; merges: Merge[] } {
  const grid: CellOrEmpty[][] = rows.map(() => []);
  const taken = rows.map(() => new Set<number>());
  const merges: Merge[] = [];
  for (const [r, row] of rows.entries()) {
    let c = 0;
    for (const cell of row) {
      while (taken[r]?.has(c)) c++;
      const lastRow = Math.min(r + cell.rows, rows.length) - 1;
      const line = grid[r] as CellOrEmpty[];
      while (line.length < c) line.push(null);
      line[c] = cell.text === '' ? null : textCell(cell.text);
      for (let below = r; below <= lastRow; below++) {
        for (let across = c; across < c + cell.columns; across++) taken[below]?.add(across);
      }
      if (lastRow > r || cell.columns > 1) {
        merges.push({ fromRow: r + 1, toRow: lastRow + 1, fromColumn: c, toColumn: c + cell.columns - 1 });
      }
      c += cell.columns;
    }
  }
  for (const line of grid) for (let c = 0; c < line.length; c++) line[c] ??= null;
  return { grid, merges };
}
