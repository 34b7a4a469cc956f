import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * The last of the layers that keep this program offline: in a thread where this is installed, connecting, listening, looking up a
 * name and opening a UDP socket throw. Install it first thing in every process and every worker thread of the core; a library that
 * would like to tell someone about the evidence finds no way out.
 */
let attempts = 0;
let guarded = false;

export function installOfflineGuard(): void {
  if (guarded) return;
  guarded = true;
  net.Socket.prototype.connect = refuse('connect');
  net.Server.prototype.listen = refuse('listen');
  Object.assign(net, { connect: refuse('connect'), createConnection: refuse('connect') });
  for (const name of Object.keys(dns)) {
    if (/^(lookup|resolve|reverse)/.test(name)) Object.assign(dns, { [name]: refuse(name) });
  }
  for (const name of Object.keys(dns.promises)) {
    if (/^(lookup|resolve|reverse)/.test(name)) Object.assign(dns.promises, { [name]: refuse(name) });
  }
  Object.assign(dgram, { createSocket: refuse('createSocket') });
  Object.assign(globalThis, {
    fetch: refuse('fetch'),
    WebSocket: refuse('WebSocket'),
    EventSource: refuse('EventSource'),
  });
  syncBuiltinESMExports(); // so that `import { connect } from 'node:net'` sees it too
}

/** What the 离线 badge shows: whether the guard stands in this thread, and how often something ran into it. */
export const offlineState = (): { readonly guarded: boolean; readonly attempts: number } => ({ guarded, attempts });

function refuse(what: string): () => never {
  return () => {
    attempts++;
    throw new Error(`offline: ${what} was refused`);
  };
}
