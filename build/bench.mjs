// `npm run --silent bench -- NAME [--json]`: measures one subject. The benches are test/speed/NAME.bench.ts; what one runs in a process of its own is
// in NAME.child.ts, which becomes child.js beside it.
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildStale } from './build.mjs';
import { root, say } from './tools.mjs';

/** @typedef {import('../test/speed/figure.ts').Figure} Figure */

const args = process.argv.slice(2);
const json = args.includes('--json');
const name = args.find((arg) => !arg.startsWith('--'));
const known = globSync('test/speed/*.bench.ts', { cwd: root })
  .map((file) => basename(file, '.bench.ts'))
  .sort();
const source = join(root, 'test/speed', `${name}.bench.ts`);
if (name === undefined || !existsSync(source)) {
  say(`npm run --silent bench -- NAME [--json]; NAME is one of: ${known.join(', ')}`);
  process.exit(2);
}

process.chdir(root);
console.log = console.error; // stdout belongs to the figures
await buildStale();
const { figures } = await import(pathToFileURL(await bundle(name, source)).href);
/** @type {Figure[]} */
const measured = await figures();
process.stdout.write(json ? `${JSON.stringify({ name, figures: measured })}\n` : table(measured));

/**
 * Bundled like the program itself, so that a bench may load any source of it; packages are loaded as they are installed.
 * @param {string} of
 * @param {string} file
 */
async function bundle(of, file) {
  const outDir = join(root, '.cache', 'bench', of);
  const child = file.replace(/\.bench\.ts$/, '.child.ts');
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root,
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { bench: file, ...(existsSync(child) && { child }) },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  return join(outDir, 'bench.js');
}

/** @param {Figure[]} lines */
function table(lines) {
  const head = ['', 'what', 'ours', 'peer', 'ratio', 'goal'];
  const rows = lines.map(({ what, ours, peer, ratio, bound, met }) => [
    met === null ? '' : met ? '✓' : '✗',
    what,
    ...[ours, peer, ratio, bound].map((value) => (value === null ? '–' : String(value))),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${[head, ...rows].map(line).join('\n')}\n`;
}
