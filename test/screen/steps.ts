import { expect, type Page } from '@playwright/test';

export const passphrase = 'a long passphrase for the screen';

/** Makes a case on the start screen and declines the recovery sheet for now. */
export async function createCase(page: Page, title = '屏幕测试案'): Promise<void> {
  await page.getByRole('textbox', { name: '案件名称' }).fill(title);
  await page.getByRole('textbox', { name: '承办人' }).fill('周某');
  await page.getByRole('textbox', { name: '口令', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: '口令 再输一次' }).fill(passphrase);
  await page.getByRole('checkbox', { name: '我已知道口令无法找回' }).check();
  await page.getByRole('button', { name: '新建并打开' }).click();
  await page.getByRole('button', { name: '以后在设置中写出' }).click();
}

/** Opens the case that was prepared for the test (`test.use({ prepared: 'case' })`). */
export async function openCase(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '案件口令' }).fill(passphrase);
  await page.getByRole('button', { name: '解锁并打开' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

/** Opens the sample case, which is made now unless it was prepared for the test (`test.use({ prepared: 'sample' })`). */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例' }).click();
  await expect(page.getByRole('region', { name: '示例任务' })).toBeVisible({ timeout: 90_000 });
}

/** A bank statement with one good payment, an amount that is none, a date that does not exist, and a total. */
export const statement = [
  '交易日期,交易时间,借贷标志,交易金额,账户余额,对手户名,对手账号,摘要',
  '2025-03-01,09:10:11,借,"20,000.00","100,000.00",张某某,9999990000000003,学术推广费',
  '2025-03-02,10:00:00,借,贰万?,"80,000.00",李某,9999990000000011,学术推广费',
  '2025-02-30,10:00:00,借,"1,000.00","79,000.00",王某,9999990000000029,讲课费',
  '2025-03-05,11:30:00,贷,"5,000.00","84,000.00",赵某,9999990000000037,退款',
  '合计,,,"26,000.00",,,,',
].join('\r\n');

/** Goes to the import, chooses one CSV file with these lines, and goes on to how it is read. */
export async function chooseCsv(page: Page, name: string, text: string): Promise<void> {
  await rail(page, '数据导入');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`, 'utf8') });
  await next(page, '下一步：读取方式');
}

export const rail = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: place }).click();

/** The next step of the wizard, by its key. */
export async function next(page: Page, step: string): Promise<void> {
  await expect(page.getByRole('button', { name: step })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
}

/** Chooses an item of a submenu by mouse. One that is still sliding open can slip from under the pointer, and closes then. */
export async function chooseWithin(page: Page, menu: string, item: string): Promise<void> {
  await expect(async () => {
    await page.getByRole('menuitem', { name: menu }).hover();
    await page.getByRole('menuitem', { name: item }).click({ timeout: 3_000 });
  }).toPass();
}
