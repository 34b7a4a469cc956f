/*
 * A library inside the core would like to tell someone about the evidence, or hear from someone. It tries every way Node has, by the
 * names it imported before and after the guard was installed, against a sink that listens on this machine.
 */
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let sink: Server;
let port: number;
let connections = 0;
beforeAll(async () => {
  sink = createServer((socket) => {
    connections++;
    socket.on('error', () => undefined).destroy();
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  const address = sink.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => new Promise((resolve) => sink.close(resolve)));

const program = (guarded: boolean): string => `
import net, { connect, Socket } from 'node:net';
import tls from 'node:tls';
import http from 'node:http';
import https from 'node:https';
import http2 from 'node:http2';
import dns, { lookup } from 'node:dns';
import dgram, { createSocket } from 'node:dgram';
import { Worker } from 'node:worker_threads';
import { installOfflineGuard, offlineState } from ${JSON.stringify(join(import.meta.dirname, '../../electron/core/offline-guard.ts'))};
${guarded ? 'installOfflineGuard(); installOfflineGuard();' : ''}
const port = ${port}, host = '127.0.0.1', url = 'http://127.0.0.1:${port}/';
const quiet = (emitter) => emitter.on('error', () => {});
const tries = {
  'net.connect': () => quiet(net.connect(port, host)),
  'net.connect by an imported name': () => quiet(connect(port, host)),
  'net.createConnection': () => quiet(net.createConnection(port, host)),
  'a socket of its own': () => quiet(new Socket()).connect(port, host),
  'tls.connect': () => quiet(tls.connect(port, host)),
  'http.get': () => quiet(http.get(url)),
  'https.get': () => quiet(https.get(url.replace('http', 'https'))),
  'http.request with an agent of its own': () => quiet(http.request(url, { agent: new http.Agent() })).end(),
  'http2.connect': () => quiet(http2.connect(url)),
  'fetch': () => fetch(url).catch((cause) => { if (!String(cause).includes('offline')) return; throw cause; }),
  'WebSocket': () => { new WebSocket(url.replace('http', 'ws')).onerror = () => {}; },
  'a server': () => quiet(net.createServer()).listen(0, host, function () { this.close(); }),
  'a web server': () => quiet(http.createServer()).listen(0, host, function () { this.close(); }),
  'dns.lookup': () => dns.lookup('localhost', () => {}),
  'dns.lookup by an imported name': () => lookup('localhost', () => {}),
  'dns.promises.resolve4': () => dns.promises.resolve4('localhost').catch(() => {}),
  'a resolver of its own': () => new dns.Resolver().resolve4('localhost', () => {}),
  'a promising resolver of its own': () => new dns.promises.Resolver().resolve4('localhost').catch(() => {}),
  'dgram.createSocket': () => dgram.createSocket('udp4').close(),
  'createSocket by an imported name': () => createSocket('udp4').close(),
  'a UDP socket of its own': () => { const s = new dgram.Socket('udp4'); s.send('x', port, host, () => s.close()); },
};
const got = {};
for (const [name, run] of Object.entries(tries)) {
  try { await run(); got[name] = 'went'; } catch (cause) { got[name] = String(cause.message).startsWith('offline: ') ? 'refused' : cause.message; }
}
setTimeout(() => { console.log(JSON.stringify({ got, state: offlineState() })); process.exit(0); }, 300);
`;

function attempt(
  guarded: boolean,
): Promise<{ got: Record<string, string>; state: { guarded: boolean; attempts: number } }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(guarded)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    err += part;
  });
  return new Promise((resolve, reject) => {
    child.on('exit', () => (out === '' ? reject(new Error(err)) : resolve(JSON.parse(out))));
  });
}

test('behind the guard every way is refused, each attempt is counted, and nothing arrives', async () => {
  const { got, state } = await attempt(true);
  const ways = Object.keys(got);
  expect(got).toEqual(Object.fromEntries(ways.map((way) => [way, 'refused'])));
  expect(ways.length).toBeGreaterThan(20);
  expect(state.guarded).toBe(true);
  expect(state.attempts).toBeGreaterThanOrEqual(ways.length);
  expect(connections).toBe(0);
});

test('the same ways without the guard do arrive, so the test can fail', async () => {
  const { got, state } = await attempt(false);
  expect(Object.values(got).filter((result) => result === 'refused')).toEqual([]);
  expect(state).toEqual({ guarded: false, attempts: 0 });
  expect(connections).toBeGreaterThan(5);
});
