import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

test('the period of the time bar holds for chart, table, sum, inspector and findings, by mouse and by keyboard', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '关系图');
  const status = app.getByRole('contentinfo');
  await expect(status).toContainText(/显示 24 \/ 共 1,998 实体.*308 \/ 6,273 笔.*2\.41亿元/);
  const period = app.getByRole('slider', { name: '时段' });

  await expect(period).toBeVisible();

  // keyboard: the first press of → takes the first bar, Shift makes it longer
  await app.keyboard.press('Control+3');
  await expect(period).toBeFocused();
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowRight']) await app.keyboard.press(key);
  await expect(period).toHaveAttribute('aria-valuetext', '2022-02-01 至 2022-04-30');
  await expect(status).toContainText(/12 \/ 324 笔.*1,536\.45万元.*筛选 1 项/);

  // the table has the links and sums of the period, and several rows at once are the selection of the chart
  await app.keyboard.press('Control+2');
  const table = app.getByRole('grid', { name: '表' });
  await app.getByText(/^关系 \d+/).click();
  await expect(table.getByRole('row').nth(1)).toContainText(/2022-0[234]-\d\d/);
  await table.getByRole('row').nth(1).click();
  await expect(app.getByRole('complementary', { name: '检查器' })).toContainText(/2022-0[234]-\d\d/);
  await table
    .getByRole('row')
    .nth(3)
    .click({ modifiers: ['Shift'] });
  await expect(status).toContainText('选中 3 条关系');
  await expect(table.getByRole('row', { selected: true })).toHaveCount(3);
  await app.keyboard.press('Control+1');
  await expect(status).toContainText('选中 3 条关系');

  // mouse: a bar is its month, its double click all time; rows without a day can be left out
  await app.getByRole('button', { name: /^2023-05：/ }).click();
  await expect(period).toHaveAttribute('aria-valuetext', '2023-05-01 至 2023-05-31');
  const end = await app.getByRole('slider', { name: '截止' }).boundingBox();
  if (!end) throw new Error('the handle has no place');
  await app.mouse.move(end.x + 4, end.y + 20);
  await app.mouse.down();
  await app.mouse.move(end.x + 40, end.y + 20, { steps: 4 });
  await app.mouse.up();
  await expect(period).not.toHaveAttribute('aria-valuetext', /至 2023-05-31$/);
  await app.getByRole('button', { name: '逐段播放' }).click();
  await expect(period).toHaveAttribute('aria-valuetext', /^2023-0[67]/);
  await app.getByRole('button', { name: '暂停' }).click();
  await app.getByRole('button', { name: /^2023-05：/ }).click();
  await app.getByRole('switch', { name: '计入无日期的行' }).click();
  await expect(status).toContainText('筛选 1 项');

  await app.getByRole('button', { name: '疑点清单' }).click();
  await expect(app.getByRole('button', { name: '去掉条件：时段 2023-05-01 至 2023-05-31' })).toBeVisible();

  // what was set stays when the place is left
  await rail(app, '关系图');
  await expect(period).toHaveAttribute('aria-valuetext', '2023-05-01 至 2023-05-31');
  await app.getByRole('button', { name: '恢复全部时间' }).click();
  await app.getByRole('switch', { name: '计入无日期的行' }).click();
  await expect(status).toContainText(/308 \/ 6,273 笔/);
});

test('while the period goes on no line carries an amount of another period, whether all of its label is drawn or a part of it', async ({
  app,
}) => {
  await app.setViewportSize({ width: 1366, height: 768 });
  await openSample(app);
  await rail(app, '关系图');
  await expect(app.getByRole('contentinfo')).toContainText('显示 24');
  const chart = app.getByRole('application', { name: /关系图/ });
  /** What is drawn on lines in every frame until the watch ends, where it is no part of what their labels say. */
  const watched = await chart.evaluateHandle((box) => {
    interface Line {
      data(): { readonly label: string; readonly drawn: string };
    }
    const { cy } = (box as unknown as { _cyreg: { cy: { edges(): { toArray(): Line[] } } } })._cyreg;
    const seen = { frames: 0, drawn: 0, wrong: [] as string[], ended: false };
    const look = () => {
      seen.frames++;
      for (const { label, drawn } of cy
        .edges()
        .toArray()
        .map((line) => line.data())) {
        if (drawn === '') continue;
        seen.drawn++;
        if (!label.endsWith(drawn.replace('! ', '')) && drawn !== '!') seen.wrong.push(`${drawn} of ${label}`);
      }
      if (!seen.ended) requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  await app.getByRole('slider', { name: '时段' }).focus();
  for (let bar = 0; bar < 10; bar++) {
    await app.keyboard.press('ArrowRight');
    await app.waitForTimeout(60);
  }
  await app.waitForTimeout(600);
  await chart.focus();
  await app.keyboard.press('Control+Z');
  await app.waitForTimeout(600);
  const { frames, drawn, wrong } = await watched.evaluate((seen) => {
    seen.ended = true;
    return seen;
  });
  expect(frames).toBeGreaterThan(20);
  expect(drawn).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
