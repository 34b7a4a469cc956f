import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

for (const lang of ['中文', 'English'] as const) {
  test(`the tools of the chart stand in one line beside open panes, none is cut off and all are within reach: ${lang}`, async ({
    app,
  }) => {
    await openSample(app);
    await rail(app, '关系图');
    await app
      .getByRole('button', { name: '展开筛选' })
      .or(app.getByRole('button', { name: '收起筛选' }))
      .waitFor();
    const isZh = lang === '中文';
    if (!isZh) {
      await rail(app, '设置');
      await app.getByRole('combobox', { name: '语言' }).click();
      await app.getByTitle('English', { exact: true }).click();
      await app.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Graph' }).click();
    }
    const tool = app.locator('.tool').filter({ has: app.getByText(isZh ? '图' : 'Graph', { exact: true }) });
    const open = app.getByRole('button', { name: isZh ? '展开筛选' : 'Open filters' });
    for (const [width, height] of [
      [1440, 900],
      [1280, 720],
      [1366, 768],
      [1024, 720],
      [1440, 900],
    ] as const) {
      await app.setViewportSize({ width, height });
      if (await open.isVisible()) await open.click();
      await expect
        .poll(() => tool.evaluate((line) => [line.scrollWidth - line.clientWidth, line.getBoundingClientRect().height]))
        .toEqual([0, 36]);
    }
    // the smallest window: what found no room is in the last menu
    await app.setViewportSize({ width: 1024, height: 720 });
    const more = app.getByRole('button', { name: isZh ? '更多' : 'More', exact: true });
    await more.focus();
    await app.keyboard.press('Enter');
    await app.getByRole('menuitem', { name: isZh ? '保存' : 'Keep' }).hover();
    await app.getByRole('menuitem', { name: isZh ? /^保存视图/ : /^Save view/ }).click();
    await expect(app.getByRole('dialog')).toBeVisible();
  });
}
