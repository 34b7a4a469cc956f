import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Args, type Cli, ProblemExit, Usage } from './command.ts';

/** The generator is built beside the program and loaded by path: it belongs to how the product is made, not to the product. */
interface Generator {
  writeSample(
    dir: string,
    options: { seed: number; size: 'S' | 'M' | 'L'; noise: number; scope: 'core' | 'all' },
  ): string[];
}

/** Writes the fictitious sample (spreadsheets and their truth) to a folder: --size S|M|L, --scope core|all, --seed N, --noise 0..1. */
export async function writeSampleTo(dir: string, args: Args, cli: Cli): Promise<{ dir: string; files: string[] }> {
  const size = (args.one('size') ?? 'S').toUpperCase();
  if (size !== 'S' && size !== 'M' && size !== 'L') throw new Usage(cli.say('missing', { what: '--size S|M|L' }));
  const scope = args.one('scope') ?? 'core';
  if (scope !== 'core' && scope !== 'all') throw new Usage(cli.say('missing', { what: '--scope core|all' }));
  const seed = Number(args.one('seed') ?? 1);
  const noise = Number(args.one('noise') ?? 0.5);
  if (!Number.isInteger(seed) || !(noise >= 0 && noise <= 1))
    throw new Usage(cli.say('missing', { what: '--seed N --noise 0..1' }));
  const module = join(import.meta.dirname, '../sample/generate.js');
  if (!existsSync(module))
    throw new ProblemExit({ code: 'file.unreadable', params: { file: 'generate.js', why: 'ENOENT' } });
  const { writeSample } = (await import(pathToFileURL(module).href)) as Generator;
  return { dir: resolve(dir), files: writeSample(resolve(dir), { seed, size, noise, scope }) };
}
