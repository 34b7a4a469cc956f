import * as XLSX from 'xlsx';
import { cellAddress } from '../../shared/evidence/cell.ts';
import { placedCells, type RandomCell, type RandomSheet, type RandomWorkbook, styleCodes } from './random-workbook.ts';
import { xlsxOf } from './workbooks.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
const preserved = (text: string): string => `<t xml:space="preserve">${escaped(text)}</t>`;
const runsOf = (runs: readonly string[]): string =>
  runs.map((run) => `<r><rPr><b/></rPr>${preserved(run)}</r>`).join('');

/** A generated workbook as XML written by hand, with everything the format allows and few programs write. */
export function writeByHand(book: RandomWorkbook): Uint8Array {
  const strings: string[] = [];
  const numbers = new Map<string, number>();
  const shared = (xml: string): number => {
    const known = numbers.get(xml) ?? strings.push(xml) - 1;
    numbers.set(xml, known);
    return known;
  };
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, shared));
  const names = book.names.map(escaped);
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const typed = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return xlsxOf('', {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${typed('workbook', 'sheet.main')}${typed('styles', 'styles')}${typed('sharedStrings', 'sharedStrings')}${sheets
      .map((_, i) => typed(`worksheets/sheet${i + 1}`, 'worksheet'))
      .join('')}</Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${book.date1904 ? 1 : 0}"/><sheets>${names
      .map(
        (name, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${book.sheets[i]?.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`))
      .join(
        '',
      )}${relation(90, 'sharedStrings', 'sharedStrings.xml')}${relation(91, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${styleCodes
      .map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${escaped(code)}"/>`)
      .join('')}</numFmts><cellXfs>${styleCodes
      .map((_, i) => `<xf numFmtId="${170 + i}" applyNumberFormat="1"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}" uniqueCount="${strings.length}">${strings
      .map((xml) => `<si>${xml}</si>`)
      .join('\n')}</sst>`,
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
  });
}

function sheetXml(sheet: RandomSheet, shared: (xml: string) => number): string {
  let n = 0;
  const rows = sheet.rows.map((row) => {
    n += row.gap + 1;
    let column = -1;
    const cells = row.cells.map(({ gap, cell }) => {
      column += gap + 1;
      return cellXml(cell, row.terse && gap === 0 ? '' : ` r="${cellAddress(column, n)}"`, shared);
    });
    const place = row.terse && row.gap === 0 ? '' : ` r="${n}"`;
    return `<row${place}${row.hidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const merges = sheet.merges.map((merge) => `<mergeCell ref="${XLSX.utils.encode_range(rangeOf(merge))}"/>`);
  return `<worksheet xmlns="${main}"><sheetData>${rows.join('\n')}</sheetData>${
    merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : ''
  }</worksheet>`;
}

const rangeOf = ([row, column, down, right]: RandomSheet['merges'][number]): XLSX.Range => ({
  s: { r: row, c: column },
  e: { r: row + down, c: column + right },
});

function cellXml(cell: RandomCell, place: string, shared: (xml: string) => number): string {
  const f = 'formula' in cell && cell.formula ? '<f>A1+1</f>' : '';
  switch (cell.is) {
    case 'shared':
      return `<c${place} t="s"><v>${shared(preserved(cell.text))}</v></c>`;
    case 'inline':
      return `<c${place} t="inlineStr"><is>${preserved(cell.text)}</is></c>`;
    case 'rich':
      return cell.shared
        ? `<c${place} t="s"><v>${shared(runsOf(cell.runs))}</v></c>`
        : `<c${place} t="inlineStr"><is>${runsOf(cell.runs)}</is></c>`;
    case 'number':
      return `<c${place} s="${cell.style}">${f}<v>${cell.value}</v></c>`;
    case 'result':
      return `<c${place} t="str"><f>A1&amp;""</f><v>${escaped(cell.text)}</v></c>`;
    case 'bool':
      return `<c${place} t="b">${f}<v>${cell.value ? 1 : 0}</v></c>`;
    case 'error':
      return `<c${place} t="e">${f}<v>${cell.code}</v></c>`;
    case 'styled-blank':
      return `<c${place} s="${cell.style}"/>`;
  }
}

/** The same workbook as SheetJS writes it. */
export function writeBySheetJs(book: RandomWorkbook): Uint8Array {
  const made = XLSX.utils.book_new();
  for (const [i, sheet] of book.sheets.entries()) {
    const cells: XLSX.WorkSheet = { '!ref': 'A1:XFD1048576' };
    let [last, width] = [0, 0];
    for (const { row, column, cell } of placedCells(sheet)) {
      const object = cellObject(cell);
      if (object) cells[cellAddress(column, row)] = object;
      [last, width] = [Math.max(last, row - 1), Math.max(width, column)];
    }
    cells['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: last, c: width } });
    cells['!merges'] = sheet.merges.map(rangeOf);
    XLSX.utils.book_append_sheet(made, cells, book.names[i] ?? '');
  }
  made.Workbook = {
    Sheets: book.sheets.map(({ hidden }, i) => ({ name: book.names[i] ?? '', Hidden: hidden ? 1 : 0 })),
    WBProps: { date1904: book.date1904 },
  };
  return new Uint8Array(XLSX.write(made, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer);
}

const errorNumbers: Readonly<Record<string, number>> = {
  '#NULL!': 0,
  '#DIV/0!': 7,
  '#VALUE!': 15,
  '#REF!': 23,
  '#NAME?': 29,
  '#NUM!': 36,
  '#N/A': 42,
};

function cellObject(cell: RandomCell): XLSX.CellObject | undefined {
  const f = 'formula' in cell && cell.formula ? { f: 'A1+1' } : {};
  switch (cell.is) {
    case 'shared':
    case 'inline':
      return { t: 's', v: cell.text };
    case 'rich':
      return { t: 's', v: cell.runs.join('') };
    case 'number':
      return { t: 'n', v: cell.value, z: styleCodes[cell.style] ?? 'General', ...f };
    case 'result':
      return { t: 's', v: cell.text, f: 'A1&""' };
    case 'bool':
      return { t: 'b', v: cell.value, ...f };
    case 'error':
      return { t: 'e', v: errorNumbers[cell.code] ?? 42, ...f };
    case 'styled-blank':
      return undefined;
  }
}
