import { expect, test, vi } from 'vitest';
import { permissions, refusePermissions } from '../../../../electron/main/permissions.ts';
import { FakeSession } from '../../../stubs/electron.ts';

const session = new FakeSession();
refusePermissions(session as never);
/** What each door was given, in order. */
const given = (door: { mock: { calls: unknown[][] } }) => door.mock.calls.map(([handler]) => handler);
const handlers = {
  request: given(session.setPermissionRequestHandler),
  check: given(session.setPermissionCheckHandler),
  device: given(session.setDevicePermissionHandler),
  screen: given(session.setDisplayMediaRequestHandler),
  bluetooth: given(session.setBluetoothPairingHandler),
  usb: given(session.setUSBProtectedClassesHandler),
} as const;

type RequestHandler = (contents: null, permission: string, done: (granted: boolean) => void, details: object) => void;
type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;
const request = handlers.request.at(-1) as RequestHandler;
const check = handlers.check.at(-1) as CheckHandler;

test('Electron knows 46 permissions, and each has been read', () => {
  expect(Object.keys(permissions)).toHaveLength(46);
});

test.each([...Object.keys(permissions), 'a-permission-of-a-later-electron', '__proto__', 'constructor'])(
  '%s is refused, asked or checked',
  (name) => {
    const done = vi.fn();
    request(null, name, done, {});
    expect(done.mock.calls).toEqual([[false]]);
    expect(check(null, name, 'app://qingyuan', {})).toBe(false);
  },
);

test('devices, screens, pairing and protected USB classes are refused', () => {
  const first = (list: unknown[]) => list[0] as (...args: unknown[]) => unknown;
  const done = vi.fn();
  expect(first(handlers.device)({ deviceType: 'hid' })).toBe(false);
  first(handlers.screen)({}, done);
  first(handlers.bluetooth)({}, done);
  expect(done.mock.calls).toEqual([[null], [{ confirmed: false }]]);
  expect(first(handlers.usb)({ protectedClasses: ['audio'] })).toEqual(['audio']);
});

test('what was granted before is forgotten first', () => {
  expect(handlers.request[0]).toBeNull();
});
