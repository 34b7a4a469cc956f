import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

/** The sample case on its pairs, as a person reaches them. */
async function openPairs(app: Page): Promise<void> {
  await openSample(app);
  await rail(app, '数据导入');
  await app.getByRole('button', { name: '主体核对' }).click();
  await expect(pairs(app)).toContainText(/[1-9]/, { timeout: 30_000 });
  await expect(grid(app)).toBeFocused();
}

const grid = (app: Page) => app.getByRole('grid', { name: '待认定的主体对' });
const side = (app: Page) => app.getByRole('complementary', { name: '两个主体对照' });
const pairs = (app: Page) => app.getByRole('tab', { name: /疑似同一/ });
const countOf = async (app: Page) => Number(/\d+/.exec(await pairs(app).innerText())?.[0]);

test('pairs are decided, taken back and opened at their cell by keys alone', async ({ app }) => {
  await openPairs(app);
  const before = await countOf(app);
  expect(before).toBeGreaterThan(3);
  await expect(side(app)).toContainText('账号相同');

  await app.keyboard.press('n');
  await expect(pairs(app)).toContainText(String(before - 1));
  await app.keyboard.press('h');
  await expect(app.getByRole('tab', { name: '存疑 1' })).toBeVisible();
  await app.keyboard.press('y');
  await expect(app.getByRole('tab', { name: '认定记录 3' })).toBeVisible({ timeout: 20_000 });
  await app.keyboard.press('Control+z');
  await app.keyboard.press('Control+z');
  await app.keyboard.press('Control+z');
  await expect(pairs(app)).toContainText(String(before), { timeout: 20_000 });
  await expect(app.getByRole('tab', { name: '存疑 0' })).toBeVisible();

  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('o');
  await expect(app.getByRole('grid', { name: /原样/ }).locator('.marked')).toBeInViewport();
});

test('no pair is passed over while others are decided, and the keys still work when none is left', async ({ app }) => {
  await openPairs(app);
  const before = await countOf(app);
  const rows = grid(app).getByRole('row');
  for (let left = before; left > 1; left--) {
    // the list is read anew after each decision: the one decided last is gone from it
    await expect(rows).toHaveCount(left + 1);
    const following = await rows.nth(2).innerText();
    await app.keyboard.press('n');
    await expect(pairs(app)).toHaveText(`疑似同一 ${left - 1}`);
    await expect(grid(app).locator('[aria-selected="true"]')).toHaveText(following, { useInnerText: true });
  }
  await app.keyboard.press('n');
  await expect(app.getByText('没有待认定的主体对')).toBeVisible();
  expect(await app.evaluate(() => document.activeElement === document.body)).toBe(false);
  await app.keyboard.press('Control+z');
  await expect(pairs(app)).toHaveText('疑似同一 1');
  await expect(grid(app)).toBeFocused();
});

test('a whole class is decided with its ground, listed as one decision, and taken back as one', async ({ app }) => {
  await openPairs(app);
  const before = await countOf(app);
  await app.getByRole('button', { name: '整批认定' }).click();
  await app.getByRole('menuitem', { name: '不同' }).click();
  const dialog = app.getByRole('dialog');
  await expect(dialog).toContainText(`${before} 对`);
  await dialog.getByRole('textbox', { name: '依据' }).fill('逐对核过');
  await dialog.getByRole('button', { name: `认定 ${before} 对` }).click();
  await expect(app.getByRole('tab', { name: '疑似同一 0' })).toBeVisible();
  await app.getByRole('tab', { name: '认定记录 1' }).click();
  await expect(app.getByRole('gridcell', { name: '逐对核过' })).toBeVisible();
  await app.getByRole('button', { name: '撤回' }).click();
  await expect(app.getByRole('tab', { name: `疑似同一 ${before}` })).toBeVisible();
});

test('a whole class that was decided is what is taken back first by key, before single pairs', async ({ app }) => {
  await openPairs(app);
  const before = await countOf(app);
  await app.keyboard.press('n');
  await expect(pairs(app)).toHaveText(`疑似同一 ${before - 1}`);
  await app.getByRole('button', { name: '整批认定' }).click();
  await app.getByRole('menuitem', { name: '存疑' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '依据' }).fill('待查');
  await dialog.getByRole('button', { name: `认定 ${before - 1} 对` }).click();
  await expect(pairs(app)).toHaveText('疑似同一 0');
  await app.keyboard.press('Control+z');
  await expect(pairs(app)).toHaveText(`疑似同一 ${before - 1}`, { timeout: 20_000 });
  await app.keyboard.press('Control+z');
  await expect(pairs(app)).toHaveText(`疑似同一 ${before}`, { timeout: 20_000 });
});

test('parties under one account open their dossier, where they can be merged by hand', async ({ app }) => {
  await openPairs(app);
  await app.getByRole('tab', { name: /一号多名/ }).click();
  await app.getByRole('complementary').getByRole('button').first().click();
  await app.getByRole('button', { name: '合并…' }).click();
  await expect(app.getByRole('dialog').getByRole('button', { name: '合并' })).toBeDisabled();
});

for (const look of [
  { name: 'light zh', dark: false, width: 1440, height: 900 },
  { name: 'dark zh', dark: true, width: 1366, height: 768 },
] as const)
  test(`the pairs and the clashes pass the accessibility check, ${look.name}`, async ({ app }) => {
    await app.setViewportSize({ width: look.width, height: look.height });
    await app.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await openPairs(app);
    for (const tab of [/疑似同一/, /一号多名/, /同名异号/, /认定记录/]) {
      await app.getByRole('tab', { name: tab }).click();
      const { violations } = await new AxeBuilder({ page: app }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
