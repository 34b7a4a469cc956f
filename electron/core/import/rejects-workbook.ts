import { packZip } from './pack-zip.ts';

export interface RejectsSheet {
  readonly name: string;
  readonly rows: ReadonlyArray<readonly string[]>;
  /** position of a column that is there for the program only */
  readonly hidden?: number;
}

/**
 * A workbook that holds texts only: no formula, no number format, no link, so that nothing in a rejected row can act when it is opened, and a long
 * number keeps its digits until somebody has repaired it. Written by hand because it must be readable by the importer it goes back to.
 */
export function rejectsWorkbook(sheets: readonly RejectsSheet[]): Uint8Array {
  const parts: Array<readonly [string, string]> = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets.map(({ name }) => name))],
    ['xl/_rels/workbook.xml.rels', relationships(sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]))],
    ...sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)] as const),
  ];
  return packZip(parts.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8') })));
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNs = 'http://schemas.openxmlformats.org/package/2006';

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${overrides.join('')}</Types>`;
}

const relationships = (targets: ReadonlyArray<readonly [string, string]>): string =>
  `${head}<Relationships xmlns="${packageNs}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function workbookXml(names: readonly string[]): string {
  const taken = new Set<string>();
  const sheets = names.map(
    (name, i) => `<sheet name="${xmlText(sheetName(name, taken))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** At most 31 characters, none of []:*?/\, and no name twice. */
function sheetName(wanted: string, taken: Set<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 26) || 'Sheet';
  let name = clean;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${clean} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}

const sheetXml = ({ rows, hidden }: RejectsSheet): string =>
  `${head}<worksheet xmlns="${main}">${
    hidden === undefined ? '' : `<cols><col min="${hidden + 1}" max="${hidden + 1}" width="12" hidden="1"/></cols>`
  }<sheetData>${rows
    .map(
      (row) =>
        `<row>${row.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** Markup, characters XML cannot hold, and _x0041_, which Excel would turn into an A. */
const xmlText = (text: string): string =>
  text
    .slice(0, 32_767)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
