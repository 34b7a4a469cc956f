import { type CellOrEmpty, textCell } from '../../../../shared/evidence/cell.ts';
import type { Merge, Sink } from './grid.ts';
import { RowPacker, textBudget } from './row-packer.ts';

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
 * Tables of a web page that was saved with the name of a workbook, as many bank and hospital systems export them. Every table is a sheet, named after the file;
 * texts stay texts, so that a card number keeps its last digits. Row numbers are those a spreadsheet program shows for the table.
 */
export function readHtml(html: string, name: string, sink: Sink): void {
  const tables = tablesOf(html);
  for (const [index, rows] of tables.entries()) {
    const { grid, merges } = spread(rows);
    sink.sheet({ name: index === 0 ? name : `${name} (${index + 1})`, hidden: false });
    const packer = new RowPacker(sink, textBudget(html.length));
    for (const [r, cells] of grid.entries()) packer.add(r + 1, cells);
    packer.flush();
    sink.endSheet({ merges });
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
  let cell: { text: string; attributes: string } | undefined;
  const closeCell = () => {
    if (!cell) return;
    const { text, attributes } = cell;
    const columns = span(attributes, 'colspan');
    open
      .at(-1)
      ?.at(-1)
      ?.push({ text: decodeEntities(text), columns, rows: span(attributes, 'rowspan') });
    cell = undefined;
  };
  for (const { text, name, closes, attributes } of tokens(html)) {
    if (cell && text !== '') cell.text += text.replace(/[ \t\r\n\f]+/g, ' ');
    if (name === 'br' || (name === 'p' && closes && cell?.text.trim())) {
      if (cell) cell.text += '\n';
    } else if (name === 'table') {
      closeCell();
      if (closes) open.pop();
      else {
        const table: HtmlCell[][] = [];
        tables.push(table);
        open.push(table);
      }
    } else if (name === 'tr') {
      closeCell();
      if (!closes) open.at(-1)?.push([]);
    } else if (name === 'td' || name === 'th') {
      closeCell();
      const table = open.at(-1);
      if (closes || !table) continue;
      if (table.length === 0) table.push([]);
      cell = { text: '', attributes };
    }
  }
  closeCell();
  return tables.filter((rows) => rows.some((row) => row.length > 0));
}

interface Token {
  /** what stands before the tag */
  readonly text: string;
  /** '' at the end of the page */
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
}

const tagName = /[a-z][a-z0-9]*/iy;
/** What stands between these and their end tag is nothing a person sees. */
const unseen = new Set(['script', 'style', 'head', 'title']);

/** Texts and tags, in one pass: a page of brackets that never close must not cost more than its length. */
function* tokens(html: string): Generator<Token> {
  const next = finder(html);
  let text = '';
  let at = 0;
  for (;;) {
    const open = next('<', at);
    text += html.slice(at, open);
    if (open === html.length) return yield { text, name: '', closes: false, attributes: '' };
    if (html.startsWith('<!--', open)) {
      at = next('-->', open) + 3;
      continue;
    }
    const closes = html.charCodeAt(open + 1) === 0x2f;
    tagName.lastIndex = open + (closes ? 2 : 1);
    const name = tagName.exec(html)?.[0].toLowerCase();
    const end = next('>', open);
    if (name === undefined || end === html.length) {
      text += html.charAt(open);
      at = open + 1;
      continue;
    }
    yield { text, name, closes, attributes: html.slice(tagName.lastIndex, end) };
    text = '';
    at = end + 1;
    if (!closes && unseen.has(name)) at = next(`</${name}`, at);
  }
}

/** indexOf that answers the length of the text for "not there", and remembers it: looking for what is not there is paid once. */
function finder(text: string): (wanted: string, from: number) => number {
  const missing = new Set<string>();
  return (wanted, from) => {
    if (missing.has(wanted)) return text.length;
    const at = text.indexOf(wanted, from);
    if (at >= 0) return at;
    missing.add(wanted);
    return text.length;
  };
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
