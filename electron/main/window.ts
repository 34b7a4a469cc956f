import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, type Session } from 'electron';
import { HOME } from './origin.ts';

/** Everything a window may be. The page has no powers: it draws, and asks through the two functions of the preload. */
export function windowOptions(session: Session, packaged: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 1100,
    minHeight: 700,
    show: false,
    title: '清源',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(import.meta.dirname, 'preload.cjs'),
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
      devTools: !packaged,
    },
  };
}

/** Opens the one window. It cannot be captured by other programs where the system supports that. */
export async function openWindow(session: Session, packaged: boolean): Promise<BrowserWindow> {
  const window = new BrowserWindow(windowOptions(session, packaged));
  window.setContentProtection(true);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(HOME);
  return window;
}

/** A second start brings the first one to the front. */
export function focus(window: BrowserWindow | undefined): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** A page that crashed comes back locked: nobody could see any more that a case was open. */
export function reviveIfPageDies(window: BrowserWindow, lock: () => Promise<void>): void {
  window.webContents.on('render-process-gone', () => {
    void lock().then(() => (window.isDestroyed() ? undefined : window.loadURL(HOME)));
  });
}
