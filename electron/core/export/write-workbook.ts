import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';
import { fill } from '../../../shared/plain/fill.ts';
import { cellText } from './cell-text.ts';
import type { PageColumn, PagePicture, PageValue, ReportContext, ReportPage } from './page.ts';
import { type PlacedDrawing, putDrawings } from './put-drawings.ts';

const ROWS_PER_SHEET = 1_000_000; // Excel ends at 1,048,576
const FORMAT = {
  text: '@',
  money: '#,##0.00;[Red]-#,##0.00',
  day: 'yyyy-mm-dd',
  count: '#,##0',
  number: '0.00',
} as const;
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6F1F3' } } as const;
const LINE = { style: 'thin', color: { argb: 'FFD3D9E1' } } as const;

export interface WrittenPage {
  readonly title: string;
  readonly rows: number;
}

/**
 * Writes the pages as one .xlsx, row by row. Only values are written: no formula, no hyperlink, nothing copied from a source file.
 * Document properties carry the title and the time of the report, never the user's account.
 */
export async function writeWorkbook(
  pages: readonly ReportPage[],
  context: ReportContext,
  title: string,
  footer: string,
  tick: () => void,
): Promise<{ bytes: Uint8Array; pages: WrittenPage[] }> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((done, fail) => out.on('end', done).on('error', fail));
  // half of all code the core holds: loaded when a workbook is written, not at every start
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: true });
  workbook.title = title;
  workbook.creator = '';
  workbook.lastModifiedBy = '';
  workbook.created = context.at;
  workbook.modified = context.at;
  const written: WrittenPage[] = [];
  const drawings: PlacedDrawing[] = [];
  for (const page of pages) {
    const sheets = Math.max(1, Math.ceil(page.count(context) / ROWS_PER_SHEET));
    const rows = page.rows(context)[Symbol.iterator]();
    let total = 0;
    for (let n = 1; n <= sheets; n++) {
      const name = context.word(page.id) + (sheets > 1 ? fill(context.word('part'), { n, of: sheets }) : '');
      total += await writePage(workbook, name, page, rows, context, footer, tick);
    }
    written.push({ title: context.word(page.id), rows: total });
    for (const picture of page.pictures?.(context) ?? []) {
      drawings.push(writePicture(workbook, picture, context, footer));
      written.push({ title: picture.name, rows: picture.lines.length });
      tick();
    }
  }
  await workbook.commit();
  await finished;
  return { bytes: await putDrawings(Buffer.concat(chunks), drawings, context.at), pages: written };
}

/** The sheet of a picture, printed on one page: a few lines about it, and room for the drawing below. */
function writePicture(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, lines, drawing }: PagePicture,
  context: ReportContext,
  footer: string,
): PlacedDrawing {
  const orientation = drawing.width > drawing.height ? 'landscape' : 'portrait';
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
    headerFooter: { oddFooter: footer },
  });
  const style = { numFmt: FORMAT.text, alignment: { vertical: 'top', horizontal: 'left' } } as const;
  sheet.columns = [
    { width: 22, style: { ...style, font: { name: '等线', size: 11, bold: true } } },
    { width: 90, style: { ...style, font: { name: '等线', size: 11 } } },
  ];
  const cut = context.word('truncated');
  for (const line of lines) sheet.addRow(line.map((text) => cellText(text, cut) || null)).commit();
  sheet.commit();
  return { sheet: sheet.id, row: lines.length + 1, drawing };
}

async function writePage(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  page: ReportPage,
  rows: Iterator<readonly PageValue[]>,
  context: ReportContext,
  footer: string,
  tick: () => void,
): Promise<number> {
  const last = page.columns.length;
  const sheet = workbook.addWorksheet(name, {
    views: page.plain ? [{ showGridLines: false }] : [{ state: 'frozen', ySplit: 1, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(page.plain ? {} : { printTitlesRow: '1:1' }),
    },
    headerFooter: { oddFooter: footer },
  });
  sheet.columns = page.columns.map((column) => ({
    width: column.width,
    style: { numFmt: FORMAT[column.kind], font: { name: '等线', size: 11 }, alignment: alignment(column) },
  }));
  const head = sheet.addRow(page.columns.map((column) => context.word(column.title)));
  head.eachCell((cell) => {
    cell.font = { name: '等线', size: 11, bold: true };
    cell.fill = HEAD_FILL;
    cell.border = { bottom: LINE };
    cell.numFmt = '@';
  });
  head.height = 22;
  head.commit();
  const cut = context.word('truncated');
  let n = 0;
  for (; n < ROWS_PER_SHEET; n++) {
    const next = rows.next();
    if (next.done) break;
    const row = sheet.addRow(next.value.map((value, i) => excelValue(value, page.columns[i], cut)));
    row.commit();
    if (n % 2_000 === 1_999) {
      tick();
      await new Promise((go) => setImmediate(go)); // lets the zip stream drain
    }
  }
  if (!page.plain) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: n + 1, column: last } };
  sheet.commit();
  return n;
}

const alignment = (column: PageColumn): Partial<ExcelJS.Alignment> => ({
  vertical: 'top',
  horizontal: column.kind === 'money' || column.kind === 'count' || column.kind === 'number' ? 'right' : 'left',
  wrapText: column.wrap ?? false,
});

/** Fen become yuan only here, as a decimal number with two places; a day becomes a date without time zone. */
function excelValue(value: PageValue, column: PageColumn | undefined, cut: string): string | number | Date | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return column?.kind === 'money' ? Number((value / 100).toFixed(2)) : value;
  if (column?.kind === 'day')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : cellText(value, cut);
  return cellText(value, cut);
}
