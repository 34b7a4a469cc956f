import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

/** What axe finds, as place, rule and element; `within`: only there. */
async function faults(page: Page, place: string, within = 'html'): Promise<string[]> {
  await expect(page.locator('.loading')).toHaveCount(0);
  // a list that is sliding away belongs to no place any more
  await expect(page.locator('.ant-slide-up-leave')).toHaveCount(0);
  // nor is what a button passes through on its way to another colour a colour it has
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          document.getAnimations().filter((each) => each instanceof CSSTransition && each.playState === 'running')
            .length,
      ),
    )
    .toBe(0);
  const { violations } = await new AxeBuilder({ page }).include(within).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${place}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

const analysis = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name: '分析' }).click();
  await page.getByRole('menuitem', { name }).click();
};

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test(`the chart and what is asked of it have no fault of accessibility in ${theme}`, async ({ app: page }) => {
      await openSample(page);
      await rail(page, '关系图');
      const canvas = page.getByRole('application', { name: /关系图/ });
      const found: string[] = [];
      await page.getByRole('combobox', { name: '搜索并加入主体' }).fill('澄溪百朗药业有限公司');
      await page.locator('.ant-select-item-option').first().click();
      await expect(page.getByRole('complementary', { name: '检查' })).toContainText('澄溪百朗药业有限公司');
      found.push(...(await faults(page, 'a party selected')));

      await canvas.focus();
      await page.keyboard.press('Alt+Y');
      const circles = page.getByRole('dialog', { name: '回流（环）' });
      await circles.getByText('全案', { exact: true }).click();
      await circles.locator('.path-line').first().click();
      await expect(circles.getByText('第 1 轮')).toBeVisible();
      found.push(...(await faults(page, 'circles')));
      const [from = '', to = ''] = (await circles.locator('.path-line span').first().innerText()).split(' → ');
      await page.keyboard.press('Escape');

      await analysis(page, /查找路径/);
      const paths = page.getByRole('dialog', { name: '查找路径' });
      for (const [label, name] of [
        ['起点', from],
        ['终点', to],
      ] as const) {
        await paths.getByRole('combobox', { name: label }).fill(name);
        await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
      }
      found.push(...(await faults(page, 'conditions of a path')));
      await paths.getByRole('button', { name: '查找', exact: true }).click();
      await paths.locator('.path-line').first().click();
      await expect(paths.locator('.route-hops').first()).toBeVisible();
      found.push(...(await faults(page, 'paths')));
      await page.keyboard.press('Escape');

      await page.keyboard.press('Control+S');
      await page.getByRole('textbox', { name: '名称' }).fill('全貌');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('contentinfo')).toContainText('已保存');
      await page.keyboard.press('Control+Shift+S');
      const views = page.getByRole('region', { name: '保存的视图' });
      await expect(views.getByRole('button', { name: /^全貌 / }).first()).toBeVisible();
      found.push(...(await faults(page, 'views')));
      await page.keyboard.press('Control+Shift+S');

      await canvas.focus();
      await page.keyboard.press('Alt+M');
      const measures = page.getByRole('region', { name: '网络指标' });
      await measures.getByRole('button', { name: '计算', exact: true }).click();
      await expect(measures.getByRole('listitem').nth(5)).toBeVisible();
      found.push(...(await faults(page, 'measures')));

      await canvas.focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+F10');
      // a menu at the pointer belongs to no landmark
      found.push(...(await faults(page, 'menu', '.chart-menu')));
      expect(found).toEqual([]);
    });

    test(`a trace, what leaves the chart and a finding by hand have no fault of accessibility in ${theme}`, async ({
      app: page,
    }) => {
      await openSample(page);
      await rail(page, '关系图');
      const canvas = page.getByRole('application', { name: /关系图/ });
      const found: string[] = [];
      await page.getByRole('combobox', { name: '搜索并加入主体' }).fill('澄溪百朗药业有限公司');
      await page.locator('.ant-select-item-option').first().click();
      for (const [keys, name] of [
        ['Alt+N', '连接网络'],
        ['Alt+T', '资金追踪'],
      ] as const) {
        await canvas.focus();
        await page.keyboard.press(keys);
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        found.push(...(await faults(page, name)));
        if (name === '连接网络') await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: '开始追踪' }).click();
      await expect(page.getByRole('region', { name: '资金追踪' })).toContainText('第 1 层', { timeout: 60_000 });
      // panes that change their width are no fault
      await expect(page.getByRole('alert')).toHaveCount(0);
      found.push(...(await faults(page, 'a trace')));
      await page.getByRole('grid', { name: '各跳明细' }).focus();
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('.src').first()).toBeVisible();
      found.push(...(await faults(page, 'the payments of a hop')));
      await page.getByRole('button', { name: '保存…' }).click();
      await expect(page.getByRole('dialog', { name: '保存追踪' })).toBeVisible();
      found.push(...(await faults(page, 'saving a trace')));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '关闭，回到关系图' }).click();

      // where the line of tools is narrow, it stands in a menu
      const tool = page.getByRole('button', { name: '导出关系图', exact: true });
      if (await tool.isVisible()) await tool.click();
      else {
        await page.getByRole('button', { name: '保存', exact: true }).click();
        await page.getByRole('menuitem', { name: '导出关系图' }).click();
      }
      await expect(page.getByRole('dialog', { name: /导出/ })).toBeVisible();
      found.push(...(await faults(page, 'export')));
      await page.keyboard.press('Escape');

      await canvas.focus();
      await page.keyboard.press('Shift+F10');
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      await page.waitForTimeout(350); // the menu slides to where it fits
      const entry = page.getByRole('menuitem', { name: '加入疑点…' });
      if (await entry.isHidden()) await page.getByRole('menuitem', { name: '打开' }).hover();
      await entry.click();
      await expect(page.getByRole('dialog', { name: '加入疑点' }).locator('tbody tr').first()).toBeVisible();
      found.push(...(await faults(page, 'a finding by hand')));
      await page.keyboard.press('Escape');
      expect(found).toEqual([]);
    });
  });
}
