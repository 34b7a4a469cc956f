import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumBinary, electronBinary } from './build/tools.mjs';

const chromium = chromiumBinary({ mayInstall: false });

export default defineConfig({
  testDir: 'test/screen',
  testMatch: '**/*.spec.ts',
  // tests stand in profiles of their own; the Electron window is one for each user of the system
  workers: electronBinary() ? 1 : 2,
  timeout: 120_000,
  // a slow machine may cost one try; the tally says how many needed a second
  retries: 1,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    viewport: { width: 1440, height: 900 },
    // what cannot be clicked is told with its place, before the whole test runs out of time
    actionTimeout: 45_000,
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
