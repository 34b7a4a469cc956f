import { expect, test } from './app.ts';
import { createCase, passphrase, rail } from './steps.ts';

test('locking clears the screen at once, and the passphrase leads back to the same place', async ({ app }) => {
  await createCase(app, '锁定测试案');
  await rail(app, '审计日志');
  await expect(app.getByRole('grid', { name: '审计日志' })).toContainText('锁定测试案');
  await app.keyboard.press('Control+L');
  await expect(app.getByRole('heading', { name: '已锁定' })).toBeVisible();
  expect(await app.locator('body').innerText()).not.toContain('锁定测试案');

  await app.getByRole('textbox', { name: '案件口令' }).fill('not the passphrase at all');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('alert')).toContainText('口令不对');
  await expect(app.getByRole('textbox', { name: '案件口令' })).toBeFocused();

  await app.getByRole('textbox', { name: '案件口令' }).fill(passphrase);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('grid', { name: '审计日志' })).toContainText('锁定测试案');
});

test('a case cannot be created without the tick, with two different passphrases or with a short one', async ({
  app,
}) => {
  const create = app.getByRole('button', { name: '新建并打开' });
  await app.getByRole('textbox', { name: '案件名称' }).fill('试');
  await app.getByRole('textbox', { name: '口令', exact: true }).fill(passphrase);
  await app.getByRole('textbox', { name: '口令 再输一次' }).fill(passphrase);
  await expect(create).toBeDisabled();
  await app.getByRole('checkbox', { name: '我已知道口令无法找回' }).check();
  await expect(create).toBeEnabled();
  await app.getByRole('textbox', { name: '口令 再输一次' }).fill(`${passphrase}!`);
  await expect(create).toBeDisabled();
  await expect(app.getByText('两次输入不一致')).toBeVisible();
  await app.getByRole('textbox', { name: '口令', exact: true }).fill('short');
  await app.getByRole('textbox', { name: '口令 再输一次' }).fill('short');
  await expect(create).toBeDisabled();
  await app.getByRole('button', { name: '生成六词口令' }).click();
  await expect(create).toBeEnabled();
});

test('the closed case stands in the list by its folder only, and opens with its passphrase', async ({ app }) => {
  await createCase(app, '列表测试案');
  await app.keyboard.press('Control+L');
  await app.getByRole('button', { name: '打开其他案件' }).click();
  const list = app.getByRole('grid', { name: '打开案件' });
  await expect(list.getByRole('row').nth(1)).toContainText(/案件-\d{4}-001/);
  await expect(list).not.toContainText('列表测试案');
  await app.getByRole('textbox', { name: '案件口令' }).fill(passphrase);
  await app.getByRole('button', { name: '解锁并打开' }).click();
  await expect(app.getByRole('banner')).toContainText('列表测试案');
});

test('the language changes everywhere at once and stays for the next start of the window', async ({ app }) => {
  await createCase(app);
  await rail(app, '设置');
  await app.getByRole('combobox', { name: '语言' }).click();
  await app.getByTitle('English', { exact: true }).click();
  await expect(app.getByRole('navigation', { name: 'Main' })).toContainText('Overview');
  await expect(app.locator('html')).toHaveAttribute('lang', 'en');
  await app.reload();
  await expect(app.getByRole('navigation', { name: 'Main' })).toContainText('Overview');
});

test('at 200 % in English nothing of the top bar lies over another', async ({ app }) => {
  await createCase(app, '医药购销与学术推广专项核查（第二组）');
  await rail(app, '设置');
  await app.getByRole('combobox', { name: '语言' }).click();
  await app.getByTitle('English', { exact: true }).click();
  await expect(app.getByRole('navigation', { name: 'Main' })).toContainText('Overview');
  for (const width of [683, 820, 1024, 1280]) {
    await app.setViewportSize({ width, height: 480 });
    const boxes = await app.getByRole('banner').evaluate((bar) =>
      [...bar.querySelectorAll('h1, .topbar > *')]
        .map((each) => each.getBoundingClientRect())
        .filter((box) => box.width > 0)
        .map(({ left, right }) => ({ left: Math.round(left), right: Math.round(right) })),
    );
    boxes.sort((a, b) => a.left - b.left);
    const over = boxes.filter(({ left }, i) => i > 0 && left < boxes[i - 1]!.right);
    expect([width, over, boxes.at(-1)!.right <= width]).toEqual([width, [], true]);
    await expect(app.getByRole('button', { name: 'Offline' })).toBeVisible();
    await expect(app.getByRole('button', { name: 'Lock' })).toBeVisible();
  }
});

test('before anything was imported no place shows an amount of nought', async ({ app }) => {
  await createCase(app);
  const foot = app.getByRole('contentinfo');
  await expect(app.getByText('尚无资金记录')).toBeVisible();
  await expect(app.locator('.headline')).not.toContainText('0.00');
  await rail(app, '关系图');
  await expect(foot).toContainText('尚无资金记录');
  await expect(foot).not.toContainText('0.00');
  await rail(app, '疑点');
  await expect(foot).toContainText('共 0 疑点');
  await expect(foot).not.toContainText('0.00');
});

test('the sheet of keys lists what listens, and a single key does nothing while a person types', async ({ app }) => {
  await createCase(app);
  await app.keyboard.press('Control+K');
  await app.keyboard.type('?');
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await app.keyboard.press('Escape');
  await app.keyboard.press('?');
  await expect(app.getByRole('dialog', { name: '快捷键' })).toContainText('锁定');
  await app.keyboard.press('Escape');
  await app.keyboard.press('Alt+3');
  await expect(app.getByRole('button', { name: '选择文件…' })).toBeVisible();
  await app.keyboard.press('Alt+ArrowLeft');
  await expect(app.getByRole('button', { name: '选择文件…' })).toHaveCount(0);
});

test('the badge shows what proves that nothing left this machine', async ({ app }) => {
  await createCase(app);
  await app.getByRole('button', { name: '离线' }).click();
  const proof = app.getByRole('tooltip');
  await expect(proof).toContainText('核心进程已封住网络调用');
  await expect(proof).toContainText('网页安全策略未被触犯');
  await expect(proof).toContainText(/全部来自程序自身，共 \d+ 个/);
});
