import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { electronBinary } from '../../build/tools.mjs';
import { packZip } from '../../electron/core/import/pack-zip.ts';
import { lockedArchive } from '../make/locked-archive.ts';
import { lockedWorkbook } from '../make/locked-workbook.ts';
import { xlsx } from '../make/workbooks.ts';
import { expect, test } from './app.ts';
import { next, openCase, rail, statement } from './steps.ts';

test.use({ prepared: 'case' });

const list = (app: Page) => app.getByRole('row');

/** Files and folders of the disk let go over a point of the window, as a person drops them. */
async function drop(app: Page, files: readonly string[], x: number, y: number): Promise<void> {
  const cdp = await app.context().newCDPSession(app);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x, y, data });
  await cdp.detach();
}

test('files, a folder and an archive are dropped anywhere on the window; where nothing takes them, nothing opens', async ({
  app,
  profile,
}) => {
  test.skip(electronBinary() !== undefined, 'skipped in Electron: its window takes no dropped files yet');
  const folder = join(profile, '调取材料', '子文件夹');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '一月.csv'), statement);
  writeFileSync(join(profile, '二月.csv'), statement.replaceAll('2025-', '2024-'));
  writeFileSync(
    join(profile, '移交.zip'),
    packZip([{ name: '三月.csv', bytes: Buffer.from(statement.replaceAll('2025-', '2023-')) }]),
  );
  await openCase(app);
  const all = ['调取材料', '二月.csv', '移交.zip'].map((name) => join(profile, name));
  await drop(app, all, 700, 500);
  await expect(app.getByRole('heading', { name: '重点主体' })).toBeVisible();
  await rail(app, '数据导入');
  await drop(app, all, 1100, 700);
  for (const name of ['一月.csv', '二月.csv', '三月.csv'])
    await expect(list(app).filter({ hasText: name })).toContainText('可以读取');
});

test('a locked workbook asks for its password, says when it is wrong, opens with the right one; one left locked stays out', async ({
  app,
}) => {
  const rows = statement.split('\r\n').map((line) => line.replaceAll('"', '').split(',').slice(0, 8));
  const locked = (name: string, password: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(lockedWorkbook(xlsx([{ name: '明细', rows: [...rows, [name]] }]), password)),
  });
  await openCase(app);
  await rail(app, '数据导入');
  const [chooser] = await Promise.all([
    app.waitForEvent('filechooser'),
    app.getByRole('button', { name: '选择文件…' }).click(),
  ]);
  await chooser.setFiles([locked('甲.xlsx', '一二三'), locked('乙.xlsx', '一二三'), locked('丙.xlsx', '四五六')]);
  const password = app.getByRole('textbox', { name: '“甲.xlsx”的打开口令' });
  await expect(app.getByText('3 个文件没有口令打不开，不会导入')).toBeVisible();
  await password.fill('一二四');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('alert')).toHaveText('口令不对。请核对大小写和全半角。');
  const { violations } = await new AxeBuilder({ page: app }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await password.fill('一二三');
  await list(app).filter({ has: password }).getByRole('checkbox', { name: '也试其余 2 个有口令的文件' }).check();
  await password.press('Enter');
  for (const name of ['甲.xlsx', '乙.xlsx'])
    await expect(list(app).filter({ hasText: name })).toContainText('可以读取');
  await expect(app.getByText('1 个文件没有口令打不开，不会导入')).toBeVisible();
  await next(app, '下一步：读取方式');
  await expect(app.getByRole('textbox', { name: '“丙.xlsx”的打开口令' })).toBeVisible();
  await expect(app.getByRole('checkbox', { name: '导入 明细' })).toHaveCount(2);
});

test('an import of several files is paused and stopped with whole files only, and goes on with the others at once', async ({
  app,
}) => {
  await openCase(app);
  await rail(app, '数据导入');
  const [chooser] = await Promise.all([
    app.waitForEvent('filechooser'),
    app.getByRole('button', { name: '选择文件…' }).click(),
  ]);
  const many = (year: number) => {
    const lines = Array.from(
      { length: 4000 },
      (_, i) =>
        `${year}-${String((i % 12) + 1).padStart(2, '0')}-03,09:10:11,借,${i + 1}.00,,张某某,9999990000000003,费用`,
    );
    return `\uFEFF交易日期,交易时间,借贷标志,交易金额,账户余额,对手户名,对手账号,摘要\r\n${lines.join('\r\n')}`;
  };
  await chooser.setFiles(
    [2019, 2020, 2021, 2022, 2023].map((year) => ({
      name: `流水_9999990000000045_${year}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(many(year)),
    })),
  );
  for (const step of ['读取方式', '字段对应', '取值规则', '检查', '主体匹配']) await next(app, `下一步：${step}`);
  await next(app, '写入案件');
  await app.getByRole('button', { name: '暂停' }).click();
  await expect(app.getByText(/^已暂停/).first()).toBeVisible();
  await expect(app.getByRole('button', { name: '上一步' })).toBeDisabled();
  await app.getByRole('button', { name: '继续' }).click();
  await expect(app.getByText(/第 [2-5] \/ 5 个文件/).first()).toBeVisible();
  await app.getByRole('button', { name: '停止，已写入的文件保留' }).click();
  await expect(app.getByText(/已停止：5 个文件中已导入 [1-4] 个/)).toBeVisible();
  await app.getByRole('button', { name: /接着导入其余/ }).click();
  await next(app, '写入案件');
  await expect(app.getByRole('heading', { name: '已导入' })).toBeVisible();
  await app.getByRole('button', { name: '导入其他文件' }).click();
  await expect(app.getByText('共 5 批，可逐批撤销')).toBeVisible();
});

test('an archive whose files are locked asks for the password of each, and reads the others meanwhile', async ({
  app,
}) => {
  const text = (year: string) => Buffer.from(statement.replaceAll('2025-', `${year}-`));
  const archive = await lockedArchive(
    { '甲.csv': { bytes: text('2024'), password: '一二三' }, '乙.csv': { bytes: text('2023') } },
    3,
  );
  await openCase(app);
  await rail(app, '数据导入');
  const [chooser] = await Promise.all([
    app.waitForEvent('filechooser'),
    app.getByRole('button', { name: '选择文件…' }).click(),
  ]);
  await chooser.setFiles({ name: '移交.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
  await expect(list(app).filter({ hasText: '乙.csv' })).toContainText('可以读取');
  const password = app.getByRole('textbox', { name: '“甲.csv”的打开口令' });
  await password.fill('一二四');
  await password.press('Enter');
  await expect(app.getByRole('alert')).toHaveText('口令不对。请核对大小写和全半角。');
  await password.fill('一二三');
  await password.press('Enter');
  await expect(list(app).filter({ hasText: '甲.csv' })).toContainText('可以读取');
});

test('two files of one name in two folders are told apart, and what is said about one is not said about the other', async ({
  app,
  profile,
}) => {
  test.skip(electronBinary() !== undefined, 'skipped in Electron: its window takes no dropped files yet');
  for (const [bank, year] of [
    ['北岸银行', '2024'],
    ['南岸银行', '2023'],
  ] as const) {
    mkdirSync(join(profile, '调取材料', bank), { recursive: true });
    writeFileSync(join(profile, '调取材料', bank, '流水.csv'), statement.replaceAll('2025-', `${year}-`));
  }
  await openCase(app);
  await rail(app, '数据导入');
  await drop(app, [join(profile, '调取材料')], 1100, 700);
  for (const bank of ['北岸银行', '南岸银行'])
    await expect(list(app).filter({ hasText: bank })).toContainText('可以读取');
  await next(app, '下一步：读取方式');
  await expect(app.getByRole('row', { selected: true })).toHaveCount(1);
  for (const step of ['字段对应', '取值规则', '检查']) await next(app, `下一步：${step}`);
  await expect(app.getByText('逐行相符')).toBeVisible();
  const grid = app.getByRole('grid', { name: '检查' });
  await expect(grid.getByText('贰万?', { exact: true })).toHaveCount(2);
  await grid.getByText('贰万?', { exact: true }).first().click();
  await app.getByRole('complementary', { name: '处理方式' }).getByRole('button', { name: '跳过这一行' }).click();
  await expect(grid.getByText('贰万?', { exact: true })).toHaveCount(2);
  await expect(app.getByRole('button', { name: /^错误 3/ })).toBeVisible();
});
