import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

const detail = (app: Page) => app.getByRole('complementary', { name: '疑点详情' });
const grid = (app: Page) => app.getByRole('grid', { name: '疑点清单' });

async function openFindings(app: Page): Promise<void> {
  await openSample(app);
  await rail(app, '疑点');
  await expect(detail(app).getByRole('heading', { level: 1 })).toBeVisible();
}

test('by keyboard: a finding is assigned until a day, ruled out with silence, undone, and silence is seen and ended', async ({
  app,
}) => {
  await openFindings(app);
  const dialog = app.getByRole('dialog');
  await app.keyboard.press('a');
  await dialog.getByRole('combobox', { name: '承办人' }).fill('周某');
  await dialog.getByRole('textbox', { name: '期限' }).fill('2099-12-31');
  await app.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(detail(app).getByRole('button', { name: /^周某/ })).toBeVisible();
  await expect(detail(app)).toContainText('指派给 周某，期限 2099-12-31');

  await app.keyboard.press('4');
  await dialog.getByRole('checkbox', { name: '以后同主体同模型不再提示' }).check();

  await dialog.getByRole('button', { name: '排除' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(app.getByRole('tab', { name: '待复核 1' })).toBeVisible();

  await app.keyboard.press('Control+z');
  await expect(app.getByRole('tab', { name: /^待复核/ })).toHaveCount(0);
  await expect(detail(app)).toContainText('撤销处置');

  await app.keyboard.press('4');
  await dialog.getByRole('checkbox', { name: '以后同主体同模型不再提示' }).check();
  await dialog.getByRole('button', { name: '排除' }).click();
  await expect(dialog).toHaveCount(0);
  await app.getByRole('tab', { name: /^模型/ }).click();
  await app.getByRole('button', { name: '不再提示 1' }).click();
  await dialog.getByRole('button', { name: '恢复提示' }).click();
  await app.getByRole('textbox', { name: '为什么恢复' }).fill('新线索');
  await app.getByRole('dialog', { name: '恢复提示' }).getByRole('button', { name: '恢复提示' }).click();
  await expect(app.getByText('已恢复提示：新线索')).toBeVisible();
});

test('one matter with many hits is one head; a filter is saved and used again; a run says what it changed', async ({
  app,
}) => {
  await openFindings(app);
  await app.getByText('按疑点组').click();
  await expect(
    grid(app)
      .getByText(/\d 项 · \d 个模型/)
      .first(),
  ).toBeVisible();

  await app.getByRole('button', { name: '保存的筛选' }).click();
  await app.getByRole('tab', { name: /^高风险/ }).click();
  await app.getByRole('button', { name: '保存的筛选' }).click();
  await app.getByRole('textbox', { name: '名称' }).fill('先看这些');
  await app.getByRole('button', { name: '保存当前筛选' }).click();
  await expect(app.getByRole('button', { name: '先看这些', exact: true })).toBeVisible();
  await app.keyboard.press('Escape');
  await app.getByRole('tab', { name: /^全部/ }).click();
  await app.getByRole('button', { name: '保存的筛选' }).click();
  await app.getByRole('button', { name: '先看这些', exact: true }).click();
  await expect(app.getByRole('tab', { name: /^高风险/ })).toHaveAttribute('aria-selected', 'true');

  await app.getByRole('tab', { name: /^模型/ }).click();
  await app.getByRole('button', { name: '历次运行' }).click();
  await app
    .getByRole('dialog')
    .getByRole('button', { name: /^看第 1 次运行新增/ })
    .click();
  await expect(app.getByRole('button', { name: '去掉条件：第 1 次运行新增' })).toBeVisible();
});

test('whoever decided sees that another person has to review, and the other person agrees under a name of their own', async ({
  app,
}) => {
  await openFindings(app);
  await detail(app).getByRole('textbox', { name: '反证与合理解释' }).fill('未发现');
  await detail(app).getByRole('button', { name: '属实 3' }).click();
  await app.getByRole('dialog').getByRole('textbox', { name: '说明' }).fill('流水与账册相符');
  await app.keyboard.press('Control+Enter');
  await expect(detail(app)).toContainText('请另一人以自己的姓名打开案件后复核');
  await expect(detail(app).getByRole('button', { name: '同意', exact: true })).toHaveCount(0);

  await rail(app, '设置');
  await app.getByRole('textbox', { name: '承办人姓名' }).fill('郑某');
  await app.keyboard.press('Enter');
  await app.keyboard.press('Control+L');
  await app.getByRole('button', { name: '打开其他案件' }).click();
  await openSample(app);
  await rail(app, '疑点');
  await app.getByRole('tab', { name: '待复核 1' }).click();
  await detail(app).getByRole('button', { name: '同意', exact: true }).click();
  await expect(app.getByText(/已复核 .*同意/)).toBeVisible();
  await expect(app.getByRole('tab', { name: '待复核 0' })).toBeVisible();
});

test('a threshold that is moved says at once what it would change, and is taken with its reason', async ({ app }) => {
  await app.setViewportSize({ width: 1366, height: 768 });
  await openFindings(app);
  // on a narrow window too the last tab is seen, and how the list is grouped stands beside it
  await expect(app.getByRole('tab', { name: /^模型/ })).toBeInViewport({ ratio: 1 });
  await expect(app.getByRole('combobox', { name: '分组方式' })).toBeVisible();
  await app.getByRole('tab', { name: /^模型/ }).click();
  await app.getByRole('grid', { name: '预警模型' }).getByText('学术费用无对应会议').click();
  await app.getByRole('slider', { name: '单笔起点' }).focus();
  await app.keyboard.press('End');
  // both the slider that is moved and the count it gives are in sight
  await expect(app.getByText(/按此阈值命中/)).toBeInViewport();
  await expect(app.getByRole('slider', { name: '单笔起点' })).toBeInViewport();
  await expect(app.getByText(/试算，未保存/)).toBeVisible();
  await app.getByText(/^会减少/).click();
  await app.getByRole('textbox', { name: '改动理由' }).fill('试算后提高');
  await app.getByRole('button', { name: '按此运行' }).click();
  await expect(app.getByRole('button', { name: '按此运行' })).toHaveCount(0);
  await app.getByRole('button', { name: '历次运行' }).click();
  await expect(app.getByRole('dialog')).toContainText('阈值改动');
  await app.keyboard.press('Escape');
  await rail(app, '审计日志');
  await expect(
    app.getByText(/“学术费用无对应会议” 的“单笔起点”由 1,000 改为 1,000,000：试算后提高/).first(),
  ).toBeVisible();
});
