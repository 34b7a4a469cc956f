import { beforeEach, expect, test, vi } from 'vitest';
import { serveRequests } from '../../../../electron/main/ipc.ts';
import { ok } from '../../../../shared/protocol/problem.ts';
import { ipcMain } from '../../../stubs/electron.ts';

const ours = { origin: 'app://qingyuan', parent: null };
const answer = vi.fn(async (_name: unknown, _ask: unknown) => ok('answered'));
let handler: (event: unknown, name: unknown, ask: unknown) => Promise<unknown>;

beforeEach(() => {
  vi.clearAllMocks();
  serveRequests(answer);
  handler = ipcMain.handle.mock.calls[0]?.[1] as typeof handler;
});

test('there is one channel', () => {
  expect(ipcMain.handle.mock.calls.map(([channel]) => channel)).toEqual(['qingyuan:request']);
});

test('the top frame of our page is answered', async () => {
  expect(await handler({ senderFrame: ours }, 'case.info', {})).toEqual(ok('answered'));
  expect(answer.mock.calls).toEqual([['case.info', {}]]);
});

test.each([
  ['a frame that is gone', null],
  ['a frame inside our page', { ...ours, parent: ours }],
  ['another origin', { ...ours, origin: 'https://example.com' }],
  ['an origin that begins like ours', { ...ours, origin: 'app://qingyuan.evil' }],
  ['our origin with a slash', { ...ours, origin: 'app://qingyuan/' }],
  ['an opaque origin', { ...ours, origin: 'null' }],
  ['no origin', { ...ours, origin: '' }],
  ['a page from a file', { ...ours, origin: 'file://' }],
  ['a frame that never says whose child it is', { origin: 'app://qingyuan', parent: undefined }],
])('%s is refused with a Problem and reaches nothing', async (_who, senderFrame) => {
  expect(await handler({ senderFrame }, 'case.info', {})).toEqual({ ok: false, problem: { code: 'request.refused' } });
  expect(answer).not.toHaveBeenCalled();
});
