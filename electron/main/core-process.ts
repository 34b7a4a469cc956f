import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { FromCore } from '../../shared/protocol/events.ts';
import type { CoreWire } from './core-link.ts';

/** The core in a process of its own, started by path: main never loads SQLite, evidence or a key into its own memory. */
export function startCore(): CoreWire {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const child = utilityProcess.fork(join(import.meta.dirname, 'core-process.js'), [], {
    serviceName: 'qingyuan-core',
    stdio: 'inherit',
    env: { ...env, QY_SHELL: 'electron' },
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: FromCore) => listener(message)),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  };
}
