import { expect, test } from './app.ts';
import { chooseCsv, createCase, next, rail, statement } from './steps.ts';

test('a statement comes in with every row accounted for, its bad cells shown, and can be taken out again', async ({
  app,
}) => {
  await createCase(app);
  await chooseCsv(app, '流水_9999990000000045.csv', statement);

  await expect(app.getByRole('cell', { name: '可以继续' }).or(app.getByText('处请看一下'))).toBeVisible();
  await next(app, '下一步：字段对应');
  await expect(app.getByText('导入后的样子')).toBeVisible();
  await expect(app.getByRole('definition').filter({ hasText: '张某某' })).toBeVisible();
  await next(app, '下一步：取值规则');
  await next(app, '下一步：检查');

  await expect(app.getByText('逐行相符')).toBeVisible();
  const problems = app.getByRole('grid', { name: '检查' });
  await expect(problems).toContainText('贰万?');
  await expect(problems).toContainText('2025-02-30');
  await expect(app.getByText('这一步只检查，尚未写入案件')).toBeVisible();
  await next(app, '写入案件');

  await expect(app.getByText(/批次 1/)).toBeVisible();
  await app.getByRole('button', { name: '看批次' }).click();
  await expect(app.getByRole('grid', { name: '问题行' })).toContainText('贰万?');

  await app.getByRole('button', { name: '撤销本批次' }).click();
  const undo = app.getByRole('dialog').getByRole('button', { name: '撤销本批次' });
  await expect(undo).toBeDisabled();
  await app.getByRole('textbox', { name: '撤销理由' }).fill('导错文件');
  await undo.click();
  await expect(app.getByRole('grid', { name: '导入批次' })).toContainText('已撤销');
  await rail(app, '审计日志');
  await expect(app.getByRole('grid', { name: '审计日志' })).toContainText('导错文件');
});

test('a mapping that a person changes is followed at once, and a column has one field only', async ({ app }) => {
  await createCase(app);
  await chooseCsv(app, '流水.csv', statement);
  await next(app, '下一步：字段对应');
  const memo = app.getByRole('combobox', { name: /摘要.* 文件中的列/ });
  const row = app.getByRole('row').filter({ has: memo });
  await expect(row).toContainText('学术推广费');
  await row.hover();
  await row.getByLabel('close-circle').click();
  await expect(row).toContainText('文件中没有合适的列');
  await expect(app.getByText(/另有 \d+ 列没有对应：.*摘要/)).toBeVisible();
});

test('a file that cannot be read says why and stops nothing else', async ({ app }) => {
  await createCase(app);
  await rail(app, '数据导入');
  const [chooser] = await Promise.all([
    app.waitForEvent('filechooser'),
    app.getByRole('button', { name: '选择文件…' }).click(),
  ]);
  await chooser.setFiles([
    { name: '空.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(0) },
    { name: '流水.csv', mimeType: 'text/csv', buffer: Buffer.from(statement, 'utf8') },
  ]);
  await expect(app.getByRole('alert')).toContainText('空.xlsx');
  await next(app, '下一步：字段对应');
  await expect(app.getByText('导入后的样子')).toBeVisible();
});

test('leaving the import and coming back finds it as it was; locking ends it', async ({ app }) => {
  await createCase(app);
  await chooseCsv(app, '流水.csv', statement);
  await next(app, '下一步：字段对应');
  await rail(app, '设置');
  await rail(app, '数据导入');
  await expect(app.getByRole('button', { name: '下一步：取值规则' })).toBeVisible();
  await app.keyboard.press('Control+L');
  await app.getByRole('textbox', { name: '案件口令' }).fill('a long passphrase for the screen');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('button', { name: '选择文件…' })).toBeVisible();
});
