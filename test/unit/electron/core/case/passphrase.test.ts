import { expect, test } from 'vitest';
import {
  isStrongPassphrase,
  suggestPassphrase,
  wordCount,
  wordOf,
} from '../../../../../electron/core/case/passphrase.ts';

test('a suggestion is six words of a list of 2,048, all different to the eye', () => {
  expect(wordCount).toBe(2048);
  const words = new Set(Array.from({ length: wordCount }, (_, n) => wordOf(n)));
  expect(words.size).toBe(2048);
  for (let i = 0; i < 200; i++) {
    const suggestion = suggestPassphrase();
    expect(suggestion.split('-').map((word) => words.has(word))).toEqual(Array(6).fill(true));
    expect(isStrongPassphrase(suggestion)).toBe(true);
  }
});

test('suggestions use the whole list', () => {
  const seen = new Set(Array.from({ length: 4000 }, suggestPassphrase).flatMap((suggestion) => suggestion.split('-')));
  expect(seen.size).toBeGreaterThan(2040);
});
