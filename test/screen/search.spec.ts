import { expect, test } from './app.ts';
import { openSample } from './steps.ts';

test.use({ prepared: 'sample', viewport: { width: 1366, height: 768 } });

test('the list under the box says why each fits, and its way to all results is in view', async ({ app }) => {
  await openSample(app);
  await app.keyboard.press('Control+K');
  await app.keyboard.type('骨科');
  const list = app.getByRole('listbox', { name: '搜索结果' });
  await expect(list.getByRole('option').first()).toContainText('骨科', { timeout: 15_000 });
  await expect(list.getByRole('option').first().locator('mark')).toHaveText('骨科');
  await expect(list.getByRole('group').first()).toHaveAccessibleName('主体');
  await expect(app.getByText(/单元格：已查遍/)).toBeVisible({ timeout: 15_000 });
  await expect(app.getByRole('button', { name: '全部结果 Alt Enter' })).toBeInViewport({ ratio: 1 });
});

test('all results are walked by keyboard, kind by kind to the last one, and a cell opens in its sheet', async ({
  app,
}) => {
  await openSample(app);
  await app.keyboard.press('Control+K');
  await app.keyboard.type('骨科');
  await app.keyboard.press('Alt+Enter');
  const parties = app.getByRole('grid', { name: '主体' });
  await expect(parties).toBeFocused({ timeout: 15_000 });
  await expect(parties.locator('mark').first()).toHaveText('骨科');
  await app.keyboard.press('End');
  const total = Number(await parties.getAttribute('aria-rowcount'));
  await expect(parties.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', String(total));

  await app.getByRole('tab', { name: /^单元格/ }).click();
  const cells = app.getByRole('grid', { name: '单元格' });
  const all = app.getByText(/已查遍 [\d,]+ 行，找到 [\d,]+ 行/);
  await expect(all).toBeVisible({ timeout: 15_000 });
  const found = Number(/找到 ([\d,]+) 行/.exec((await all.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  // with the line of heads
  const rows = String(found + 1);
  await expect(cells).toHaveAttribute('aria-rowcount', rows);
  await cells.focus();
  await app.keyboard.press('End');
  const last = cells.getByRole('row').last();
  await expect(last).toHaveAttribute('aria-rowindex', rows);
  await expect(last.locator('mark').first()).toHaveText('骨科', { timeout: 15_000 });
  await last.click();
  await expect(cells.getByRole('row', { selected: true }).locator('mark').first()).toHaveText('骨科', {
    timeout: 15_000,
  });
  await app.keyboard.press('Enter');
  await expect(app.locator('.sheet-cell.marked, .sheet-row.cited').first()).toBeVisible({ timeout: 15_000 });
  await app.keyboard.press('Alt+ArrowLeft');
  await expect(cells).toBeVisible();
});
