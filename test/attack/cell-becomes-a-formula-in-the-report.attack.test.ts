import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { cellText } from '../../electron/core/export/cell-text.ts';
import { writeSummary } from '../../electron/core/export/summary-workbook.ts';
import { caseIdOf } from '../../electron/core/store/meta.ts';
import { makeCase } from '../make/make-case.ts';

/**
 * The attack: whoever fills in a spreadsheet that will be seized writes a formula into a memo or a name, hoping that it runs (calls a
 * program, sends data away, changes what is shown) when the investigator's superior opens the exported report.
 */
const payloads = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  "=cmd|' /C calc'!A0",
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://127.0.0.1","x")',
  '＝1+1',
  '|calc',
  '%0A=1',
  '=IMPORTXML("x")',
];

test('no payload comes out of the report as anything but the text it was', async () => {
  const store = makeCase()
    .sheet(
      'bank_flow',
      payloads.map((payload, i) => ({
        holder_name: `甲${i}有限公司`,
        holder_account: `99000000000000${i}`,
        txn_date: '2025-06-20',
        amount: '10',
        dc_flag: '付',
        counterparty_name: `${payload}有限公司`,
        summary: payload,
      })),
    )
    .store();
  const openCase = { store, caseId: caseIdOf(store), folder: '', key: Buffer.alloc(0), actor: payloads[0] ?? '' };
  const { bytes } = await writeSummary(openCase, {
    mask: 'internal',
    lang: 'zh-CN',
    purpose: payloads[4] ?? '',
    at: new Date('2026-01-01T00:00:00Z'),
  });
  const zip = XLSX.CFB.read(bytes, { type: 'buffer' });
  const parts = zip.FullPaths.filter((path: string) => !path.endsWith('/')).map((path: string) =>
    path.replace(/^Root Entry\//, ''),
  );
  const allowed =
    /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(app|core)\.xml|xl\/(workbook|styles|sharedStrings)\.xml|xl\/theme\/theme1\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml|\u0001Sh33tJ5)$/;
  expect(parts.filter((part: string) => !allowed.test(part))).toEqual([]);
  for (const [i, entry] of zip.FileIndex.entries()) {
    if (!/\.(xml|rels)$/.test(zip.FullPaths[i] ?? '')) continue;
    const xml = Buffer.from(entry.content as Uint8Array).toString('utf8');
    expect(xml, zip.FullPaths[i]).not.toMatch(/<f[ >]|TargetMode="External"|state="(hidden|veryHidden)"/);
  }
});

test('control characters, half surrogates and escapes cannot change a text on its way', () => {
  expect(cellText('a\u0000b\u0007c', '…')).toBe('abc');
  expect(cellText('_x0041_', '…')).toBe('_x005F_x0041_');
  expect(cellText('\ud800', '…')).toBe('\ufffd');
  expect(cellText('长'.repeat(40_000), '…')).toHaveLength(32_767);
});
