import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

test('where money came to rest is listed with what was measured, leads to chart and rows, and sorts the table', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '关系图');
  await expect(app.getByText(/^\d+ \/ [\d,]+ 个主体|个主体/).first()).toBeVisible();
  await app.keyboard.press('Alt+M');
  const panel = app.getByRole('region', { name: '网络指标' });
  await panel.getByRole('button', { name: '计算', exact: true }).click();
  const list = panel.getByRole('list', { name: '净流入' });
  await expect(list.getByRole('listitem').nth(10)).toBeVisible();
  await expect(panel.getByText(/个主体，.*对有往来/)).toBeVisible();
  await expect(panel.getByText('介数、接近度逐一计算')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: app }).include('.metrics-panel').setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  const first = list.getByRole('listitem').first();
  const name = (await first.getByRole('button').first().innerText()).trim();
  await first.getByRole('button').first().click();
  await expect(app.getByRole('complementary').getByText(name).first()).toBeVisible();

  await panel.getByRole('combobox', { name: '列出哪一项指标' }).click();
  await app.getByTitle('介数', { exact: true }).click();
  await expect(panel.getByText(/像中间人/)).toBeVisible();
  await panel.getByText('图上', { exact: true }).click();
  await panel.getByRole('button', { name: '重新计算' }).click();

  await app.keyboard.press('Control+2');
  const table = app.getByRole('grid', { name: '表' });
  await table.getByRole('button', { name: '介数' }).click();
  await expect(table.getByRole('button', { name: '介数' })).toHaveAttribute('aria-pressed', 'true');
  const column = await table.getByRole('columnheader').allInnerTexts();
  const place = column.findIndex((text) => text.includes('介数'));
  const shown = async (n: number) =>
    Number(await table.getByRole('row').nth(n).getByRole('gridcell').nth(place).innerText());
  await expect.poll(async () => (await shown(1)) > (await shown(5))).toBe(true);

  await app.keyboard.press('Control+1');
  await panel.getByRole('button', { name: `${name}的档案与明细` }).click();
  await expect(app.getByRole('heading', { name, level: 1 })).toBeVisible();
});
