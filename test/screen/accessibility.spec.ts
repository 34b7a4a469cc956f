import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { chooseCsv, next, openCase, rail, statement } from './steps.ts';

/** What axe finds, as rule and place. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test(`the start screen has no fault of accessibility in ${theme}`, async ({ app }) => {
      await expect(app.getByRole('button', { name: '打开示例' })).toBeVisible();
      expect(await faults(app)).toEqual([]);
    });

    test.describe('a case', () => {
      test.use({ prepared: 'case' });

      test(`the screens of a case have no fault of accessibility in ${theme}`, async ({ app }) => {
        await openCase(app);
        for (const place of ['总览', '线索', '数据导入', '报告封存', '审计日志', '设置']) {
          await rail(app, place);
          await expect(app.locator('.loading')).toHaveCount(0);
          expect([place, ...(await faults(app))]).toEqual([place]);
        }
      });

      test(`the steps of an import have no fault of accessibility in ${theme}`, async ({ app }) => {
        await openCase(app);
        await chooseCsv(app, '流水.csv', statement);
        for (const step of ['下一步：字段对应', '下一步：取值规则', '下一步：检查', '下一步：主体匹配', '写入案件']) {
          await expect(app.getByRole('button', { name: step })).toBeEnabled();
          await expect(app.locator('.loading')).toHaveCount(0);
          expect([step, ...(await faults(app))]).toEqual([step]);
          await next(app, step);
        }
        await expect(app.getByText(/批次 1/)).toBeVisible();
        expect(await faults(app)).toEqual([]);
      });
    });
  });
}
