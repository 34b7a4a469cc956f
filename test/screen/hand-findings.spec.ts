import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

const shot = async (app: Page, name: string) => {
  if (process.env.QY_SHOTS) await app.screenshot({ path: `${process.env.QY_SHOTS}/${name}.png` });
};

/** The chart with one party found, standing in the middle of the canvas and selected. */
async function openAt(app: Page, name: string) {
  await openSample(app);
  await rail(app, '关系图');
  const canvas = app.getByRole('application', { name: /关系图，\d+ 个实体/ });
  await expect(app.getByRole('contentinfo')).toContainText('显示 24');
  await canvas.focus();
  await app.keyboard.press('Control+f');
  await app.getByRole('textbox', { name: '在图上查找' }).fill(name);
  await app.keyboard.press('Escape');
  const box = (await canvas.boundingBox())!;
  const entry = app.getByRole('menuitem', { name: '加入疑点…' });
  // the picture glides to who was found
  await expect(async () => {
    await app.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
    await expect(app.getByRole('menuitem').first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  // where there is much to open, it is a menu of its own
  await app.waitForTimeout(350); // the menu slides to where it fits
  if (await entry.isHidden()) await app.getByRole('menuitem', { name: '打开' }).hover();
  await entry.click();
  const dialog = app.getByRole('dialog', { name: '加入疑点' });
  await expect(dialog.locator('tbody tr').first()).toBeVisible();
  return dialog;
}

test('a finding is made from rows of the chart, is taken back and done again, and stands in the list by its title', async ({
  app,
}) => {
  const dialog = await openAt(app, '沈国栋');
  const make = dialog.getByRole('button', { name: '建立疑点' });
  await expect(make).toBeDisabled();
  await dialog.getByRole('textbox', { name: '疑点标题' }).fill('代收后转出');
  await dialog.getByRole('radio', { name: '高' }).check();
  await dialog.getByRole('textbox', { name: '理由' }).fill('一周内转给同住人');
  const rows = dialog.locator('tbody').getByRole('checkbox');
  for (const row of await rows.all()) await row.uncheck();
  await expect(make).toBeDisabled();
  await rows.first().check();
  await expect(dialog.getByRole('status')).toContainText('已选 1 /');
  await shot(app, 'add-finding');
  await dialog.getByRole('textbox', { name: '理由' }).press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(app.getByText(/已建立人工疑点 YD-/)).toBeVisible();

  await app.getByRole('button', { name: '撤销：人工疑点' }).click();
  await app.getByRole('button', { name: '重做：人工疑点' }).click();
  await expect(app.getByRole('button', { name: '撤销：人工疑点' })).toBeEnabled();

  await rail(app, '疑点');
  await app.getByRole('textbox', { name: '在清单中筛选' }).fill('代收后转出');
  const line = app.getByRole('row', { name: /代收后转出/ });
  await expect(line).toContainText('人工疑点');
  await line.click();
  await expect(app.getByText('由人员建立')).toBeVisible();
  await expect(app.getByText('一周内转给同住人').first()).toBeVisible();
  await shot(app, 'hand-finding');

  await app.getByRole('button', { name: '撤回', exact: true }).click();
  await expect(app.getByText('没有符合条件的疑点')).toBeVisible();
});

test('chosen rows are laid beside a finding that a model made', async ({ app }) => {
  const dialog = await openAt(app, '第二人民医院');
  await dialog.getByText('加入已有疑点').click();
  await dialog.getByRole('combobox', { name: '疑点' }).fill('YD-');
  await app.locator('.ant-select-item-option').first().click();
  await dialog.getByRole('textbox', { name: '理由' }).fill('一并核查');
  await dialog.locator('tbody').getByRole('checkbox').first().check();
  await shot(app, 'add-evidence');
  await dialog.getByRole('button', { name: '加入证据' }).click();
  await expect(app.getByText(/已为 YD-.* 加入 \d+ 行/)).toBeVisible();
  await app.getByRole('button', { name: '撤销：加入证据' }).click();
  await expect(app.getByRole('button', { name: '重做：加入证据' })).toBeEnabled();
});
