import { expect, test } from 'vitest';
import { loadPage } from '../../../../electron/main/page.ts';
import { contentSecurityPolicy } from '../../../../electron/main/policy.ts';
import { schemes, servePage } from '../../../../electron/main/protocol.ts';
import { makeDist } from '../../../make/devhost.ts';

const page = loadPage(makeDist());
let scheme = '';
let answer: (request: { url: string; method: string }) => Promise<Response> = () =>
  Promise.reject(new Error('not served'));
servePage({ handle: (name, handler) => ([scheme, answer] = [name, handler as typeof answer]) }, page);
const get = (url: string, method = 'GET') => answer({ url, method });

test('the scheme is standard and secure, and bypasses nothing', () => {
  expect(schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  expect(scheme).toBe('app');
});

test('every file of the page is served with its type and a policy', async () => {
  for (const [path, { type }] of page.files) {
    const response = await get(`app://qingyuan${path}`);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the first page carries a nonce that holds for one load', async () => {
  const loads = [await get('app://qingyuan/'), await get('app://qingyuan/')];
  const nonces = await Promise.all(loads.map(async (load) => /nonce="([^"]+)"/.exec(await load.text())?.[1] ?? ''));
  expect(new Set(nonces).size).toBe(2);
  expect(loads.map((load) => load.headers.get('content-security-policy'))).toEqual(
    nonces.map((nonce) => contentSecurityPolicy(nonce)),
  );
});

test.each([
  'app://qingyuan/../secret.txt',
  'app://qingyuan/%2e%2e/secret.txt',
  'app://qingyuan/%2e%2e%2fsecret.txt',
  'app://qingyuan/..%5csecret.txt',
  'app://qingyuan/..\\secret.txt',
  'app://qingyuan/assets/../../secret.txt',
  'app://qingyuan//etc/passwd',
  'app://qingyuan/assets/a.js%00',
  'app://qingyuan/renderer-files.json',
  'app://qingyuan/constructor',
  'app://qingyuan/__proto__',
  'app://qingyuan.evil/index.html',
  'app://evil/index.html',
  'app://user@qingyuan/index.html',
  'app://qingyuan:80/index.html',
  'app:index.html',
  'file:///index.html',
  'not an address',
])('%s does not exist', async (url) => {
  const response = await get(url);
  expect([response.status, (await response.text()).includes('outside')]).toEqual([404, false]);
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get'])('%s is refused', async (method) => {
  expect((await get('app://qingyuan/', method)).status).toBe(405);
});
