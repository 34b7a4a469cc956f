import { expect, test } from 'vitest';
import type { Bridge } from '../../../../shared/protocol/events.ts';
import { contextBridge, ipcRenderer } from '../../../stubs/electron.ts';

await import('../../../../electron/preload/preload.ts');
const exposed = [...contextBridge.exposeInMainWorld.mock.calls];
const [name, bridge] = exposed[0] as [string, Bridge];

test('the page gets one name with two functions, frozen', () => {
  expect([name, Object.keys(bridge).sort(), Object.isFrozen(bridge), bridge.shell]).toEqual([
    'qingyuan',
    ['onEvent', 'request', 'shell'],
    true,
    'electron',
  ]);
  expect(exposed).toHaveLength(1);
});

test('a request goes through the one channel', async () => {
  await bridge.request('case.info', {});
  expect(ipcRenderer.invoke.mock.calls).toEqual([['qingyuan:request', 'case.info', {}]]);
});

test('a listener hears the event without its sender, until it stops listening', () => {
  const heard: unknown[][] = [];
  const off = bridge.onEvent((...given) => heard.push(given));
  ipcRenderer.emit('qingyuan:event', { sender: 'ipcRenderer' }, { event: 'case', case: null });
  off();
  ipcRenderer.emit('qingyuan:event', { sender: 'ipcRenderer' }, { event: 'case', case: null });
  expect(heard).toEqual([[{ event: 'case', case: null }]]);
});
