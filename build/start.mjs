// `npm start`: the real window when there is an Electron binary, else the loopback host and one printed address.
// `npm start -- --loopback [CASE]` (also `qy serve [CASE]`): the loopback host in any case, with the folder CASE lies in as the folder of cases.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildStale } from './build.mjs';
import { chromiumArgs, chromiumBinary, electronBinary, root, say } from './tools.mjs';

const loopback = process.argv.includes('--loopback');
const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
if (folder) process.env.QY_CASES = dirname(resolve(folder));
await buildStale();
const electron = loopback ? undefined : electronBinary();
if (electron) startElectron(electron);
else startLoopback();

/** @param {string} binary */
function startElectron(binary) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary, [root, ...asRoot], { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
}

function startLoopback() {
  if (!loopback) say('no Electron binary here: the same program opens in a browser on this machine');
  // the host ends when its stdin closes, so it never outlives this process
  const host = spawn(process.execPath, [join(root, 'dist/electron/devhost.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => host.kill('SIGTERM'));
  host.on('exit', (code) => process.exit(code ?? 0));
  let shown = false;
  createInterface({ input: host.stdout }).on('line', (line) => {
    const address = /^QY_HOST (\S+)$/.exec(line)?.[1];
    if (!address) {
      console.log(line);
    } else if (shown) {
      console.log(`The address above has been used. For another window: ${address}`);
    } else {
      shown = true;
      console.log(`清源 Qingyuan: ${address}`);
      openWindow(address);
    }
  });
}

/**
 * Opens a window when there is a screen, in a browser profile that is thrown away.
 * @param {string} address
 */
function openWindow(address) {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const chromium = hasScreen ? chromiumBinary({ mayInstall: false }) : undefined;
  if (!chromium) return;
  const profile = mkdtempSync(join(tmpdir(), 'qingyuan-browser-'));
  const browser = spawn(chromium, [`--app=${address}`, `--user-data-dir=${profile}`, ...chromiumArgs], {
    stdio: 'ignore',
  });
  const clean = () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  browser.on('exit', clean);
  process.on('exit', () => {
    browser.kill();
    clean();
  });
}
