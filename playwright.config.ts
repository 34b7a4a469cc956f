import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumBinary } from './build/tools.mjs';

const chromium = chromiumBinary({ mayInstall: false });

export default defineConfig({
  testDir: 'test/screen',
  testMatch: '**/*.spec.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: chromiumArgs,
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
