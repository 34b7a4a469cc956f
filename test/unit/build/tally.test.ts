import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runSuites, tallyPlaywright, tallyVitest } from '../../../build/tally.mjs';

const file = (name: string, statuses: string[], status = statuses.includes('failed') ? 'failed' : 'passed') => ({
  name: `/somewhere/test/${name}`,
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

test('the tests of each folder are counted on their own', () => {
  const report = {
    testResults: [
      file('unit/a.test.ts', ['passed', 'passed', 'skipped']),
      file('attack/b.test.ts', ['passed', 'failed', 'pending', 'todo']),
    ],
  };
  expect(tallyVitest(report, 1)).toEqual([
    { name: 'unit', passed: 2, failed: 0, skipped: 1 },
    { name: 'attack', passed: 1, failed: 1, skipped: 2 },
  ]);
});

test('a file that could not be loaded is a failure', () => {
  expect(tallyVitest({ testResults: [file('unit/a.test.ts', [], 'failed')] }, 1)).toEqual([
    { name: 'unit', passed: 0, failed: 1, skipped: 0 },
  ]);
  expect(tallyVitest({ testResults: [file('unit/a.test.ts', ['passed'], 'failed')] }, 1)).toEqual([
    { name: 'unit', passed: 1, failed: 1, skipped: 0 },
  ]);
});

test('a runner that ends badly although every test passed is a failure, and so is a run without tests', () => {
  const outside = { name: 'outside of tests', passed: 0, failed: 1, skipped: 0 };
  expect(tallyVitest({ testResults: [file('unit/a.test.ts', ['passed'])] }, 1)).toEqual([
    { name: 'unit', passed: 1, failed: 0, skipped: 0 },
    outside,
  ]);
  expect(tallyVitest({ testResults: [] }, 0)).toEqual([outside]);
  expect(tallyPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }, 0)).toContainEqual(outside);
});

test('a screen test that passed only the second time is counted as passed, and said', () => {
  expect(tallyPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }, 1)).toEqual([
    { name: 'screen (1 at the second try)', passed: 4, failed: 1, skipped: 2 },
  ]);
});

const exitCode = process.exitCode;
let printed: string[];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  process.exitCode = exitCode;
  vi.restoreAllMocks();
});

test('a failed suite does not stop the next, and the last line is the true total', async () => {
  await runSuites([
    () => [{ name: 'types', passed: 0, failed: 1, skipped: 0 }],
    async () => [{ name: 'unit', passed: 5, failed: 0, skipped: 1 }],
    () => [],
  ]);
  expect(printed.at(-1)).toBe('5 passed, 1 failed, 1 skipped');
  expect(process.exitCode).toBe(1);
  await runSuites([() => [{ name: 'unit', passed: 5, failed: 0, skipped: 0 }]]);
  expect([printed.at(-1), process.exitCode]).toEqual(['5 passed, 0 failed', 0]);
  await runSuites([() => [{ name: 'unit', passed: 0, failed: 0, skipped: 3 }]]);
  expect(process.exitCode).toBe(1);
});
