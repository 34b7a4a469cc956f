import { join } from 'node:path';
import { app, type BrowserWindow, Menu, powerMonitor, protocol, session } from 'electron';
import { EVENT_CHANNEL } from '../../shared/protocol/channels.ts';
import { answerRequest } from './answer-request.ts';
import { CoreLink } from './core-link.ts';
import { startCore } from './core-process.ts';
import { serveRequests } from './ipc.ts';
import { watchForLock } from './lock-watch.ts';
import { menuTemplate } from './menu.ts';
import { nativeFile, nativeIsOurs } from './native.ts';
import { refuseDownloads, stayOnPage } from './navigation.ts';
import { cutSession, cutWebRtc, switchOffline } from './offline.ts';
import { loadPage } from './page.ts';
import { refusePermissions } from './permissions.ts';
import { schemes, servePage } from './protocol.ts';
import { electronShell, sayWhy } from './shell.ts';
import { refusedSwitches } from './switches.ts';
import { focus, openWindow, reviveIfPageDies } from './window.ts';

const platform = `${process.platform}-${process.arch}`;
const switches = app.isPackaged ? refusedSwitches(process.argv.slice(1)) : [];

if (switches.length > 0) {
  sayWhy({ code: 'start.refused-switches', params: { switches: switches.join(', ') } });
  app.exit(1);
} else if (!nativeIsOurs(nativeFile(app.getAppPath(), platform), platform)) {
  sayWhy({ code: 'start.native-changed' });
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app.enableSandbox();
  switchOffline(app.commandLine);
  protocol.registerSchemesAsPrivileged(schemes);
  app.on('web-contents-created', (_event, contents) => {
    stayOnPage(contents);
    cutWebRtc(contents);
  });
  // not awaited here: Electron becomes ready only after this file has run to its end
  void app.whenReady().then(openWorkbench);
}

async function openWorkbench(): Promise<void> {
  Menu.setApplicationMenu(menuFor(process.platform));
  const memory = session.fromPartition('qingyuan'); // without "persist:", so nothing of the page is kept on disk
  for (const each of [memory, session.defaultSession]) {
    refusePermissions(each);
    refuseDownloads(each);
    await cutSession(each);
  }
  servePage(memory.protocol, loadPage(join(import.meta.dirname, '..')));

  let window: BrowserWindow | undefined;
  const core = new CoreLink(startCore);
  const shell = electronShell(core, () => window);
  const watch = watchForLock(powerMonitor, () => void core.close());
  core.onEvent((event) => {
    if (event.event === 'progress') watch.jobMoved();
    if (event.event === 'case' && event.case === null) shell.forget();
    if (window && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
  });
  serveRequests(answerRequest(shell.answers, core, (line) => process.stderr.write(`${line}\n`)));

  app.on('second-instance', () => focus(window)); // its arguments are not looked at: nothing opens by itself
  app.on('window-all-closed', () => void core.close().finally(() => app.quit()));
  window = await openWindow(memory, app.isPackaged);
  reviveIfPageDies(window, () => core.close());
}

function menuFor(system: NodeJS.Platform): Menu | null {
  const template = menuTemplate(system);
  return template && Menu.buildFromTemplate(template);
}
