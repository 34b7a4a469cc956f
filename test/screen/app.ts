import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, test as base, expect, type Page } from '@playwright/test';
import { electronBinary, root } from '../../build/tools.mjs';
import { type Prepared, PreparedProfiles } from './prepared.ts';

/** What happened behind a test's back. */
export interface Watched {
  /** Reports of the page's policy, as the browser words them. */
  readonly violations: string[];
  /** Addresses asked for outside of the program itself. */
  readonly strays: string[];
  /** Errors nobody caught in the page. */
  readonly errors: string[];
}

interface Fixtures {
  /** What the profile holds before the program starts. */
  prepared: Prepared;
  /** The build that is started. */
  dist: string;
  /** A profile folder of its own, empty at the start and gone at the end. */
  profile: string;
  /** The started program: the address that opens its page once, and what it wrote to stderr. */
  host: { readonly address: string; readonly origin: string; readonly stderr: string[] };
  watched: Watched;
  /** The program's page, just opened: of real Electron when its binary is there, else of the loopback host in Chromium. */
  app: Page;
}

/**
 * Every test gets the built program afresh. At its end there must be no report of the page's policy, no request that left the
 * program and no uncaught error; a test that provokes one empties the list it provoked.
 */
export const test = base.extend<Fixtures, { profiles: PreparedProfiles }>({
  prepared: ['nothing', { option: true }],
  dist: [join(root, 'dist'), { option: true }],

  profiles: [
    async ({}, use) => {
      const profiles = new PreparedProfiles();
      await use(profiles);
      await profiles.remove();
    },
    { scope: 'worker' },
  ],

  // biome's rule on empty patterns is off for this: Playwright reads the names from the pattern
  profile: [
    async ({ prepared, profiles }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'qy-screen-'));
      await profiles.copyTo(folder, prepared);
      await use(folder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    // the first test of a worker waits while the profile is made: that is no time of its own
    { timeout: 240_000 },
  ],

  host: async ({ profile, dist }, use) => {
    const child = spawn(process.execPath, [join(dist, 'electron/devhost.js')], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, QY_PROFILE: profile, QY_CASES: join(profile, 'cases'), QY_PORT: '0' },
    });
    const stderr: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => stderr.push(line));
    const address = await firstAddress(child, stderr);
    await use({ address, origin: new URL(address).origin, stderr });
    child.kill('SIGTERM');
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
  },

  watched: async ({}, use) => {
    const watched: Watched = { violations: [], strays: [], errors: [] };
    await use(watched);
    expect(watched).toEqual({ violations: [], strays: [], errors: [] });
  },

  app: async ({ profile, page, host, watched }, use, testInfo) => {
    const electron = electronBinary();
    if (!electron) {
      watch(page, watched, host.origin);
      await page.goto(host.address);
      await use(page);
      if (testInfo.status !== testInfo.expectedStatus && host.stderr.length > 0) {
        await testInfo.attach('what the program said', { body: host.stderr.join('\n'), contentType: 'text/plain' });
      }
      return;
    }
    // the path is always given: without it Playwright loads the electron package, which downloads
    const program = await _electron.launch({
      executablePath: electron,
      args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      env: { ...(process.env as Record<string, string>), QY_PROFILE: profile, QY_CASES: join(profile, 'cases') },
    });
    const window = await program.firstWindow();
    watch(window, watched, 'app://qingyuan');
    await use(window);
    await program.close();
  },
});

export { expect };

function firstAddress(child: ChildProcess, stderr: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const address = /^QY_HOST (\S+)$/.exec(line)?.[1];
        if (address) resolve(address);
      });
    }
    child.on('exit', (code) => reject(new Error(`the loopback host ended with ${code}: ${stderr.join('\n')}`)));
  });
}

/** Notes what the page's policy reports, where requests go, and what nobody catches. */
function watch(page: Page, { violations, strays, errors }: Watched, origin: string): void {
  page.on('console', (message) => {
    if (/Content[- ]Security[- ]Policy/i.test(message.text())) violations.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) strays.push(url);
  });
}
