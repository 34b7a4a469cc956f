import { expect, test } from './app.ts';

test('the director paid by twelve companies reads off the dossier, with the goods behind whoever paid', async ({
  app,
}) => {
  test.setTimeout(150_000);
  await app.getByRole('button', { name: '打开示例' }).click();
  await expect(app.getByRole('region', { name: '示例任务' })).toBeVisible({ timeout: 90_000 });

  await app.keyboard.press('Control+K');
  await app.keyboard.type('沈国栋');
  const found = app.getByRole('listbox', { name: '搜索结果' }).getByRole('option');
  await expect(found.filter({ hasText: '设备科科长' })).toBeVisible({ timeout: 15_000 });
  await found.filter({ hasText: '设备科科长' }).click();
  await expect(app.getByRole('heading', { name: '沈国栋', level: 1 })).toBeVisible();
  await expect(app.getByRole('img', { name: '收支按月' })).toBeVisible({ timeout: 15_000 });
  await expect(app.getByText('关联药品')).toBeVisible({ timeout: 15_000 });
  const payers = app.locator('.party-figures').getByTitle(/^付款的企业和性质不明的单位/);
  await expect(payers).toContainText('12');
  await expect(payers).toContainText('另有理财产品 1 个');
  const risk = app.getByRole('region', { name: '风险分' });
  await expect(risk).toContainText(/风险分\d+\.\d\/ 100/);
  await expect(risk).toContainText('多企业向同一人付款');
  await app.getByRole('tab', { name: '时间轴' }).click();
  await expect(app.getByRole('grid', { name: '时间轴' })).toContainText('当月收入');
  await app.getByRole('button', { name: '导出' }).click();
  await expect(app.getByRole('menuitem', { name: '导出 Excel（对外部分）' })).toBeVisible();

  // on paper too each payer has a cell
  await app.evaluate(() => {
    window.print = () => undefined;
  });
  await app.getByRole('menuitem', { name: '打印' }).click();
  await app.emulateMedia({ media: 'print' });
  const payersOnPaper = app.locator('.print-sheet section').filter({ hasText: '最大一笔的来源' }).first();
  await expect(payersOnPaper.locator('tbody tr').first().locator('td').last()).toContainText(/› .+![A-Z]+\d+/);
});
