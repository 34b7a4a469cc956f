// `npm run package`: the program as a folder for this platform in release/, checked file by file. With `-- --installer` the
// installers too (these fetch tools of their own). Without an Electron binary the archive is made and checked around a dummy.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'electron-builder';
import { buildStale } from './build.mjs';
import { checkPackage } from './package/check-package.ts';
import { packageConfig } from './package/config.ts';
import { wrongFuses } from './package/read-fuses.ts';
import { electronBinary, root, say } from './tools.mjs';

const platform = `${process.platform}-${process.arch}`;
const electron = electronBinary();
const dist = electron ? dirname(electron) : dummyElectron();
if (!electron)
  say('no Electron binary here: the archive is packed around a dummy, without fuses, and cannot be started');

await buildStale();
rmSync(join(root, 'release'), { recursive: true, force: true });
await build({
  projectDir: root,
  dir: !process.argv.includes('--installer'),
  publish: 'never',
  config: { ...packageConfig, electronDist: dist, electronFuses: electron ? packageConfig.electronFuses : null },
});

const { resources, binary } = packed();
const wrong = [...checkPackage(resources, platform), ...(electron ? wrongFuses(readFileSync(binary)) : [])];
for (const each of wrong) say(each);
if (!electron) rmSync(dist, { recursive: true, force: true });
console.log(
  wrong.length === 0
    ? `packed and checked: ${dirname(resources)}`
    : `${wrong.length} things are wrong with the package`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** A folder that looks enough like Electron to be packed around. */
function dummyElectron() {
  const folder = mkdtempSync(join(tmpdir(), 'qingyuan-electron-'));
  mkdirSync(join(folder, 'resources'));
  mkdirSync(join(folder, 'locales'));
  for (const name of ['electron', 'electron.exe', 'LICENSE', 'locales/zh-CN.pak', 'locales/en-US.pak']) {
    writeFileSync(join(folder, name), 'a stand-in, not a program\n', { mode: 0o755 });
  }
  return folder;
}

function packed() {
  if (process.platform === 'darwin') {
    const app = join(root, 'release', process.arch === 'arm64' ? 'mac-arm64' : 'mac', '清源.app', 'Contents');
    const framework = 'Frameworks/Electron Framework.framework/Electron Framework';
    return { resources: join(app, 'Resources'), binary: join(app, framework) };
  }
  const windows = process.platform === 'win32';
  const folder = join(
    root,
    'release',
    `${windows ? 'win' : 'linux'}${process.arch === 'arm64' ? '-arm64' : ''}-unpacked`,
  );
  return { resources: join(folder, 'resources'), binary: join(folder, windows ? 'qingyuan.exe' : 'qingyuan') };
}
