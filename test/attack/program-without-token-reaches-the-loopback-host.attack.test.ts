/*
 * Another program of this machine finds the port. It speaks HTTP well and can claim any header. What it does not have is the token
 * that was printed for the person at the terminal, or the cookie that came of it.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, type OpenHost, openHost } from '../make/devhost.ts';
import { json, knock, navigation, ownScript } from '../make/knock.ts';

let open: OpenHost;
beforeAll(async () => {
  open = await openHost();
});
afterAll(() => open.host.close());

const port = (): string => new URL(open.host.origin).port;

test('without the cookie nothing is answered: not the page, not a file of it, not a request', async () => {
  const own = ownScript(open.host.origin);
  const paths = ['/', '/index.html', '/assets/a.js', '/events', '/download?ticket=x', '/nothing'];
  const answers = await Promise.all(paths.map((path) => knock(open.host.origin, path, { headers: own })));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 401));
  const body = JSON.stringify({ name: 'case.info', ask: {} });
  const asked = await knock(open.host.origin, '/request', { method: 'POST', headers: { ...own, ...json }, body });
  expect(asked.status).toBe(401);
  expect(open.core.asked).toEqual([]);
});

test('a made-up cookie is no cookie', async () => {
  const real = open.ours.cookie ?? '';
  const made = [
    `qy_${port()}=`,
    `qy_${port()}=x`,
    `qy_${port()}`,
    `qy=${real.split('=')[1]}`,
    real.slice(0, -1),
    `${real}x`,
    '; ;=;',
  ];
  for (const cookie of made) {
    const { status } = await knock(open.host.origin, '/', { headers: { ...navigation, cookie } });
    expect([cookie, status]).toEqual([cookie, 401]);
  }
});

test('a token opens once; the terminal then shows another', async () => {
  const before = open.addresses.length;
  const address = open.addresses.at(-1) ?? '';
  expect(await enter(open.host.origin, address)).toMatch(new RegExp(`^qy_${port()}=[\\w-]{43}$`));
  const { pathname, search } = new URL(address);
  expect((await knock(open.host.origin, pathname + search, { headers: navigation })).status).toBe(403);
  expect(open.addresses).toHaveLength(before + 1);
  expect(open.addresses.at(-1)).not.toBe(address);
});

test('a guessed token opens nothing, and a program that only looks does not spend the real one', async () => {
  for (const path of ['/open', '/open?token=', '/open?token=x', '/open?token=undefined']) {
    expect([path, (await knock(open.host.origin, path, { headers: navigation })).status]).toEqual([path, 403]);
  }
  const { pathname, search } = new URL(open.addresses.at(-1) ?? '');
  expect((await knock(open.host.origin, pathname + search)).status).toBe(403);
  const crossSite = { ...navigation, 'sec-fetch-site': 'cross-site' };
  expect((await knock(open.host.origin, pathname + search, { headers: crossSite })).status).toBe(403);
  expect((await knock(open.host.origin, pathname + search, { headers: navigation })).status).toBe(303);
});

test('the cookie cannot be read by a script nor sent by another site', async () => {
  const { pathname, search } = new URL(open.addresses.at(-1) ?? '');
  const answered = await knock(open.host.origin, pathname + search, { headers: navigation });
  expect(String(answered.headers['set-cookie'])).toMatch(/^qy_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  expect(answered.headers.location).toBe('/');
});
