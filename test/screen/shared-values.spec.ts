import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { chooseCsv, next, openCase } from './steps.ts';

test.use({ prepared: 'case' });

/** 31 companies in one room of a business park, two that have one phone, and two of which only the building is known. */
const register = [
  '企业名称,统一社会信用代码,法定代表人,联系电话,注册地址',
  ...Array.from(
    { length: 31 },
    (_, at) => `园区第${at + 1}号商贸有限公司,,赵${at + 1},0990-8811${1000 + at},澄溪市创新大道1号801室`,
  ),
  '瑞衡药业有限公司,,钱某,0990-88110001,澄溪市和平路7号',
  '青穗推广有限公司,,孙某,0990-88110001,澄溪市和平路7号',
].join('\r\n');

async function openShared(app: Page): Promise<void> {
  await openCase(app);
  await chooseCsv(app, '企业登记.csv', register);
  for (const step of ['字段对应', '取值规则', '检查', '主体匹配']) await next(app, `下一步：${step}`);
  await next(app, '写入案件');
  await app.getByRole('button', { name: '看批次' }).click();
  await app.getByRole('button', { name: '主体核对' }).click();
  await app.getByRole('tab', { name: '共用信息 3' }).click();
}

const side = (app: Page) => app.getByRole('complementary');

test('a room of too many companies says why it links nobody and opens its holders and cells; a rejected relation is taken back', async ({
  app,
}) => {
  await openShared(app);
  await app.getByText('不连线 2', { exact: true }).click();
  const values = app.getByRole('grid', { name: '共用信息' });
  await expect(values).toContainText('澄溪市创新大道1号801');
  await expect(side(app)).toContainText('31 个主体');
  await expect(side(app)).toContainText('不连线：共用者超过 10 人或 30 个单位');

  await app.getByText('连线 1', { exact: true }).click();
  await expect(side(app)).toContainText('两两 1 对：连线 1 对，已排除 0 对');
  await app.getByRole('tab', { name: '推断关系 1' }).click();
  await side(app).getByRole('button', { name: '排除' }).click();
  await app.getByRole('textbox', { name: '依据' }).fill('同一代办电话');
  await app.getByRole('dialog').getByRole('button', { name: '排除' }).click();
  await app.getByText('已排除 1', { exact: true }).click();
  await expect(app.getByRole('grid', { name: '推断关系' })).toContainText('已排除');
  await expect(side(app)).toContainText('同一代办电话');
  await side(app).getByRole('button', { name: '撤回认定' }).click();
  await expect(app.getByText('没有已排除的关系')).toBeVisible();
  await app.getByText('推断 1', { exact: true }).click();
  await expect(side(app).getByRole('button', { name: '排除' })).toBeVisible();

  await app.getByRole('tab', { name: '共用信息 3' }).click();
  await side(app)
    .getByRole('button', { name: /企业登记\.csv 第 \d+ 行/ })
    .first()
    .click();
  await expect(app.getByRole('grid', { name: /原样/ }).locator('.marked')).toContainText('0990-88110001');
});

test('shared values and relations pass the accessibility check in light and dark', async ({ app }) => {
  await app.setViewportSize({ width: 1366, height: 768 });
  await openShared(app);
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const tab of [/共用信息/, /推断关系/]) {
      await app.getByRole('tab', { name: tab }).click();
      await expect(app.getByRole('grid').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page: app }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }
});
