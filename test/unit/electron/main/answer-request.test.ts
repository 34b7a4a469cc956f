import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerRequest, type ShellAnswers } from '../../../../electron/main/answer-request.ts';
import { ok, type Reply } from '../../../../shared/protocol/problem.ts';
import { requests } from '../../../../shared/protocol/requests.ts';

const shell = {
  'shell.choose-files': vi.fn(async () => ok({ files: [] })),
  'shell.choose-target': vi.fn(async () => ok({ ticket: null, name: '' })),
  'shell.show-written': vi.fn(async () => ok({ shown: false })),
  'shell.copy': vi.fn(async () => ok({ copied: true })),
} satisfies ShellAnswers;
const request = vi.fn(async (_name: string, _ask: unknown): Promise<Reply<unknown>> => ok('from the core'));
const log = vi.fn();
const answer = answerRequest(shell, { request }, log);

beforeEach(() => vi.clearAllMocks());

test('the shell answers its own requests, the core all others', async () => {
  expect(await answer('shell.show-written', { ticket: 'a' })).toEqual(ok({ shown: false }));
  expect(await answer('case.info', {})).toEqual(ok('from the core'));
  expect(request.mock.calls).toEqual([['case.info', {}]]);
  const names = Object.keys(requests).filter((name) => name.startsWith('shell.'));
  expect(Object.keys(shell).sort()).toEqual(names.sort());
});

test('a name that is not in the list is refused before anything sees it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (name) => {
      fc.pre(typeof name !== 'string' || !Object.hasOwn(requests, name));
      expect(await answer(name, {})).toMatchObject({ ok: false, problem: { code: 'request.unknown' } });
    }),
  );
  for (const name of ['__proto__', 'constructor', 'hasOwnProperty']) {
    expect(await answer(name, {})).toMatchObject({ ok: false, problem: { code: 'request.unknown' } });
  }
  expect(request).not.toHaveBeenCalled();
});

test.each(Object.keys(shell) as (keyof typeof shell)[])('%s refuses 200 malformed asks', async (name) => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (ask) => {
      fc.pre(!requests[name].ask.safeParse(ask).success);
      expect(await answer(name, ask)).toMatchObject({ ok: false, problem: { code: 'request.malformed' } });
    }),
    { numRuns: 200 },
  );
  expect(shell[name]).not.toHaveBeenCalled();
});

test('a Fault is answered with a reference; the log has the place but not the message, which may quote a cell', async () => {
  request.mockRejectedValueOnce(new Error('张某某 6222 0000'));
  const reply = await answer('case.info', {});
  expect(reply).toEqual({
    ok: false,
    problem: { code: 'fault', params: { ref: expect.stringMatching(/^[0-9a-f]{8}$/) } },
  });
  expect(log).toHaveBeenCalledOnce();
  const line = String(log.mock.calls[0]?.[0]);
  expect(line).toMatch(/^fault [0-9a-f]{8} while case\.info: Error \| at /);
  expect(line).not.toContain('张某某');
});
