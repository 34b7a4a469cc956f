import { expect, test } from 'vitest';
import { type AccountLine, accountChain } from '../../../../../electron/core/import/account-chain.ts';

const lines = (...list: Array<[day: string, moved: number, balance: number | null, sheet?: number]>): AccountLine[] =>
  list.map(([day, moved, balance, sheet = 1], i) => ({ row: i + 1, sheet, day, time: null, moved, balance }));

test('a chain that holds has no breaks, whichever way the sheet runs and however the lines of a day stand', () => {
  const old = lines(
    ['2024-01-01', 100, 100],
    ['2024-01-02', -30, 70],
    ['2024-01-02', 50, 120],
    ['2024-01-03', -20, 100],
  );
  for (const order of [old, old.toReversed(), [old[0], old[2], old[1], old[3]] as AccountLine[]])
    expect(accountChain(order)).toMatchObject({ lines: 4, balances: 4, breaks: [], gaps: [] });
});

test('a break tells what was expected and what was found', () => {
  const { breaks } = accountChain(lines(['2024-01-01', 100, 100], ['2024-01-02', -30, 60], ['2024-01-03', 5, 65]));
  expect(breaks).toEqual([{ row: 2, before: 1, day: '2024-01-02', expected: 70, found: 60 }]);
});

test('two files of one account, which overlap in time, are one chain', () => {
  const chain = accountChain(
    lines(
      ['2024-01-01', 100, 100, 1],
      ['2024-01-03', -20, 130, 1],
      ['2024-01-02', 50, 150, 2],
      ['2024-01-04', -30, 100, 2],
    ),
  );
  expect(chain.breaks).toEqual([]);
});

test('a pause is a gap where the balance after it does not follow, none where it does, and unproven without balances', () => {
  const week = (balance: (i: number) => number | null) =>
    lines(
      ...Array.from({ length: 5 }, (_, i): [string, number, number | null] => [`2024-01-0${i + 1}`, 10, balance(i)]),
      ['2024-04-01', 10, balance(5)],
    );
  expect(accountChain(week((i) => 10 * (i + 1))).gaps).toEqual([]);
  expect(accountChain(week((i) => (i === 5 ? 900 : 10 * (i + 1)))).gaps).toEqual([
    { from: '2024-01-06', to: '2024-03-31', proven: true },
  ]);
  expect(accountChain(week(() => null)).gaps).toEqual([{ from: '2024-01-06', to: '2024-03-31', proven: false }]);
});

test('a hundred thousand lines of one day are put in order without comparing each with each', () => {
  const many = Array.from({ length: 100_000 }, (_, i): [string, number, number | null] => ['2024-01-01', 1, i + 1]);
  const started = performance.now();
  expect(accountChain(lines(...many)).breaks).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5000);
});
