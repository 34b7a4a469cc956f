import { beforeEach, expect, test, vi } from 'vitest';
import { CoreLink, type CoreWire } from '../../../../electron/main/core-link.ts';
import type { FromCore, ToCore } from '../../../../shared/protocol/events.ts';
import { ok } from '../../../../shared/protocol/problem.ts';

class FakeWire implements CoreWire {
  readonly posted: ToCore[] = [];
  message: (message: FromCore) => void = () => undefined;
  exit: () => void = () => undefined;
  killed = false;
  post(message: ToCore): void {
    this.posted.push(message);
  }
  onMessage(listener: (message: FromCore) => void): void {
    this.message = listener;
  }
  onExit(listener: () => void): void {
    this.exit = listener;
  }
  kill(): void {
    this.killed = true;
    this.exit();
  }
}

let wires: FakeWire[];
let link: CoreLink;
beforeEach(() => {
  wires = [];
  link = new CoreLink(() => {
    const wire = new FakeWire();
    wires.push(wire);
    return wire;
  });
});

test('replies find their asks in any order', async () => {
  const first = link.request('case.info', {});
  const second = link.request('app.info', {});
  expect(wires[0]?.posted).toEqual([
    { type: 'ask', id: 1, name: 'case.info', ask: {} },
    { type: 'ask', id: 2, name: 'app.info', ask: {} },
  ]);
  wires[0]?.message({ type: 'reply', id: 2, reply: ok('second') });
  wires[0]?.message({ type: 'reply', id: 1, reply: ok('first') });
  wires[0]?.message({ type: 'reply', id: 1, reply: ok('again') });
  expect([await first, await second]).toEqual([ok('first'), ok('second')]);
});

test('no core runs before something is asked of it', () => {
  expect(wires).toHaveLength(0);
});

test('a core that dies answers what was waiting, tells that the case is closed, and starts again with the next ask', async () => {
  const heard = vi.fn();
  link.onEvent(heard);
  const waiting = link.request('import.write', {});
  wires[0]?.message({ type: 'ready' });
  wires[0]?.exit();
  expect(await waiting).toEqual({ ok: false, problem: { code: 'core.gone' } });
  expect(heard.mock.calls).toEqual([[{ event: 'case', case: null }]]);
  const next = link.request('case.list', {});
  wires[1]?.message({ type: 'reply', id: 2, reply: ok([]) });
  expect(await next).toEqual(ok([]));
});

test('a core that ends before it was there is said not to have started, at every start anew', async () => {
  for (const start of [0, 1]) {
    const waiting = link.request('case.list', {});
    wires[start]?.exit();
    expect(await waiting).toEqual({ ok: false, problem: { code: 'core.not-started' } });
  }
});

test('locking asks the core to close, then ends its process', async () => {
  const waiting = link.request('case.info', {});
  const closing = link.close();
  expect(wires[0]?.posted.at(-1)).toEqual({ type: 'close' });
  expect(wires[0]?.killed).toBe(false);
  wires[0]?.message({ type: 'closed' });
  await closing;
  expect(wires[0]?.killed).toBe(true);
  expect(await waiting).toEqual({ ok: false, problem: { code: 'core.gone' } });
});

test('a core that does not close in time is ended all the same, and only once', async () => {
  vi.useFakeTimers();
  void link.request('case.info', {});
  const closing = Promise.all([link.close(), link.close()]);
  await vi.advanceTimersByTimeAsync(3_000);
  await closing;
  vi.useRealTimers();
  expect(wires[0]?.posted.filter(({ type }) => type === 'close')).toHaveLength(1);
  expect(wires[0]?.killed).toBe(true);
});

test('closing without a core is nothing to wait for', async () => {
  await link.close();
  expect(wires).toHaveLength(0);
});

test('events and written bytes reach who listens, until they stop', () => {
  const [event, written] = [vi.fn(), vi.fn()];
  const [offEvent, offWritten] = [link.onEvent(event), link.onWritten(written)];
  link.hand({ id: 't', purpose: 'report', direction: 'write', name: 'a.xlsx' });
  wires[0]?.message({ type: 'event', event: { event: 'changed', what: ['graph'] } });
  wires[0]?.message({ type: 'written', ticket: 't', name: 'a.xlsx', bytes: new Uint8Array([1]) });
  offEvent();
  offWritten();
  wires[0]?.message({ type: 'event', event: { event: 'changed', what: ['graph'] } });
  expect(event.mock.calls).toEqual([[{ event: 'changed', what: ['graph'] }]]);
  expect(written.mock.calls).toEqual([['t', 'a.xlsx', new Uint8Array([1])]]);
});
