import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

/** Chooses a format in the dialog, exports, and gives the name and bytes of what was written. */
async function exported(page: Page, format: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const dialog = page.getByRole('dialog', { name: '导出关系图' });
  await dialog.getByRole('radio', { name: format }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  await expect(dialog.getByRole('status')).toContainText('SHA-256');
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('the chart is exported as picture and as data, masked as chosen, and the journal has each', async ({
  app: page,
  context,
}) => {
  await openSample(page);
  await rail(page, '关系图');
  await expect(page.getByRole('application')).toHaveAttribute('aria-label', /[1-9]\d* 个实体/);
  await page.getByRole('application').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '导出关系图' }).click();
  const dialog = page.getByRole('dialog', { name: '导出关系图' });
  await expect(dialog).toContainText(/将写入 \d+ \/ 共 [\d,]+ 个主体/);

  const png = await exported(page, /PNG/);
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(900);

  const pdf = await exported(page, /^PDF$/);
  expect(pdf.bytes.subarray(0, 8).toString()).toBe('%PDF-1.4');

  const svg = await exported(page, /SVG/);
  const viewer = await context.newPage();
  await viewer.setContent(svg.bytes.toString('utf8').replace(/^<\?xml[^>]*>/, ''));
  await expect(viewer.locator('svg')).toContainText('本文件含');
  await expect(viewer.locator('svg')).toContainText('留痕末条');
  const box = await viewer.locator('svg').boundingBox();
  expect(box!.width).toBeGreaterThan(800);
  await viewer.close();

  await dialog.getByText('公开', { exact: true }).click();
  await dialog.getByRole('radio', { name: /GraphML/ }).check();
  await dialog.getByText('全案', { exact: true }).click();
  await expect(dialog).toContainText('将写入全案');
  const graphml = await exported(page, /GraphML/);
  expect(graphml.bytes.toString('utf8')).toContain('脱敏级别 公开');

  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await rail(page, '审计日志');
  await expect(page.getByText(/导出关系图 .*\.graphml/).first()).toBeVisible();
  await expect(page.getByText(/导出关系图 .*\.pdf/).first()).toBeVisible();
});
