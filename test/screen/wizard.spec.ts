import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { createCase, next, openCase, rail } from './steps.ts';

test.use({ prepared: 'case' });

const statement = (month: string) =>
  [
    '山城农商银行交易流水',
    '户名：张某某,,,账号：9999990000000000001',
    `起止日期：2024-${month}-01 — 2024-${month}-28`,
    '交易时间,借贷标志,交易金额,余额,交易对手名称,交易对手账卡号,摘要说明,成功标志',
    `2024-${month}-02 10:10:22,1,5.00,95.00,李某,622202******3391,讲课费,01`,
    `2024-${month}-03 10:10:22,1,5.00,90.00,青穗推广服务部,9999990000000029,推广费,01`,
    `2024-${month}-04 10:10:22,1,10.00,80.00,李某,9999990000000011,讲课费,00`,
    `2024-${month}-05 10:10:22,2,20.00,100.00,赵某,9999990000000037,退款,01`,
    '合计,,40.00,,,,,',
  ].join('\r\n');

async function choose(app: Page, files: ReadonlyArray<{ name: string; text: string }>): Promise<void> {
  await rail(app, '数据导入');
  const [chooser] = await Promise.all([
    app.waitForEvent('filechooser'),
    app.getByRole('button', { name: '选择文件…' }).click(),
  ]);
  await chooser.setFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`, 'utf8') })),
  );
}

test('seven steps with origin, codes proven by the balances, parties tried, a template kept and used again', async ({
  app,
}) => {
  await openCase(app);
  await choose(app, [{ name: '一月.csv', text: statement('01') }]);
  await expect(app.getByText('可以读取')).toBeVisible();
  await app.getByRole('textbox', { name: '来源单位' }).fill('澄溪市监局');
  await app.getByRole('textbox', { name: '取得日期' }).fill('2026-03-02');
  await next(app, '下一步：读取方式');
  await expect(app.getByText('表头在第 4 行')).toBeVisible();
  await next(app, '下一步：字段对应');
  await app.getByRole('checkbox', { name: '保存为模板' }).check();
  await app.getByRole('textbox', { name: '模板名称' }).fill('山城农商行');
  await next(app, '下一步：取值规则');
  const words = app.getByRole('row').filter({ hasText: '由余额推出' });
  await expect(words).toHaveCount(2);
  await expect(words.first()).toContainText('出 2 行');
  await expect(app.getByText(/1 个号码打了码，如 622202/)).toBeVisible();
  await next(app, '下一步：检查');
  await next(app, '下一步：主体匹配');
  await expect(app.getByText('先试一遍，尚未写入')).toBeVisible();
  await next(app, '写入案件');
  await expect(app.getByText('已保存模板“山城农商行”')).toBeVisible();
  await expect(app.getByRole('checkbox', { name: '全选' })).toBeChecked();
  await app.getByRole('button', { name: '看批次' }).click();
  await expect(app.getByText('澄溪市监局')).toBeVisible();

  await choose(app, [
    { name: '二月.csv', text: statement('02') },
    { name: '一月再来.csv', text: statement('01') },
  ]);
  await expect(app.getByText('已导入（批次 1）')).toBeVisible();
  await next(app, '下一步：读取方式');
  await next(app, '下一步：字段对应');
  await expect(app.getByText('模板：山城农商行（表头相同 8/8）')).toBeVisible();
});

test('templates leave a case as a file and are used in another', async ({ app }) => {
  await openCase(app);
  await choose(app, [{ name: '一月.csv', text: statement('01') }]);
  await next(app, '下一步：读取方式');
  await next(app, '下一步：字段对应');
  await app.getByRole('checkbox', { name: '保存为模板' }).check();
  await app.getByRole('textbox', { name: '模板名称' }).fill('山城农商行');
  for (const step of ['取值规则', '检查', '主体匹配']) await next(app, `下一步：${step}`);
  await next(app, '写入案件');
  await app.getByRole('button', { name: '看批次' }).click();
  await choose(app, [{ name: '二月.csv', text: statement('02') }]);
  const [download] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: '全部导出…' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('模板.qytemplate.json');
  const file = await download.path();

  await app.keyboard.press('Control+L');
  await app.getByRole('button', { name: '打开其他案件' }).click();
  await createCase(app, '另一案');
  await choose(app, [{ name: '三月.csv', text: statement('03') }]);
  const [chooser] = await Promise.all([
    app.waitForEvent('filechooser'),
    app.getByRole('button', { name: '从文件取用…' }).click(),
  ]);
  await chooser.setFiles(file);
  await expect(app.getByText('取用 1 个模板，0 个已有')).toBeVisible();
  await next(app, '下一步：读取方式');
  await next(app, '下一步：字段对应');
  await expect(app.getByText('模板：山城农商行（表头相同 8/8）')).toBeVisible();
});

test('a sheet that could be two things is asked about once, with the headers that speak for each; one without a header is mapped by hand', async ({
  app,
}) => {
  await openCase(app);
  await choose(app, [
    { name: '不清楚.csv', text: '日期,金额,备注,序号\r\n2024-01-02,5,,1' },
    { name: '张某某.csv', text: '2024-01-02,出,5,李某\r\n2024-01-03,进,7,赵某' },
  ]);
  await next(app, '下一步：读取方式');
  const question = app.getByRole('region', { name: '这张表是哪一类？' });
  await expect(question).toContainText('像这一类的列：');
  await question.getByRole('radio', { name: /费用明细账/ }).click();
  await expect(app.getByRole('row').filter({ hasText: '不清楚.csv' })).toContainText('费用明细账');
  await app.getByRole('checkbox', { name: '导入 不清楚' }).uncheck();

  await app.getByRole('row').filter({ hasText: '张某某.csv' }).first().click();
  await app.getByRole('button', { name: '没有表头' }).click();
  await expect(app.getByText('没有表头，第 1 行就是数据').first()).toBeVisible();
  await app.getByRole('combobox', { name: '其他类别' }).click();
  await app
    .getByRole('option', { name: '银行流水' })
    .or(app.locator('.ant-select-item-option').filter({ hasText: '银行流水' }))
    .last()
    .click();
  await next(app, '下一步：字段对应');
  for (const [field, column] of [
    ['交易日期', 'A'],
    ['收付标志', 'B'],
    ['交易金额', 'C'],
    ['对手户名', 'D'],
  ] as const) {
    const box = app.getByRole('combobox', { name: `${field} 文件中的列` });
    await box.click();
    await box.fill(column);
    await app.keyboard.press('Enter');
    await expect(app.getByRole('row').filter({ has: box })).toContainText(column);
  }
  await next(app, '下一步：取值规则');
  await next(app, '下一步：检查');
  await expect(app.getByText('逐行相符')).toBeVisible();
  await next(app, '下一步：主体匹配');
  await expect(app.getByRole('button', { name: '写入案件' })).toBeEnabled();
});

test('by keyboard alone: every step forward with Ctrl+Enter and back with Alt+←, and nothing said is lost', async ({
  app,
}) => {
  await openCase(app);
  await choose(app, [{ name: '一月.csv', text: statement('01') }]);
  await app.getByRole('textbox', { name: '文书号' }).focus();
  await app.keyboard.type('协查函 12 号');
  const forward = ['读取方式', '字段对应', '取值规则', '检查', '主体匹配'];
  for (const step of forward) await next(app, `下一步：${step}`);
  await expect(app.getByRole('button', { name: '写入案件' })).toBeEnabled();
  for (const step of forward.toReversed()) {
    await app.keyboard.press('Alt+ArrowLeft');
    await expect(app.getByRole('button', { name: `下一步：${step}` })).toBeVisible();
  }
  await expect(app.getByRole('textbox', { name: '文书号' })).toHaveValue('协查函 12 号');
});

test('a folder of many files: what has to be asked is asked first, and only the lines in sight are drawn', async ({
  app,
}) => {
  await openCase(app);
  await choose(app, [
    ...Array.from({ length: 150 }, (_, n) => ({
      name: `${100 + n}.csv`,
      text: statement('01').replace('5.00', `${n}.00`),
    })),
    { name: '999 不清楚.csv', text: '日期,金额,备注,序号\r\n2024-01-02,5,,1' },
  ]);
  await expect(app.getByText('可以读取').first()).toBeVisible();
  await next(app, '下一步：读取方式');
  const question = app.getByRole('region', { name: '这张表是哪一类？' });
  await expect(question).toContainText('999 不清楚.csv');
  const lines = app.getByRole('checkbox', { name: /^导入 / });
  await expect(app.getByRole('checkbox', { name: '导入 999 不清楚' })).toBeInViewport();
  expect(await lines.count()).toBeLessThan(80);
  await question.getByRole('radio', { name: /费用明细账/ }).click();
  await expect(app.getByRole('row').filter({ hasText: '999 不清楚.csv' })).toHaveAttribute('aria-selected', 'true');
  await app.getByRole('checkbox', { name: '导入 999 不清楚' }).hover();
  await app.mouse.wheel(0, -100_000);
  await app.getByRole('row').filter({ hasText: '100.csv' }).click();
  await expect(app.getByRole('complementary')).toContainText('100.csv');
});

test('in English too no head is cut in a small window, and the reason of a bad cell is quoted as English does', async ({
  app,
}) => {
  await openCase(app);
  await app.setViewportSize({ width: 1366, height: 768 });
  await rail(app, '设置');
  await app.getByRole('combobox', { name: '语言' }).click();
  await app.getByTitle('English', { exact: true }).click();
  await app.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Import' }).click();
  const [chooser] = await Promise.all([
    app.waitForEvent('filechooser'),
    app.getByRole('button', { name: 'Choose files…' }).click(),
  ]);
  await chooser.setFiles(
    ['01', '02'].map((month) => ({
      name: `${month}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(statement(month).replace('5.00', '贰万?')),
    })),
  );
  const cutHeads = () =>
    app
      .locator('thead th')
      .evaluateAll((heads) =>
        heads.filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent),
      );
  await next(app, 'Next: Reading');
  await expect(app.getByRole('columnheader', { name: 'Certainty' })).toBeVisible();
  expect(await cutHeads()).toEqual([]);
  for (const step of ['Map fields', 'Value rules', 'Check']) await next(app, `Next: ${step}`);
  await expect(app.getByRole('grid', { name: 'Check' })).toContainText('“交易金额” Read “贰万?”');
});
