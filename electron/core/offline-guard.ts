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
  shut(net.Socket.prototype, /^connect$/);
  shut(net.Server.prototype, /^listen$/);
  shut(net, /^(connect|createConnection)$/);
  for (const each of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    shut(each, /^(lookup|resolve|reverse)/);
  }
  shut(dgram, /^createSocket$/);
  shut(dgram.Socket.prototype, /^(bind|connect|send)$/);
  Object.assign(globalThis, {
    fetch: refuse('fetch'),
    WebSocket: refuse('WebSocket'),
    EventSource: refuse('EventSource'),
  });
  syncBuiltinESMExports(); // so that `import { connect } from 'node:net'` sees it too
}

/** What the 离线 badge shows: whether the guard stands in this thread, and how often something ran into it. */
export const offlineState = (): { readonly guarded: boolean; readonly attempts: number } => ({ guarded, attempts });

function shut(owner: object, names: RegExp): void {
  for (let at = owner; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (names.test(name))
        Object.defineProperty(owner, name, { value: refuse(name), configurable: true, writable: true });
    }
  }
}

function refuse(what: string): () => never {
  // a function, not an arrow: some of what it stands in for is called with `new`
  function refused(): never {
    attempts++;
    throw new Error(`offline: ${what} was refused`);
  }
  return refused;
}
