/**
 * What one suite found. A suite that could not even report counts as one failure.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number }} Tally
 * @typedef {() => Tally[] | Promise<Tally[]>} Suite
 */

/**
 * Runs the suites one after the other, prints a line for each, and one closing line with the total alone on the line.
 * Sets the exit code.
 * @param {Suite[]} suites
 */
export async function runSuites(suites) {
  /** @type {Tally[]} */
  const tallies = [];
  for (const suite of suites) tallies.push(...(await suite()));
  const width = Math.max(...tallies.map((tally) => tally.name.length));
  console.log('');
  for (const tally of tallies) console.log(`${tally.name.padEnd(width)}  ${inWords(tally)}`);
  const total = tallies.reduce(add, { name: '', passed: 0, failed: 0, skipped: 0 });
  console.log('');
  console.log(inWords(total));
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** @param {Tally} tally */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
function add(a, b) {
  return { name: a.name, passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * @param {unknown} report vitest's JSON report
 * @param {number} exitCode
 * @returns {Tally[]} one for each folder of test/
 */
export function tallyVitest(report, exitCode) {
  const { testResults } = /** @type {VitestReport} */ (report);
  /** @type {Map<string, Tally>} */
  const suites = new Map();
  for (const file of testResults) {
    const name = /[\\/]test[\\/]([^\\/]+)[\\/]/.exec(file.name)?.[1] ?? 'vitest';
    const tally = suites.get(name) ?? { name, passed: 0, failed: 0, skipped: 0 };
    suites.set(name, tally);
    for (const { status } of file.assertionResults) {
      if (status === 'passed') tally.passed++;
      else if (status === 'failed') tally.failed++;
      else tally.skipped++;
    }
    // a file that could not be loaded, or whose hooks failed, has no failed test of its own
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) tally.failed++;
  }
  return blame([...suites.values()], exitCode);
}

/**
 * @param {unknown} report Playwright's JSON report
 * @param {number} exitCode
 * @returns {Tally[]}
 */
export function tallyPlaywright(report, exitCode) {
  const { stats } = /** @type {PlaywrightReport} */ (report);
  // what passed at its second try is said, not hidden: the machine was slow, or the test is not sure of itself
  const name = stats.flaky === 0 ? 'screen' : `screen (${stats.flaky} at the second try)`;
  const passed = stats.expected + stats.flaky;
  return blame([{ name, passed, failed: stats.unexpected, skipped: stats.skipped }], exitCode);
}

/**
 * A runner that ended badly although every test passed saw an error outside of them: that is a failure too. So is a run without a test.
 * @param {Tally[]} tallies
 * @param {number} exitCode
 * @returns {Tally[]}
 */
function blame(tallies, exitCode) {
  const tests = tallies.reduce((sum, tally) => sum + tally.passed + tally.failed + tally.skipped, 0);
  const failed = tallies.some((tally) => tally.failed > 0);
  if (failed || (exitCode === 0 && tests > 0)) return tallies;
  return [...tallies, { name: 'outside of tests', passed: 0, failed: 1, skipped: 0 }];
}

/**
 * @typedef {{ testResults: { name: string, status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport
 */
