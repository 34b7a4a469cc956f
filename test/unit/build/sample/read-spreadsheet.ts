/** Reads the sample back with nothing of the generator: SheetJS for workbooks, a plain CSV reader for text. */
import * as XLSX from 'xlsx';
import type { SampleFile } from '../../../../build/sample/options.ts';

export interface ReadSheet {
  readonly file: string;
  readonly sheet: string;
  /** Shown texts; row 1 of the spreadsheet is rows[0]. */
  readonly rows: readonly (readonly string[])[];
  /** Title rows, sheet name and file name together: where a statement's holder stands. */
  readonly context: string;
}

export function readSpreadsheet(file: SampleFile): ReadSheet[] {
  const sheets = file.name.endsWith('.csv') ? [readText(file)] : readWorkbook(file);
  return sheets.map(({ sheet, rows }) => ({
    file: file.name,
    sheet,
    rows,
    context: [file.name, sheet, ...rows.slice(0, 10).flat()].join(' '),
  }));
}

function readWorkbook(file: SampleFile): Array<{ sheet: string; rows: string[][] }> {
  const workbook = XLSX.read(file.bytes, { type: 'array', dense: true, cellNF: true });
  return workbook.SheetNames.map((sheet) => {
    const rows = XLSX.utils.sheet_to_json<unknown[]>(workbook.Sheets[sheet]!, {
      header: 1,
      raw: false,
      blankrows: true,
      defval: '',
    });
    return { sheet, rows: rows.map((row) => row.map((cell) => String(cell ?? ''))) };
  });
}

function readText(file: SampleFile): { sheet: string; rows: string[][] } {
  return { sheet: file.name.replace(/\.csv$/, ''), rows: decode(file.bytes).split('\r\n').slice(0, -1).map(splitLine) };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

function splitLine(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] === '"') {
      const end = line.slice(at + 1).search(/"(?!")(?<!""(?="))/);
      let close = at + 1;
      while (!(line[close] === '"' && line[close + 1] !== '"')) close += line[close] === '"' ? 2 : 1;
      cells.push(line.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 2;
      if (end < 0) throw new Error(`unclosed quote in ${line}`);
    } else {
      const comma = line.indexOf(',', at);
      const stop = comma < 0 ? line.length : comma;
      cells.push(line.slice(at, stop));
      at = stop + 1;
    }
  }
  return cells;
}
