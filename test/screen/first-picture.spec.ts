import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample', viewport: { width: 1366, height: 768 } });

interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}
interface Drawn {
  data(name: string): string;
  renderedBoundingBox(of: object): Box;
  renderedPosition(): { readonly x: number; readonly y: number };
  renderedWidth(): number;
}
interface Registered {
  readonly _cyreg: { readonly cy: { zoom(): number; $(what: string): { toArray(): Drawn[] } } };
}

/** The labels of the parties as they are drawn, px of the window of the chart; and how large the picture is. */
const labels = (app: Page) =>
  app.getByRole('application', { name: /关系图/ }).evaluate((box) => {
    const { cy } = (box as unknown as Registered)._cyreg;
    const only = { includeNodes: false, includeLabels: true, includeOverlays: false, includeUnderlays: false };
    return {
      zoom: cy.zoom(),
      labels: cy
        .$('node:visible')
        .toArray()
        .map((node) => ({ text: node.data('label'), ...node.renderedBoundingBox(only) })),
    };
  });

/** The labels of lines as they are drawn, and the parties with their names. */
const lineLabels = (app: Page) =>
  app.getByRole('application', { name: /关系图/ }).evaluate((box) => {
    const { cy } = (box as unknown as Registered)._cyreg;
    const label = { includeNodes: false, includeEdges: false, includeOverlays: false, includeUnderlays: false };
    const boxed = (text: 'drawn' | 'label', of: object) => (element: Drawn) => ({
      text: element.data(text),
      ...element.renderedBoundingBox(of),
    });
    const nodes = cy.$('node:visible').toArray();
    return {
      labels: cy.$("edge:visible[drawn != '']").toArray().map(boxed('drawn', label)),
      parties: [
        ...nodes.map(boxed('label', label)),
        ...nodes.map((node) => {
          const [{ x, y }, half] = [node.renderedPosition(), node.renderedWidth() / 2];
          return { text: node.data('label'), x1: x - half, x2: x + half, y1: y - half, y2: y + half };
        }),
      ],
    };
  });

/** Which labels lie over each other, by more than the air around a text. */
const over = (all: ReadonlyArray<Box & { text: string }>): string[] =>
  all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.x1 < b.x2 - 4 && b.x1 < a.x2 - 4 && a.y1 < b.y2 - 6 && b.y1 < a.y2 - 6)
      .map((b) => `${a.text} / ${b.text}`),
  );

test('in the first picture no name lies over another, in layers and by force, and names are of a size that is read', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '关系图');
  await expect(app.getByRole('contentinfo')).toContainText('显示 24');
  await expect.poll(async () => (await labels(app)).labels.length).toBe(24);
  const first = await labels(app);
  expect(over(first.labels)).toEqual([]);
  expect(first.zoom).toBeGreaterThan(0.85);

  await app.getByRole('button', { name: '布局', exact: true }).click();
  await app.getByRole('menuitem', { name: '力导' }).click();
  await expect(app.getByRole('button', { name: '撤销：布局' })).toBeEnabled();
  await expect.poll(async () => over((await labels(app)).labels)).toEqual([]);
  expect((await labels(app)).zoom).toBeGreaterThan(0.6);
});

test('the amount of a line stands where it covers no party, no name and no other amount; where there is no room a line of a finding keeps its mark', async ({
  app,
}) => {
  await app.setViewportSize({ width: 1920, height: 1080 });
  await openSample(app);
  await rail(app, '关系图');
  await expect(app.getByRole('contentinfo')).toContainText('显示 24');
  await expect.poll(async () => (await lineLabels(app)).labels.length).toBeGreaterThan(4);
  const { labels: amounts, parties } = await lineLabels(app);
  expect(amounts.filter(({ text }) => text.startsWith('!')).length).toBeGreaterThan(0);
  expect(over(amounts)).toEqual([]);
  for (const amount of amounts)
    expect(over([amount, ...parties]).filter((each) => each.startsWith(amount.text))).toEqual([]);
});

test('a name that gets a second line in a larger window has the room of two lines', async ({ app }) => {
  await openSample(app);
  await rail(app, '关系图');
  await expect(app.getByRole('contentinfo')).toContainText('显示 24');
  const twoLines = async () => (await labels(app)).labels.filter(({ text }) => text.includes('\n'));
  const before = (await twoLines()).length;
  await app.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(async () => (await twoLines()).length).toBeGreaterThan(before);
  const { zoom } = await labels(app);
  for (const { y1, y2 } of await twoLines()) expect(y2 - y1).toBeGreaterThan(26 * zoom);
});

test('the legend of many kinds stays low, the last of it is reached by keyboard, and the longest menu keeps off the edge of the window', async ({
  app,
}) => {
  await openSample(app);
  await rail(app, '关系图');
  const canvas = app.getByRole('application', { name: /关系图/ });
  await expect(app.getByRole('contentinfo')).toContainText('显示 24');
  await canvas.focus();
  await app.keyboard.press('Control+f');
  await app.getByRole('textbox', { name: '在图上查找' }).fill('医院');
  await app.keyboard.press('Escape');
  await app.keyboard.press('Shift+E');
  const legend = app.getByRole('region', { name: '图例' });
  await expect(legend.getByRole('button', { name: /耗材器械/ })).toBeVisible();
  expect((await legend.boundingBox())!.height).toBeLessThan(100);
  await legend.getByRole('button', { name: /^隐藏/ }).last().focus();
  await app.keyboard.press('End');
  await expect(legend.getByText('未显示的对手')).toBeInViewport({ ratio: 0.9 });

  for (const height of [768, 600, 400]) {
    await app.setViewportSize({ width: 1366, height });
    await canvas.focus();
    await app.keyboard.press('Shift+F10');
    const menu = app.locator('.chart-menu > .ant-dropdown-menu');
    await expect
      .poll(async () => {
        const box = (await menu.boundingBox())!;
        return box.y >= 8 && box.y + box.height <= height - 8;
      })
      .toBe(true);
    await expect.poll(() => menu.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    await app.keyboard.press('ArrowUp');
    await expect(menu.getByRole('menuitem', { name: '标注与录入' })).toBeInViewport({ ratio: 0.9 });
    await app.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
  }
});
