import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

/** Where everybody stands, as the minimap draws it. */
const places = (page: Page): Promise<string[]> =>
  page
    .getByRole('img', { name: '缩略图' })
    .locator('circle')
    .evaluateAll((dots) =>
      dots.map((dot) => `${Number(dot.getAttribute('cx')).toFixed(1)} ${Number(dot.getAttribute('cy')).toFixed(1)}`),
    );

async function settled(page: Page): Promise<string[]> {
  let before: string[] = [];
  await expect
    .poll(async () => {
      const now = await places(page);
      const isStill = now.length > 1 && JSON.stringify(now) === JSON.stringify(before);
      before = now;
      return isStill;
    })
    .toBe(true);
  return before;
}

test('every layout places the chart anew as one step that is taken back', async ({ app: page }) => {
  await openSample(page);
  await rail(page, '关系图');
  const start = await settled(page);
  expect(start.length).toBeGreaterThan(10);

  const choose = async (name: string) => {
    const item = page.getByRole('menuitem', { name });
    await expect(async () => {
      if (!(await item.isVisible())) await page.getByRole('button', { name: '布局', exact: true }).click();
      // a menu that is still sliding open takes no click: it closes when it took one
      await item.click({ timeout: 3_000 });
      await expect(item).toBeHidden({ timeout: 3_000 });
    }).toPass();
  };
  const undo = page.getByRole('button', { name: '撤销：布局' });
  const seen = new Set([JSON.stringify(start)]);
  for (const name of ['力导', '同心', '机构分组', '时间列', '圆形']) {
    await choose(name);
    await expect.poll(async () => JSON.stringify(await places(page)) !== JSON.stringify(start)).toBe(true);
    const now = JSON.stringify(await settled(page));
    expect(seen.has(now)).toBe(false);
    seen.add(now);
    await undo.click();
    await expect.poll(() => places(page)).toEqual(start);
  }
  // by hand: a step as well, but nobody moves
  await choose('手动');
  await expect(undo).toBeEnabled();
  expect(await settled(page)).toEqual(start);
  await undo.click();

  // the same from the menu of the blank, by keyboard
  await page.getByRole('application').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  const circle = page.getByRole('menuitem', { name: '圆形' });
  // the menu slides to where it fits
  await expect(async () => {
    await page.getByRole('menuitem', { name: '布局' }).hover();
    await expect(circle).toBeVisible({ timeout: 1000 });
  }).toPass();
  await circle.click();
  await expect(undo).toBeEnabled();
});
