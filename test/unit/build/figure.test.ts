import { expect, test } from 'vitest';
import { against, ours } from '../../speed/figure.ts';
import { median, medians, peerProgram, takenBy } from '../../speed/measure.ts';

test('a figure says what was promised beforehand and whether it holds', () => {
  expect(ours('rows, seconds', 1.23456, { most: 2 })).toEqual({
    what: 'rows, seconds',
    ours: 1.235,
    peer: null,
    ratio: null,
    goal: 2,
    bound: 'ours ≤ 2',
    met: true,
  });
  expect(ours('recall', 0.9, { least: 0.95 })).toMatchObject({ goal: 0.95, bound: 'ours ≥ 0.95', met: false });
  expect(ours('rows', 12480)).toMatchObject({ ours: 12480, goal: null, bound: null, met: null });
});

test('against another program the bound is on the ratio', () => {
  expect(against('import, CPU seconds', 1, { name: 'openpyxl 3.0', value: 4 }, { most: 0.5 })).toEqual({
    what: 'import, CPU seconds (peer openpyxl 3.0)',
    ours: 1,
    peer: 4,
    ratio: 0.25,
    goal: 0.5,
    bound: 'ratio ≤ 0.5',
    met: true,
  });
});

test('a program that is absent is named as absent, and nothing is claimed', () => {
  expect(against('import', 1, { name: 'openpyxl', value: undefined }, { most: 0.5 })).toMatchObject({
    what: 'import (peer openpyxl: absent)',
    peer: null,
    ratio: null,
    bound: 'ratio ≤ 0.5',
    met: null,
  });
});

test('medians of runs that take turns', async () => {
  const order: string[] = [];
  const values = { a: [5, 1, 3], b: [2, 8, 4] };
  const next = (name: 'a' | 'b') => () => {
    order.push(name);
    return values[name].shift() ?? Number.NaN;
  };
  expect(await medians({ a: next('a'), b: next('b') })).toEqual({ a: 3, b: 4 });
  expect(order.join('')).toBe('ababab');
  expect(median([1, 2, 3, 10])).toBe(2.5);
});

test('a program is measured with what it starts, and one that fails throws', () => {
  const burn = 'while (process.cpuUsage().user < 200_000);';
  const { cpuSeconds, stdout } = takenBy({ command: process.execPath, args: ['-e', `${burn} console.log('out')`] });
  expect(stdout).toBe('out\n');
  expect(cpuSeconds).toBeGreaterThanOrEqual(0.19);
  expect(() => takenBy({ command: process.execPath, args: ['-e', 'process.exit(3)'] })).toThrow('3');
  expect(peerProgram('a-program-that-is-not-here')).toBeUndefined();
});
