import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { chooseWithin, openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

interface Drawn {
  isLoop(): boolean;
  data(name: string): string;
  boundingBox(of: object): { x1: number; x2: number; y1: number; y2: number };
  source(): Drawn;
  position(): { x: number; y: number };
  width(): number;
}
interface Registered {
  readonly _cyreg: { readonly cy: { edges(): { toArray(): Drawn[] } } };
}
/** The amounts at loops as they are drawn, and whether the shape on which a loop hangs covers them. */
const besideLoops = (page: Page) =>
  page.getByRole('application').evaluate((box) => {
    const plain = { includeOverlays: false, includeUnderlays: false };
    const lines = (box as unknown as Registered)._cyreg.cy.edges().toArray();
    return lines
      .filter((line) => line.isLoop() && line.data('drawn').includes('\n'))
      .map((line) => {
        const a = line.boundingBox({ ...plain, includeNodes: false, includeEdges: false });
        const [{ x, y }, half] = [line.source().position(), line.source().width() / 2];
        const covered = x - half < a.x2 && a.x1 < x + half && y - half < a.y2 && a.y1 < y + half;
        return { text: line.data('drawn'), covered };
      });
  });

test('the legend hides what it names; groups fold into one node and open again; pairs are drawn by month and by row', async ({
  app,
}) => {
  test.setTimeout(60_000);
  await openSample(app);
  await rail(app, '关系图');
  const chart = app.getByRole('application', { name: /关系图，24 个实体/ });
  await expect(chart).toBeVisible();
  const status = app.getByRole('contentinfo');
  const legend = app.getByRole('region', { name: '图例' });

  // a kind of link is hidden and shown from the legend; the filters know of it
  await legend.getByRole('button', { name: /^隐藏付款 \d+$/ }).click();
  await expect(legend.getByRole('button', { name: /^显示付款 \d+$/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(status).toContainText('筛选 1 项');
  await legend.getByRole('button', { name: /^显示付款 \d+$/ }).click();
  await expect(status).not.toContainText('筛选 1 项');
  await legend.getByRole('button', { name: '收起图例' }).click();
  await expect(legend.getByRole('button', { name: /付款/ })).toHaveCount(0);
  await legend.getByRole('button', { name: '展开图例' }).click();

  // one frame for each type, all folded at once, and back
  await app.getByText('按类型', { exact: true }).click();
  await chart.click({ button: 'right', position: { x: 8, y: 8 } });
  await chooseWithin(app, '分组', '全部收起');
  await expect(status).toContainText(/其中折叠 \d+/);
  // what moved inside a group is told beside it, whole
  await expect
    .poll(() => besideLoops(app))
    .toEqual([{ text: expect.stringMatching(/^组内 \d+笔\n.*元$/), covered: false }]);
  await app.keyboard.press('Control+z');
  await expect(status).not.toContainText('其中折叠');
  await app.getByText('不分', { exact: true }).click();

  // how it is drawn is taken back by name, as filters are
  await app.getByRole('button', { name: '撤销：分组方式' }).click();
  await expect(app.getByRole('radio', { name: '按类型' })).toBeChecked();
  await app.getByRole('button', { name: '重做：分组方式' }).click();
  await expect(app.getByRole('radio', { name: '不分' })).toBeChecked();
  await app.getByText('相同', { exact: true }).click();
  await app.getByRole('button', { name: '撤销：节点大小' }).click();

  // everybody in a group of one's own, by the keyboard: folded, opened, taken apart
  const box = (await chart.boundingBox())!;
  await app.keyboard.down('Shift');
  await app.mouse.move(box.x + 4, box.y + 4);
  await app.mouse.down();
  await app.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await app.mouse.move(box.x + box.width - 4, box.y + box.height - 4);
  await app.mouse.up();
  await app.keyboard.up('Shift');
  await expect(status).toContainText(/选中/);
  await app.keyboard.press('Control+g');
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '组名' }).fill('推广链条');
  await app.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await chart.focus();
  await app.keyboard.press('g');
  await expect(status).toContainText(/其中折叠 \d+/);
  await app.keyboard.press('g');
  await expect(status).not.toContainText('其中折叠');
  await app.keyboard.press('Control+Shift+g');
  await app.keyboard.press('g');
  await expect(status).not.toContainText('其中折叠');

  // pairs taken apart, then the rows of one of them counted as before
  for (const mode of ['按月', '每笔', '按对', '按对和方向']) {
    await app.getByRole('combobox', { name: '关系线' }).click();
    await app.getByTitle(mode, { exact: true }).last().click();
    await expect(app.getByRole('alert')).toHaveCount(0);
  }

  // the window of the minimap is dragged, and the map put away
  const map = app.getByRole('img', { name: '缩略图' });
  const shown = map.locator('.minimap-window');
  const before = await shown.getAttribute('x');
  const place = (await map.boundingBox())!;
  await app.mouse.move(place.x + 90, place.y + 60);
  await app.mouse.down();
  await app.mouse.move(place.x + 120, place.y + 60, { steps: 4 });
  await app.mouse.up();
  expect(Number(await shown.getAttribute('x'))).toBeGreaterThan(Number(before));
  await chart.focus();
  await app.keyboard.press('m');
  await expect(map).toHaveCount(0);
});

test('above the drawing cap the smallest are put together, which the chart says and the table does not do', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '关系图');
  await expect(app.getByRole('application', { name: /关系图，24 个实体/ })).toBeVisible();
  const most = app.getByRole('spinbutton', { name: '最多画出的实体' });
  await most.fill('20');
  await most.press('Enter');
  await expect(app.getByText(/^已折叠 \d+ 个实体，按金额显示前 \d+ 个$/)).toBeVisible();
  const folded = Number(/折叠 (\d+)/.exec(await app.getByText(/^已折叠 \d+ 个实体/).innerText())?.[1]);
  await expect(app.getByRole('contentinfo')).toContainText(`其中折叠 ${folded}`);
  await app.getByRole('button', { name: '用表格查看全部' }).click();
  await expect(app.getByRole('grid', { name: '表' })).toHaveAttribute('aria-rowcount', /^2[45]$/);
  await app.keyboard.press('Control+1');
  await most.fill('1500');
  await most.press('Enter');
  await expect(app.getByText(/^已折叠/)).toHaveCount(0);
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('after printing the minimap has the colours it had', async ({ app }) => {
    await openSample(app);
    await rail(app, '关系图');
    const dots = app.getByRole('img', { name: '缩略图' }).locator('circle');
    await expect(dots.first()).toBeVisible();
    const fills = () => dots.evaluateAll((all) => all.map((dot) => dot.getAttribute('fill')));
    const before = await fills();
    await app.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(app.locator('.paper-chart')).toHaveCount(1);
    await app.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(fills).toEqual(before);
  });
});
