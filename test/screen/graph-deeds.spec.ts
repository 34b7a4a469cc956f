import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { chooseWithin, openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

const canvas = (app: Page) => app.getByRole('application', { name: /关系图，\d+ 个实体/ });
const status = (app: Page) => app.getByRole('contentinfo');
const live = (app: Page) => app.locator('.chart-box .unseen');
const shot = async (app: Page, name: string) => {
  if (process.env.QY_SHOTS) await app.screenshot({ path: `${process.env.QY_SHOTS}/${name}.png` });
};

/** How many parties the chart holds, as its label says. */
const drawn = async (app: Page): Promise<number> =>
  Number(/(\d+) 个实体/.exec((await canvas(app).getAttribute('aria-label')) ?? '')?.[1]);

async function openGraph(app: Page): Promise<void> {
  await openSample(app);
  await rail(app, '关系图');
  await expect(canvas(app)).toBeVisible();
  await expect(status(app)).toContainText('显示 24');
  await canvas(app).focus();
}

test('by keyboard alone: walk, select, hide, box, find, write, and take it all back by name', async ({ app }) => {
  await openGraph(app);
  const { keyboard } = app;

  // walking announces, Space selects, Shift+Space adds
  await keyboard.press('ArrowRight');
  await expect(live(app)).toContainText(/条关系/);
  const first = await live(app).textContent();
  await keyboard.press(' ');
  await expect(status(app)).toContainText('选中 1 个主体');
  await expect(live(app)).toContainText('已选中');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowDown');
  expect(await live(app).textContent()).not.toBe(first);
  await keyboard.press('Shift+ ');
  await expect(status(app)).toContainText('选中 2 个主体');
  await shot(app, 'walk');

  // an input method composes: nothing is hidden
  await canvas(app).dispatchEvent('keydown', {
    key: 'h',
    code: 'KeyH',
    keyCode: 229,
    isComposing: true,
    bubbles: true,
  });
  await expect(status(app)).not.toContainText('隐藏 ');
  await keyboard.press('h');
  await expect(status(app)).toContainText('隐藏 2 个');
  expect(await drawn(app)).toBe(24);
  await keyboard.press('Alt+h');
  await expect(status(app)).not.toContainText('隐藏 ');
  await keyboard.press('Control+z');
  await expect(status(app)).toContainText('隐藏 2 个');
  await keyboard.press('Control+z');
  await expect(status(app)).not.toContainText('隐藏 ');

  // everybody, the others, same kind, neighbours
  await keyboard.press('Control+a');
  await expect(status(app)).toContainText('选中 24 个主体');
  await keyboard.press('Control+Shift+I');
  await expect(status(app)).not.toContainText('选中');
  await keyboard.press('ArrowRight');
  await keyboard.press(' ');
  await keyboard.press('Control+Shift+R');
  await expect(status(app)).toContainText(/选中 ([2-9]|1\d|2\d) 个主体/);
  await keyboard.press('Shift+f');
  await keyboard.press('f');

  // Escape leaves one thing at a time
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(status(app)).not.toContainText('选中');

  // a box by keyboard
  await keyboard.press('b');
  await expect(live(app)).toContainText('框内');
  for (let i = 0; i < 12; i++) await keyboard.press('ArrowRight');
  for (let i = 0; i < 6; i++) await keyboard.press('ArrowDown');
  await shot(app, 'key-box');
  const held = /框内 (\d+)/.exec((await live(app).textContent()) ?? '')?.[1];
  await keyboard.press('Enter');
  await expect(status(app)).toContainText(`选中 ${held} 个主体`);

  // found on the chart
  await keyboard.press('Control+f');
  await app.getByRole('textbox', { name: '在图上查找' }).fill('医院');
  await expect(app.getByRole('search', { name: '在图上查找' })).toContainText(/1 \/ \d/);
  await keyboard.press('Enter');
  await shot(app, 'find');
  await keyboard.press('Escape');
  await expect(app.getByRole('search', { name: '在图上查找' })).toHaveCount(0);
  await keyboard.press('F3');
  await expect(status(app)).toContainText('选中 1 个主体');

  // words on the chart; Enter of an input method keeps nothing yet
  await keyboard.press('n');
  const text = app.getByRole('textbox', { name: '图上文字' });
  await text.fill('资金由此分出');
  await text.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true });
  await expect(text).toBeVisible();
  await keyboard.press('Enter');
  await expect(text).toHaveCount(0);
  await expect(app.getByRole('button', { name: '撤销：图上文字' })).toBeEnabled();
  await shot(app, 'text');

  // the steps are still there after leaving the place and coming back
  await rail(app, '总览');
  await rail(app, '关系图');
  await expect(app.getByRole('button', { name: '撤销：图上文字' })).toBeEnabled();
  await canvas(app).focus();
  await keyboard.press('Control+z');
  await expect(app.getByRole('button', { name: '重做：图上文字' })).toBeEnabled();

  // the sheet names them all
  await keyboard.press('F1');
  const sheet = app.getByRole('dialog');
  await expect(sheet).toContainText('反选');
  await expect(sheet).toContainText('走到邻近的主体');
  await shot(app, 'sheet');

  // a dialog that is closed leaves the keys to the chart; what was sought last is typed over
  await keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(canvas(app)).toBeFocused();
  await keyboard.press('Control+s');
  await expect(app.getByRole('dialog', { name: '保存视图' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(canvas(app)).toBeFocused();
  await keyboard.press('Control+f');
  await keyboard.insertText('沈国栋');
  await expect(app.getByRole('textbox', { name: '在图上查找' })).toHaveValue('沈国栋');
});

test('by mouse: expand, fold, mark an area, hide, and take it back', async ({ app }) => {
  await openGraph(app);
  const box = (await canvas(app).boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }, key?: string) => {
    if (key) await app.keyboard.down(key);
    await app.mouse.move(from.x, from.y);
    await app.mouse.down();
    await app.mouse.move(middle.x, middle.y, { steps: 4 });
    await app.mouse.move(to.x, to.y, { steps: 4 });
    await app.mouse.up();
    if (key) await app.keyboard.up(key);
  };
  const corner = { x: box.x + 6, y: box.y + 6 };
  const far = { x: box.x + box.width - 6, y: box.y + box.height - 100 };
  await drag(corner, far, 'Shift');
  await expect(status(app)).toContainText(/选中 \d+ 个主体/);
  await app.keyboard.press('Escape');
  await expect(status(app)).not.toContainText('选中');
  const select = app.getByRole('button', { name: '选择', exact: true });
  await select.click();
  await app.getByRole('menuitem', { name: '框选' }).click();
  await drag(corner, far);
  await expect(status(app)).toContainText(/选中 \d+ 个主体/);
  await app.keyboard.press('Escape');
  await app.keyboard.press('Escape');
  await expect(status(app)).not.toContainText('选中');

  // a party in the middle of the canvas, where finding it put it
  await app.keyboard.press('Control+f');
  await app.keyboard.type('第二人民医院');
  await app.keyboard.press('Escape');
  // whoever is clicked on hears the keys that follow
  await app.mouse.click(middle.x, middle.y);
  await app.keyboard.press('p');
  await expect(app.getByRole('button', { name: '撤销：固定' })).toBeEnabled();
  await app.keyboard.press('Control+z');
  await expect(app.getByRole('button', { name: '重做：固定' })).toBeEnabled();
  await app.mouse.dblclick(middle.x, middle.y);
  await expect(app.getByRole('button', { name: '撤销：展开 10 个主体' })).toBeEnabled();
  await expect.poll(() => drawn(app)).toBe(34);
  await shot(app, 'expanded');
  await app.keyboard.down('Alt');
  await app.mouse.dblclick(middle.x, middle.y);
  await app.keyboard.up('Alt');
  await expect(app.getByRole('button', { name: /撤销：收起 \d+ 个主体/ })).toBeEnabled();
  expect(await drawn(app)).toBe(24);
  await app.getByRole('button', { name: /撤销：收起/ }).click();
  await app.getByRole('button', { name: /撤销：展开/ }).click();
  expect(await drawn(app)).toBe(24);

  // the menu of the party
  await app.mouse.click(middle.x, middle.y, { button: 'right' });
  await chooseWithin(app, '只看此主体', '1 层以内');
  await expect(status(app)).toContainText(/隐藏 \d+ 个/);
  await shot(app, 'around');
  await status(app).getByRole('button', { name: /隐藏/ }).click();
  await expect(status(app)).not.toContainText('隐藏 ');
  await app.mouse.click(middle.x, middle.y, { button: 'right' });
  await chooseWithin(app, '展开', '按类型…');
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: '关系与对方类型' }).uncheck();
  await expect(dialog.getByRole('button', { name: '加入 0 个' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /任职/ }).first().check();
  await expect(dialog.getByText(/共 \d+ 个未在图上/)).toBeVisible();
  await dialog.getByRole('spinbutton').fill('3');
  await shot(app, 'expand');
  await dialog.getByRole('button', { name: '加入 3 个' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => drawn(app)).toBe(27);

  // words where one clicks twice on the blank
  await app.mouse.dblclick(corner.x + 30, corner.y + 30);
  await app.keyboard.type('待核');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('button', { name: '撤销：图上文字' })).toBeEnabled();
  await shot(app, 'menu');
});

test('what is written to the case from the chart is taken back with its step', async ({ app }) => {
  await openGraph(app);
  const box = (await canvas(app).boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const dialog = app.getByRole('dialog');
  const undo = app.getByRole('button', { name: /^撤销：/ });
  const find = async (name: string) => {
    await app.keyboard.press('Control+f');
    await app.getByRole('textbox', { name: '在图上查找' }).fill(name);
    await app.keyboard.press('Escape');
  };
  const choose = async (...path: string[]) => {
    await app.mouse.click(middle.x, middle.y, { button: 'right' });
    // the menu slides to where it fits
    await expect(app.getByRole('menuitem').first()).toBeVisible();
    await app.waitForTimeout(350);
    for (const [i, name] of path.entries()) {
      const item = app.getByRole('menuitem', { name, exact: false }).last();
      if (i < path.length - 1) await item.hover();
      else await item.click();
    }
  };

  // a mark is a tag of the case, with a reason
  await find('沈国栋');
  await choose('标注与录入', '标记', '关注');
  await dialog.getByRole('textbox', { name: '依据' }).fill('多次代收');
  await dialog.getByRole('button', { name: '标记' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(undo).toHaveAccessibleName('撤销：标记');
  await app.keyboard.press('Control+z');
  await expect(app.getByRole('button', { name: '重做：标记' })).toBeEnabled();

  // a note
  await choose('标注与录入', '添加备注…');
  await dialog.getByRole('textbox', { name: '备注内容' }).fill('与付款企业同住');
  await dialog.getByRole('textbox', { name: '备注内容' }).press('Control+Enter');
  await expect(undo).toHaveAccessibleName('撤销：备注');
  await undo.click();
  await expect(app.getByRole('button', { name: '重做：备注' })).toBeEnabled();

  // copied through the one door
  await choose('复制', '号码（脱敏）');
  await expect(app.getByText('已复制').first()).toBeVisible();

  // sources, each a cell; the menu says how many
  await choose('查看来源（');
  await expect(dialog.locator('.src').first()).toBeVisible();
  await shot(app, 'sources');
  await app.keyboard.press('Escape');

  // taken apart and put together again
  await choose('标注与录入', '拆分已合并…');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('textbox').fill('两人同名');
  await shot(app, 'split');
  await dialog.getByRole('button', { name: /拆出所选/ }).click();
  await expect(undo).toHaveAccessibleName('撤销：拆分主体');
  expect(await drawn(app)).toBe(25);

  // joined again by hand, and that taken back: both stand on the chart
  await choose('标注与录入', '疑似同一主体…');
  await dialog.getByRole('combobox', { name: '查找另一个主体' }).fill('沈国栋');
  await app.locator('.ant-select-item-option').first().click();
  await dialog.getByRole('textbox', { name: '依据' }).fill('笔录第 3 页');
  await shot(app, 'merge');
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await expect(undo).toHaveAccessibleName('撤销：合并主体');
  await expect.poll(() => drawn(app)).toBe(24);
  await undo.click();
  await expect(app.getByRole('button', { name: '重做：合并主体' })).toBeEnabled();
  await expect.poll(() => drawn(app)).toBe(25);

  await undo.click();
  await expect(app.getByRole('button', { name: '重做：拆分主体' })).toBeEnabled();
  await expect.poll(() => drawn(app)).toBe(24);
});
