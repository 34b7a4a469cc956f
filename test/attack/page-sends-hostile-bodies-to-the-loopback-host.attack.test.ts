/*
 * A script has got into our own page. It has the cookie and the right origin. It sends bodies that are too large, that are no JSON,
 * that name paths instead of tickets, and asks for files outside of the page.
 */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REQUEST_LIMIT, UPLOAD_LIMIT } from '../../build/devhost/body.ts';
import { type OpenHost, openHost } from '../make/devhost.ts';
import { json, knock } from '../make/knock.ts';

let open: OpenHost;
beforeAll(async () => {
  open = await openHost();
});
afterAll(() => open.host.close());

const post = (path: string, headers: Record<string, string>, body: string | Uint8Array) =>
  knock(open.host.origin, path, { method: 'POST', headers: { ...open.ours, ...headers }, body });
const upload = (headers: Record<string, string>, body = 'a,b\n1,2\n') =>
  post('/upload', { 'content-type': 'application/octet-stream', ...headers }, body);

test('a request larger than 4 MB is cut off', async () => {
  const honest = await post('/request', json, Buffer.alloc(REQUEST_LIMIT + 1, 0x20));
  expect(honest.status).toBe(413);
});

test('a body that hides its length is cut off while it is read', async () => {
  const { hostname, port } = new URL(open.host.origin);
  const socket = connect(Number(port), hostname);
  const headers = { host: `${hostname}:${port}`, ...open.ours, ...json, 'transfer-encoding': 'chunked' };
  socket.write(
    `POST /request HTTP/1.1\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );
  const chunk = Buffer.alloc(64 * 1024, 0x20);
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('error', () => resolve(text));
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('close', () => resolve(text));
    const send = (): void => {
      if (socket.destroyed) return;
      socket.write(`${chunk.length.toString(16)}\r\n`);
      socket.write(chunk);
      socket.write('\r\n', () => setImmediate(send)); // without end, until the host hangs up
    };
    send();
  });
  // who goes on sending after the answer may have it overtaken by the hanging up
  expect(['', 'HTTP/1.1 413 Payload Too Large']).toContain(answer.split('\r\n')[0]);
  expect(open.core.asked).toEqual([]);
});

test('what is not {name, ask} is refused, and no name is trusted', async () => {
  for (const body of ['', '{', '[]', '1', 'null', '"case.info"', '{"name":"case.info"}', '\xff\xfe']) {
    expect([body, (await post('/request', json, Buffer.from(body, 'latin1'))).status]).toEqual([body, 400]);
  }
  for (const name of [
    '',
    '__proto__',
    'constructor',
    'toString',
    'case.info ',
    null,
    1,
    {},
    { toString: null },
    ['case.info'],
  ]) {
    const answered = await post('/request', json, JSON.stringify({ name, ask: {} }));
    expect(JSON.parse(answered.body)).toMatchObject({ ok: false, problem: { code: 'request.unknown' } });
  }
  expect(open.core.asked).toEqual([]);
});

test('a file name is text for people: one that walks out of its folder is refused', async () => {
  const names = [
    '../x.xlsx',
    'a/../../x',
    '/etc/passwd',
    'C:\\x.xlsx',
    'a\\..\\b',
    'a//b',
    './a',
    'a\0.xlsx',
    'a\n.xlsx',
    '',
    '..',
    '.',
  ];
  for (const name of names) {
    const answered = await upload({ 'x-purpose': 'import', 'x-file-name': encodeURIComponent(name) });
    expect([name, answered.status]).toEqual([name, 400]);
  }
  expect((await upload({ 'x-purpose': 'import', 'x-file-name': '%E4%B8' })).status).toBe(400);
  expect((await upload({ 'x-purpose': 'import' })).status).toBe(400);
  expect((await upload({ 'x-purpose': 'report', 'x-file-name': 'a.xlsx' })).status).toBe(400);
  expect(open.core.tickets).toEqual([]);
});

test('a file larger than 512 MB is a Problem, before its bytes are read', async () => {
  const { hostname, port } = new URL(open.host.origin);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const headers = {
      host: `${hostname}:${port}`,
      ...open.ours,
      'content-type': 'application/octet-stream',
      'x-purpose': 'import',
      'x-file-name': 'big.csv',
      'content-length': String(UPLOAD_LIMIT + 1),
    };
    socket.write(
      `POST /upload HTTP/1.1\r\n${Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    );
    let text = '';
    socket.on('error', reject);
    socket.on('data', (part) => {
      text += part.toString('utf8');
    });
    socket.on('close', () => resolve(text));
  });
  expect(answer).toContain('"code":"file.too-large"');
  expect(open.core.tickets).toEqual([]);
});

test('there is no way out of the page: every path that is not in its map does not exist', async () => {
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/assets//a.js',
    '/assets/A.js',
    '/assets/',
    '/renderer-files.json',
    '//etc/passwd',
    '/assets/a.js%00.html',
    '/__proto__',
    '/constructor',
  ];
  for (const path of paths) {
    const answered = await knock(open.host.origin, path, { headers: open.ours });
    expect([path, answered.status, answered.body.includes('outside')]).toEqual([path, 404, false]);
  }
  expect((await knock(open.host.origin, '/assets/a.js', { headers: open.ours })).status).toBe(200);
});

test('an unknown method is refused', async () => {
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD', 'TRACE']) {
    for (const path of ['/', '/request', '/upload', '/events']) {
      expect([method, path, (await knock(open.host.origin, path, { method, headers: open.ours })).status]).toEqual([
        method,
        path,
        405,
      ]);
    }
  }
});

test('a ticket of another case, or a guessed one, downloads nothing', async () => {
  open.core.write('ticket-1', '报告.xlsx', Buffer.from('bytes'));
  const fetched = await knock(open.host.origin, '/download?ticket=ticket-1', { headers: open.ours });
  expect([fetched.status, fetched.body, fetched.headers['content-disposition']]).toEqual([
    200,
    'bytes',
    'attachment; filename="__.xlsx"; filename*=UTF-8\'\'%E6%8A%A5%E5%91%8A.xlsx',
  ]);
  expect((await knock(open.host.origin, '/download?ticket=ticket-2', { headers: open.ours })).status).toBe(404);
  open.core.tell({ event: 'case', case: null });
  expect((await knock(open.host.origin, '/download?ticket=ticket-1', { headers: open.ours })).status).toBe(404);
});
