import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

test('a view is saved, changed, compared, opened again, sent to the report, deleted and brought back', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '关系图');
  const status = app.getByRole('contentinfo');
  await expect(status).toContainText(/显示 24 \/ 共 1,998 实体.*视图未保存/);

  await app.keyboard.press('Control+S');
  await app.getByRole('textbox', { name: '名称' }).fill('推广费全貌');
  await app.keyboard.press('Enter');
  await expect(status).toContainText('视图“推广费全貌”已保存');

  // a change is told, and taking it back is none
  await app.getByRole('slider', { name: '时段' }).focus();
  await app.keyboard.press('ArrowRight');
  await expect(status).toContainText('视图“推广费全貌”有改动未保存');

  await app.keyboard.press('Control+Shift+S');
  const panel = app.getByRole('region', { name: '保存的视图' });
  await panel.getByRole('button', { name: '推广费全貌 更多操作' }).click();
  await app.getByRole('menuitem', { name: '与当前图比较' }).click();
  await expect(panel).toContainText('实体 +0 −0');
  await expect(panel).toContainText(/关系 \+0 −[1-9]/);
  // the chart goes on, and the differences with it
  await app.keyboard.press('Control+Z');
  await expect(panel).toContainText('没有差异');
  await app.keyboard.press('Control+Y');
  await expect(panel).toContainText(/关系 \+0 −[1-9]/);
  // of an emptied chart everybody is gone
  await app.getByRole('application', { name: /关系图/ }).focus();
  await app.keyboard.press('Control+A');
  await app.keyboard.press('Delete');
  await expect(panel).toContainText('实体 +0 −24');
  await app.keyboard.press('Control+Z');
  await expect(panel).toContainText('实体 +0 −0');
  await panel.getByRole('button', { name: '返回列表' }).click();

  await panel.getByRole('button', { name: /^推广费全貌 .*24 个主体/ }).click();
  await expect(status).toContainText(/308 \/ 6,273 笔.*视图“推广费全貌”已保存/);
  await app.keyboard.press('Control+Z');
  await expect(status).toContainText('筛选 1 项');
  await app.keyboard.press('Control+Y');
  await expect(status).toContainText(/308 \/ 6,273 笔/);

  await panel.getByRole('button', { name: '推广费全貌 更多操作' }).click();
  await app.getByRole('menuitem', { name: '列入报告' }).click();
  await expect(panel).toContainText('已列入报告');
  await rail(app, '报告封存');
  await expect(app.getByText('关系图视图')).toBeVisible();

  await rail(app, '关系图');
  await app.keyboard.press('Control+Shift+S');
  await expect(panel).toContainText('已列入报告');
  await panel.getByRole('button', { name: '推广费全貌 更多操作' }).click();
  await app.getByRole('menuitem', { name: '删除' }).click();
  await expect(panel).toContainText('还没有保存的视图');
  await panel.getByRole('checkbox', { name: '显示已删除' }).check();
  await panel.getByRole('button', { name: '推广费全貌 更多操作' }).click();
  await app.getByRole('menuitem', { name: '恢复' }).click();
  await panel.getByRole('checkbox', { name: '显示已删除' }).uncheck();
  await expect(panel.getByRole('button', { name: /^推广费全貌 .*24 个主体/ })).toBeVisible();
});
