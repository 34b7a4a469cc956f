import { expect, test, vi } from 'vitest';
import { cutSession, cutWebRtc, switchOffline } from '../../../../electron/main/offline.ts';
import { FakeContents, FakeSession } from '../../../stubs/electron.ts';

const session = new FakeSession();
await cutSession(session as never);
const [filter] = session.webRequest.onBeforeRequest.mock.calls[0] as [
  (details: object, done: (r: object) => void) => void,
];
const proxies = [...session.setProxy.mock.calls];
const spelling = [...session.setSpellCheckerEnabled.mock.calls];

test.each([
  ['app://qingyuan/index.html', false],
  ['blob:app://qingyuan/0a1b', false],
  ['data:image/png;base64,AA==', false],
  ['https://example.com/', true],
  ['http://127.0.0.1/', true],
  ['ws://127.0.0.1/', true],
  ['wss://example.com/', true],
  ['ftp://example.com/', true],
  ['file:///etc/passwd', true],
  ['chrome-extension://abc/x.js', true],
  ['devtools://devtools/x.js', true],
  ['about:blank', true],
  ['application://x', true],
  ['xapp://qingyuan/', true],
])('a request to %s is cancelled: %s', (url, cancel) => {
  const done = vi.fn();
  filter({ url }, done);
  expect(done.mock.calls).toEqual([[{ cancel }]]);
});

test('every host, this machine included, is behind a proxy that is not there', () => {
  expect(proxies).toEqual([
    [{ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' }],
  ]);
});

test('no dictionary is downloaded', () => {
  expect(spelling).toEqual([[false]]);
});

test('WebRTC sends no packet past the proxy', () => {
  const contents = new FakeContents();
  cutWebRtc(contents as never);
  expect(contents.setWebRTCIPHandlingPolicy.mock.calls).toEqual([['disable_non_proxied_udp']]);
});

test('Chromium itself is told to be quiet, and no name resolves', () => {
  const appendSwitch = vi.fn();
  switchOffline({ appendSwitch });
  expect(appendSwitch.mock.calls).toEqual([
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['no-pings'],
    ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ]);
});
