// The suites of `npm test` and `npm run check`.
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tallyPlaywright, tallyVitest } from './tally.mjs';
import { chromiumBinary, electronBinary, root, toolEnv } from './tools.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const reports = join(root, '.cache', 'test');

export const types = () => single('types', 'node_modules/typescript/bin/tsc', ['-b']);
export const lint = () =>
  single('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--max-diagnostics=50', '.']);
export const unused = () => single('unused', 'node_modules/knip/bin/knip.js', ['--no-progress', '--no-config-hints']);
export const built = () => single('build', 'build/build.mjs', []);
export const architecture = () => vitest(['architecture']);
export const beforeBuild = () => vitest(['unit', 'contract', 'architecture']);
export const afterBuild = () => vitest(['journey', 'attack']);

/**
 * A tool that passes or fails as a whole counts as one test. What it says is shown when it fails.
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 * @returns {Tally[]}
 */
function single(name, script, args) {
  console.log(`— ${name}`);
  const done = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: toolEnv(),
    encoding: 'utf8',
  });
  const passed = done.status === 0;
  if (!passed) console.log(`${done.stdout}${done.stderr}${done.error ? done.error.message : ''}`);
  return [{ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }];
}

/**
 * @param {string[]} projects folders of test/
 * @returns {Tally[]}
 */
function vitest(projects) {
  const present = projects.filter((project) => globSync(`test/${project}/**/*.test.ts`, { cwd: root }).length > 0);
  if (present.length === 0) return [];
  const report = freshReport(`${present.join('-')}.json`);
  const args = ['run', ...present.flatMap((project) => ['--project', project])];
  const code = shown(`— ${present.join(', ')}`, 'node_modules/vitest/vitest.mjs', [
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return fromReport(present.join(', '), report, (json) => tallyVitest(json, code));
}

/** @returns {Tally[]} */
export function screen() {
  if (globSync('test/screen/**/*.spec.ts', { cwd: root }).length === 0) return [];
  const electron = electronBinary();
  const chromium = electron ? undefined : chromiumBinary();
  if (!electron && !chromium) {
    console.log('— screen: no Electron binary and no Chromium could be found or installed; set CHROMIUM_PATH');
    return [{ name: 'screen', passed: 0, failed: 1, skipped: 0 }];
  }
  const report = freshReport('screen.json');
  const code = shown('— screen', 'node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  });
  return fromReport('screen', report, (json) => tallyPlaywright(json, code));
}

/**
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function shown(title, script, args, env = {}) {
  console.log(title);
  const done = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...toolEnv(), ...env },
  });
  return done.status ?? 1;
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {string} name
 * @param {string} file
 * @param {(report: unknown) => Tally[]} tally
 * @returns {Tally[]}
 */
function fromReport(name, file, tally) {
  try {
    return tally(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    console.log(`${name}: no report to read (${cause instanceof Error ? cause.message : String(cause)})`);
    return [{ name, passed: 0, failed: 1, skipped: 0 }];
  }
}
