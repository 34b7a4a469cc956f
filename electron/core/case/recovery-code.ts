import { createHash } from 'node:crypto';
import { failed, ok, type Reply } from '../../../shared/protocol/problem.ts';

/** 恢复码: 56 letters of Crockford's base32 (no I, L, O, U) in 8 groups of 7. It IS the key of the store, with a check of 24 bits. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupSize = 7;
const groups = 8;
const length = groups * groupSize;

export function makeRecoveryCode(key: Buffer): string {
  const text = toLetters(Buffer.concat([key, checkOf(key)]));
  return Array.from({ length: groups }, (_, i) => text.slice(i * groupSize, (i + 1) * groupSize)).join('-');
}

/**
 * Reads a recovery code as somebody typed it: spaces, hyphens, small letters, full-width letters, I and L for 1, O for 0.
 * Returns the key, or Problem case.bad-recovery-sheet with the number of the wrong group: the one whose length or letters are wrong,
 * or, when the check fails, the only place where one wrong letter or two swapped ones explain it. `1–8` when nothing single does.
 * A misread letter is never corrected by itself: the sheet is at hand and is to be read again.
 */
export function parseRecoveryCode(typed: string): Reply<Buffer> {
  const parts = typed
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s\-–—‐−]+/)
    .filter((part) => part !== '');
  const clean = parts.map((part) => part.replace(/[IL]/g, '1').replace(/O/g, '0'));
  if (clean.length === groups) {
    const odd = clean.findIndex((part) => part.length !== groupSize);
    if (odd >= 0) return wrongGroup(odd + 1);
  }
  const text = clean.join('');
  const stranger = [...text].findIndex((letter) => !letters.includes(letter));
  if (stranger >= 0) return wrongGroup(Math.min(groups, Math.floor(stranger / groupSize) + 1));
  if (text.length !== length)
    return wrongGroup(text.length < length ? Math.floor(text.length / groupSize) + 1 : groups);
  const key = keyOf(text);
  return key ? ok(key) : wrongGroup(explain(text) ?? `1–${groups}`);
}

const wrongGroup = (group: number | string): Reply<Buffer> => failed('case.bad-recovery-sheet', { params: { group } });

/** The group in which one other letter, or swapping two neighbours, would make the check fit; undefined when there is none or several. */
function explain(text: string): number | undefined {
  const found = new Set<number>();
  for (let i = 0; i < length; i++) {
    for (const letter of letters)
      if (letter !== text[i] && fits(text.slice(0, i) + letter + text.slice(i + 1))) found.add(groupOf(i));
    const [one, two] = [text[i], text[i + 1]];
    if (two !== undefined && one !== two && fits(text.slice(0, i) + two + one + text.slice(i + 2)))
      found.add(groupOf(i));
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const groupOf = (position: number): number => Math.floor(position / groupSize) + 1;

function fits(text: string): boolean {
  const key = keyOf(text);
  key?.fill(0);
  return key !== undefined;
}

function keyOf(text: string): Buffer | undefined {
  const bytes = fromLetters(text);
  const key = Buffer.from(bytes.subarray(0, 32));
  const good = checkOf(key).equals(bytes.subarray(32));
  bytes.fill(0);
  if (good) return key;
  key.fill(0);
  return undefined;
}

const checkOf = (key: Buffer): Buffer => createHash('sha256').update(key).digest().subarray(0, 3);

/** 5 bits for each letter, highest first. */
function toLetters(bytes: Buffer): string {
  let text = '';
  for (let bit = 0; bit < bytes.length * 8; bit += 5) {
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += letters[(pair >> (11 - (bit & 7))) & 31];
  }
  return text;
}

function fromLetters(text: string): Buffer {
  const bytes = Buffer.alloc((text.length * 5) / 8);
  for (let i = 0; i < text.length; i++) {
    const value = letters.indexOf(text[i] ?? '');
    for (let b = 0; b < 5; b++) {
      const bit = i * 5 + b;
      if ((value >> (4 - b)) & 1) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (128 >> (bit & 7));
    }
  }
  return bytes;
}
