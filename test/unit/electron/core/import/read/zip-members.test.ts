import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packZip } from '../../../../../../electron/core/import/pack-zip.ts';
import { Parser } from '../../../../../../electron/core/import/parse-thread.ts';
import { csv, encodeGb18030, workbook, xlsx } from '../../../../../make/workbooks.ts';

const table = [
  ['户名', '金额'],
  ['张某', '12.50'],
];
const sheet = { name: '明细', rows: table };

async function files(bytes: Uint8Array, name = '移送材料.zip') {
  const found: Array<readonly [string, string, string]> = [];
  for await (const { file } of new Parser('inline').readAll(name, '', Uint8Array.from(bytes), () => undefined)) {
    const { workbook: book } = file;
    found.push([
      file.folder,
      file.name,
      book.ok ? `${book.value.format} ${book.value.sheets.length}` : book.problem.code,
    ]);
  }
  return found;
}

test('each file of an archive is a file of its own; what is no spreadsheet is said, what programs leave lying is not', async () => {
  const inner = packZip([
    { name: '再内.csv', bytes: Buffer.from(csv(table)) },
    { name: '三层.zip', bytes: Buffer.from(packZip([{ name: 'a.csv', bytes: Buffer.from(csv(table)) }])) },
  ]);
  const archive = packZip([
    { name: '华康/一月.xlsx', bytes: Buffer.from(xlsx([sheet])) },
    { name: '华康/二月.xls', bytes: Buffer.from(workbook([sheet], 'biff8')) },
    { name: '流水.csv', bytes: Buffer.from(csv(table, 'gb18030')) },
    { name: '照片.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 0]) },
    { name: '__MACOSX/._流水.csv', bytes: Buffer.from('x') },
    { name: '~$一月.xlsx', bytes: Buffer.from('x') },
    { name: '内.zip', bytes: Buffer.from(inner) },
  ]);
  expect(await files(archive)).toEqual([
    ['移送材料/华康', '一月.xlsx', 'xlsx 1'],
    ['移送材料/华康', '二月.xls', 'xls 1'],
    ['移送材料', '流水.csv', 'csv 1'],
    ['移送材料', '照片.jpg', 'archive.no-spreadsheet'],
    ['移送材料/内', '再内.csv', 'csv 1'],
    ['移送材料/内', '三层.zip', 'archive.too-deep'],
  ]);
});

test('a file keeps the archive it came from', async () => {
  const bytes = Uint8Array.from(packZip([{ name: '流水.csv', bytes: Buffer.from(csv(table)) }]));
  const parser = new Parser('inline');
  const { sha256 } = await parser.read('材料.zip', '', bytes);
  for await (const { file } of parser.readAll('材料.zip', '', bytes, () => undefined))
    expect(file.container).toEqual({ name: '材料.zip', sha256 });
});

test('names in GBK without the mark of UTF-8 are read, and steps that lead out of the archive are left out', async () => {
  const gbk = Buffer.from(encodeGb18030('张某流水.csv'));
  expect(await files(withName(gbk))).toEqual([['移送材料', '张某流水.csv', 'csv 1']]);
  expect(await files(withName(Buffer.from('../../C:/x/流水.csv')))).toEqual([['移送材料/x', '流水.csv', 'csv 1']]);
});

/** An archive of one file whose name is these bytes, without the mark of UTF-8. */
function withName(name: Buffer): Buffer {
  const body = Buffer.from(csv(table));
  const packed = deflateRawSync(body);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(body.length, 24);
  central.writeUInt16LE(name.length, 28);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}
