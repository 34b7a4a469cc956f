import { crc32, deflateRawSync } from 'node:zlib';

export interface RejectsSheet {
  readonly name: string;
  readonly rows: ReadonlyArray<readonly string[]>;
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
    ...sheets.map(({ rows }, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(rows)] as const),
  ];
  return zip(parts.map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8') })));
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

const sheetXml = (rows: ReadonlyArray<readonly string[]>): string =>
  `${head}<worksheet xmlns="${main}"><sheetData>${rows
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

/** A zip with deflated entries and a fixed date: the same rows give the same bytes. */
function zip(files: ReadonlyArray<{ readonly name: string; readonly bytes: Buffer }>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt16LE(0, 6); // time 00:00
    common.writeUInt16LE(0x21, 8); // date 1980-01-01
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, path]));
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06', 'latin1'), end]));
}
