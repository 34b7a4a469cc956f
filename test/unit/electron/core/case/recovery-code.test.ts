import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRecoveryCode, parseRecoveryCode } from '../../../../../electron/core/case/recovery-code.ts';
import { recoverySheet } from '../../../../../electron/core/case/recovery-sheet.ts';

const key = createHash('sha256').update('a key for this test').digest();
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = makeRecoveryCode(key);
const groupOf = (typed: string) => {
  const reply = parseRecoveryCode(typed);
  return reply.ok ? 'ok' : reply.problem.params?.group;
};

test('a recovery code is eight groups of seven letters without I, L, O, U', () => {
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{7}-){7}[0-9A-HJKMNP-TV-Z]{7}$/);
});

test('every key comes back from its code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const reply = parseRecoveryCode(makeRecoveryCode(Buffer.from(bytes)));
      expect(reply.ok && reply.value.equals(Buffer.from(bytes))).toBe(true);
    }),
  );
});

test.each([
  ['small letters and spaces', code.toLowerCase().replaceAll('-', ' ')],
  ['no separators at all', code.replaceAll('-', '')],
  ['line ends', code.replaceAll('-', '\r\n')],
  [
    'full-width letters',
    [...code].map((c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join(''),
  ],
  ['I and L for 1, O for 0', code.replaceAll('1', 'l').replaceAll('0', 'O')],
])('it may be typed with %s', (_how, typed) => {
  expect(groupOf(typed)).toBe('ok');
});

test('each of the 1,736 single wrong letters is refused, and the group is named', () => {
  const plain = code.replaceAll('-', '');
  const named: unknown[] = [];
  for (let i = 0; i < 56; i++) {
    for (const letter of letters) {
      if (letter === plain[i]) continue;
      if (i % 7 === 3 && 'AZ3'.includes(letter))
        named.push([Math.floor(i / 7) + 1, groupOf(plain.slice(0, i) + letter + plain.slice(i + 1))]);
      else expect(refused(plain.slice(0, i) + letter + plain.slice(i + 1))).toBe(true);
    }
  }
  expect(named.length).toBeGreaterThan(20);
  for (const pair of named as [number, unknown][]) expect(pair[1]).toBe(pair[0]);
});

/** The check alone, without the search for the group: quick enough for all letters. */
function refused(plain: string): boolean {
  const bits = [...plain].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return !createHash('sha256').update(bytes.subarray(0, 32)).digest().subarray(0, 3).equals(bytes.subarray(32));
}

test('swapped neighbours, a missing letter, a strange letter and a missing group are named by their group', () => {
  const groups = code.split('-');
  const swapped = groups.map((g, i) => (i === 4 ? swapFirstPair(g) : g));
  expect(groupOf(swapped.join('-'))).toBe(5);
  expect(groupOf(groups.map((g, i) => (i === 2 ? g.slice(1) : g)).join('-'))).toBe(3);
  expect(groupOf(groups.map((g, i) => (i === 6 ? `U${g.slice(1)}` : g)).join('-'))).toBe(7);
  expect(groupOf(groups.slice(0, 5).join('-'))).toBe(6);
  expect(groupOf('')).toBe(1);
  expect(groupOf(makeRecoveryCode(randomBytes(32)).slice(0, 31) + code.slice(31))).toBe('1–8');
});

function swapFirstPair(group: string): string {
  const i = [...group].findIndex((letter, at) => letter !== group[at + 1]);
  return group.slice(0, i) + group[i + 1] + group[i] + group.slice(i + 2);
}

test('the sheet shows the code, the folder and nothing else of the case, in both languages', () => {
  const text = recoverySheet({
    key,
    caseId: '00000000-0000-4000-8000-000000000001',
    folder: '案件-2026-001.qycase',
    at: new Date('2026-03-01T00:00:00Z'),
  }).toString('utf8');
  expect(text.startsWith('\ufeff清源')).toBe(true);
  const printed = [...text.matchAll(/\d\) ([0-9A-Z]{7})/g)].map((match) => match[1]);
  expect(printed.slice(0, 8).join('-')).toBe(code);
  expect(printed.slice(8).join('-')).toBe(code);
  expect(text).not.toContain('{{');
});
