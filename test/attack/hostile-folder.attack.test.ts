/*
 * A folder was prepared by somebody who does not want it read: beside one honest statement lie files that unpack to gigabytes, climb out of their
 * archive, hold archives in archives in archives, define entities of entities, name what is not there, claim a billion cells, point in circles,
 * or hold one line without end. The whole folder is imported in one go on the command line. The honest statement is in, every other file is in
 * or is refused with a sentence a person can act on, and nothing is left lying about.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packZip } from '../../electron/core/import/pack-zip.ts';
import { cellAddress } from '../../shared/evidence/cell.ts';
import type { FileReport, ImportReport } from '../../shared/protocol/import.requests.ts';
import { makeDesk, onlyDocument } from '../make/desk.ts';
import { csv, csvText, xlsxOf } from '../make/workbooks.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (...each: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
const rel = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '摘要'];
const booking = (day: number, memo = '学术推广费') => [
  '澄溪医药有限公司',
  '9999990000000000001',
  `2024-07-${String(day).padStart(2, '0')}`,
  '出',
  `${day}.00`,
  '张某某',
  memo,
];
/** A statement of one booking as the XML of a sheet; `first`: what the first cell of the row is instead. */
const inline = (text: string, place: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowXml = (n: number, texts: readonly string[]): string =>
  `<row r="${n}">${texts.map((text, i) => inline(text, cellAddress(i, n))).join('')}</row>`;
const statement = (day: number, more = '') => rowXml(1, header) + rowXml(2, booking(day)) + more;

const lots = Buffer.from(`<worksheet xmlns="${main}"><sheetData>${'<row><c><v>1</v></c></row>'.repeat(8_000_000)}`);
const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${[...'bcdefghi'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefgh'[i]};`.repeat(10)}">`).join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
const zipped = (name: string, bytes: Uint8Array): Uint8Array => packZip([{ name, bytes: Buffer.from(bytes) }]);
const cut = (bytes: Uint8Array, share: number): Uint8Array => bytes.slice(0, Math.floor(bytes.length * share));
const sharedAt = (n: string): string =>
  `<row r="3">${inline('澄溪医药有限公司', 'A3')}<c r="G3" t="s"><v>${n}</v></c></row>`;
const sst = (attributes: string): string => `<sst xmlns="${main}" ${attributes}><si><t>一</t></si></sst>`;

interface Hostile {
  readonly bytes: () => Uint8Array;
  /** the Problem of the file, or how many rows of it are imported */
  readonly ends: string | number;
  /** how its file is called in the report, where it is an archive */
  readonly holds?: string;
}
const hostile: Readonly<Record<string, Hostile>> = {
  '行数炸弹.xlsx': {
    bytes: () => xlsxOf('', { 'xl/worksheets/sheet1.xml': lots }),
    ends: 'file.bomb',
  },
  '实体炸弹.xlsx': {
    bytes: () =>
      xlsxOf('', {
        'xl/worksheets/sheet1.xml': `${laughs}<worksheet xmlns="${main}"><sheetData>${rowXml(1, header)}${rowXml(2, booking(1, '&amp;i;&i;&file;'))}</sheetData></worksheet>`,
        'xl/sharedStrings.xml': `${laughs}<sst xmlns="${main}"><si><t>&i;</t></si></sst>`,
      }),
    ends: 1,
  },
  '爬出压缩包.zip': {
    bytes: () =>
      packZip([
        { name: '../../../../tmp/逃出.csv', bytes: Buffer.from(csv([header, booking(2)])) },
        { name: '/etc/逃出.csv', bytes: Buffer.from(csv([header, booking(3)])) },
        { name: 'C:\\Windows\\逃出.csv', bytes: Buffer.from(csv([header, booking(4)])) },
      ]),
    ends: 3,
    holds: '逃出.csv',
  },
  '三层.zip': {
    bytes: () => zipped('内.zip', zipped('里.zip', zipped('最里.csv', csv([header, booking(5)])))),
    ends: 'archive.too-deep',
    holds: '里.zip',
  },
  '只有空包.zip': { bytes: () => zipped('空.zip', packZip([])), ends: 'file.empty' },
  '污染.xlsx': {
    bytes: () => {
      const evil = ['__proto__', 'constructor', 'hasOwnProperty', ...header];
      const rows = rowXml(1, evil) + rowXml(2, ['污染', '污染', '污染', ...booking(6)]);
      const sheets = ['__proto__', 'constructor', 'toString'];
      return xlsxOf('', {
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      });
    },
    ends: 1,
  },
  '一万七千列.xlsx': {
    bytes: () => xlsxOf(`<row r="1">${'<c><v>1</v></c>'.repeat(17_000)}</row>`),
    ends: 'file.too-large',
  },
  '一万七千列.csv': {
    bytes: () => Buffer.from(`${Array.from({ length: 17_000 }, (_, i) => `列${i}`).join(',')}\n1,2\n`),
    ends: 'file.too-large',
  },
  '自称满表.xlsx': {
    bytes: () =>
      xlsxOf('', {
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><cols><col min="1" max="4294967295" width="9"/></cols><sheetData>${statement(7)}</sheetData><mergeCells count="2"><mergeCell ref="I1:XFD1048576"/><mergeCell ref="H5:H1048576"/></mergeCells></worksheet>`,
      }),
    ends: 1,
  },
  '串号越界.xlsx': {
    bytes: () =>
      xlsxOf(statement(8, sharedAt('4294967296') + sharedAt('-1').replaceAll('3"', '4"')), {
        'xl/sharedStrings.xml': sst('count="1"'),
      }),
    ends: 1,
  },
  '串数为负.xlsx': {
    bytes: () => xlsxOf(statement(9), { 'xl/sharedStrings.xml': sst('count="-1" uniqueCount="-2147483648"') }),
    ends: 1,
  },
  '串数巨大.xlsx': {
    bytes: () =>
      xlsxOf(statement(10), { 'xl/sharedStrings.xml': sst('count="4294967295" uniqueCount="99999999999999999999"') }),
    ends: 1,
  },
  '关系成环.xlsx': {
    bytes: () =>
      xlsxOf(statement(11), {
        'xl/_rels/workbook.xml.rels': rels(
          rel('rId1', 'worksheet', 'workbook.xml'),
          rel('rId2', 'sharedStrings', 'workbook.xml'),
          rel('rId3', 'externalLink', 'workbook.xml'),
        ),
      }),
    ends: 'file.empty',
  },
  '没有关系.xlsx': { bytes: () => xlsxOf(statement(12), { 'xl/_rels/workbook.xml.rels': '' }), ends: 1 },
  '关系落空.xlsx': {
    bytes: () =>
      xlsxOf(statement(13), { 'xl/_rels/workbook.xml.rels': rels(rel('rId1', 'worksheet', '../../../etc/passwd')) }),
    ends: 'file.damaged',
  },
  '截断.xlsx': { bytes: () => cut(xlsxOf(statement(14)), 0.6), ends: 'file.damaged' },
  '截断.zip': { bytes: () => cut(zipped('流水.csv', csv([header, booking(15)])), 0.9), ends: 'file.damaged' },
  '一行一百兆.csv': { bytes: () => Buffer.alloc(100 * 2 ** 20, '药'), ends: 'file.too-large' },
  '一格一百兆.csv': {
    bytes: () => Buffer.concat([Buffer.from('"'), Buffer.alloc(100 * 2 ** 20, '药')]),
    ends: 'file.too-large',
  },
  '零字节.csv': {
    bytes: () => Buffer.from(csvText([header, booking(16, '学术\0推广'), booking(17)])),
    ends: 'file.unknown-format',
  },
  '全是零.csv': { bytes: () => Buffer.alloc(5_000_000), ends: 'file.unknown-format' },
  '引号不闭.csv': {
    bytes: () => Buffer.from(`"${csvText([header, ...Array.from({ length: 9 }, (_, i) => booking(i + 19))])}`),
    ends: 9,
  },
};

const desk = makeDesk();
let said: Awaited<ReturnType<typeof desk.qy>>;
let report: ImportReport;
let peak = 0;

/** The most memory a process ever held, as Linux counts it; 0 where that cannot be read. */
function peakOf(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) * 1024;
}

beforeAll(async () => {
  await desk.newCase('a');
  const folder = join(desk.cwd, 'in');
  mkdirSync(folder);
  for (const [name, { bytes }] of Object.entries(hostile)) writeFileSync(join(folder, name), bytes());
  writeFileSync(join(folder, '诚实.csv'), csv([header, booking(29), booking(30)]));
  const run = desk.start('import', 'a.qycase', 'in', '--json', '--passphrase-file', 'passphrase.txt');
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(run.child.pid));
  }, 100);
  said = await run.ended;
  clearInterval(watch);
  report = onlyDocument(said.out) as ImportReport;
}, 300_000);
afterAll(() => desk.remove());

const filesOf = (name: string): FileReport[] => report.files.filter(({ file }) => file === name);
const importedOf = (files: readonly FileReport[]): number =>
  files.flatMap(({ sheets }) => sheets).reduce((sum, { rows }) => sum + rows.imported, 0);

test('the honest file is imported whole, and the import ends in order', () => {
  expect([said.code, said.signal, said.err]).toEqual([0, null, '']);
  expect(filesOf('诚实.csv').map(({ sheets }) => sheets[0]?.rows)).toEqual([
    expect.objectContaining({ read: 2, imported: 2 }),
  ]);
});

test.each(Object.entries(hostile))('%s ends as it must', (name, { ends, holds = name }) => {
  const files = filesOf(holds);
  expect(files).not.toEqual([]);
  const codes = files.flatMap(({ problems }) => problems.map(({ code }) => code));
  if (typeof ends === 'number') expect([importedOf(files), codes]).toEqual([ends, []]);
  else expect([importedOf(files), codes]).toEqual([0, [ends]]);
  for (const { rows } of files.flatMap(({ sheets }) => sheets))
    expect(rows.imported + rows.rejected + rows.duplicate + rows.skipped).toBe(rows.read);
});

test('whatever is refused is refused with a sentence that names the file', () => {
  const problems = report.files.flatMap((file) => file.problems as Array<{ code: string; message?: string }>);
  expect(problems.length).toBeGreaterThan(8);
  for (const { code, message } of problems)
    expect([code, message]).toEqual([code, expect.stringMatching(/“.+”.*[。）]/)]);
});

test('an entity stands as it is written, a string that is not there is an error in its cell, poison is text', async () => {
  const found = JSON.stringify(await desk.json('search', 'a.qycase', '&i;'));
  expect(found).toContain('&i;&i;&file;');
  expect(found).not.toContain('哈');
  expect(({} as Record<string, unknown>).污染).toBeUndefined();
});

test('nothing lies about: no file outside the case, none in the temporary folder, and the case is sound', async () => {
  expect(readdirSync(desk.temp)).toEqual([]);
  expect(existsSync('/tmp/逃出.csv') || existsSync('/etc/逃出.csv')).toBe(false);
  expect(readdirSync(join(desk.cwd, 'a.qycase')).sort()).toEqual(['case.db', 'case.lock', 'key.passphrase.age']);
  expect((await desk.qy('doctor', 'a.qycase', '--json', '--passphrase-file', 'passphrase.txt')).code).toBe(0);
  expect(peak).toBeLessThan(1.5 * 2 ** 30);
});
