import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

test('several selected parties are listed with their figures of the period and the links among them by kind; by the keyboard one of them is chosen alone', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '关系图');
  const canvas = app.getByRole('application', { name: /关系图，24 个实体/ });
  const status = app.getByRole('contentinfo');
  const inspector = app.getByRole('complementary', { name: '检查器' });
  const { keyboard } = app;
  await expect(canvas).toBeVisible();
  await canvas.focus();

  await keyboard.press('Control+a');
  await expect(inspector.getByRole('heading', { name: '已选 24 个主体' })).toBeVisible();
  await expect(inspector.getByRole('button', { name: '加入疑点…' })).toBeVisible();
  const listed = inspector.getByRole('row');
  await expect(listed).toHaveCount(25);
  // each kind of link has its own sum; over parties and kinds there is none
  await expect(inspector.getByRole('heading', { name: '他们之间' })).toBeVisible();
  await expect(inspector.getByText('50 条关系')).toBeVisible();
  await expect(inspector.getByText('6 条关系')).toHaveCount(2);
  await expect(inspector).not.toContainText('总计');

  // a period narrows both
  const payroll = listed.filter({ hasText: '代发工资户' });
  await expect(payroll).toContainText('6,208.60万元');
  await keyboard.press('Control+3');
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) await keyboard.press(key);
  await expect(payroll).not.toContainText('6,208.60万元');
  await expect(inspector.getByText('50 条关系')).toHaveCount(0);

  // from the canvas into the inspector, and there one of them alone
  await canvas.focus();
  await keyboard.press('Control+i');
  await expect(inspector).toBeFocused();
  await keyboard.press('Tab');
  await expect(inspector.getByRole('button', { name: '加入疑点…' })).toBeFocused();
  await keyboard.press('Tab');
  const name = await app.evaluate(() => document.activeElement?.getAttribute('title'));
  await keyboard.press('Enter');
  await expect(status).toContainText('选中 1 个主体');
  await expect(inspector).toBeFocused();
  await expect(inspector).toContainText(name ?? '');
  await expect(inspector.getByRole('button', { name: '档案' })).toBeVisible();

  // two that nothing runs between, chosen in the table
  await keyboard.press('Control+2');
  const table = app.getByRole('grid', { name: '表' });
  await table.getByRole('row', { name: /澄溪润昇/ }).click();
  await table.getByRole('row', { name: /澄溪同宸/ }).click({ modifiers: ['Control'] });
  await expect(inspector.getByRole('heading', { name: '已选 2 个主体' })).toBeVisible();
  await expect(inspector).toContainText('图上所选主体之间没有可见的关系。');
});
