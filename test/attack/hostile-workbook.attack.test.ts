/*
 * Somebody under investigation hands over a spreadsheet made to stop the workbench: 400 KB that unpack to gigabytes, a directory that lies about
 * sizes, one string repeated without end, names that poison every object of the program, entities that read other files, formulas that would
 * run, a file cut short, a row of a million columns, a page that takes for ever to parse. The investigator must get a sentence, not a crash, and the
 * next file must be read as if nothing had happened.
 */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packZip } from '../../electron/core/import/pack-zip.ts';
import { Parser } from '../../electron/core/import/parse-thread.ts';
import type { Workbook } from '../../electron/core/import/read/grid.ts';
import { importBytes } from '../make/import-bytes.ts';
import { csv, workbook, xlsx, xlsxOf } from '../make/workbooks.ts';

const program = join(import.meta.dirname, '../../dist/electron/parse.worker.js');
const parser = new Parser('workers', { program });
afterAll(() => parser.close());

const read = async (bytes: Uint8Array, name = '材料.xlsx', by = parser) =>
  (await by.read(name, '', Uint8Array.from(bytes))).workbook;
const code = async (bytes: Uint8Array, name?: string) => {
  const book = await read(bytes, name);
  return book.ok ? 'read' : book.problem.code;
};
const honest = xlsx([
  {
    name: '明细',
    rows: [
      ['户名', '金额'],
      ['张某', 12.5],
    ],
  },
]);
async function opened(bytes: Uint8Array, name?: string): Promise<Workbook> {
  const book = await read(bytes, name);
  if (!book.ok) throw new Error(book.problem.code);
  return book.value;
}

test('a bomb is refused before the parser sees it, and costs neither time nor memory', async () => {
  const bomb = xlsxOf('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(400 * 2 ** 20, 0x20) });
  expect(bomb.length).toBeLessThan(500_000);
  const before = process.memoryUsage().rss;
  const started = performance.now();
  expect(await code(bomb)).toBe('file.bomb');
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
});

test('a directory that lies about sizes does not help the bomb', async () => {
  const bomb = Buffer.from(xlsxOf('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(200 * 2 ** 20, 0x20) }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(200 * 2 ** 20);
  for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at + 4)) bomb.writeUInt32LE(1000, at);
  expect(['file.damaged', 'file.bomb']).toContain(await code(bomb));
});

test('one long string that every cell repeats is a bomb too', async () => {
  const long = '药'.repeat(300_000);
  const cells = Array.from(
    { length: 3000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
  ).join('');
  const bytes = xlsxOf(cells, {
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>${long}</t></si></sst>`,
  });
  expect(bytes.length).toBeLessThan(100_000);
  expect(await code(bytes)).toBe('file.bomb');
});

test('headers, sheets and parts named __proto__ poison nothing', async () => {
  const rows = [
    ['__proto__', 'constructor', '交易日期', '交易金额', '收付标志', '对手户名'],
    ['polluted', 'x', '2024-07-15', '1.00', '付', '__proto__'],
  ];
  const hostile = xlsx([
    { name: '__proto__', rows },
    { name: 'constructor', rows },
  ]);
  const book = await opened(hostile);
  expect(book.sheets.map(({ name }) => name)).toContain('constructor');
  const { report, store } = await importBytes([{ path: '流水.csv', bytes: csv(rows) }]);
  expect(report.files[0]?.sheets[0]?.columns[0]).toEqual({ header: '__proto__', field: null });
  expect(store.db.prepare("select count(*) from mention where name = '__proto__'").pluck().get()).toBe(1);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('an entity is not expanded and no other file is read', async () => {
  const doctype =
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const bytes = xlsxOf('', {
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c><c r="B1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
  });
  const book = await opened(bytes);
  expect(book.sheets[0]?.cells(0).map((cell) => cell?.shown)).toEqual(['&e;', '&b;']);
});

test('a formula is not run: its stored value is read and marked, text that looks like one stays text', async () => {
  const book = await opened(
    xlsxOf(
      '<row r="1"><c r="A1"><f>1+1</f><v>99</v></c><c r="B1" t="str"><f>WEBSERVICE("http://example.invalid/")</f><v>旧值</v></c><c r="C1" t="inlineStr"><is><t>=CMD|x</t></is></c></row>',
    ),
  );
  expect(book.sheets[0]?.cells(0)).toEqual([
    { type: 'number', raw: 99, shown: '99', formula: true },
    { type: 'text', raw: '旧值', shown: '旧值', formula: true },
    { type: 'text', raw: '=CMD|x', shown: '=CMD|x' },
  ]);
});

test('a file cut at any point ends in a Problem or in the rows that are whole', async () => {
  const books = [
    honest,
    workbook([{ name: '明细', rows: Array.from({ length: 300 }, (_, i) => [`第${i}行`, i]) }], 'biff8'),
    workbook([{ name: '明细', rows: [['户名'], ['张某']] }], 'ods'),
  ];
  for (const whole of books) {
    for (let part = 1; part < 12; part++) {
      const outcome = await code(whole.subarray(0, Math.floor((whole.length * part) / 12)));
      expect(['file.damaged', 'file.unknown-format', 'file.empty', 'read']).toContain(outcome);
    }
  }
});

test('bytes turned at random end in a Problem or in rows, never in a crash', async () => {
  let seed = 20_240_715;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  for (const whole of [
    honest,
    workbook(
      [
        {
          name: '明细',
          rows: [
            ['户名', '金额'],
            ['张某', 12.5],
          ],
        },
      ],
      'biff8',
    ),
  ]) {
    for (let round = 0; round < 40; round++) {
      const bytes = Uint8Array.from(whole);
      for (let k = 0; k < 6; k++) bytes[random(bytes.length)] = random(256);
      const book = await read(bytes);
      if (!book.ok) expect(book.problem.code).toMatch(/^file\./);
    }
  }
});

test('a million columns are refused, the last cell of a sheet is only one cell', async () => {
  expect(await code(new TextEncoder().encode(`${','.repeat(1_000_000)}x\n`), '宽.csv')).toBe('file.too-large');
  const far = await opened(
    xlsxOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
  );
  expect(far.sheets[0]).toMatchObject({ length: 2, columns: 16_384 });
  expect(far.sheets[0]?.number(1)).toBe(1_048_576);
});

test('quotes that never close and brackets without end do not hang the reader', async () => {
  const started = performance.now();
  expect(await code(new TextEncoder().encode('"'.repeat(2_000_001)), '引号.csv')).toBe('read');
  expect(await code(new TextEncoder().encode(`a,b\n${'"x,\n'.repeat(200_000)}`), '引号.csv')).toBe('read');
  expect(await code(new TextEncoder().encode(`<table>${'<td '.repeat(300_000)}`), '页.xls')).toBe('read');
  expect(await code(new TextEncoder().encode(`<table>${'<table><tr><td>'.repeat(20_000)}`), '页.xls')).toBe('read');
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a file that takes too long is given up, and the next one is read in a new thread', {
  timeout: 60_000,
}, async () => {
  const slow = xlsx([
    { name: '慢', rows: Array.from({ length: 60_000 }, (_, i) => [`第${i}行`, i, i + 1, i + 2, `甲${i}`, `乙${i}`]) },
  ]);
  const hasty = new Parser('workers', { program, seconds: 0.2 });
  expect(await read(slow, '慢.xlsx', hasty)).toEqual({
    ok: false,
    problem: { code: 'file.too-slow', params: { file: '慢.xlsx', seconds: 0.2 } },
  });
  await hasty.close();
  expect(await code(honest)).toBe('read');
});

test('a zip that holds another program and an archive with a password are no workbooks', async () => {
  expect(await code(packZip([{ name: 'evil.exe', bytes: Buffer.from('MZ') }]))).toBe('file.unknown-format');
  expect(await code(packZip([{ name: '../../evil.exe', bytes: Buffer.from('MZ') }]))).toBe('file.unknown-format');
  const locked = Buffer.from(xlsxOf(''));
  for (const mark of ['PK\x03\x04', 'PK\x01\x02']) {
    for (let at = locked.indexOf(mark, 0, 'latin1'); at >= 0; at = locked.indexOf(mark, at + 4, 'latin1')) {
      const flags = at + (mark === 'PK\x03\x04' ? 6 : 8);
      locked.writeUInt16LE(locked.readUInt16LE(flags) | 1, flags);
    }
  }
  expect(await code(locked)).toBe('file.password-protected');
});
