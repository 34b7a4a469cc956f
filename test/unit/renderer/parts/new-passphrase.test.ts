import { expect, test } from 'vitest';
import { isStrongPassphrase } from '../../../../electron/core/case/passphrase.ts';
import { isUsable, noPassphrase, strengthOf } from '../../../../renderer/parts/new-passphrase.ts';

test('what the window calls usable is what the core accepts', () => {
  for (const typed of [
    '',
    'short',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcd abcd abcd',
    'abcde abcde ab',
    '一二三四五六七八九十百千万亿',
    'beishan-qingyun-lanxia-hongtian-muzhou-pingwei',
  ]) {
    expect([typed, isUsable({ text: typed, again: typed, suggested: null })]).toEqual([
      typed,
      isStrongPassphrase(typed),
    ]);
  }
});

test('two passphrases that differ are not usable', () => {
  expect(isUsable({ ...noPassphrase, text: 'correct horse battery', again: 'correct horse batterz' })).toBe(false);
});

test('strength grows with length and variety', () => {
  const strengths = [
    '',
    'abc',
    'abababababababab',
    'abcdefgabcdefg',
    'abcdefghijabcdefghij',
    'beishan-qingyun-lanxia-hongtian',
  ].map(strengthOf);
  expect(strengths).toEqual(['none', 'short', 'poor', 'fair', 'good', 'strong']);
});
