import { expect, test } from 'vitest';
import { ColumnMemory } from '../../../../../electron/core/import/column-memory.ts';

test('a text that was read is recalled, also when it was read as nothing; another is not', () => {
  const memory = new ColumnMemory();
  memory.keep('付', 'out');
  memory.keep('-', undefined);
  expect([memory.recall('付'), memory.recall('-'), memory.recall('收')]).toEqual([
    { value: 'out' },
    { value: undefined },
    undefined,
  ]);
});

test('a column that never repeats itself is forgotten and goes on being read', () => {
  const memory = new ColumnMemory();
  for (let n = 0; n < 5_000; n++) {
    expect(memory.recall(`L${n}`)).toBeUndefined();
    memory.keep(`L${n}`, n);
  }
  expect(memory.recall('L1')).toBeUndefined();
});

test('a column with more texts than are kept begins anew and still recalls what it read last', () => {
  const memory = new ColumnMemory();
  for (let n = 0; n < 60_000; n++) {
    for (let again = 0; again < 2; again++) {
      const known = memory.recall(`甲${n}`);
      if (!known) memory.keep(`甲${n}`, n);
    }
  }
  expect(memory.recall('甲59999')).toEqual({ value: 59_999 });
});
