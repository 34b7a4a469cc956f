import {
  configure,
  type FileEntry,
  TextReader,
  TextWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { drawingmlOf } from './chart/drawingml-of.ts';
import type { Sheet } from './chart/sheet.ts';

configure({ useWebWorkers: false });

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A drawing, and where: below `row` rows of the n-th sheet. */
export interface PlacedDrawing {
  readonly sheet: number;
  readonly row: number;
  readonly drawing: Sheet;
}

/** The workbook with drawings on its sheets, which its writer cannot place. All other parts are taken over byte by byte, still compressed. */
export async function putDrawings(bytes: Uint8Array, placed: readonly PlacedDrawing[], at: Date): Promise<Uint8Array> {
  if (placed.length === 0) return bytes;
  const nth = new Map(placed.map(({ sheet }, i) => [`xl/worksheets/sheet${sheet}.xml`, i + 1]));
  const dated = { lastModDate: at, extendedTimestamp: false, useUnicodeFileNames: false };
  const writer = new ZipWriter(new Uint8ArrayWriter(), dated);
  const put = (name: string, text: string) => writer.add(name, new TextReader(text), dated);
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const entries = (await reader.getEntries()).filter((entry): entry is FileEntry => !entry.directory);
  for (const entry of entries) {
    const { filename } = entry;
    const drawing = nth.get(filename);
    if (drawing !== undefined) await put(filename, withDrawing(await textOf(entry)));
    else if (filename === '[Content_Types].xml') await put(filename, withTypes(await textOf(entry), placed.length));
    else await copy(entry);
  }
  for (const [i, { sheet, row, drawing }] of placed.entries()) {
    const name = `drawing${i + 1}.xml`;
    await put(`xl/drawings/${name}`, [...drawingmlOf(drawing, row)].join(''));
    await put(
      `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/drawing" Target="../drawings/${name}"/></Relationships>`,
    );
  }
  return await writer.close();

  async function copy(entry: FileEntry): Promise<void> {
    const { filename, compressionMethod, uncompressedSize, signature } = entry;
    const packed = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
    await writer.add(filename, new Uint8ArrayReader(packed), {
      ...dated,
      passThrough: true,
      compressionMethod,
      uncompressedSize,
      signature,
    });
  }
}

const textOf = (entry: FileEntry): Promise<string> => entry.getData(new TextWriter());

/** A drawing comes last on a sheet that has no table and no comment. */
const withDrawing = (sheet: string): string =>
  sheet.replace(/<\/worksheet>\s*$/, `<drawing xmlns:r="${RELATIONS}" r:id="rId1"/></worksheet>`);

function withTypes(types: string, count: number): string {
  const named = Array.from(
    { length: count },
    (_, i) =>
      `<Override PartName="/xl/drawings/drawing${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
  );
  return types.replace('</Types>', `${named.join('')}</Types>`);
}
