import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

test('a rule of one’s own is written without code, tried out before it is kept, run, and marked as the case’s own', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '疑点');
  await app.getByRole('tab', { name: /模型/ }).click();
  await app.getByRole('button', { name: '自建模型' }).click();
  const form = app.getByRole('dialog', { name: '新建自建模型' });
  // from the keyboard: the name has the focus
  await app.keyboard.type('向个人多次整千付款');
  await form.getByRole('textbox', { name: '想发现什么' }).fill('同一付款方多次向同一人支付整千元');
  await form.getByRole('button', { name: '加条件', exact: true }).click();
  await form.getByRole('combobox', { name: '列', exact: true }).focus();
  await app.keyboard.press('Enter');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(form.getByText('条件“金额”还没有填值。请填写，或删去这个条件。')).toBeVisible();
  await form.getByRole('combobox', { name: '比较' }).click();
  await app.locator('.ant-select-item-option').filter({ hasText: '是整数倍于' }).click();
  await form.getByRole('textbox', { name: '值', exact: true }).fill('千元');
  await expect(form.getByText('“千元”不是可用的数字。请只写数字，如 20000 或 0.5。')).toBeVisible();
  await form.getByRole('textbox', { name: '值', exact: true }).fill('1000');
  await form.getByRole('button', { name: '加分组' }).click();
  await expect(form.getByRole('status').filter({ hasText: /命中 \d+ 组 \/ 共 \d+ 组/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(form.getByRole('button', { name: '保存' })).toBeDisabled();
  const { violations } = await new AxeBuilder({ page: app }).include('.ant-modal').setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await form.getByRole('textbox', { name: '正常原因' }).fill('按合同分期付款');
  await form.getByRole('textbox', { name: /为什么写这条规则/ }).fill('线索反映');
  await app.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(app.getByRole('heading', { name: '向个人多次整千付款' })).toBeVisible();
  await expect(app.getByText(/不是本工具的模型，也没有机关公布过这条规则/)).toBeVisible();
  await app.getByRole('button', { name: '单独运行' }).click();
  await app.getByRole('button', { name: /查看 \d+ 项疑点/ }).click();
  await expect(app.getByText('向个人多次整千付款').first()).toBeVisible();
});
