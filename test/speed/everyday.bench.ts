import { join } from 'node:path';
import { type Figure, ours } from './figure.ts';
import { medians, qy, root, takenBy } from './measure.ts';

const node = (...args: string[]) => takenBy({ command: process.execPath, args });

/** What a person waits for every day: the command line answering, and the program being built. */
export async function figures(): Promise<Figure[]> {
  const nothing = join(root, 'build/run.mjs');
  const starts = await medians(
    {
      bare: () => node('-e', '0').wallSeconds,
      help: () => takenBy(qy('--help')).wallSeconds,
      helpCpu: () => takenBy(qy('--help')).cpuSeconds,
      throughRun: () => node(nothing, 'qy', '--help').wallSeconds,
      throughNpm: () => takenBy({ command: 'npm', args: ['run', '--silent', 'qy', '--', '--help'] }).wallSeconds,
    },
    5,
  );
  const stale = takenBy({
    command: process.execPath,
    args: [
      '--input-type=module',
      '-e',
      `import { allParts, isStale } from ${JSON.stringify(join(root, 'build/stale.mjs'))};
       const start = performance.now(); allParts.map(isStale); console.log(performance.now() - start);`,
    ],
  });
  const build = node(join(root, 'build/build.mjs'), '--again');
  return [
    ours('an empty Node program, seconds on the wall', starts.bare),
    ours('qy --help, seconds on the wall', starts.help, { most: 0.5 }),
    ours('qy --help, CPU seconds', starts.helpCpu, { most: 0.5 }),
    ours('node build/run.mjs qy --help, seconds on the wall', starts.throughRun, { most: 0.8 }),
    ours('npm run --silent qy -- --help, seconds on the wall', starts.throughNpm, { most: 1.5 }),
    ours('noticing that nothing has to be built, milliseconds', Number(stale.stdout), { most: 100 }),
    ours('building everything anew, seconds on the wall', build.wallSeconds, { most: 30 }),
  ];
}
