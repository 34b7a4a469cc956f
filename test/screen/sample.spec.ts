import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test('the sample case opens in one click, and what it says of itself agrees with what was imported', async ({
  app,
}) => {
  test.setTimeout(120_000);
  await openSample(app);
  await expect(app.getByRole('banner')).toContainText('示例');

  await app.getByRole('button', { name: '对照答案' }).click();
  const answer = app.getByRole('tooltip');
  await expect(answer).toContainText('文件行数');
  const [read, imported, rejected, duplicate, skipped] = await Promise.all(
    ['文件行数', '导入', '不导入', '重复', '略过'].map(async (name) => {
      const text = await answer
        .locator('dt', { hasText: new RegExp(`^${name}$`) })
        .locator('xpath=following-sibling::dd')
        .first()
        .innerText();
      return Number(text.replaceAll(',', ''));
    }),
  );
  expect(read).toBe((imported ?? 0) + (rejected ?? 0) + (duplicate ?? 0) + (skipped ?? 0));
  await app.keyboard.press('Escape');

  await rail(app, '数据导入');
  await expect(app.getByRole('contentinfo')).toContainText(`${(imported ?? 0).toLocaleString('en-US')} 行`);
  await app.getByRole('button', { name: '4 推广费无会议' }).click();
  await expect(app.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '疑点' })).toHaveAttribute(
    'aria-current',
    'page',
  );

  // idle or locked, the sample needs no passphrase: it is published
  await app.keyboard.press('Control+L');
  await app.getByRole('button', { name: '解锁' }).click();
  await expect(app.getByRole('region', { name: '示例任务' })).toBeVisible({ timeout: 30_000 });
});
