import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { CoreWire } from '../../electron/main/core-link.ts';
import type { FromCore } from '../../shared/protocol/events.ts';

/** The core in a process of its own. `dist` is dist/electron. It finds its folders by itself; no secret ever travels this way. */
export function startCore(dist: string): CoreWire {
  const child = fork(join(dist, 'core-process.js'), [], {
    env: { ...process.env, QY_SHELL: 'loopback' },
    execArgv: [],
    serialization: 'advanced', // bytes stay bytes
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  return {
    post: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill('SIGKILL'),
  };
}
