import { readFileSync } from 'node:fs';
import * as XLSX from 'xlsx';
import { expect, test } from './app.ts';
import { rail } from './steps.ts';

/**
 * The main job as a new user does it, without help: from the sample case to a finding, its graph, its source cell, the Excel summary
 * and a sealed file. The fixture fails the test on any report of the page's policy and on any request that leaves 127.0.0.1.
 */
test('from the sample case to a finding, its graph, its source cell, the summary and a sealed file', async ({
  app,
}) => {
  test.setTimeout(180_000);
  await app.getByRole('button', { name: '打开示例' }).click();
  await expect(app.getByText('重点主体')).toBeVisible({ timeout: 120_000 });

  // a finding, with its measured value against the threshold
  await rail(app, '疑点');
  const list = app.getByRole('grid', { name: /疑点/ });
  await expect(list).toBeVisible();
  await expect(app.getByRole('heading', { name: '为什么命中' })).toBeVisible();
  const shown = app.getByText(/^YD-\d{4}-\d{6}$/).first();
  const first = await shown.innerText();
  await list.focus();
  await app.keyboard.press('j');
  await expect(shown).not.toHaveText(first);
  const number = await shown.innerText();

  // its source: the very cell marked in the sheet around it, holding the figure that the evidence row states
  const row = app
    .getByRole('row')
    .filter({ has: app.getByRole('button', { name: /在源表中打开/ }) })
    .first();
  const stated = (await row.innerText()).match(/[\d,]+\.\d{2}/)?.[0] ?? '';
  expect(stated).not.toBe('');
  await row.getByRole('button', { name: /在源表中打开/ }).click();
  const marked = app.locator('.sheet-cell.marked');
  await expect(marked).toBeVisible();
  const digits = (text: string) => text.replace(/[^\d.]/g, '').replace(/\.00$/, '');
  expect(digits(await marked.innerText())).toBe(digits(stated));
  await app.keyboard.press('Alt+ArrowLeft');
  await expect(app.getByText(number).first()).toBeVisible();

  // its graph: the link that carries it is selected, its rows listed with their cells
  await app
    .getByRole('button', { name: /^关系图/ })
    .last()
    .click();
  const chart = app.getByRole('application', { name: /关系图，\d+ 个实体/ });
  await expect(chart).toBeVisible();
  await expect(app.getByText(/显示 \d+ \/ 共 [\d,]+ 实体/)).toBeVisible();
  await app.keyboard.press('Control+2');
  await expect(app.getByRole('grid', { name: '表' })).toBeVisible();
  await app.keyboard.press('Control+1');

  // the Excel summary: the finding stands in it under its number
  await rail(app, '报告封存');
  const [report] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: '导出报告' }).click(),
  ]);
  const book = XLSX.read(readFileSync(await report.path()));
  expect(book.SheetNames).toContain('疑点清单');
  expect(JSON.stringify(XLSX.utils.sheet_to_json(book.Sheets.疑点清单 ?? {}))).toContain(number);

  // the sealed file
  await app.getByRole('button', { name: '下一步：接收与口令' }).click();
  await app.getByRole('button', { name: '生成六词口令' }).click();
  await app.getByRole('button', { name: '下一步：核对单' }).click();
  await app.getByRole('checkbox', { name: '我已逐项核对' }).check();
  const [sealed] = await Promise.all([
    app.waitForEvent('download', { timeout: 60_000 }),
    app.getByRole('button', { name: '封存', exact: true }).click(),
  ]);
  expect(
    readFileSync(await sealed.path())
      .subarray(0, 22)
      .toString('latin1'),
  ).toBe('age-encryption.org/v1\n');
  await expect(app.getByText('已封存')).toBeVisible({ timeout: 60_000 });

  // everything that was done stands in the journal
  await rail(app, '审计日志');
  const journal = app.getByRole('grid', { name: '审计日志' });
  await expect(journal).toContainText('封存');
  await expect(journal).toContainText('生成案件汇总');

  // locked: nothing of the case is left in the page
  await app.keyboard.press('Control+l');
  await expect(app.getByRole('heading', { name: '已锁定' })).toBeVisible();
  expect(await app.content()).not.toContain(number);
});
