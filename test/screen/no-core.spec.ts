import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronBinary, root } from '../../build/tools.mjs';
import { expect, test } from './app.ts';

test.skip(
  electronBinary() !== undefined,
  'skipped under Electron: the core is replaced in the build that the loopback host starts',
);

test.use({
  // a core that cannot start, as where its database component is missing or blocked
  dist: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'qy-no-core-'));
    cpSync(join(root, 'dist'), folder, { recursive: true });
    writeFileSync(join(folder, 'electron/core-process.js'), 'process.exit(1);');
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

test('a core that does not start is said on the start page, with what to do', async ({ app }) => {
  await expect(app.getByRole('alert')).toContainText('处理数据的进程没有启动');
  await expect(app.getByText('正在读取')).toHaveCount(0);
  await app.getByRole('button', { name: '重试' }).click();
  await expect(app.getByRole('alert')).toContainText('请关闭本程序后重新打开');
});
