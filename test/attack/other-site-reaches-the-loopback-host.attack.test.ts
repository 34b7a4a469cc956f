/*
 * While the investigator works in the loopback page, the same browser shows a hostile page. It guesses the port and tries to reach
 * the host: by a name that was rebound to 127.0.0.1, by a form, by a script, by a frame, with and without the cookie.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenHost, openHost } from '../make/devhost.ts';
import { json, knock, navigation } from '../make/knock.ts';

let open: OpenHost;
beforeAll(async () => {
  open = await openHost();
});
afterAll(() => open.host.close());

const body = JSON.stringify({ name: 'case.info', ask: {} });
const status = async (path: string, headers: Record<string, string>, method = 'POST'): Promise<number> =>
  (await knock(open.host.origin, path, { method, headers, ...(method === 'POST' ? { body } : {}) })).status;

test('our own page is answered', async () => {
  const answered = await knock(open.host.origin, '/request', {
    method: 'POST',
    headers: { ...open.ours, ...json },
    body,
  });
  expect([answered.status, JSON.parse(answered.body)]).toEqual([200, { ok: true, value: { echo: 'case.info' } }]);
});

test('a name that was rebound to this machine is refused before anything else is looked at', async () => {
  const port = new URL(open.host.origin).port;
  for (const host of [
    'evil.test',
    `evil.test:${port}`,
    `localhost:${port}`,
    '127.0.0.1',
    `127.0.0.1:${Number(port) + 1}`,
  ]) {
    expect([host, await status('/request', { ...open.ours, ...json, host })]).toEqual([host, 421]);
  }
});

test('a script of another origin is refused, even with our cookie', async () => {
  const port = new URL(open.host.origin).port;
  for (const origin of [
    'http://evil.test',
    'null',
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    `${open.host.origin}.evil.test`,
  ]) {
    expect([origin, await status('/request', { ...open.ours, ...json, origin })]).toEqual([origin, 403]);
  }
});

test('a request that does not say where it comes from is refused', async () => {
  const { origin: _origin, ...withoutOrigin } = open.ours;
  const { 'sec-fetch-site': _site, ...withoutSite } = open.ours;
  expect(await status('/request', { ...withoutOrigin, ...json })).toBe(403);
  expect(await status('/request', { ...withoutSite, ...json })).toBe(403);
  for (const site of ['cross-site', 'same-site', 'none']) {
    expect([site, await status('/request', { ...open.ours, ...json, 'sec-fetch-site': site })]).toEqual([site, 403]);
    expect([site, await status('/events', { ...open.ours, 'sec-fetch-site': site }, 'GET')]).toEqual([site, 403]);
    expect([site, await status('/download?ticket=x', { ...open.ours, 'sec-fetch-site': site }, 'GET')]).toEqual([
      site,
      403,
    ]);
  }
});

test('a form cannot post, because no form can send our content type', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=utf-8',
    '',
  ]) {
    expect([type, await status('/request', { ...open.ours, 'content-type': type })]).toEqual([type, 415]);
    expect([type, await status('/upload', { ...open.ours, 'content-type': type })]).toEqual([type, 415]);
  }
});

test('a page of another site may not even load our page', async () => {
  expect(await status('/', { cookie: open.ours.cookie ?? '', 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(403);
  const ours = await knock(open.host.origin, '/', { headers: { ...navigation, cookie: open.ours.cookie ?? '' } });
  expect(ours.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(ours.headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(ours.headers['access-control-allow-origin']).toBeUndefined();
});

test('nothing of all this reached the core', () => {
  expect(open.core.asked).toEqual([{ name: 'case.info', ask: {} }]);
  expect(open.core.tickets).toEqual([]);
});
