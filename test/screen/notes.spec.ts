import { expect, test } from './app.ts';
import { openSample } from './steps.ts';

test.use({ prepared: 'sample' });

test('a note is written in the dossier, taken away and brought back', async ({ app }) => {
  await openSample(app);
  await app.keyboard.press('Control+K');
  await app.keyboard.type('沈国栋');
  const found = app.getByRole('listbox', { name: '搜索结果' }).getByRole('option');
  await found.filter({ hasText: '设备科科长' }).click();
  await expect(app.getByRole('heading', { name: '沈国栋', level: 1 })).toBeVisible();
  await app.getByRole('button', { name: '写备注' }).click();
  await app.getByRole('textbox', { name: '备注内容' }).fill('与付款企业的联系人同住');
  await app.getByRole('button', { name: '保存' }).click();
  await expect(app.getByText('与付款企业的联系人同住')).toBeVisible();
  await app.getByRole('button', { name: '删除', exact: true }).click();
  await expect(app.getByText('已删除')).toBeVisible();
  await app.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(app.getByRole('button', { name: '修改', exact: true })).toBeVisible();
});
