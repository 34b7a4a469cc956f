import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import type { MaskLevel } from '../../../../../electron/core/export/masker.ts';
import { writeSummary } from '../../../../../electron/core/export/summary-workbook.ts';
import report from '../../../../../electron/core/graph/views-report.request.ts';
import save from '../../../../../electron/core/graph/views-save.request.ts';
import { caseIdOf, writeMeta } from '../../../../../electron/core/store/meta.ts';
import { ask } from '../../../../make/ask.ts';
import { Records } from '../../../../make/records.ts';

const maker = '瑞衡药业有限公司';
const shop = '望川商贸有限公司';
const doctor = '沈砚秋';
const python = ['python3', '/usr/bin/python3'].find((each) => spawnSync(each, ['-c', 'import openpyxl']).status === 0);

async function reportOf(period: object = {}, mask: MaskLevel = 'internal') {
  const records = new Records();
  records.pay({ by: maker, to: shop, yuan: 20_000, on: '2024-07-15' });
  records.pay({ by: maker, to: shop, yuan: 5_000, on: '2024-10-02' });
  records.pay({ by: shop, to: doctor, yuan: 300, on: '2024-10-16' });
  records.draw();
  const { store } = records;
  writeMeta(store, { number: '监调〔2026〕7号', classification: '机密' });
  const at = (name: string, x: number) => ({ id: records.party(name), x, y: x });
  const { view } = await ask(save, 'graph.views-save', store, {
    name: '=两层公司',
    note: '待核',
    parties: [at(maker, 0), at(shop, 300), { ...at(doctor, 600) }],
    state: { filter: {}, period },
    texts: [{ id: 'a', text: '<看这里>', x: 5, y: 400 }],
  });
  await ask(report, 'graph.views-report', store, { view, on: true });
  const openCase = { store, caseId: caseIdOf(store), folder: '', key: Buffer.alloc(0), actor: '办案人甲' };
  const options = { mask, lang: 'zh-CN', purpose: '', at: new Date('2026-02-03T04:05:06Z') } as const;
  return await writeSummary(openCase, options);
}

function part(bytes: Uint8Array, name: string): string {
  const zip = XLSX.CFB.read(bytes, { type: 'buffer' });
  const entry = zip.FileIndex[zip.FullPaths.indexOf(`Root Entry/${name}`)];
  return Buffer.from((entry?.content ?? []) as Uint8Array).toString('utf8');
}
const textsOf = (drawing: string) => [...drawing.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text);

test('a view in the report has a sheet of its own with its drawing, legend, date, case number and classification', async () => {
  const { bytes, pages } = await reportOf();
  const book = XLSX.read(bytes, { cellFormula: true });
  expect(book.SheetNames.slice(7, 9)).toEqual(['关系图视图', '视图 1']);
  expect(pages.map(({ title }) => title)).toContain('视图 1');
  const lines = XLSX.utils.sheet_to_json<string[]>(book.Sheets['视图 1']!, { header: 1 });
  expect(lines).toEqual([
    ['视图', '=两层公司'],
    ['视图说明', '待核'],
    ['时段', '全部时间'],
    expect.any(Array),
    ['案件编号', '监调〔2026〕7号'],
    ['密级', '机密'],
    ['生成时间', '2026-02-03T04:05:06.000Z'],
  ]);
  const texts = textsOf(part(bytes, 'xl/drawings/drawing1.xml'));
  for (const text of [maker, shop, doctor, '&lt;看这里&gt;', '机密']) expect(texts).toContain(text);
  expect(texts.join('\n')).toMatch(/监调〔2026〕7号 · 2026-02-03/);
  expect(texts.join('\n')).toMatch(/2笔 2\.50万元/);
});

test('a view of a period is drawn with the figures of the period only', async () => {
  const { bytes } = await reportOf({ from: '2024-10-01', to: '2024-12-31' });
  const texts = textsOf(part(bytes, 'xl/drawings/drawing1.xml')).join('\n');
  expect(texts).toMatch(/1笔 (0\.50万元|5,000)/);
  expect(texts).not.toMatch(/2\.50万元|20,000/);
});

test('a person has one alias on all sheets of a public report, the drawing too', async () => {
  const { bytes } = await reportOf({}, 'public');
  expect(textsOf(part(bytes, 'xl/drawings/drawing1.xml'))).toContain('沈某1');
  expect(part(bytes, 'xl/drawings/drawing1.xml')).not.toContain(doctor);
  expect(part(bytes, 'xl/sharedStrings.xml')).toContain('沈某1');
});

test('a workbook with drawings has no formula, no link and nothing from elsewhere, and every part is declared', async () => {
  const { bytes } = await reportOf();
  const zip = XLSX.CFB.read(bytes, { type: 'buffer' });
  for (const [i, entry] of zip.FileIndex.entries()) {
    if (!/\.(xml|rels)$/.test(zip.FullPaths[i] ?? '')) continue;
    expect(Buffer.from(entry.content as Uint8Array).toString('utf8'), zip.FullPaths[i]).not.toMatch(
      /<f[ >]|TargetMode="External"|textlink|macro|hlinkClick|r:embed|r:link/,
    );
  }
  expect(part(bytes, '[Content_Types].xml')).toContain('PartName="/xl/drawings/drawing1.xml"');
  const [, sheet] = /sheet(\d+)\.xml\.rels/.exec(zip.FullPaths.join(' ')) ?? [];
  expect(part(bytes, `xl/worksheets/sheet${sheet}.xml`)).toMatch(/<drawing [^>]*r:id="rId1"\/><\/worksheet>$/);
  expect(part(bytes, `xl/worksheets/_rels/sheet${sheet}.xml.rels`)).toContain('Target="../drawings/drawing1.xml"');
});

test.skipIf(python === undefined)(
  `openpyxl opens a workbook with drawings${python ? '' : ' (skipped: there is no openpyxl)'}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qy-views-'));
    const file = join(folder, 'report.xlsx');
    writeFileSync(file, (await reportOf()).bytes);
    const script =
      'import openpyxl,sys; b=openpyxl.load_workbook(sys.argv[1]); print(b.sheetnames[8], b.worksheets[8]["B5"].value)';
    const read = spawnSync(python!, ['-c', script, file], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf8' },
    });
    rmSync(folder, { recursive: true });
    expect(read.stdout.trim()).toBe('视图 1 监调〔2026〕7号');
  },
);
