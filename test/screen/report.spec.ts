import { expect, test } from './app.ts';
import { chooseCsv, next, openCase, rail, statement } from './steps.ts';

test.use({ prepared: 'case' });

test('the case is sealed with a key that is shown to be written down, and the sealed file verifies', async ({
  app,
}) => {
  await openCase(app);
  await chooseCsv(app, '流水.csv', statement);
  for (const step of ['下一步：字段对应', '下一步：取值规则', '下一步：检查', '下一步：主体匹配', '写入案件'])
    await next(app, step);
  await expect(app.getByText(/批次 1/)).toBeVisible();

  await rail(app, '报告封存');
  await app.getByRole('button', { name: '下一步：接收与口令' }).click();
  await app.getByRole('button', { name: '生成六词口令' }).click();
  const key = await app.getByText(/^[a-z]+(-[a-z]+){5}$/).innerText();
  await app.getByRole('button', { name: '下一步：核对单' }).click();
  const seal = app.getByRole('button', { name: '封存', exact: true });
  await expect(seal).toBeDisabled();
  await app.getByRole('checkbox', { name: '我已逐项核对' }).check();
  const [download] = await Promise.all([app.waitForEvent('download'), seal.click()]);
  await expect(app.getByText('已封存')).toBeVisible();
  await expect(app.getByText('不符')).toHaveCount(0);
  expect(await app.getByText('相符', { exact: true }).count()).toBeGreaterThan(3);

  await app.getByRole('button', { name: '核验封存件…' }).click();
  const dialog = app.getByRole('dialog');
  const [chooser] = await Promise.all([
    app.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: '选择封存件…' }).click(),
  ]);
  await chooser.setFiles(await download.path());
  await dialog.getByRole('textbox', { name: '封存件口令' }).fill('not the key of this file');
  await dialog.getByRole('button', { name: '核验', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('无法打开');
  await dialog.getByRole('textbox', { name: '封存件口令' }).fill(key);
  await dialog.getByRole('button', { name: '核验', exact: true }).click();
  await expect(dialog.getByText('未被改动')).toBeVisible();
});

test('the report is written, with its digest, and the journal says so', async ({ app }) => {
  await openCase(app);
  await rail(app, '报告封存');
  // the cover of a case without amounts says so: 0.00 would be a figure nobody read
  await expect(app.getByText('尚无资金记录')).toBeVisible();
  await expect(app.getByText('0.00')).toHaveCount(0);
  const [download] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: '导出报告' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await expect(app.getByRole('status').filter({ hasText: '已导出' })).toContainText('SHA-256');
  await rail(app, '审计日志');
  await expect(app.getByRole('grid', { name: '审计日志' })).toContainText('生成案件汇总');
});
