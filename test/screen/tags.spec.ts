import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

test('a tag given in the dossier filters findings, parties and the graph; it is ended and removed with a reason', async ({
  app,
}) => {
  test.setTimeout(120_000);
  await openSample(app);

  await app.keyboard.press('Control+K');
  await app.keyboard.type('沈国栋');
  const found = app.getByRole('listbox', { name: '搜索结果' }).getByRole('option');
  await found.filter({ hasText: '设备科科长' }).click();
  await expect(app.getByRole('heading', { name: '沈国栋', level: 1 })).toBeVisible();
  // what a sheet says stands beside, with where it is from
  await expect(app.getByText(/按职务词典/).first()).toBeVisible();

  await app.getByRole('button', { name: '标注', exact: true }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '标签' }).click();
  await app.getByTitle('关注', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: '标注' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: '理由或依据' }).fill('联审交办');
  await dialog.getByRole('button', { name: '标注' }).click();
  await expect(app.getByText(/标注：联审交办/)).toBeVisible();

  await rail(app, '疑点');
  await app.getByRole('button', { name: '标签', exact: true }).click();
  await app.getByRole('group', { name: '岗位与关注' }).getByRole('button', { name: /^关注/ }).click();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: '去掉条件“关注”' })).toBeVisible();
  await expect(app.getByRole('grid', { name: '疑点清单' })).toContainText('沈国栋');
  await expect(app.getByRole('contentinfo')).toContainText(/显示 \d+ \/ 共 \d+/);

  await rail(app, '总览');
  await app.getByText('岗位', { exact: true }).click();
  await app.getByRole('button', { name: '按标签列出主体' }).click();
  await expect(app.getByRole('grid', { name: '按标签列出主体' })).toContainText('关键岗位');
  for (const drop of ['关键少数', '关键岗位']) await app.getByRole('button', { name: `去掉条件“${drop}”` }).click();
  await expect(app.getByRole('contentinfo')).toContainText(/1 \/ 共/);
  await app.getByRole('button', { name: '沈国栋' }).click();

  await app.getByRole('button', { name: '关注 更多操作' }).click();
  await app.getByRole('menuitem', { name: '删除' }).click();
  await app.getByRole('textbox', { name: '理由或依据' }).fill('已核清');
  await app.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(app.getByRole('button', { name: '显示已删除 1 条' })).toBeVisible();
});

test('the overview counts findings by focus area, and a line opens the list filtered by it', async ({ app }) => {
  await openSample(app);
  await app.getByText('重点领域', { exact: true }).click();
  await app.getByRole('button', { name: /^企业购销不法行为/ }).click();
  await expect(app.getByRole('button', { name: '去掉条件“企业购销不法行为”' })).toBeVisible();
  await expect(app.getByRole('grid', { name: '疑点清单' })).toBeVisible();
});
