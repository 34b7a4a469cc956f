import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../../../electron/core/import/read/read-workbook.ts';
import { foreignWorkbooks, noForeignFiles } from '../../../../../make/foreign.ts';
import { lockedWorkbook } from '../../../../../make/locked-workbook.ts';
import { xlsx } from '../../../../../make/workbooks.ts';

const outcome = async (bytes: Uint8Array, password?: string) => {
  const book = await readWorkbook(bytes, '锁.xlsx', password === undefined ? {} : { password });
  return book.ok ? (book.value.sheets[0]?.cells(0).map((cell) => cell?.shown) ?? []) : book.problem.code;
};

test('a locked workbook asks for its password, says when it is wrong and opens when it is right', async () => {
  const bytes = lockedWorkbook(
    xlsx([{ name: '明细', rows: [['户名', '金额'], ...Array.from({ length: 900 }, (_, i) => [`张某${i}`, i])] }]),
    '口令123',
  );
  expect(await outcome(bytes)).toBe('file.password-protected');
  expect(await outcome(bytes, '口令124')).toBe('file.wrong-password');
  expect(await outcome(bytes, '口令123')).toEqual(['户名', '金额']);
});

test('a workbook that Excel opens without asking is opened without asking', async () => {
  expect(await outcome(lockedWorkbook(xlsx([{ name: '明细', rows: [['户名']] }]), 'VelvetSweatshop'))).toEqual([
    '户名',
  ]);
});

/** Locked files of other projects whose passwords are known. */
const passwords: Readonly<Record<string, string>> = {
  '35897-type4.xls': 'freedom',
  'xor-encryption-abc.xls': 'abc',
  'protected_passtika.xlsx': 'tika',
  'password_2002_128_enhrsa.xls': 'password',
  'password_2002_40_972000.xls': 'password',
  'password_2002_40_dhsc.xls': 'password',
  'password_2002_40_dss.xls': 'password',
  'password_2002_40_xor.xls': 'password',
};

test.skipIf(noForeignFiles)(
  'locked workbooks of other projects, old and new, open with their passwords and with no other (skipped where the fixtures are absent)',
  { timeout: 60_000 },
  async () => {
    const lines: string[] = [];
    for (const { path, name, bytes } of foreignWorkbooks(/\.xlsx?$/i)) {
      const password = passwords[name];
      if (password === undefined) continue;
      const [none, wrong, right] = [
        await outcome(bytes),
        await outcome(bytes, 'falsch'),
        await outcome(bytes, password),
      ];
      lines.push(
        `${path}: ${typeof none === 'string' ? none : 'read'}, ${typeof wrong === 'string' ? wrong : 'read'}, ${typeof right === 'string' ? right : 'read'}`,
      );
    }
    expect(lines.length).toBeGreaterThanOrEqual(Object.keys(passwords).length);
    expect(lines.filter((line) => !line.endsWith(': file.password-protected, file.wrong-password, read'))).toEqual([]);
  },
);
