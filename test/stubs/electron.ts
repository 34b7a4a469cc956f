// Stand-in for the 'electron' module: the real package's entry downloads a binary when it is loaded. Only what main and preload use.
import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** Everything that was called, in order: `app.enableSandbox`, `protocol.registerSchemesAsPrivileged`, … */
export const calls: string[] = [];

const noted =
  <A extends unknown[], R>(name: string, run: (...args: A) => R) =>
  (...args: A): R => {
    calls.push(name);
    return run(...args);
  };
const note = <R>(name: string, result: R) => vi.fn(noted(name, (..._args: unknown[]) => result));

export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  commandLine: { appendSwitch: note('app.commandLine.appendSwitch', undefined) },
  requestSingleInstanceLock: note('app.requestSingleInstanceLock', true),
  enableSandbox: note('app.enableSandbox', undefined),
  whenReady: note('app.whenReady', Promise.resolve()),
  getAppPath: note('app.getAppPath', process.cwd()),
  quit: note('app.quit', undefined),
  exit: note('app.exit', undefined),
});

export class FakeSession extends EventEmitter {
  setPermissionRequestHandler = note('session.setPermissionRequestHandler', undefined);
  setPermissionCheckHandler = note('session.setPermissionCheckHandler', undefined);
  setDevicePermissionHandler = note('session.setDevicePermissionHandler', undefined);
  setDisplayMediaRequestHandler = note('session.setDisplayMediaRequestHandler', undefined);
  setBluetoothPairingHandler = note('session.setBluetoothPairingHandler', undefined);
  setUSBProtectedClassesHandler = note('session.setUSBProtectedClassesHandler', undefined);
  setSpellCheckerEnabled = note('session.setSpellCheckerEnabled', undefined);
  setProxy = note('session.setProxy', Promise.resolve());
  webRequest = { onBeforeRequest: note('session.webRequest.onBeforeRequest', undefined) };
  protocol = { handle: note('session.protocol.handle', undefined) };
}
const partitions = new Map<string, FakeSession>();
export const session = {
  defaultSession: new FakeSession(),
  fromPartition: vi.fn(
    noted('session.fromPartition', (name: string) => {
      const found = partitions.get(name) ?? new FakeSession();
      partitions.set(name, found);
      return found;
    }),
  ),
};

export class FakeContents extends EventEmitter {
  send = note('webContents.send', undefined);
  setWindowOpenHandler = note('webContents.setWindowOpenHandler', undefined);
  setWebRTCIPHandlingPolicy = note('webContents.setWebRTCIPHandlingPolicy', undefined);
}

export const windows: BrowserWindow[] = [];
export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: unknown;
  loadURL = note('window.loadURL', Promise.resolve());
  setContentProtection = note('window.setContentProtection', undefined);
  show = note('window.show', undefined);
  focus = note('window.focus', undefined);
  restore = note('window.restore', undefined);
  isMinimized = note('window.isMinimized', true);
  isDestroyed = note('window.isDestroyed', false);
  constructor(options: unknown) {
    super();
    calls.push('new BrowserWindow');
    this.options = options;
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
}

export class FakeUtilityProcess extends EventEmitter {
  postMessage = note('utilityProcess.postMessage', undefined);
  kill = note('utilityProcess.kill', true);
}
export const processes: FakeUtilityProcess[] = [];
export const utilityProcess = {
  fork: vi.fn(
    noted('utilityProcess.fork', (_path: string, _args: string[], _options: unknown) => {
      const child = new FakeUtilityProcess();
      processes.push(child);
      return child;
    }),
  ),
};

let clipboardText = '';
export const clipboard = {
  writeText: vi.fn(async (text: string) => {
    clipboardText = text;
  }),
  readText: vi.fn(async () => clipboardText),
  clear: vi.fn(async () => {
    clipboardText = '';
  }),
};

export const protocol = { registerSchemesAsPrivileged: note('protocol.registerSchemesAsPrivileged', undefined) };
export const ipcMain = { handle: note('ipcMain.handle', undefined) };
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: note('ipcRenderer.invoke', Promise.resolve({ ok: true, value: 1 })),
});
export const contextBridge = { exposeInMainWorld: note('contextBridge.exposeInMainWorld', undefined) };
export const dialog = {
  showOpenDialog: note('dialog.showOpenDialog', Promise.resolve({ canceled: true, filePaths: [] as string[] })),
  showSaveDialog: note('dialog.showSaveDialog', Promise.resolve({ canceled: true, filePath: '' })),
  showErrorBox: note('dialog.showErrorBox', undefined),
};
export const shell = { showItemInFolder: note('shell.showItemInFolder', undefined) };
export const Menu = {
  setApplicationMenu: note('Menu.setApplicationMenu', undefined),
  buildFromTemplate: note('Menu.buildFromTemplate', {}),
};
export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: note('powerMonitor.getSystemIdleTime', 0),
});
