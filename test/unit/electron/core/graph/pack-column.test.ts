import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Column, packColumn, unpackColumn } from '../../../../../electron/core/graph/pack-column.ts';

const kindOf = (column: Column) => column.constructor as { new (length: number): Column; BYTES_PER_ELEMENT: number };

/** Through bytes that begin anywhere, as a store hands them out. */
function back(column: Column, shift: number): Column {
  const bytes = packColumn(column);
  const moved = new Uint8Array(bytes.length + shift);
  moved.set(bytes, shift);
  return unpackColumn(moved.subarray(shift), kindOf(column));
}

const whole = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 9 }));
const money = fc.oneof(
  fc.constant(Number.NaN),
  fc.constantFrom(0, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
  fc.integer({ min: -1_000, max: 2 ** 31 }),
);
const column = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 255 })).map((list) => Uint8Array.from(list)),
  fc.array(whole).map((list) => Int32Array.from(list)),
  fc.array(money).map((list) => Float64Array.from(list)),
);

test('whatever a column holds, it comes back from its bytes', () => {
  fc.assert(
    fc.property(column, fc.integer({ min: 0, max: 9 }), (values, shift) => {
      expect(back(values, shift)).toEqual(values);
    }),
  );
});

test('every number takes as many bits as most of them need', () => {
  const size = 100_000;
  const of = (value: (i: number) => number) => Float64Array.from({ length: size }, (_, i) => value(i));
  const bitsEach = (values: Column) => Math.floor((8 * packColumn(values).length) / size);
  expect({
    all: bitsEach(of(() => Number.NaN)),
    fewValues: bitsEach(of((i) => (i % 200) * 1.5)),
    days: bitsEach(Int32Array.from({ length: size }, (_, i) => 20_240_101 + (i % 300))),
    degrees: bitsEach(Int32Array.from({ length: size }, (_, i) => (i === 7 ? 20_000 : i % 14))),
    amounts: bitsEach(of((i) => (i % 500 === 0 ? Number.NaN : i % 700 === 0 ? 2 ** 41 : i * 40_000 + 1))),
  }).toEqual({ all: 0, fewValues: 8, days: 9, degrees: 4, amounts: 32 });
  for (const values of [of((i) => -1 - i), Int32Array.from({ length: size }, (_, i) => (i % 70_000) - 9)])
    expect(back(values, 0)).toEqual(values);
});
