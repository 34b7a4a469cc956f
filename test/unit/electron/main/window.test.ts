import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { HOME, isOurs } from '../../../../electron/main/origin.ts';
import { focus, openWindow, reviveIfPageDies, windowOptions } from '../../../../electron/main/window.ts';
import { type BrowserWindow, calls, FakeSession } from '../../../stubs/electron.ts';

const session = new FakeSession() as never;

test('a window has no powers, and this is all it has', () => {
  expect(windowOptions(session, true)).toEqual({
    width: 1440,
    height: 900,
    minWidth: 1100,
    minHeight: 700,
    show: false,
    title: '清源',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(import.meta.dirname, '../../../../electron/main/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: false,
    },
  });
});

test('developer tools exist only while the program is not packaged', () => {
  expect(windowOptions(session, false).webPreferences?.devTools).toBe(true);
});

test('the window is hidden from screen capture before it shows anything, and loads only our page', async () => {
  const window = (await openWindow(session, true)) as unknown as BrowserWindow;
  expect(window.setContentProtection.mock.calls).toEqual([[true]]);
  expect(window.loadURL.mock.calls).toEqual([[HOME]]);
  expect(calls.indexOf('window.setContentProtection')).toBeLessThan(calls.indexOf('window.loadURL'));
  expect(window.show).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  expect(window.show).toHaveBeenCalledOnce();
});

test('a second start brings the window to the front, if there is one', async () => {
  const window = (await openWindow(session, true)) as unknown as BrowserWindow;
  focus(window as never);
  expect([window.restore.mock.calls.length, window.focus.mock.calls.length]).toEqual([1, 1]);
  expect(() => focus(undefined)).not.toThrow();
});

test('a page that crashed is locked first, then loaded again', async () => {
  const window = (await openWindow(session, true)) as unknown as BrowserWindow;
  const order: string[] = [];
  window.loadURL.mockImplementation(async () => void order.push('load'));
  reviveIfPageDies(window as never, async () => void order.push('lock'));
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  await vi.waitFor(() => expect(order).toEqual(['lock', 'load']));
});

test.each([
  ['app://qingyuan/', true],
  ['app://qingyuan/assets/a.js', true],
  ['app://qingyuan.evil/', false],
  ['app://qingyuan:1/', false],
  ['app://user@qingyuan/', false],
  ['app://user:word@qingyuan/', false],
  ['app://evil/qingyuan/', false],
  ['https://qingyuan/', false],
  ['file:///app://qingyuan/', false],
  ['about:blank', false],
  ['', false],
])('%s is ours: %s', (address, ours) => {
  expect(isOurs(address)).toBe(ours);
});
