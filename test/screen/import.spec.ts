import { expect, test } from './app.ts';
import { chooseCsv, next, openCase, rail, statement } from './steps.ts';

test.use({ prepared: 'case' });

test('a statement comes in with every row accounted for, its bad cells shown, and can be taken out again', async ({
  app,
}) => {
  await openCase(app);
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
  await next(app, '下一步：主体匹配');
  await next(app, '写入案件');

  await expect(app.getByText(/批次 1/)).toBeVisible();
  await app.getByRole('button', { name: '看批次' }).click();
  await expect(app.getByRole('grid', { name: '问题行' })).toContainText('贰万?');

  await app.getByRole('button', { name: '撤销本批次' }).click();
  const undo = app.getByRole('dialog').getByRole('button', { name: '撤销本批次' });
  await expect(undo).toBeDisabled();
  await expect(app.getByRole('dialog')).toContainText('没有疑点、更正或决定依靠这一批次');
  await app.getByRole('textbox', { name: '撤销理由' }).fill('导错文件');
  await undo.click();
  await expect(app.getByRole('grid', { name: '导入批次' })).toContainText('已撤销');
  await rail(app, '审计日志');
  await expect(app.getByRole('grid', { name: '审计日志' })).toContainText('导错文件');
});

test('a batch on which rows of another rest says which must go first, and asks for no reason', async ({ app }) => {
  await openCase(app);
  const [header, first] = statement.split('\r\n');
  for (const [name, more] of [
    ['流水_9999990000000045.csv', '2025-03-05,11:30:00,贷,"5,000.00","84,000.00",赵某,9999990000000037,退款'],
    ['流水_9999990000000045_补充.csv', '2025-03-09,11:30:00,贷,"6,000.00","90,000.00",赵某,9999990000000037,退款'],
  ]) {
    await chooseCsv(app, `${name}`, [header, first, more].join('\r\n'));
    for (const step of ['字段对应', '取值规则', '检查', '主体匹配']) await next(app, `下一步：${step}`);
    await next(app, '写入案件');
    await app.getByRole('button', { name: '看批次' }).click();
  }
  await app.getByRole('grid', { name: '导入批次' }).getByRole('row').nth(2).click();
  await app.getByRole('button', { name: '撤销本批次' }).click();
  const dialog = app.getByRole('dialog');
  await expect(dialog).toContainText('批次 2（流水_9999990000000045_补充.csv）中有行依靠本批次。请先撤销它。');
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: '撤销本批次' })).toBeDisabled();
});

test('a mapping that a person changes is followed at once, and a column has one field only', async ({ app }) => {
  await openCase(app);
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
  await openCase(app);
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
  await next(app, '下一步：读取方式');
  await next(app, '下一步：字段对应');
  await expect(app.getByText('导入后的样子')).toBeVisible();
  for (const step of ['取值规则', '检查', '主体匹配']) await next(app, `下一步：${step}`);
  await next(app, '写入案件');
  await expect(app.getByRole('region', { name: '未导入的文件 1 个' })).toContainText('空.xlsx');
});

test('leaving the import and coming back finds it as it was; locking ends it', async ({ app }) => {
  await openCase(app);
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
