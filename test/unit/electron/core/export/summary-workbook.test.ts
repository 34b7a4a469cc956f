import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { type MaskLevel, masker } from '../../../../../electron/core/export/masker.ts';
import { rowReader } from '../../../../../electron/core/export/row-reader.ts';
import { writeSummary } from '../../../../../electron/core/export/summary-workbook.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { caseIdOf } from '../../../../../electron/core/store/meta.ts';
import { tags } from '../../../../../shared/ontology/tags.ts';
import { makeCase } from '../../../../make/make-case.ts';

const account = '9999990000012345678';
const hostile = '=HYPERLINK("http://x","领取")';

/** a Python that has openpyxl: the one on the path, or the system's */
const python = ['python3', '/usr/bin/python3'].find((each) => spawnSync(each, ['-c', 'import openpyxl']).status === 0);

let store: Store;
beforeAll(() => {
  store = makeCase()
    .sheet('bank_flow', [
      {
        holder_name: '甲药业有限公司',
        holder_account: '990000000000001',
        txn_date: '2025-06-20',
        amount: '49,900.00',
        dc_flag: '付',
        counterparty_name: '沈砚秋',
        counterparty_account: account,
        summary: '学术推广费',
      },
      {
        holder_name: '甲药业有限公司',
        holder_account: '990000000000001',
        txn_date: '2025-07-01',
        amount: '0.29',
        dc_flag: '付',
        counterparty_name: '沈砚秋',
        counterparty_account: account,
        summary: hostile,
      },
      {
        holder_name: '甲药业有限公司',
        holder_account: '990000000000001',
        txn_date: '2025-07-02',
        amount: '面议',
        dc_flag: '付',
        counterparty_name: '沈砚秋',
        counterparty_account: account,
        summary: '_x0041_ \u0007 坏字符',
      },
    ])
    .store();
});

const written = async (mask: MaskLevel = 'internal', lang: 'zh-CN' | 'en' = 'zh-CN') => {
  const openCase = { store, caseId: caseIdOf(store), folder: '', key: Buffer.alloc(0), actor: '办案人甲' };
  return writeSummary(openCase, { mask, lang, purpose: '测试', at: new Date('2026-02-03T04:05:06Z') });
};
const read = (bytes: Uint8Array) =>
  XLSX.read(bytes, { dense: true, cellNF: true, cellFormula: true, cellStyles: true });
const text = (bytes: Uint8Array, sheet: string) =>
  JSON.stringify(XLSX.utils.sheet_to_json(read(bytes).Sheets[sheet] ?? {}, { header: 1 }));

describe('the Excel case summary', () => {
  test('has its sheets in their order, frozen heads and filters', async () => {
    const { bytes, pages } = await written();
    const book = read(bytes);
    expect(book.SheetNames).toEqual([
      '封面',
      '摘要',
      '疑点清单',
      '疑点证据',
      '按标签汇总',
      '主体清单',
      '往来汇总',
      '关系图视图',
      '资金追踪',
      '资金明细',
      '会议核验',
      '来源文件',
      '口径与模型',
      '处置记录',
      '问题行',
      '更正',
    ]);
    expect(pages.find((page) => page.title === '资金明细')?.rows).toBe(2);
    expect(book.Sheets.资金明细?.['!autofilter']).toBeDefined();
  });

  test('writes money as a decimal number, days as dates, accounts as text, and the source cell beside each payment', async () => {
    const { bytes } = await written();
    const sheet = read(bytes).Sheets.资金明细 as XLSX.DenseWorkSheet;
    const row = sheet['!data']?.[1];
    expect(row?.[3]).toMatchObject({ t: 'n', v: 49_900 });
    expect(sheet['!data']?.[2]?.[3]?.v).toBe(0.29);
    expect(row?.[0]?.z).toMatch(/yyyy/);
    expect(row?.[6]?.v).toMatch(/^bank_flow-1\.csv › bank_flow-1![A-Z]+2$/);
    const parties = read(bytes).Sheets.主体清单 as XLSX.DenseWorkSheet;
    const cells = (parties['!data'] ?? [])
      .flat()
      .filter((cell) => typeof cell?.v === 'string' && cell.v.includes(account));
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.every((cell) => cell?.t === 's' && cell.z === '@')).toBe(true);
  });

  test('has a line for every tag, whether or not anything carries it, and says that lines do not add up', async () => {
    const { bytes } = await written();
    const lines = XLSX.utils.sheet_to_json<string[]>(read(bytes).Sheets.按标签汇总 ?? {}, { header: 1 });
    expect(lines.slice(1).map(([, tag]) => tag ?? '')).toEqual([...tags.map(({ words }) => words.zh), '']);
    expect(lines.at(-1)).toEqual(expect.arrayContaining(['全部疑点', expect.stringContaining('不可相加')]));
  });

  test('lists what could not be read with its place and words', async () => {
    const { bytes } = await written();
    const problems = text(bytes, '问题行');
    expect(problems).toContain('面议');
    expect(problems).toMatch(/bank_flow-1\.csv › bank_flow-1!/);
  });

  test('holds no formula, no link and no escape that turns into another text', async () => {
    const { bytes } = await written();
    const book = read(bytes);
    for (const name of book.SheetNames) {
      for (const cell of ((book.Sheets[name] as XLSX.DenseWorkSheet)['!data'] ?? []).flat()) {
        expect(cell?.f).toBeUndefined();
        expect(cell?.l).toBeUndefined();
      }
    }
    expect(text(bytes, '资金明细')).toContain(JSON.stringify(hostile).slice(1, -1));
  });

  test('is English when asked, with the same sheets', async () => {
    const { bytes } = await written('internal', 'en');
    expect(read(bytes).SheetNames).toContain('Payments');
  });

  test('for partners masks accounts everywhere; for the public names people by aliases and withholds texts', async () => {
    const partner = await written('partner');
    const all = (bytes: Uint8Array) =>
      read(bytes)
        .SheetNames.map((name) => text(bytes, name))
        .join('\n');
    expect(all(partner.bytes)).not.toContain(account);
    expect(all(partner.bytes)).toContain('沈砚秋');
    const open = await written('public');
    expect(all(open.bytes)).not.toContain('沈砚秋');
    expect(all(open.bytes)).not.toContain('学术推广费');
    expect(all(open.bytes)).toContain('沈某1');
    expect(all(open.bytes)).toContain('甲药业有限公司');
  });

  test.skipIf(python === undefined)(
    'openpyxl reads the same rows, money and dates (skipped without python3 and openpyxl)',
    async () => {
      const dir = mkdtempSync(join(tmpdir(), 'qy-xlsx-'));
      const { bytes } = await written();
      writeFileSync(join(dir, 'a.xlsx'), bytes);
      const script =
        "import openpyxl,sys,datetime\nw=openpyxl.load_workbook(sys.argv[1])\ns=w['资金明细']\nr=[c.value for c in s[2]]\nprint(r[0].date().isoformat(), r[3], s['G2'].number_format, s.freeze_panes)";
      const out = spawnSync(python ?? '', ['-c', script, join(dir, 'a.xlsx')], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf8' },
      });
      expect(out.stdout.trim()).toBe('2025-06-20 49900 @ A2');
      rmSync(dir, { recursive: true, force: true });
    },
  );
});

test('one person keeps one alias inside a report, and two of one surname are told apart', () => {
  const mask = masker('public', '（未公开）');
  expect([
    mask.name(1, 'person', '张三'),
    mask.name(2, 'person', '张四'),
    mask.name(1, 'person', '张 三'),
    mask.name(3, 'person', '欧阳明'),
  ]).toEqual(['张某1', '张某2', '张某1', '欧阳某1']);
});

test('for partners every digit in the middle of a phone or a short account is hidden; who is no party is nobody in public', () => {
  const partner = masker('partner', '（未公开）', new Set(['990000123456']));
  expect(partner.identifier('phone', '19900001234')).toBe('199****1234');
  expect(partner.identifier('account', '990000123456')).toBe('990000**3456');
  expect(partner.name(1, 'account', '990000123456')).toBe('990000**3456');
  expect(partner.free('转 9900 0012 3456')).toBe('转 ********3456');
  expect(masker('public', '（未公开）').name(null, null, '张三')).toBe('（未公开）');
});

test('a month is written as a month in the report, never as its first day', () => {
  const monthly = makeCase()
    .sheet('expense', [{ company: '甲药业有限公司', payee_name: '张某某', expense_date: '2024年7月', amount: '100' }])
    .store();
  const row = monthly.db.prepare('select row from rec_expense').pluck().get() as number;
  expect(rowReader(monthly)(row).day).toBe('2024-07');
});
