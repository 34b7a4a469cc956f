import { expect, test, vi } from 'vitest';
import { refuseDownloads, stayOnPage } from '../../../../electron/main/navigation.ts';
import { FakeContents, FakeSession } from '../../../stubs/electron.ts';

const elsewhere = [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'app://qingyuan.evil/',
  'app://qingyuan/other.html',
  'app://user@qingyuan/',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  'blob:app://qingyuan/1',
  '',
];

test('the page can be left by no way', () => {
  const contents = new FakeContents();
  stayOnPage(contents as never);
  const went = (event: string, url: string): boolean => {
    const preventDefault = vi.fn();
    contents.emit(event, { url, preventDefault }, url);
    return preventDefault.mock.calls.length === 0;
  };
  for (const way of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    expect([way, elsewhere.filter((url) => went(way, url))]).toEqual([way, []]);
  }
  expect(went('will-navigate', 'app://qingyuan/')).toBe(true);
  expect(went('will-redirect', 'app://qingyuan/')).toBe(false);
});

test('no window opens another', () => {
  const contents = new FakeContents();
  stayOnPage(contents as never);
  const handler = contents.setWindowOpenHandler.mock.calls[0]?.[0] as (details: object) => unknown;
  for (const url of [...elsewhere, 'app://qingyuan/']) expect(handler({ url })).toEqual({ action: 'deny' });
});

test('the page downloads nothing', () => {
  const session = new FakeSession();
  refuseDownloads(session as never);
  const preventDefault = vi.fn();
  session.emit('will-download', { preventDefault }, {});
  expect(preventDefault).toHaveBeenCalledOnce();
});
