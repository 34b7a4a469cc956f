import type { Session, WebContents } from 'electron';
import { HOME } from './origin.ts';

/** Nobody leaves the page: not by a link, a redirect, a new window, a frame, a webview or a download. */
export function stayOnPage(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.on('will-navigate', (event) => event.url !== HOME && event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.url !== HOME && event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Files are written by the core, to where a dialog said; the page downloads nothing. */
export function refuseDownloads(session: Pick<Session, 'on'>): void {
  session.on('will-download', (event) => event.preventDefault());
}
