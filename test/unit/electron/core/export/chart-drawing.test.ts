import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChartData } from '../../../../../electron/core/export/chart/chart-data.ts';
import { drawSheet } from '../../../../../electron/core/export/chart/draw-sheet.ts';
import { parsePath, type Segment } from '../../../../../electron/core/export/chart/path.ts';
import { pdfOf } from '../../../../../electron/core/export/chart/pdf-of.ts';
import { readChart } from '../../../../../electron/core/export/chart/read-chart.ts';
import { isLabel } from '../../../../../electron/core/export/chart/sheet.ts';
import { svgOf } from '../../../../../electron/core/export/chart/svg-of.ts';
import { caseIdOf } from '../../../../../electron/core/store/meta.ts';
import { glyphs } from '../../../../../shared/ontology/glyphs.ts';
import { bytesPerGlyph, glyphCell } from '../../../../../shared/protocol/glyph-cell.ts';
import { makeCase } from '../../../../make/make-case.ts';

const at = new Date('2026-01-05T02:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'qy-drawing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let whole: (mask?: 'internal' | 'public') => ChartData;
beforeAll(() => {
  const store = makeCase()
    .payments([
      { from: '甲药业有限公司', to: '乙推广有限公司', yuan: '1000000', on: '2024-01-10', memo: '推广费' },
      { from: '乙推广有限公司', to: '沈砚秋', yuan: '49900.29', on: '2024-02-10', memo: '讲课费' },
      { from: '沈砚秋', to: '乙推广有限公司', yuan: '100', on: '2024-03-10', memo: '退款' },
    ])
    .sheet('company', [
      { name: '甲药业有限公司', phone: '0990-88110001' },
      { name: '乙推广有限公司', phone: '0990-88110001' },
    ])
    .store();
  const opened = { store, caseId: caseIdOf(store), folder: '', key: Buffer.alloc(0), actor: '办案人甲' };
  const parties = store.db.prepare<[], number>('select id from party order by id').pluck().all();
  const links = store.db.prepare<[], string>("select kind || ':' || source || ':' || target from link").pluck().all();
  whole = (mask = 'internal') =>
    readChart(opened, {
      mask,
      lang: 'zh-CN',
      purpose: '',
      at,
      shown: {
        places: parties.map((id, i) => ({
          id: String(id),
          parties: [id],
          name: '',
          x: (i % 3) * 260,
          y: Math.floor(i / 3) * 200,
          size: 40,
          frame: null,
        })),
        links,
        texts: [{ x: 0, y: 400, text: '沈某与乙公司往来' }],
      },
    });
});

const labels = (data: ChartData): string[] =>
  drawSheet(data)
    .marks.filter(isLabel)
    .map(({ text }) => text);

test('a drawing carries title, number, classification, date, legend, how much of the case it is, and the head of the journal', () => {
  const data = whole();
  const text = labels(data).join('\n');
  for (const word of ['关系图  测试案件', '内部', '2026-001 · 2026-01-05', '付款 3', '同号 ? 1', '100万元', '疑点数'])
    expect(text).toContain(word);
  expect(text).toContain(
    `本文件含 ${data.parties.length} / 共 ${data.of.parties} 个主体，${data.links.length} / 共 ${data.of.links} 条关系`,
  );
  expect(text).toContain(data.head.hash);
  expect(text).toContain('1笔 100.00万元');
});

test('a drawing made public names no person, and withholds what was written on the chart', () => {
  const text = labels(whole('public')).join('\n');
  expect(text).not.toContain('沈砚秋');
  expect(text).not.toContain('沈某与乙公司往来');
  expect(text).toContain('沈某1');
});

test('everything of a drawing lies on its sheet', () => {
  const { width, height, marks } = drawSheet(whole());
  for (const mark of marks) {
    const points = isLabel(mark) ? [[mark.x, mark.y]] : mark.path.map(([, ...numbers]) => numbers);
    for (const numbers of points)
      for (const [i, value] of (numbers as number[]).entries()) {
        expect(value).toBeGreaterThanOrEqual(-1);
        expect(value).toBeLessThanOrEqual((i % 2 === 0 ? width : height) + 1);
      }
  }
});

test('two directions of one pair are two curves apart from each other', () => {
  const data = whole();
  const both = data.links.filter(({ kind }) => kind === 'payment');
  expect(both).toHaveLength(3);
  const curves = drawSheet(data).marks.flatMap((mark) =>
    !isLabel(mark) && mark.path.length === 2 && mark.path[1]?.[0] === 'C' ? [JSON.stringify(mark.path)] : [],
  );
  expect(new Set(curves).size).toBe(data.links.length);
});

test('what a party moved between its own accounts is a loop at the upper left of it that says how much, on the sheet', () => {
  const data = whole();
  const [party] = data.parties;
  const loop = {
    ...data.links.find(({ kind }) => kind === 'payment')!,
    ...{ id: 'own', kind: 'own-transfer', kindWord: '同主体内转', money: null, rows: 2, fen: 1_234_500 },
    ...{ source: party!.id, target: party!.id },
  };
  const before = drawSheet(data).marks.length;
  const sheet = drawSheet({ ...data, links: [...data.links, loop] });
  const label = sheet.marks.filter(isLabel).find(({ text }) => text === '2笔 1.23万元')!;
  expect(label).toBeDefined();
  expect(label.x).toBeGreaterThan(0);
  expect(label.y).toBeGreaterThan(84);
  // a line that ends beside where it began, and its arrow
  const curves = sheet.marks.flatMap((mark) => (isLabel(mark) || mark.path.length !== 2 ? [] : [mark.path]));
  const ends = curves.map(([from, to]) => {
    const [a, b] = [numbersOf(from!), numbersOf(to!)];
    return Math.hypot(a.at(-2)! - b.at(-2)!, a.at(-1)! - b.at(-1)!);
  });
  expect(Math.min(...ends)).toBeLessThan(50);
  expect(sheet.marks.length).toBeGreaterThan(before);
});

test('a purchase is drawn as two thin lines, on the sheet and in its legend, so that it is not taken for a payment', () => {
  const data = whole();
  // glyphs of parties are white lines too
  const white = (links: ChartData['links']) =>
    drawSheet({ ...data, links }).marks.filter((mark) => !isLabel(mark) && mark.stroke === '#FFFFFF').length;
  const payments = data.links.filter(({ kind }) => kind === 'payment');
  const purchase = { ...payments[0]!, id: 'bought', kind: 'purchase', kindWord: '采购' };
  expect(white([...payments, purchase])).toBe(white(payments) + 2);
});

test('an SVG is well-formed XML of shapes and texts, without style, script or anything from elsewhere', () => {
  const svg = [...svgOf(drawSheet(whole()))].join('');
  const names = new Set([...svg.matchAll(/<([a-z]+)/gi)].map(([, name]) => name));
  expect([...names].sort()).toEqual(['path', 'svg', 'text', 'title', 'xml'].filter((name) => name !== 'xml').sort());
  expect(svg).not.toMatch(/style=|href=|url\(|NaN|undefined/);
  const file = join(folder, 'a.svg');
  writeFileSync(file, svg);
  const read = spawnSync(
    'python3',
    ['-c', 'import sys; from xml.dom import minidom; print(minidom.parse(sys.argv[1]).documentElement.tagName)', file],
    { encoding: 'utf8' },
  );
  if (read.error) console.warn('skipped: no Python here to read the SVG');
  else expect(read.stdout.trim()).toBe('svg');
});

test('every glyph of the ontology is read, arcs become curves that end where they should', () => {
  for (const paths of Object.values(glyphs))
    for (const data of paths)
      for (const [, ...numbers] of parsePath(data))
        for (const value of numbers) expect(value > -4 && value < 28).toBe(true);
  const circle = parsePath('M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0');
  const ends = circle.map((segment: Segment) =>
    segment.slice(-2).map((value) => Math.round(Number(value) * 1e6) / 1e6),
  );
  expect(ends.at(-1)).toEqual([8, 7]);
  expect(ends).toContainEqual([12, 11]);
});

/** Letters as plain boxes: what they look like is the window's affair. */
const boxes = (chars: string[]) => ({
  chars,
  advances: chars.map(() => glyphCell.em),
  bits: new Uint8Array(chars.length * bytesPerGlyph).fill(0x0f),
});
const allChars = (data: ChartData) => [...new Set(['□', ...labels(data).flatMap((text) => [...text])])];

/** A reader of its own: it follows the table of places, unpacks every stream, and turns codes into letters by the table to Unicode of their font. */
const reader = `
import re, sys, json, zlib
raw = open(sys.argv[1], 'rb').read()
assert raw.startswith(b'%PDF-1.4') and raw.rstrip().endswith(b'%%EOF')
table = int(re.search(rb'startxref\\s+(\\d+)', raw).group(1))
assert raw[table:table+4] == b'xref'
count = int(re.match(rb'xref\\s+0 (\\d+)', raw[table:]).group(1))
places = [int(line[:10]) for line in raw[table:].split(b'\\n')[2:2+count]]
objects = {}
for number, place in enumerate(places):
    if number == 0: continue
    assert raw[place:].startswith(b'%d 0 obj' % number), number
    body = raw[place:raw.index(b'\\nendobj', place)].split(b'\\n', 1)[1]
    stream = None
    if b'stream\\n' in body:
        head, rest = body.split(b'stream\\n', 1)
        length = int(re.search(rb'/Length (\\d+)', head).group(1))
        stream = zlib.decompress(rest[:length])
        body = head
    objects[number] = (body, stream)
page = next(body for body, _ in objects.values() if b'/Type /Page ' in body)
fonts = {}
for name, number in re.findall(rb'/(G\\d+) (\\d+) 0 R', page):
    font = objects[int(number)][0]
    cmap = objects[int(re.search(rb'/ToUnicode (\\d+)', font).group(1))][1]
    fonts[name] = {int(code, 16): bytes.fromhex(to.decode()).decode('utf-16-be') for code, to in re.findall(rb'<([0-9a-f]{2})> <([0-9a-f]{4,})>', cmap)}
content = objects[int(re.search(rb'/Contents (\\d+)', page).group(1))][1]
texts = []
for block in re.findall(rb'BT (.*?) ET', content):
    texts.append(''.join(fonts[f][c] for f, codes in re.findall(rb'/(G\\d+) [\\d.]+ Tf <([0-9a-f]*)> Tj', block) for c in bytes.fromhex(codes.decode())))
print(json.dumps({'texts': texts, 'objects': len(objects), 'forbidden': [k for k in ['/JS', '/JavaScript', '/OpenAction', '/URI', '/Launch', '/EmbeddedFile'] if k.encode() in raw]}))
`;

test('a PDF is read by another program: every text stands in it as searchable 汉字, and nothing in it runs', () => {
  const data = whole();
  const sheet = drawSheet(data);
  const file = join(folder, 'a.pdf');
  writeFileSync(file, pdfOf(sheet, boxes(allChars(data)), at));
  const read = spawnSync('python3', ['-c', reader, file], { encoding: 'utf8' });
  if (read.error) {
    console.warn('skipped: no Python here to read the PDF');
    return;
  }
  expect(read.stderr).toBe('');
  const { texts, forbidden } = JSON.parse(read.stdout) as { texts: string[]; forbidden: string[] };
  expect(forbidden).toEqual([]);
  for (const text of labels(data)) expect(texts).toContain(text);
  const poppler = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  if (poppler.error) console.warn('skipped: no pdftotext here');
  else expect(poppler.stdout).toContain('沈砚秋');
});

test('letters beyond one font go into further ones, and a letter without a picture is a box', () => {
  const data = { ...whole(), title: [...Array(600)].map((_, i) => String.fromCodePoint(0x4e00 + i)).join('') };
  const chars = allChars(data);
  expect(chars.length).toBeGreaterThan(600);
  const text = Buffer.from(pdfOf(drawSheet(data), boxes(chars), at)).toString('latin1');
  expect(text.match(/\/Subtype \/Type3/g)!.length).toBeGreaterThanOrEqual(3);
  const bare = Buffer.from(pdfOf(drawSheet(data), boxes(['□']), at));
  const content = inflateSync(bare.subarray(bare.lastIndexOf('stream\n', bare.lastIndexOf('endstream')) + 7)).toString(
    'latin1',
  );
  expect(content).toMatch(/<(01)+> Tj/);
});

const numbersOf = (segment: Segment): number[] => segment.filter((each) => typeof each === 'number');
