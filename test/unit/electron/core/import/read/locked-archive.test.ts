import { expect, test } from 'vitest';
import { Parser } from '../../../../../../electron/core/import/parse-thread.ts';
import type { ReadWish } from '../../../../../../electron/core/import/read/read-workbook.ts';
import { lockedArchive } from '../../../../../make/locked-archive.ts';
import { csv, xlsx } from '../../../../../make/workbooks.ts';

const table = [
  ['户名', '金额'],
  ['张某', '12.50'],
];
const password = '口令 Aa1';

async function read(bytes: Uint8Array<ArrayBuffer>, wish: ReadWish = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const { file } of new Parser('inline').readAll('材料.zip', '', bytes.slice(), (name) =>
    name === '材料.zip' ? wish : undefined,
  )) {
    const { workbook } = file;
    found.push(
      `${file.name} ${workbook.ok ? JSON.stringify(workbook.value.sheets[0]?.cells(1).map((cell) => cell?.shown)) : workbook.problem.code}`,
    );
  }
  return found;
}

/** Made by Info-ZIP 3.0 (`zip -P`), with the old lock. */
const byInfoZip =
  'UEsDBAoACQAAAPwJfV0s2B4+KQAAAB0AAAAFABwAbC5jc3ZVVAkAA8t8C2vLfAtrdXgLAAEEAAAAAAQAAAAA4bF2YoUxbfxncQESfEGIbBtdu40UMHGBg7q3DV+rxyqqLhfLuZoyMGJQSwcILNgePikAAAAdAAAAUEsBAh4DCgAJAAAA/Al9XSzYHj4pAAAAHQAAAAUAGAAAAAAAAQAAAKSBAAAAAGwuY3N2VVQFAAPLfAtrdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAABAAEASwAAAHgAAAAAAA==';

test('an archive that another program locked opens with its password', async () => {
  const bytes = new Uint8Array(Buffer.from(byInfoZip, 'base64'));
  expect(await read(bytes)).toEqual(['l.csv file.password-protected']);
  expect(await read(bytes, { password: '口令' })).toEqual(['l.csv file.wrong-password']);
  expect(await read(bytes, { password })).toEqual(['l.csv ["张某","12.50"]']);
});

test.each(['pkzip', 'gbk', 1, 3] as const)(
  'files locked one by one (%s) open each with its own password, the others are read meanwhile',
  async (how) => {
    const bytes = await lockedArchive(
      {
        '一.csv': { bytes: Buffer.from(csv(table)), password },
        '二.xlsx': { bytes: xlsx([{ name: '明细', rows: table }]), password: '另一个' },
        '三.csv': { bytes: Buffer.from(csv(table)) },
      },
      how,
    );
    const open = '["张某","12.50"]';
    expect(await read(bytes)).toEqual([
      '一.csv file.password-protected',
      '二.xlsx file.password-protected',
      `三.csv ${open}`,
    ]);
    expect(await read(bytes, { passwords: { '一.csv': password } })).toEqual([
      `一.csv ${open}`,
      '二.xlsx file.password-protected',
      `三.csv ${open}`,
    ]);
    expect(await read(bytes, { password, passwords: { '二.xlsx': '另一个' } })).toEqual([
      `一.csv ${open}`,
      `二.xlsx ${open}`,
      `三.csv ${open}`,
    ]);
  },
);

test('no wrong password opens the old lock, which itself tells only 255 of 256', async () => {
  const bytes = await lockedArchive({ '一.csv': { bytes: Buffer.from(csv(table)), password } }, 'pkzip');
  const told = new Set<string>();
  for (let n = 0; n < 600; n++) for (const found of await read(bytes, { password: `错${n}` })) told.add(found);
  expect([...told]).toEqual(['一.csv file.wrong-password']);
});

test('a locked file in which a byte was changed gives what was locked or nothing', async () => {
  const bytes = await lockedArchive({ '一.csv': { bytes: Buffer.from(csv(table)), password } }, 3);
  for (let at = 30; at < bytes.length; at += 3) {
    const changed = bytes.slice();
    changed[at]! ^= 0x55;
    // a byte beside the data (a date, a comment) changes nothing that is read
    for (const found of await read(changed, { password }))
      expect(found).toMatch(
        /file\.(wrong-password|damaged|password-protected|unknown-format)|archive\.\S+|"张某","12\.50"/,
      );
  }
});
