import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachment, readUploadName } from '../../../../build/devhost/files.ts';
import { contentSecurityPolicy } from '../../../../electron/main/policy.ts';
import { requests } from '../../../../shared/protocol/requests.ts';
import { type OpenHost, openHost } from '../../../make/devhost.ts';
import { json, knock, navigation } from '../../../make/knock.ts';

let open: OpenHost;
beforeAll(async () => {
  open = await openHost({ keepAliveMs: 40 });
});
afterAll(() => open.host.close());

const ask = async (name: string, ask: unknown): Promise<unknown> => {
  const body = JSON.stringify({ name, ask });
  const headers = { ...open.ours, ...json };
  return JSON.parse((await knock(open.host.origin, '/request', { method: 'POST', headers, body })).body);
};

test('the page carries the same policy as the window, with a nonce of its own each time', async () => {
  const load = () => knock(open.host.origin, '/', { headers: { ...navigation, cookie: open.ours.cookie ?? '' } });
  const pages = [await load(), await load()];
  const nonces = pages.map(({ body }) => /nonce="([^"]+)"/.exec(body)?.[1] ?? '');
  expect(new Set(nonces).size).toBe(2);
  expect(pages.map(({ headers }) => headers['content-security-policy'])).toEqual(
    nonces.map((nonce) => contentSecurityPolicy(nonce)),
  );
  expect(pages[0]?.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
});

test('a file of the page that changed on disk is not served', async () => {
  const { writeFileSync } = await import('node:fs');
  const { makeDist } = await import('../../../make/devhost.ts');
  const { answerPage, loadPage } = await import('../../../../electron/main/page.ts');
  const dist = makeDist();
  const page = loadPage(dist);
  expect((await answerPage(page, 'GET', '/assets/a.js')).status).toBe(200);
  writeFileSync(`${dist}/renderer/assets/a.js`, 'document.title = "b";');
  expect((await answerPage(page, 'GET', '/assets/a.js')).status).toBe(500);
});

test('an uploaded file becomes a ticket with its bytes, its name and the folder it stood in', async () => {
  const answered = await knock(open.host.origin, '/upload', {
    method: 'POST',
    headers: {
      ...open.ours,
      'content-type': 'application/octet-stream',
      'x-purpose': 'import',
      'x-file-name': encodeURIComponent('2024/三季度/付款明细.csv'),
    },
    body: Buffer.from('金额\n1\n'),
  });
  const { value } = JSON.parse(answered.body);
  expect(value).toEqual({ ticket: expect.stringMatching(/^[0-9a-f-]{36}$/), name: '付款明细.csv', bytes: 9 });
  expect(open.core.tickets.at(-1)).toEqual({
    id: value.ticket,
    purpose: 'import',
    direction: 'read',
    folder: '2024/三季度',
    name: '付款明细.csv',
    bytes: Buffer.from('金额\n1\n'),
  });
});

test('a target becomes a ticket without a path; what the core wrote to it can be fetched', async () => {
  const chosen = await ask('shell.choose-target', { purpose: 'report', suggestedName: '案件.xlsx' });
  const id = (chosen as { value: { ticket: string } }).value.ticket;
  expect(open.core.tickets.at(-1)).toEqual({ id, purpose: 'report', direction: 'write', name: '案件.xlsx' });
  open.core.write(id, '案件.xlsx', Buffer.from([0x50, 0x4b]));
  const fetched = await knock(open.host.origin, `/download?ticket=${id}`, { headers: open.ours });
  expect([fetched.body, fetched.headers['content-type'], fetched.headers['cache-control']]).toEqual([
    'PK',
    'application/octet-stream',
    'no-store',
  ]);
});

test('a request of the shell with a wrong shape is answered with a Problem', async () => {
  expect(await ask('shell.choose-target', { purpose: 'anything', suggestedName: 'x' })).toMatchObject({
    ok: false,
    problem: { code: 'request.malformed', params: { name: 'shell.choose-target' } },
  });
});

test('events arrive, the line is kept alive, and a page that left is forgotten', async () => {
  const before = open.core.listeners;
  let text = '';
  const request = get(new URL('/events', open.host.origin), { headers: open.ours, agent: false }, (response) => {
    response.on('data', (part: Buffer) => {
      text += part.toString('utf8');
    });
    response.on('error', () => undefined);
  });
  request.on('error', () => undefined);
  await expect.poll(() => open.core.listeners).toBe(before + 1);
  open.core.tell({ event: 'changed', what: ['graph'] });
  await expect.poll(() => text).toContain('data: {"event":"changed","what":["graph"]}\n\n');
  await expect.poll(() => text).toContain(': alive\n\n');
  request.destroy();
  await expect.poll(() => open.core.listeners).toBe(before);
  await wait(50);
});

test('a name in Content-Disposition cannot break out of its quotes', () => {
  expect(attachment('a"; filename="b.exe\r\nx: y.xlsx')).toBe(
    'attachment; filename="a__ filename__b.exe__x_ y.xlsx"; filename*=UTF-8\'\'a%22%3B%20filename%3D%22b.exe%0D%0Ax%3A%20y.xlsx',
  );
});

test('an upload says what it is for', () => {
  expect(readUploadName('sealed', 'a.qyseal')).toEqual({ purpose: 'sealed', folder: '', name: 'a.qyseal' });
  expect(readUploadName(undefined, 'a.qyseal')).toBeUndefined();
  expect(readUploadName('report', 'a.xlsx')).toBeUndefined();
});

test('whatever the window lets choose files for, the host takes them for', () => {
  for (const purpose of requests['shell.choose-files'].ask.shape.purpose.options)
    expect(readUploadName(purpose, 'a')).toEqual({ purpose, folder: '', name: 'a' });
});
