import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { chooseCsv, next, openCase, rail, statement } from './steps.ts';

test.use({ prepared: 'case' });

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

/** Where pictures are wanted: QY_SHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const { QY_SHOTS } = process.env;
  if (QY_SHOTS) await page.screenshot({ path: `${QY_SHOTS}/${name}.png` });
}

async function withStatement(page: Page): Promise<void> {
  await openCase(page);
  await chooseCsv(page, '流水_9999990000000045.csv', statement);
  for (const step of ['下一步：字段对应', '下一步：取值规则', '下一步：检查', '下一步：主体匹配', '写入案件'])
    await next(page, step);
  await expect(page.getByText(/批次 1/)).toBeVisible();
  await page.getByRole('button', { name: '看批次' }).click();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).fill(option);
  // the list of the field before may still be closing
  await page.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).last().click();
}

/** Goes on with Tab until the field has the focus. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  for (let i = 0; i < 30; i++) {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(field).toBeFocused();
}

test('a record and a party are entered with the mouse, changed and taken back, and the journal says so', async ({
  app,
}) => {
  await withStatement(app);
  await app.getByRole('button', { name: '手工录入…' }).click();
  await expect(app.getByText('还没有手工录入的内容')).toBeVisible();
  await shot(app, 'entries-empty');
  expect(await faults(app)).toEqual([]);

  // a record
  await app.getByRole('button', { name: '录入记录' }).first().click();
  const dialog = app.getByRole('dialog');
  await choose(app, '记录种类', '银行流水');
  await dialog.getByRole('textbox', { name: /^交易日期/ }).fill('2025.4.3');
  await dialog.getByRole('textbox', { name: /^交易金额/ }).fill('贰万?');
  await expect(dialog.getByText('读到“贰万?”，不是金额')).toBeVisible();
  await shot(app, 'record-problem');
  await dialog.getByRole('textbox', { name: /^交易金额/ }).fill('1.2万');
  await choose(app, '收付标志', '支出');
  await expect(dialog.getByText('读作 12,000.00')).toBeVisible();
  await dialog.getByRole('textbox', { name: /^本方账号/ }).fill('9999990000000045');
  await dialog.getByRole('textbox', { name: /^对手户名/ }).fill('张某某');
  await dialog.getByRole('textbox', { name: /^对手账号/ }).fill('9999990000000003');
  await expect(dialog.getByRole('button', { name: '录入', exact: true })).toBeDisabled();
  await dialog.getByRole('textbox', { name: '依据/来源说明' }).fill('2026-03-02 询问笔录第 3 页');
  expect(await faults(app)).toEqual([]);
  await shot(app, 'record-form');
  await dialog.getByRole('button', { name: '录入', exact: true }).click();
  const list = app.getByRole('grid', { name: '手工录入' });
  await expect(list).toContainText('询问笔录第 3 页');
  await expect(dialog).toHaveCount(0);

  // a party
  await app.getByRole('button', { name: '录入主体' }).click();
  await choose(app, '类型', '医生');
  await dialog.getByRole('textbox', { name: /^名称/ }).fill('钱某某');
  await dialog.getByRole('textbox', { name: /^证件号/ }).fill('110105194912310021');
  await expect(dialog.getByText('校验码不符')).toBeVisible();
  await shot(app, 'party-form');
  await dialog.getByRole('textbox', { name: /^证件号/ }).fill('11010519491231002X');
  await expect(dialog.getByText('校验码不符')).toHaveCount(0);
  await dialog.getByRole('textbox', { name: '依据/来源说明' }).fill('任职文件');
  await dialog.getByRole('button', { name: '录入', exact: true }).click();
  await expect(list).toContainText('钱某某');

  // changed, then taken back
  await list.getByText('钱某某').click();
  await app.getByRole('button', { name: '修改', exact: true }).click();
  await dialog.getByRole('textbox', { name: /^科室/ }).fill('骨科');
  await dialog.getByRole('textbox', { name: '依据/来源说明' }).fill('补记科室');
  await dialog.getByRole('button', { name: '保存修改' }).click();
  await expect(list).toContainText('补记科室');
  await expect(list).toContainText('已改');
  await list.getByText('补记科室').click();
  await app.getByRole('button', { name: '撤回', exact: true }).click();
  await dialog.getByRole('textbox', { name: '撤回理由' }).fill('证人更正');
  await dialog.getByRole('button', { name: '撤回', exact: true }).click();
  await expect(list).toContainText('已撤回');
  await shot(app, 'entries');
  await rail(app, '审计日志');
  const journal = app.getByRole('grid', { name: '审计日志' });
  for (const told of ['手工录入记录第 1 条', '改为第 3 条', '撤回手工录入第 3 条'])
    await expect(journal).toContainText(told);
});

test('a finding that rests on a row entered by hand says so beside its evidence', async ({ app }) => {
  await openCase(app);
  const twoBelow = [
    '交易日期,借贷标志,交易金额,对手户名,对手账号,摘要',
    '2025-03-01,借,"40,000.00",张某某,9999990000000003,往来款',
    '2025-03-03,借,"45,300.00",张某某,9999990000000003,往来款',
  ].join('\r\n');
  await chooseCsv(app, '流水_9999990000000045.csv', twoBelow);
  for (const step of ['下一步：字段对应', '下一步：取值规则', '下一步：检查', '下一步：主体匹配', '写入案件'])
    await next(app, step);
  await expect(app.getByText(/批次 1/)).toBeVisible();
  await app.getByRole('button', { name: '看批次' }).click();
  await app.getByRole('button', { name: '手工录入…' }).click();
  await app.getByRole('button', { name: '录入记录' }).first().click();
  const dialog = app.getByRole('dialog');
  await choose(app, '记录种类', '银行流水');
  await dialog.getByRole('textbox', { name: /^交易日期/ }).fill('2025-03-05');
  await dialog.getByRole('textbox', { name: /^交易金额/ }).fill('49,999.99');
  await choose(app, '收付标志', '支出');
  await dialog.getByRole('textbox', { name: /^本方账号/ }).fill('9999990000000045');
  await dialog.getByRole('textbox', { name: /^对手户名/ }).fill('张某某');
  await dialog.getByRole('textbox', { name: /^对手账号/ }).fill('9999990000000003');
  await dialog.getByRole('textbox', { name: '依据/来源说明' }).fill('收条复印件');
  await dialog.getByRole('button', { name: '录入', exact: true }).click();
  await expect(app.getByRole('grid', { name: '手工录入' })).toContainText('收条复印件');

  await rail(app, '疑点');
  await app.getByRole('button', { name: '运行模型' }).first().click();
  const detail = app.getByRole('complementary', { name: '疑点详情' });
  await expect(detail.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(detail.getByText('证据中有 1 行为手工录入')).toBeVisible();
  expect(await faults(app)).toEqual([]);
  await shot(app, 'finding-by-hand');
});

/** Goes down the open menu to the item that begins so. */
async function downTo(app: Page, item: string): Promise<void> {
  await expect(async () => {
    await app.keyboard.press('ArrowDown');
    await expect(app.getByRole('menuitem', { name: new RegExp(`^${item}`) })).toBeFocused({ timeout: 400 });
  }).toPass({ intervals: [0] });
}

test('a party and a link are entered with the keyboard alone', async ({ app }) => {
  await withStatement(app);
  await app.keyboard.press('Alt+4');
  const canvas = app.getByRole('application');
  await canvas.focus();
  await app.keyboard.press('Shift+F10');
  await expect(app.getByRole('menuitem', { name: '录入主体' })).toBeVisible();
  await expect(app.locator('.ant-dropdown :focus')).toHaveCount(1);
  await downTo(app, '录入主体');
  await app.keyboard.press('Enter');
  const dialog = app.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: '类型' })).toBeFocused();
  await app.keyboard.type('企业');
  await app.keyboard.press('Enter');
  await tabTo(app, dialog.getByRole('textbox', { name: /^名称/ }));
  await app.keyboard.type('云栖商贸有限公司');
  await tabTo(app, dialog.getByRole('textbox', { name: '依据/来源说明' }));
  await app.keyboard.type('工商档案');
  await app.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);

  // the new party is the chosen one: the menu is its own
  await expect(app.getByRole('contentinfo')).toContainText('选中 1 个主体');
  await canvas.focus();
  await app.keyboard.press('Shift+F10');
  await expect(app.locator('.ant-dropdown :focus')).toHaveCount(1);
  await downTo(app, '标注与录入');
  await app.keyboard.press('ArrowRight');
  await expect(app.getByRole('menuitem', { name: /^在图上写字/ })).toBeFocused();
  await downTo(app, '录入关系');
  await app.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a cell is corrected in the source view and in the dossier, original and correction side by side, and undone', async ({
  app,
}) => {
  await withStatement(app);
  await app.getByRole('grid', { name: '问题行' }).getByText('贰万?').dblclick();
  await expect(app.getByRole('complementary', { name: /从哪里来/ })).toBeVisible();
  await app.getByRole('button', { name: '更正…' }).click();
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByText('贰万?').first()).toBeVisible();
  const value = dialog.getByRole('textbox', { name: '更正值' });
  await value.fill('两万');
  await value.fill('20,000');
  await expect(dialog.getByText('读作 20,000.00')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '更正', exact: true })).toBeDisabled();
  await dialog.getByRole('textbox', { name: '更正理由' }).fill('银行回单 2025-03-02');
  await shot(app, 'correct-dialog');
  expect(await faults(app)).toEqual([]);
  await dialog.getByRole('button', { name: '更正', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(app.getByText('银行回单 2025-03-02').first()).toBeVisible();
  await shot(app, 'correct-source');
  expect(await faults(app)).toEqual([]);

  // in the dossier the same value is marked, and can be corrected there too
  await app.keyboard.press('Control+K');
  await app.keyboard.type('李某');
  await app.getByRole('option').filter({ hasText: '李某' }).first().click();
  await expect(app.getByText('更正').first()).toBeVisible();
  await shot(app, 'correct-dossier');
  expect(await faults(app)).toEqual([]);
  await app
    .getByRole('button', { name: /^更正…/ })
    .first()
    .click();
  await expect(dialog.getByRole('textbox', { name: '更正值' })).toHaveValue('20,000');
  await app.keyboard.press('Escape');

  await app.locator('.src').first().click();
  await app.getByRole('button', { name: '撤回更正' }).first().click();
  await dialog.getByRole('textbox', { name: '撤回理由' }).fill('回单作废');
  await dialog.getByRole('button', { name: '撤回更正' }).click();
  await expect(app.getByText('含已撤回 1 处')).toBeVisible();
});

test('a link is entered on the chart with the mouse, drawn apart, and leads back to its entry', async ({ app }) => {
  await withStatement(app);
  const dialog = app.getByRole('dialog');
  await rail(app, '关系图');
  await expect(app.getByRole('application')).toBeVisible();
  await app.getByRole('application').click({ button: 'right', position: { x: 40, y: 40 } });
  await expect(app.getByRole('menuitem', { name: '粘贴为主体' })).toBeVisible();
  await shot(app, 'graph-menu');
  await app.getByRole('menuitem', { name: '录入关系' }).click();
  await choose(app, '甲方', '张某某');
  await choose(app, '乙方', '赵某');
  await choose(app, '关系', '其他关系');
  await choose(app, '把握', '推断');
  await dialog.getByRole('textbox', { name: '金额', exact: true }).fill('3万');
  await dialog.getByRole('textbox', { name: '依据/来源说明' }).fill('笔录第 5 页');
  await shot(app, 'link-form');
  await dialog.getByRole('button', { name: '录入', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(app.getByText('手工关系（虚线），不计入合计')).toBeVisible();
  await app.waitForTimeout(process.env.QY_SHOTS ? 1500 : 0);
  await shot(app, 'graph');
  await app.keyboard.press('Control+2');
  await app.getByText(/^关系 \d/).click();
  const twin = app.getByRole('grid', { name: '表' });
  await twin.getByText('其他关系（手工）').click();
  await expect(app.getByText('全部为手工录入，不计入流水合计')).toBeVisible();
  await shot(app, 'graph-table');
  expect(await faults(app)).toEqual([]);

  // its source is the entry
  await app.locator('.inspector .src').first().click();
  await expect(app.getByText('笔录第 5 页').first()).toBeVisible();
  await shot(app, 'source');
  expect(await faults(app)).toEqual([]);
  await app.getByRole('button', { name: '第 1 条' }).click();
  await expect(app.getByRole('grid', { name: '手工录入' })).toContainText('笔录第 5 页');
});
