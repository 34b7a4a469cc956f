import { join } from 'node:path';
import type { FromCore, ToCore } from '../../shared/protocol/events.ts';
import { startCore } from './core.ts';
import { userFolders } from './folders.ts';
import { installOfflineGuard } from './offline-guard.ts';

/** Entry of the core's own process: a utility process of Electron, or a child of the loopback host. */
interface Line {
  send(message: FromCore): void;
  receive(listener: (message: ToCore) => void): void;
}

/** Electron gives utility processes a `parentPort`; a forked Node process talks by `process.send`. */
function line(): Line {
  const electron = (
    process as {
      parentPort?: { postMessage(m: unknown): void; on(e: 'message', l: (m: { data: ToCore }) => void): void };
    }
  ).parentPort;
  if (electron) {
    return { send: (m) => electron.postMessage(m), receive: (l) => electron.on('message', ({ data }) => l(data)) };
  }
  const send = process.send?.bind(process);
  if (!send) throw new Error('core-process is started by a shell');
  process.on('disconnect', () => process.exit(0)); // the shell died: nothing may stay open
  return { send: (m) => void send(m), receive: (l) => process.on('message', (m) => l(m as ToCore)) };
}

installOfflineGuard();
const { send, receive } = line();
const core = startCore({
  kind: process.env.QY_SHELL === 'electron' ? 'electron' : 'loopback',
  ...userFolders(),
  sample: join(import.meta.dirname, '../sample/files'),
  threads: 'workers',
  now: () => new Date(),
  emit: (event) => send({ type: 'event', event }),
  written: (ticket, name, bytes) => send({ type: 'written', ticket, name, bytes }),
  log: (text) => process.stderr.write(`${text}\n`),
});

receive((message) => {
  if (message.type === 'ask') {
    void core.request(message.name, message.ask).then((reply) => send({ type: 'reply', id: message.id, reply }));
  } else if (message.type === 'ticket') {
    core.ticket(message.ticket);
  } else {
    void core.close().then(() => {
      send({ type: 'closed' });
      process.exit(0);
    });
  }
});
send({ type: 'ready' });
