import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

test('boards put prices, prescribers, representatives, bidders and promotion fees side by side, and each line opens its rows', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '疑点');
  await app.getByRole('tab', { name: '比较' }).click();
  const detail = app.getByRole('complementary', { name: '这一行' });
  for (const board of ['企业逐层资金', '采购价比较', '医生与科室', '推广费六查', '医药代表登记', '投标人比较']) {
    await app.getByText(board, { exact: true }).first().click();
    await expect(app.getByRole('grid', { name: board })).toBeVisible();
    await expect(detail.getByRole('heading', { name: board })).toBeVisible();
    await expect(detail.locator('button.src').first()).toBeVisible();
    // a figure that lost its first digits would be another figure
    const cut = await app
      .getByRole('grid', { name: board })
      .locator('.grid-cell.end > *')
      .evaluateAll((figures) =>
        figures
          .filter((figure) => figure.getBoundingClientRect().left < figure.parentElement!.getBoundingClientRect().left)
          .map(({ textContent }) => textContent),
      );
    expect(cut, board).toEqual([]);
  }
  const { violations } = await new AxeBuilder({ page: app }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await app.getByRole('textbox', { name: '在比较中筛选' }).fill('骨科');
  await expect(app.getByText(/全部 \d+ 行/)).toBeVisible();
  await app.getByRole('textbox', { name: '在比较中筛选' }).fill('');
  await app.getByText('推广费六查', { exact: true }).first().click();
  await detail.locator('button.src').first().click();
  await expect(app.locator('.sheet-cell.marked, .sheet-row.cited').first()).toBeVisible();
});
