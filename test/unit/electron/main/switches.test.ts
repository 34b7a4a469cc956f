import { expect, test } from 'vitest';
import { menuTemplate } from '../../../../electron/main/menu.ts';
import { nativeFile, nativeHashes, nativeIsOurs } from '../../../../electron/main/native.ts';
import { refusedSwitches } from '../../../../electron/main/switches.ts';

test.each([
  ['--remote-debugging-port=9222', 'remote-debugging-port'],
  ['--remote-debugging-pipe', 'remote-debugging-pipe'],
  ['--inspect', 'inspect'],
  ['--inspect-brk=0.0.0.0:1', 'inspect-brk'],
  ['--INSPECT', 'inspect'],
  ['-inspect', 'inspect'],
  ['--js-flags=--expose-gc', 'js-flags'],
  ['--load-extension=/x', 'load-extension'],
  ['--proxy-server=evil.test:1', 'proxy-server'],
  ['--proxy-pac-url=http://evil.test', 'proxy-pac-url'],
  ['--host-rules=MAP * evil.test', 'host-rules'],
  ['--host-resolver-rules=MAP * evil.test', 'host-resolver-rules'],
  ['--disable-web-security', 'disable-web-security'],
  ['--no-sandbox', 'no-sandbox'],
  ['--user-data-dir=/x', 'user-data-dir'],
  ['--password-store=basic', 'password-store'],
  ['--ignore-certificate-errors', 'ignore-certificate-errors'],
  ['--log-net-log=/x', 'log-net-log'],
])('%s is refused', (argument, name) => {
  expect(refusedSwitches([argument])).toEqual([name]);
});

test('a plain start, and a file given by the system, are not', () => {
  expect(refusedSwitches([])).toEqual([]);
  expect(refusedSwitches(['/evidence/inspect.qyseal', '--force-device-scale-factor=2', '--lang=zh-CN', '--'])).toEqual(
    [],
  );
});

test('there is no menu; on macOS one that only edits and quits', () => {
  expect(menuTemplate('linux')).toBeNull();
  expect(menuTemplate('win32')).toBeNull();
  const roles = JSON.stringify(menuTemplate('darwin'))
    .match(/"role":"\w+"/g)
    ?.map((role) => role.slice(8, -1));
  expect(roles).toEqual(['hide', 'hideOthers', 'unhide', 'quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']);
});

test('the native file is taken from outside of the archive, and refused when it is another or none', () => {
  const platform = `${process.platform}-${process.arch}`;
  expect(nativeFile('/opt/qy/resources/app.asar', platform)).toBe(
    `/opt/qy/resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/${platform}.node`,
  );
  expect(nativeIsOurs(nativeFile(process.cwd(), platform), platform)).toBe(true);
  expect(nativeIsOurs('package.json', platform)).toBe(false);
  expect(nativeIsOurs('no-such-file.node', platform)).toBe(false);
  expect(nativeIsOurs(nativeFile(process.cwd(), platform), 'plan9-mips')).toBe(false);
  expect(Object.keys(nativeHashes)).toHaveLength(6);
});
