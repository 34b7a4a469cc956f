import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Column, PIECE, packColumn, unpackPiece } from '../../../../../electron/core/graph/pack-column.ts';

/** Through bytes that begin anywhere, as a store hands them out. */
function back(column: Column, shift: number): Column {
  const into = column.slice().fill(0);
  let reached = 0;
  for (const bytes of packColumn(column)) {
    const moved = new Uint8Array(bytes.length + shift);
    moved.set(bytes, shift);
    // a store hands out a Buffer, the slice of which would begin where it does
    reached = unpackPiece(Buffer.from(moved.buffer, shift), into, reached);
  }
  expect(reached).toBe(column.length);
  return into;
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
  const bitsEach = (values: Column) =>
    Math.floor((8 * packColumn(values).reduce((sum, { length }) => sum + length, 0)) / size);
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

test('a column of several pieces comes back whole, each piece in the bits its own numbers need', () => {
  const values = Int32Array.from({ length: 2 * PIECE + 3 }, (_, i) => (i < PIECE ? 5 : i < 2 * PIECE ? i * 7 : -i));
  expect(back(values, 3)).toEqual(values);
  expect(packColumn(values).map(({ length }) => Math.round((8 * length) / PIECE))).toEqual([0, 21, 0]);
});
