import type { Page } from '@playwright/test';
import type { Core } from 'cytoscape';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

const panel = (page: Page, name: string) => page.getByRole('dialog', { name });
const canvas = (page: Page) => page.getByRole('application', { name: /关系图/ });

/** Layers carry the beginning of a name. */
const short = (name = '') => name.slice(0, 8);

async function openChart(page: Page): Promise<void> {
  await openSample(page);
  await rail(page, '关系图');
  await expect(page.getByRole('img', { name: '缩略图' }).locator('circle').nth(5)).toBeAttached();
}

test('a round trip is told by keyboard: the circle is found, drawn as a layer, taken back, and its rows open their cell', async ({
  app: page,
}) => {
  await openChart(page);
  await canvas(page).focus();
  await page.keyboard.press('Alt+Y');
  const circles = panel(page, '回流（环）');
  const line = circles.locator('.path-line').first();
  await expect(line).toBeVisible();
  await expect(circles.getByRole('status')).toContainText('个环');
  const names = (await line.locator('span').first().innerText()).split(' → ');
  expect(names.length).toBeGreaterThanOrEqual(3);
  expect(names.at(-1)).toBe(names[0]);
  await page.keyboard.press('ArrowDown');
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
  const layers = page.getByRole('group', { name: '图层' });
  await expect(layers).toContainText(`回流 ${short(names[0])}`);
  await expect(page.getByRole('button', { name: '撤销：画出回流' })).toBeEnabled();
  await expect(circles.getByText('第 1 轮')).toBeVisible();
  // nobody whom it brought stands on somebody else
  const places = await canvas(page).evaluate((box) =>
    (box as unknown as { _cyreg: { cy: Core } })._cyreg.cy
      .nodes(':visible:childless')
      .map((node) => `${node.position().x} ${node.position().y}`),
  );
  expect(new Set(places).size).toBe(places.length);

  // the days of a round never run backwards
  const days = await circles.locator('.route-hops > div').first().locator('.mono').allInnerTexts();
  expect(days).toEqual(days.toSorted());
  await page.keyboard.press('Control+z');
  await expect(layers).toBeHidden();
  await page.keyboard.press('Control+y');
  await expect(layers).toBeVisible();
  await circles.locator('.route-hops .src').first().click();
  await expect(page.getByRole('grid', { name: /原样/ }).locator('.marked').first()).toBeVisible();
});

test('a path is searched between two parties by name, hovered, fixed, and where there is none it is said what would help', async ({
  app: page,
}) => {
  await openChart(page);
  // two of a circle of money: there is a path along the money between them
  await canvas(page).focus();
  await page.keyboard.press('Alt+Y');
  const line = panel(page, '回流（环）').locator('.path-line').first();
  const [from = '', to = ''] = (await line.locator('span').first().innerText()).split(' → ');
  await page.keyboard.press('Escape');
  await expect(canvas(page)).toBeFocused();

  await page.getByRole('button', { name: '分析' }).click();
  await page.getByRole('menuitem', { name: /查找路径/ }).click();
  const paths = panel(page, '查找路径');
  const choose = async (label: string, name: string) => {
    await paths.getByRole('combobox', { name: label }).fill(name);
    await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
  };
  await choose('起点', from);
  await choose('终点', to);
  await paths.getByText('沿资金方向', { exact: true }).click();
  await paths.getByText('严格先后', { exact: true }).click();
  await paths.getByRole('button', { name: '查找', exact: true }).click();
  const first = paths.locator('.path-line').first();
  await expect(first).toContainText(from);
  await first.hover();
  await first.click();
  await expect(page.getByRole('group', { name: '图层' })).toContainText(`路径 ${short(from)}`);
  // every line of the way says how much went over it, however small it is beside the others
  const saidOnWay = () =>
    canvas(page).evaluate((box) =>
      (box as unknown as { _cyreg: { cy: Core } })._cyreg.cy.edges('.way').map((edge) => String(edge.data('label'))),
    );
  expect((await saidOnWay()).length).toBeGreaterThan(0);
  expect((await saidOnWay()).filter((label) => !/笔/.test(label))).toEqual([]);
  await expect(paths.locator('.route-hops li').first()).toContainText(/\d{4}-\d\d-\d\d/);
  await paths
    .getByRole('button', { name: /的明细$/ })
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: '检查器' })).toContainText('明细');

  await paths.getByRole('button', { name: '改条件' }).click();
  await paths.getByRole('spinbutton', { name: '每跳合计 ≥' }).fill('9999999999');
  await paths.getByRole('button', { name: '查找', exact: true }).click();
  await expect(paths.getByText('没有符合条件的路径')).toBeVisible();
  await paths.getByRole('button', { name: /去掉金额条件有 \d+/ }).click();
  await expect(paths.locator('.path-line').first()).toContainText(from);
});

test('the selected parties are connected, with their common counterparties', async ({ app: page }) => {
  await openChart(page);
  await canvas(page).focus();
  const add = async (dialog: ReturnType<typeof panel>, name: string) => {
    await dialog.getByRole('combobox', { name: '加入主体' }).fill(name);
    await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
  };
  await page.keyboard.press('Alt+N');
  const network = panel(page, '连接网络');
  await expect(network).toBeVisible();
  for (const each of ['澄溪瑞衡骨科器械', '澄溪市第一人民医院']) await add(network, each);
  await expect(network.getByRole('status')).toContainText('个主体');
  await network.getByRole('button', { name: '画到图上' }).click();
  await expect(page.getByRole('group', { name: '图层' })).toContainText('连接');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '分析' }).click();
  await page.getByRole('menuitem', { name: '共同对手' }).click();
  const common = panel(page, '共同对手');
  await expect(common).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(common).toBeHidden();
});

test('a layer of which a period leaves no line in sight fades nobody', async ({ app: page }) => {
  await openSample(page);
  await rail(page, '关系图');
  const chart = page.getByRole('application', { name: /关系图/ });
  await expect(chart).toBeVisible();
  await chart.focus();
  await page.keyboard.press('Alt+Y');
  const circles = page.getByRole('dialog', { name: '回流（环）' });
  await circles.locator('.path-line').first().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: '图层' }).getByRole('button').first()).toBeVisible();
  const faded = () =>
    chart.evaluate(
      (box) =>
        (box as unknown as { _cyreg: { cy: { $(what: string): { length: number } } } })._cyreg.cy.$('.faded').length,
    );
  await expect.poll(faded).toBeGreaterThan(0);
  // the first month has none of its payments
  await page.keyboard.press('Control+3');
  await page.keyboard.press('ArrowRight');
  await expect.poll(faded).toBe(0);
});
