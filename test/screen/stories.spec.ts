/*
 * The four stories that the chart has to tell, on the sample that opens in one click, by what a person does there. What must come out is what the
 * generator of the sample says of it in the guided task.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../build/tools.mjs';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

const { guide } = JSON.parse(readFileSync(join(root, 'dist/sample/files/truth.json'), 'utf8')) as {
  guide: Array<{ answer: Record<string, string | number | readonly string[]> }>;
};
const known = guide[5]!.answer;
/** Names along a way of money. */
const way = (name: string): readonly string[] => known[name] as readonly string[];

const canvas = (page: Page) => page.getByRole('application', { name: /关系图/ });
const inspector = (page: Page) => page.getByRole('complementary', { name: '检查器' });
const trace = (page: Page) => page.getByRole('region', { name: '资金追踪' });
const facts = (page: Page) => page.getByRole('complementary', { name: '未追到' });

/** fen as the chart writes them: 132.54万元. */
const inWan = (fen: unknown): string => `${(Math.round(Number(fen) / 10_000) / 100).toFixed(2)}万元`;
/** The digits of a name that a spreadsheet may write with other brackets. */
const bare = (name: string): RegExp => new RegExp(name.replaceAll(/[（）()]/g, '[（）()]'));

async function openChart(page: Page): Promise<void> {
  await openSample(page);
  await rail(page, '关系图');
  await expect(page.getByRole('img', { name: '缩略图' }).locator('circle').nth(5)).toBeAttached();
}

/** Puts a party on the chart by its name; it is selected then. */
async function put(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: '搜索并加入主体' });
  await field.focus();
  await page.keyboard.insertText(name);
  await expect(page.locator('.ant-select-item-option-active')).toContainText(bare(name));
  await page.keyboard.press('Enter');
  await expect(inspector(page)).toContainText(bare(name));
}

test('by mouse: promotion money goes from the maker through promotion firms to doctors, and what nothing explains is told beside it', async ({
  app: page,
}) => {
  const [maker = '', firm = '', chief = ''] = way('path');
  await openSample(page);
  await page.getByRole('button', { name: '6 展开资金' }).click();
  await expect(inspector(page)).toContainText(maker);
  await page.getByRole('button', { name: '分析' }).click();
  await page
    .getByRole('menuitem', { name: /向下追溯资金|资金追踪/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: '资金追踪' });
  await dialog.getByRole('button', { name: '开始追踪' }).click();

  // layers that add up, with what was not traced in each
  await expect(trace(page)).toContainText('第 2 层', { timeout: 60_000 });
  await expect(trace(page).getByText('未追到').first()).toBeVisible();
  await expect(facts(page)).toContainText('分毫不差');
  await expect(facts(page)).toContainText(/推广服务商\s*3/);
  await expect(facts(page)).toContainText(/医生\s*\d+/);
  const hops = page.getByRole('grid', { name: '各跳明细' });
  await trace(page)
    .getByRole('button', { name: firm.slice(0, 6) })
    .first()
    .click();
  await expect(hops.getByRole('row').filter({ hasText: maker })).toContainText(inWan(known.makerToPromotionFen));
  await hops.getByRole('row').filter({ hasText: chief }).click();
  await expect(
    facts(page)
      .getByRole('button', { name: /第 \d+ 行/ })
      .first(),
  ).toBeVisible();

  // put on the chart, and the remainder by the rules on the board of layers
  await page.getByRole('button', { name: '放到关系图' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(/选中 \d+ 个主体/);
  await rail(page, '疑点');
  await page.getByRole('tab', { name: '比较' }).click();
  await page.getByText('企业逐层资金', { exact: true }).first().click();
  const board = page.getByRole('grid', { name: '企业逐层资金' });
  await board.getByRole('row').filter({ hasText: maker }).click();
  const line = page.getByRole('complementary', { name: '这一行' });
  await expect(line).toContainText('剩余未解释');
  await expect(line.locator('button.src').first()).toBeVisible();
});

test('by mouse: the head of equipment and the companies that pay him stand on the chart with what each paid', async ({
  app: page,
}) => {
  const head = String(known.equipmentHead);
  await openChart(page);
  await put(page, head);
  const line = inspector(page).getByRole('row').filter({ hasText: '← 付款' });
  await expect(line.first()).toBeVisible();
  const dialog = page.getByRole('dialog');
  const byKind = async () => {
    await page.getByRole('button', { name: '展开', exact: true }).click();
    await page.getByRole('menuitem', { name: '按类型…' }).click();
  };
  const companies = dialog.getByRole('row').filter({ hasText: '配送商' }).filter({ hasText: '← 付款' });
  await byKind();
  await expect(companies).toContainText(`/ ${known.companies}`);
  await expect(companies).toContainText(inWan(known.companiesPaidFen));
  await dialog.getByRole('checkbox', { name: '关系与对方类型' }).uncheck();
  await companies.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: /^加入 [1-9]\d* 个$/ }).click();
  await expect(dialog).toHaveCount(0);

  // all of them are there now
  await byKind();
  await expect(companies).toContainText(`${known.companies} / ${known.companies}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^撤销：展开/ })).toBeEnabled();
});

test('by keyboard: what a sponsor paid for a meeting is seen divided inside the society, each share down to its row', async ({
  app: page,
}) => {
  await openChart(page);
  await put(page, String(known.society));
  await canvas(page).focus();
  await page.keyboard.press('Alt+t');
  await expect(page.getByRole('dialog', { name: '资金追踪' })).toContainText(String(known.society));
  await page.keyboard.press('Enter');
  await expect(trace(page)).toContainText('第 1 层', { timeout: 60_000 });
  await expect(facts(page)).toContainText('分毫不差');
  const hops = page.getByRole('grid', { name: '各跳明细' });
  const people = /第 1 层 · (\d+) 个主体/.exec(await trace(page).innerText())?.[1];
  expect(Number(people)).toBeGreaterThanOrEqual(Number(known.dividedAmong));
  await hops.focus();
  await page.keyboard.press('ArrowDown');
  await expect(hops.locator('[aria-selected="true"]')).toContainText(String(known.society));
  const source = facts(page)
    .getByRole('button', { name: /第 \d+ 行/ })
    .first();
  await source.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: /原样/ }).locator('.marked').first()).toBeVisible();
});

test('by keyboard: money that a dealer pays for promotion is found to come back to it, in the order of its days', async ({
  app: page,
}) => {
  const circle = way('roundTrip');
  await openChart(page);
  await put(page, circle[0]!);
  await canvas(page).focus();
  await page.keyboard.press('Alt+Y');
  const found = page.getByRole('dialog', { name: '回流（环）' });
  const line = found.locator('.path-line').first();
  await expect(found.getByRole('status')).toContainText('1 个环');
  for (const name of circle) await expect(line).toContainText(bare(name));
  await expect(line).toContainText(`付出 ${inWan(known.leftFen)}，回到 ${inWan(known.cameBackFen)}`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: '图层' })).toContainText('回流');
  const days = await found.locator('.route-hops .mono').allInnerTexts();
  expect(days).toHaveLength(circle.length - 1);
  expect(days).toEqual(days.toSorted());

  // another picture is not faded by a way that is not on it
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '6 展开资金' }).click();
  await expect(inspector(page)).toContainText(String(way('path')[0]));
  await expect(page.getByRole('group', { name: '图层' })).toBeHidden();
});
