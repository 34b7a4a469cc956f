import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Stub from '../../../stubs/electron.ts';

vi.mock('../../../../electron/main/page.ts', async (original) => ({
  ...(await original<typeof import('../../../../electron/main/page.ts')>()),
  loadPage: () => ({ folder: '', files: new Map() }),
}));

let electron: typeof Stub;
beforeEach(async () => {
  vi.resetModules();
  electron = (await import('electron')) as unknown as typeof Stub;
});
afterEach(() => vi.restoreAllMocks());

async function start(): Promise<void> {
  await import('../../../../electron/main/main.ts');
}
const opened = (): Promise<unknown> => vi.waitFor(() => expect(electron.windows[0]?.loadURL).toHaveBeenCalled());

test('what must come before the app is ready comes before it', async () => {
  await start();
  await opened();
  const { calls } = electron;
  const ready = calls.indexOf('app.whenReady');
  const before = [
    'app.requestSingleInstanceLock',
    'app.enableSandbox',
    'app.commandLine.appendSwitch',
    'protocol.registerSchemesAsPrivileged',
  ];
  expect(before.map((name) => [name, calls.indexOf(name) >= 0 && calls.indexOf(name) < ready])).toEqual(
    before.map((name) => [name, true]),
  );
});

test('permissions, network and channel are settled before the window exists, in both sessions', async () => {
  await start();
  await opened();
  const { calls, session } = electron;
  const window = calls.indexOf('new BrowserWindow');
  for (const name of [
    'session.setPermissionCheckHandler',
    'session.setProxy',
    'session.protocol.handle',
    'ipcMain.handle',
    'Menu.setApplicationMenu',
  ]) {
    expect([name, calls.lastIndexOf(name) >= 0 && calls.lastIndexOf(name) < window]).toEqual([name, true]);
  }
  expect(session.fromPartition.mock.calls).toEqual([['qingyuan']]);
  expect(session.defaultSession.setProxy).toHaveBeenCalledOnce();
  expect(session.fromPartition('qingyuan').setProxy).toHaveBeenCalledOnce();
});

test('every web contents that comes to be is kept on the page and off the network', async () => {
  await start();
  await opened();
  const contents = new electron.FakeContents();
  electron.app.emit('web-contents-created', {}, contents);
  expect(contents.eventNames().sort()).toEqual([
    'will-attach-webview',
    'will-frame-navigate',
    'will-navigate',
    'will-redirect',
  ]);
  expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledOnce();
});

test('the core starts by path in a process of its own with the first question, and events reach the window', async () => {
  await start();
  await opened();
  expect(electron.utilityProcess.fork).not.toHaveBeenCalled();
  const answer = electron.ipcMain.handle.mock.calls[0]?.[1] as (
    event: object,
    name: string,
    ask: object,
  ) => Promise<unknown>;
  void answer({ senderFrame: { origin: 'app://qingyuan', parent: null } }, 'case.info', {});
  await vi.waitFor(() => expect(electron.utilityProcess.fork).toHaveBeenCalledOnce());
  const [path, , options] = electron.utilityProcess.fork.mock.calls[0] ?? [];
  expect(String(path)).toMatch(/core-process\.js$/);
  expect(Object.keys((options as { env: object }).env)).not.toContain('NODE_OPTIONS');
  electron.processes[0]?.emit('message', { type: 'event', event: { event: 'changed', what: ['graph'] } });
  expect(electron.windows[0]?.webContents.send.mock.calls).toEqual([
    ['qingyuan:event', { event: 'changed', what: ['graph'] }],
  ]);
});

test('a locked screen ends the core process', async () => {
  await start();
  await opened();
  const answer = electron.ipcMain.handle.mock.calls[0]?.[1] as (
    event: object,
    name: string,
    ask: object,
  ) => Promise<unknown>;
  const waiting = answer({ senderFrame: { origin: 'app://qingyuan', parent: null } }, 'case.info', {});
  await vi.waitFor(() => expect(electron.processes).toHaveLength(1));
  electron.powerMonitor.emit('lock-screen');
  electron.processes[0]?.emit('message', { type: 'closed' });
  expect(await waiting).toEqual({ ok: false, problem: { code: 'core.gone' } });
  expect(electron.processes[0]?.kill).toHaveBeenCalled();
  expect(electron.windows[0]?.webContents.send).toHaveBeenCalledWith('qingyuan:event', { event: 'case', case: null });
});

test('a second start does nothing but bring the first to the front, whatever it was given', async () => {
  await start();
  await opened();
  electron.app.emit('second-instance', {}, ['qingyuan', '/evidence/a.qyseal'], '/');
  expect(electron.windows).toHaveLength(1);
  expect(electron.windows[0]?.focus).toHaveBeenCalledOnce();
  expect(electron.utilityProcess.fork).not.toHaveBeenCalled();
});

test('without the lock this start is the second one and quits', async () => {
  electron.app.requestSingleInstanceLock.mockReturnValueOnce(false);
  await start();
  expect(electron.app.quit).toHaveBeenCalledOnce();
  expect(electron.app.whenReady).not.toHaveBeenCalled();
});

test('started with a debugging port, the packaged program says so and ends', async () => {
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['qingyuan', '--remote-debugging-port=9222']);
  await start();
  expect(electron.dialog.showErrorBox.mock.calls).toEqual([['清源', expect.stringContaining('remote-debugging-port')]]);
  expect(electron.app.exit.mock.calls).toEqual([[1]]);
  expect(electron.calls).not.toContain('app.requestSingleInstanceLock');
});

test('with a native file that is not ours the program says so and ends', async () => {
  const folder = join(process.cwd(), '.cache', 'another-native');
  const prebuilds = join(folder, 'node_modules/better-sqlite3/prebuilds');
  mkdirSync(prebuilds, { recursive: true });
  writeFileSync(join(prebuilds, `${process.platform}-${process.arch}.node`), 'something else');
  electron.app.getAppPath.mockReturnValueOnce(folder);
  await start();
  expect(electron.dialog.showErrorBox.mock.calls).toEqual([['清源', expect.stringContaining('数据库组件')]]);
  expect(electron.app.exit.mock.calls).toEqual([[1]]);
});

test('the last window closes the case before the program quits', async () => {
  await start();
  await opened();
  electron.app.emit('window-all-closed');
  await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledOnce());
});
