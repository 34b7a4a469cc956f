// Only node: built-ins and the syntax of Node 18 here: this runs before anything is installed.
// Everything it says goes to stderr, because stdout belongs to the command that is run (`qy … --json`).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const onWindows = process.platform === 'win32';
const asRoot = process.getuid?.() === 0;

/** @param {string} text */
export function say(text) {
  process.stderr.write(`[qingyuan] ${text}\n`);
}

/**
 * Runs a program to its end. Its stdout goes to our stderr.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {number} exit code, 127 when it could not be started
 */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['inherit', 2, 2], ...options });
  return done.error ? 127 : (done.status ?? 1);
}

/** npm ci, when package-lock.json changed since the last one or nothing is installed. Ends the process when it fails. */
export function install() {
  const stamp = join(root, 'node_modules', '.qy-lock');
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const wanted = `${lock.digest('hex')} ${process.platform} ${process.arch}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const started = Date.now();
  say('npm ci …');
  const code = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    say('npm ci failed: see above');
    process.exit(code);
  }
  writeFileSync(stamp, wanted);
  say(`npm ci: ${Math.round((Date.now() - started) / 1000)} s`);
}

/** @param {string[]} args */
function npm(args) {
  const started = process.env.npm_execpath; // set when npm started us
  if (started && basename(started).startsWith('npm')) return run(process.execPath, [started, ...args]);
  return run('npm', args, { shell: onWindows });
}

/** The Node pinned by the lock file, else the running one when it is new enough. Ends the process when there is neither. */
export function nodeBinary() {
  const name = `node-${onWindows ? 'win' : process.platform}-${process.arch}`;
  const pinned = join(root, 'node_modules', name, 'bin', onWindows ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  say(`no pinned Node for ${process.platform}-${process.arch}: install Node 24 or newer (running ${process.version})`);
  process.exit(1);
}

/** The environment for child processes: our own tools and the pinned Node come first. */
export function toolEnv() {
  const path = [join(root, 'node_modules', '.bin'), dirname(nodeBinary()), process.env.PATH ?? ''];
  return { ...process.env, PATH: path.join(delimiter) };
}

/**
 * The real Electron binary, or undefined. Never require('electron') to find it: that starts a download.
 * @returns {string | undefined}
 */
export function electronBinary() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules', 'electron', 'dist');
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  const name = process.platform in names ? names[/** @type {'win32' | 'darwin'} */ (process.platform)] : 'electron';
  return [join(folder, name)].find((file) => existsSync(file));
}

/**
 * A Chromium to drive or to open: CHROMIUM_PATH, a system one, Playwright's own, else installed when that can be done.
 * @param {{ mayInstall?: boolean }} [options]
 * @returns {string | undefined}
 */
export function chromiumBinary({ mayInstall = true } = {}) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    say(`CHROMIUM_PATH does not exist: ${given}`);
    process.exit(1);
  }
  const found = systemChromium() ?? playwrightChromium();
  if (found || !mayInstall) return found;
  installDebianChromium();
  if (systemChromium()) return systemChromium();
  say('playwright install chromium …');
  run(nodeBinary(), [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { timeout: 300_000 });
  return playwrightChromium();
}

function systemChromium() {
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...programs.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ...programs.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
  ].find((file) => existsSync(file));
}

/** @returns {string | undefined} */
function playwrightChromium() {
  const manifest = join(root, 'node_modules', 'playwright-core', 'package.json');
  if (!existsSync(manifest)) return undefined;
  const file = createRequire(manifest)('playwright-core').chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** On Debian and as root: Chromium, and the fonts without which every Chinese character is an empty box. */
function installDebianChromium() {
  if (process.platform !== 'linux' || !asRoot || !existsSync('/usr/bin/apt-get')) return;
  say('apt-get install chromium fonts-noto-cjk …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
  if (run('apt-get', packages, { env }) === 0) return;
  run('apt-get', ['-qq', 'update'], { env });
  run('apt-get', packages, { env });
}

/** Arguments without which Chromium fails as root, or talks to the network at start. */
export const chromiumArgs = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-pings',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  ...(asRoot ? ['--no-sandbox'] : []),
];
