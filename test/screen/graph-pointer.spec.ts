import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
}
interface Drawn {
  id(): string;
  selected(): boolean;
  isParent(): boolean;
  renderedPosition(): { x: number; y: number };
  renderedMidpoint(): { x: number; y: number };
}
interface Registered {
  readonly _cyreg: {
    readonly cy: { zoom(): number; pan(): { x: number; y: number }; $(what: string): { toArray(): Drawn[] } };
  };
}

const canvas = (app: Page) => app.getByRole('application', { name: /关系图，\d+ 个实体/ });
const status = (app: Page) => app.getByRole('contentinfo');
const undo = (app: Page) => app.getByRole('button', { name: /^撤销：/ });

/** Where what is drawn stands in the window: parties by their middle, lines by the middle of their curve. */
const drawn = (app: Page, what: string): Promise<Spot[]> =>
  canvas(app).evaluate((box, what) => {
    const { left, top } = box.getBoundingClientRect();
    return (box as unknown as Registered)._cyreg.cy
      .$(what)
      .toArray()
      .filter((element) => what.startsWith('edge') || !element.isParent())
      .map((element) => {
        const { x, y } = what.startsWith('edge') ? element.renderedMidpoint() : element.renderedPosition();
        return { id: element.id(), x: left + x, y: top + y, isSelected: element.selected() };
      });
  }, what);
const parties = (app: Page): Promise<Spot[]> => drawn(app, 'node:visible');
const spotOf = async (app: Page, id: string): Promise<Spot> => (await parties(app)).find((spot) => spot.id === id)!;

/** Finds the director on the chart and brings everybody who is linked with him. */
async function bringAll(app: Page): Promise<void> {
  await openGraph(app);
  await app.keyboard.press('Control+f');
  await app.getByRole('textbox', { name: '在图上查找' }).fill('沈国栋');
  await app.keyboard.press('Escape');
  await app.keyboard.press('Shift+E');
  await expect(undo(app)).toHaveAccessibleName(/撤销：展开 \d+ 个主体/);
}

/** Waits until nobody moves any more. */
async function resting(app: Page): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const [last, now] = [before, JSON.stringify(await parties(app))];
        before = now;
        return now === last;
      },
      { intervals: [200] },
    )
    .toBe(true);
}

async function openGraph(app: Page): Promise<{ left: number; top: number; right: number }> {
  await openSample(app);
  await rail(app, '关系图');
  await expect(status(app)).toContainText('显示 24');
  await canvas(app).focus();
  await app.keyboard.press('f');
  await resting(app);
  const box = (await canvas(app).boundingBox())!;
  return { left: box.x, top: box.y, right: box.x + box.width };
}

test('the wheel zooms about the pointer, the middle button moves the chart, Alt draws a lasso, and those it took are dragged together', async ({
  app,
}) => {
  const { left, top, right } = await openGraph(app);
  const [one] = await parties(app);
  await app.mouse.move(one!.x, one!.y);
  await app.mouse.wheel(0, -240);
  await expect.poll(async () => (await spotOf(app, one!.id)).x).toBeCloseTo(one!.x, 0);
  expect((await spotOf(app, one!.id)).y).toBeCloseTo(one!.y, 0);
  await app.keyboard.press('f');

  // where the middle button pastes what is marked, the chart takes none of it
  await app.getByRole('search').getByRole('combobox').fill('标记的文字');
  await app.keyboard.press('Control+a');
  const before = await parties(app);
  await app.mouse.move(left + 20, top + 20);
  await app.mouse.down({ button: 'middle' });
  await app.mouse.move(left + 70, top + 60, { steps: 5 });
  await app.mouse.up({ button: 'middle' });
  const after = await parties(app);
  expect(after.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual(
    before.map(({ x, y }) => [Math.round(x + 50), Math.round(y + 40)]),
  );
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await app.keyboard.press('f');

  // a lasso around the left half; what lies in it is selected, and nothing else
  const edge = (left + right) / 2;
  const low = Math.max(...(await parties(app)).map(({ y }) => y)) + 30;
  await app.keyboard.down('Alt');
  await app.mouse.move(left + 4, top + 4);
  await app.mouse.down();
  for (const [x, y] of [
    [edge, top + 4],
    [edge, low],
    [left + 4, low],
  ] as const)
    await app.mouse.move(x, y, { steps: 4 });
  await app.mouse.up();
  await app.keyboard.up('Alt');
  const inside = (await parties(app)).filter(({ x }) => x < edge);
  expect(inside.length).toBeGreaterThan(3);
  await expect(status(app)).toContainText(`选中 ${inside.length} 个主体`);
  expect((await parties(app)).filter(({ isSelected }) => isSelected).map(({ id }) => id)).toEqual(
    inside.map(({ id }) => id),
  );

  const held = inside[0]!;
  await app.mouse.move(held.x, held.y);
  await app.mouse.down();
  await app.mouse.move(held.x + 40, held.y + 24, { steps: 6 });
  await app.mouse.up();
  await expect(undo(app)).toHaveAccessibleName('撤销：移动');
  const moved = new Map((await parties(app)).map((spot) => [spot.id, spot]));
  for (const { id, x, y } of inside) {
    expect(moved.get(id)!.x).toBeCloseTo(x + 40, 0);
    expect(moved.get(id)!.y).toBeCloseTo(y + 24, 0);
  }
  await app.keyboard.press('Control+z');
  await expect.poll(async () => (await spotOf(app, held.id)).x).toBeCloseTo(held.x, 0);
});

test('Shift+E brings every neighbour of a party and Shift+C takes them off again', async ({ app }) => {
  await bringAll(app);
  const added = Number(/(\d+)/.exec((await undo(app).getAttribute('aria-label')) ?? '')?.[1]);
  await expect(canvas(app)).toHaveAccessibleName(new RegExp(`，${24 + added} 个实体`));
  await app.keyboard.press('Shift+C');
  await expect(undo(app)).toHaveAccessibleName(`撤销：收起 ${added} 个主体`);
  await expect(canvas(app)).toHaveAccessibleName(/，24 个实体/);
});

test('a line: a click lists its rows, its button and its menu begin a finding, a lead, a trace, and its kind is hidden from the menu', async ({
  app,
}) => {
  await openGraph(app);
  const dialog = app.getByRole('dialog');
  const inspector = app.getByRole('complementary', { name: '检查器' });
  // a line that can be clicked where no party stands in its way
  const stand = await parties(app);
  const isFree = ({ x, y }: Spot) => stand.every((party) => Math.hypot(party.x - x, party.y - y) > 48);
  const line = (await drawn(app, "edge:visible[hot = 'yes'][line = 'solid']")).find(isFree)!;
  await app.mouse.click(line.x, line.y);
  await expect(status(app)).toContainText('选中 1 条关系');
  await expect(inspector).toContainText('关系 · 付款');
  await inspector.getByRole('button', { name: '加入疑点…' }).click();
  await expect(dialog).toContainText(/已选 \d+ \/ \d+ 行/);
  await app.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const choose = async (name: string | RegExp) => {
    await app.mouse.click(line.x, line.y, { button: 'right' });
    await expect(app.getByRole('menuitem').first()).toBeVisible();
    await app.waitForTimeout(350); // the menu slides to where it fits
    await app.getByRole('menuitem', { name }).click();
  };
  for (const [entry, within] of [
    ['向下追溯资金', /的付款/],
    ['加入疑点…', /已选 \d+ \/ \d+ 行/],
    ['记为线索…', '反映内容'],
    [/^查看来源（\d+ 行）/, /第 \d+ 行/],
  ] as const) {
    await choose(entry);
    await expect(dialog).toContainText(within);
    await app.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await choose(/^查看明细/);
  await expect(inspector.locator('.src').first()).toBeVisible();
  await choose('隐藏“付款”类关系');
  await expect(undo(app)).toHaveAccessibleName('撤销：筛选');
  expect(await drawn(app, "edge:visible[kind = 'payment']")).toEqual([]);
  await undo(app).click();
  await expect(status(app)).not.toContainText('筛选 1 项');
});

test('what was said stands over no dialog that is opened after it', async ({ app }) => {
  await bringAll(app);
  // nobody is left to come, which is said; what the pointer rests on would stay
  await app.keyboard.press('Shift+E');
  const said = app.getByText('沈国栋 的对手已全部在图上');
  await said.hover();
  await app.keyboard.press('Alt+t');
  await expect(app.getByRole('dialog', { name: '资金追踪' })).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('by keyboard alone the chart is moved and brought back to its full size, one of a type selects all of it, the others are hidden and shown again, and the inspector takes the focus', async ({
  app,
}) => {
  await openGraph(app);
  await canvas(app).focus();
  const before = await parties(app);
  const shift = async (key: string, dx: number, dy: number) => {
    const from = await spotOf(app, before[0]!.id);
    await app.keyboard.press(`Control+${key}`);
    const to = await spotOf(app, before[0]!.id);
    expect([Math.round(to.x - from.x), Math.round(to.y - from.y)]).toEqual([dx, dy]);
  };
  // the view goes where the arrow points: what is drawn moves the other way
  await shift('ArrowRight', -80, 0);
  await shift('ArrowLeft', 80, 0);
  await shift('ArrowDown', 0, -80);
  await shift('ArrowUp', 0, 80);
  await app.keyboard.press('0');
  await expect(app.getByText('100%', { exact: true })).toBeVisible();
  await app.keyboard.press('f');

  await app.keyboard.press('ArrowRight');
  await app.keyboard.press(' ');
  await expect(status(app)).toContainText('选中 1 个主体');
  await app.keyboard.press('Control+Shift+T');
  const alike = (await parties(app)).filter(({ isSelected }) => isSelected);
  expect(alike.length).toBeGreaterThan(1);
  await app.keyboard.press('Shift+H');
  await expect
    .poll(async () => (await parties(app)).map(({ id }) => id).sort())
    .toEqual(alike.map(({ id }) => id).sort());
  await app.keyboard.press('Alt+h');
  await expect.poll(async () => (await parties(app)).length).toBe(before.length);

  await app.keyboard.press('Control+i');
  await expect(app.getByRole('complementary', { name: '检查器' })).toBeFocused();
  await canvas(app).focus();
  await app.keyboard.press('Alt+p');
  await expect(app.getByRole('dialog', { name: '查找路径' })).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('dialog')).toHaveCount(0);
});
