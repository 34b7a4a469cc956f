import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { REQUEST_CHANNEL } from '../../shared/protocol/channels.ts';
import { failed, type Reply } from '../../shared/protocol/problem.ts';
import { ORIGIN } from './origin.ts';

/** Only the top frame of our own page may ask. A frame that is gone already (null) may not. */
export function isFromOurPage({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === ORIGIN;
}

/** Answers the page, always with a Reply: an error that crosses this line would lose its code and keep its message. */
export function serveRequests(answer: (name: unknown, ask: unknown) => Promise<Reply<unknown>>): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, ask: unknown) =>
    isFromOurPage(event) ? answer(name, ask) : failed('request.refused'),
  );
}
