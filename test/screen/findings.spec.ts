import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample, rail } from './steps.ts';

test.use({ prepared: 'sample' });

/** The sample case on its findings, the first one in the detail. */
async function openFindings(app: Page): Promise<void> {
  await openSample(app);
  await rail(app, '疑点');
  await expect(detail(app).getByRole('heading', { level: 1 })).toBeVisible();
}

const detail = (app: Page) => app.getByRole('complementary', { name: '疑点详情' });
const sentence = (app: Page) => detail(app).getByRole('heading', { level: 1 }).innerText();
const number = (app: Page) =>
  detail(app)
    .getByText(/^YD-\d{4}-\d{6}$/)
    .first()
    .innerText();

test('a finding leads to the cell of its first amount, on to the next one, and back to itself', async ({ app }) => {
  await openFindings(app);
  const first = await sentence(app);
  await app.keyboard.press('j');
  await expect(detail(app).getByRole('heading', { level: 1 })).not.toHaveText(first);
  const about = await sentence(app);
  const amounts = await detail(app).locator('table.evidence').first().locator('td.num').allInnerTexts();
  await app.keyboard.press('o');
  const sheet = app.getByRole('grid', { name: /原样/ });
  const marked = sheet.locator('.marked');
  const read = app.getByRole('complementary', { name: '这个数从哪里来' }).locator('.s20');
  await expect(read).toHaveText(amounts[0] ?? '');
  await expect(marked).toBeInViewport();
  await app.keyboard.press('F3');
  await expect(read).toHaveText(amounts[1] ?? '');
  await expect(marked).toBeInViewport();
  await app.keyboard.press('Escape');
  await expect(detail(app).getByRole('heading', { level: 1 })).toHaveText(about);
});

test('a tab without findings says so, and blames no filter that nobody set', async ({ app }) => {
  await openFindings(app);
  await app.getByRole('tab', { name: /^核查中 0/ }).click();
  await expect(app.getByText('“核查中”中没有疑点')).toBeVisible();
  await expect(app.getByText('没有符合条件的疑点')).toHaveCount(0);
  await app.getByRole('textbox', { name: '在清单中筛选' }).fill('没有这样的词');
  await expect(app.getByText('没有符合条件的疑点')).toBeVisible();
  await app.getByRole('button', { name: '清除筛选' }).click();
  await expect(detail(app).getByRole('heading', { level: 1 })).toBeVisible();
  await expect(app.getByRole('grid', { name: '疑点清单' })).toBeVisible();
});

test('nothing is confirmed without counter-evidence, nothing decided without a reason, and the history says who and why', async ({
  app,
}) => {
  await openFindings(app);
  const dialog = app.getByRole('dialog');
  const first = await number(app);
  await app.keyboard.press('3');
  await expect(detail(app).getByRole('button', { name: '属实 3' })).toBeDisabled();
  await expect(dialog).toHaveCount(0);
  // the key says what is missing and leads to where it is written
  await expect(app.getByText('先填写反证与合理解释')).toBeVisible();
  await expect(detail(app).getByRole('textbox', { name: '反证与合理解释' })).toBeFocused();
  await app.keyboard.type('未发现');
  await detail(app).getByRole('button', { name: '属实 3' }).click();
  await expect(dialog.getByRole('button', { name: '定为属实' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: '说明' }).fill('流水与账册相符');
  await app.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(detail(app)).toContainText('流水与账册相符');
  await expect(app.getByRole('contentinfo')).toContainText('属实 1');

  // in the list of what is open the next one follows by itself
  await app.getByRole('tab', { name: /^待核/ }).click();
  await expect(detail(app)).not.toContainText(first);
  const second = await number(app);
  await app.keyboard.press('4');
  await app.keyboard.press('2');
  await expect(dialog.getByRole('radio', { name: /已核实合规/ })).toBeChecked();
  await app.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(detail(app)).not.toContainText(second);
  await expect(app.getByRole('contentinfo')).toContainText('排除 1');
});

test('a conference that passed is shown as what it is, with the cells of each element', async ({ app }) => {
  await openFindings(app);
  await app.getByRole('tab', { name: /^会议/ }).click();
  await app.getByRole('button', { name: /^真实 / }).click();
  await expect(app.locator('.verdict')).toContainText('真实');
  const elements = app.locator('table.elements tbody tr');
  await expect(elements).toHaveCount(10);
  const tally = await app.locator('.verdict .s12').innerText();
  const [yes, no] = tally.match(/\d+/g) ?? [];
  await expect(elements.filter({ hasText: '符合' })).toHaveCount(Number(yes));
  await expect(elements.filter({ hasText: '不符' })).toHaveCount(Number(no));
  await elements.filter({ hasText: '符合' }).first().locator('.src').first().click();
  await expect(app.getByRole('grid', { name: /原样/ }).locator('.cited')).toBeVisible();
});

test('search finds a subject while one types, and its dossier adds up to its rows', async ({ app }) => {
  await openFindings(app);
  await app.keyboard.press('Control+k');
  await app.keyboard.type('沈国栋');
  await expect(app.getByRole('option').first()).toContainText('沈国栋');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: '沈国栋' })).toBeVisible();
  const partners = app.getByRole('grid', { name: '付款方' });
  const rows = Number(await partners.locator('.grid-row[aria-selected="true"] .grid-cell').nth(4).innerText());
  await expect(app.getByRole('grid', { name: '来源' }).locator('.grid-row')).toHaveCount(rows);
  await app.getByRole('grid', { name: '来源' }).locator('.src').first().click();
  await expect(app.getByRole('grid', { name: /原样/ }).locator('.marked')).toBeInViewport();
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test(`findings, source, conferences, models and dossier have no fault of accessibility in ${theme}`, async ({
      app,
    }) => {
      await openFindings(app);
      await expectNoFault(app, '清单');
      await app.keyboard.press('4');
      await expect(app.getByRole('dialog')).toBeVisible();
      await expectNoFault(app, '排除');
      await app.keyboard.press('Escape');
      await app.keyboard.press('o');
      await expect(app.locator('.marked')).toBeVisible();
      await expectNoFault(app, '来源');
      await app.keyboard.press('Escape');
      await app.getByRole('tab', { name: /^会议/ }).click();
      await expect(app.locator('.verdict')).toBeVisible();
      await expectNoFault(app, '会议');
      await app.getByRole('button', { name: '主体档案' }).click();
      await expect(app.getByRole('tab', { name: /^称谓/ })).toBeVisible();
      await expectNoFault(app, '档案');
      await rail(app, '疑点');
      await app.getByRole('tab', { name: /^模型/ }).click();
      await expect(app.getByRole('button', { name: '重新运行' })).toBeVisible();
      await expectNoFault(app, '模型');
    });
  });
}

async function expectNoFault(page: Page, place: string): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
  expect([place, ...faults]).toEqual([place]);
}
