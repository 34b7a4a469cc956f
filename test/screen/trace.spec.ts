import type { Page } from '@playwright/test';
import type { Core } from 'cytoscape';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

const dialog = (page: Page) => page.getByRole('dialog', { name: '资金追踪' });
const trace = (page: Page) => page.getByRole('region', { name: '资金追踪' });
const hops = (page: Page) => page.getByRole('grid', { name: '各跳明细' });

interface Registered {
  readonly _cyreg: { readonly cy: Core };
}
const onChart = (page: Page, what = 'node:visible'): Promise<number> =>
  page.getByRole('application').evaluate((box, what) => (box as unknown as Registered)._cyreg.cy.$(what).length, what);
/** Who stands outside of the window onto the chart; `around`: of those that are selected and whom they hang on. */
const outside = (page: Page, around: boolean): Promise<string[]> =>
  page.getByRole('application').evaluate((box, around) => {
    const { cy } = (box as unknown as Registered)._cyreg;
    const asked = around ? cy.$('node:selected').closedNeighborhood().nodes(':visible') : cy.nodes(':visible');
    return asked
      .filter((node) => {
        const { x, y } = node.renderedPosition();
        return x < 0 || y < 0 || x > cy.width() || y > cy.height();
      })
      .map((node) => node.id());
  }, around);

/** The chart with one party put on it and selected. */
async function withParty(page: Page, name: string): Promise<void> {
  await openSample(page);
  await rail(page, '关系图');
  await expect(page.getByRole('application')).toBeVisible();
  await page.getByRole('combobox', { name: '搜索并加入主体' }).fill(name);
  await page.getByRole('option').first().waitFor({ state: 'attached' });
  await page.locator('.ant-select-item-option').first().click();
  await expect(page.getByRole('complementary', { name: '检查' })).toContainText(name);
}

test('by keyboard: promotion money is traced from the company in layers, each hop down to its cell, and closing gives the chart back', async ({
  app: page,
}) => {
  await withParty(page, '澄溪百朗药业有限公司');
  await page.getByRole('application').focus();
  await page.keyboard.press('Alt+t');
  await expect(dialog(page)).toContainText('澄溪百朗药业有限公司');
  await expect(dialog(page)).toContainText('方法不同，结果不同');
  await page.getByRole('spinbutton', { name: '单笔 ≥' }).fill('1000');
  await page.keyboard.press('Enter');

  // layer totals on top, what was not traced in each layer, the method beside it
  await expect(trace(page)).toContainText('第 1 层', { timeout: 60_000 });
  await expect(trace(page).getByText('未追到').first()).toBeVisible();
  const facts = page.getByRole('complementary', { name: '未追到' });
  await expect(facts).toContainText('先进账户的钱先转出');
  await expect(facts).toContainText('分毫不差');
  await expect(facts).toContainText('双边重复');

  await hops(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const chosen = hops(page).locator('[aria-selected="true"]');
  await expect(chosen).toContainText('澄溪百朗药业有限公司');
  const firstSource = facts.getByRole('button', { name: /第 \d+ 行/ }).first();
  await firstSource.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '资金追踪' })).toBeHidden();
  await page.keyboard.press('Alt+ArrowLeft');
  // it is still there when one comes back
  await expect(chosen).toBeVisible();

  await page.getByRole('button', { name: '关闭，回到关系图' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('application')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(trace(page)).toContainText('第 1 层');
  // who asks for the table sees it, and can have the trace again
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('grid', { name: '表' })).toBeVisible();
  await expect(trace(page)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(trace(page)).toContainText('第 1 层');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('application')).toBeVisible();
});

test('by mouse: upstream by proportion, another condition, and put on the chart as one step', async ({ app: page }) => {
  await withParty(page, '澄溪鼎睿商务服务有限公司');
  await page.getByRole('button', { name: '分析' }).click();
  await page.getByRole('menuitem', { name: '资金追踪' }).click();
  await dialog(page).getByText('向上（来源）').click();
  await dialog(page)
    .getByRole('radio', { name: /按比例/ })
    .check();
  await dialog(page).getByRole('button', { name: '开始追踪' }).click();
  await expect(trace(page)).toContainText('上 1 层', { timeout: 60_000 });
  await expect(page.getByRole('complementary', { name: '未追到' })).toContainText('最大余数法');

  // a party narrows the list to its hops
  const all = await hops(page).getAttribute('aria-rowcount');
  const party = trace(page).getByRole('button', { name: '澄溪百朗药业' }).first();
  await party.click();
  await expect(party).toHaveAttribute('aria-pressed', 'true');
  expect(Number(await hops(page).getAttribute('aria-rowcount'))).toBeLessThan(Number(all));

  await page.getByRole('button', { name: '改条件' }).click();
  await page.getByRole('spinbutton', { name: '层数' }).fill('1');
  await dialog(page).getByRole('button', { name: '开始追踪' }).click();
  await expect(trace(page)).not.toContainText('上 2 层');

  await page.getByRole('button', { name: '放到关系图' }).click();
  await expect(page.getByRole('application')).toBeVisible();
  // the traced parties and those they hang on are in the window, whole
  await expect.poll(() => outside(page, true)).toEqual([]);
  const undo = page.getByRole('button', { name: '撤销：追踪图' });
  await undo.click();
  await expect(trace(page)).toContainText('上 1 层');
  // the chart as it was is seen again, and nobody is selected who is not on it
  await page.getByRole('button', { name: '关闭，回到关系图' }).click();
  await expect.poll(async () => (await outside(page, false)).length).toBeLessThan(await onChart(page));
  const chosen = /选中 (\d+) 个主体/.exec(await page.getByRole('contentinfo').innerText())?.[1] ?? '0';
  expect(Number(chosen)).toBe(await onChart(page, 'node:selected'));
});

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
] as const)
  test(`in a window of ${width} × ${height} the traced layers fill the picture, all of them are seen, and the table has the rest`, async ({
    app: page,
  }) => {
    await page.setViewportSize({ width, height });
    await withParty(page, '澄溪百朗药业有限公司');
    await page.getByRole('application').focus();
    await page.keyboard.press('Alt+t');
    await page.getByRole('button', { name: '开始追踪' }).click();
    await expect(trace(page)).toContainText('第 1 层', { timeout: 60_000 });
    const filled = () =>
      trace(page)
        .locator('.trace-picture')
        .evaluate((box) => {
          const drawn = box.firstElementChild!.getBoundingClientRect();
          const { width, height } = box.getBoundingClientRect();
          return { wide: drawn.width / width, high: drawn.height / height };
        });
    await expect.poll(async () => (await filled()).high).toBeGreaterThan(0.9);
    const { wide, high } = await filled();
    expect(wide).toBeGreaterThan(0.9);
    expect(wide).toBeLessThanOrEqual(1);
    expect(high).toBeLessThanOrEqual(1);
    const [region, table] = [(await trace(page).boundingBox())!, (await hops(page).boundingBox())!];
    expect(region.y + region.height - table.y - table.height).toBeLessThan(4);
  });

test('in English too, in a small window, the amount of a flow covers no name', async ({ app: page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await withParty(page, '澄溪百朗药业有限公司');
  await page.getByRole('application').focus();
  await page.keyboard.press('Alt+t');
  await page.getByRole('button', { name: '开始追踪' }).click();
  await expect(trace(page)).toContainText('第 1 层', { timeout: 60_000 });
  await rail(page, '设置');
  await page.getByRole('combobox', { name: '语言' }).click();
  await page.getByTitle('English', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Graph' }).click();
  await expect(page.locator('.trace-amount').nth(3)).toBeVisible();
  const covered = await page.locator('.trace-picture').evaluate((picture) => {
    const boxOf = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    };
    const names = [...picture.querySelectorAll('.trace-name > span')];
    return [...picture.querySelectorAll('.trace-amount')].flatMap((amount) => {
      const a = amount.getBoundingClientRect();
      return names
        .filter((name) => {
          const b = boxOf(name);
          return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        })
        .map((name) => `${amount.textContent} ${name.textContent}`);
    });
  });
  expect(covered).toEqual([]);
});

test('in forced colours the chosen method of a trace, and the chosen mask of an exported chart, stand out', async ({
  app: page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await withParty(page, '澄溪百朗药业有限公司');
  await page.emulateMedia({ forcedColors: 'active' });
  const ground = (element: Element) => getComputedStyle(element).backgroundColor;
  await page.getByRole('application').focus();
  await page.keyboard.press('Alt+t');
  const method = dialog(page).locator('.trace-methods .ant-radio');
  await expect(method.first()).toBeVisible();
  expect(await method.nth(0).evaluate(ground)).not.toBe(await method.nth(1).evaluate(ground));
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: /^导出/ }).click();
  const masks = page.getByRole('dialog').locator('.ant-radio-button-wrapper');
  await expect(masks.first()).toBeVisible();
  const grounds = await masks.evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor));
  expect(new Set(grounds).size).toBeGreaterThan(1);
});
