import { contextBridge, ipcRenderer } from 'electron';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../../shared/protocol/channels.ts';
import type { Bridge, CoreEvent } from '../../shared/protocol/events.ts';

/** A letterbox: the page may post a question and hear what is announced. It never sees ipcRenderer. */
const bridge: Bridge = Object.freeze({
  shell: 'electron',
  request: (name, ask) => ipcRenderer.invoke(REQUEST_CHANNEL, name, ask),
  onEvent: (listener) => {
    const forward = (_event: unknown, event: CoreEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward);
  },
} satisfies Bridge);

contextBridge.exposeInMainWorld('qingyuan', bridge);
