import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { eachSampleFile } from './generate.ts';
import type { SampleOptions } from './options.ts';

/** Megabytes of objects that size L takes: it holds five million rows with what is true of each, more than Node allows by itself. */
const MEGABYTES_OF_L = 8_000;

/** Writes the sample case into a folder, made if need be; returns the names of the files. Size L is written by a process of its own. */
export function writeSample(directory: string, options: SampleOptions): string[] {
  if (options.size === 'L' && getHeapStatistics().heap_size_limit < MEGABYTES_OF_L * 1e6)
    return withMoreMemory(directory, options);
  const names: string[] = [];
  for (const { name, parts } of eachSampleFile(options)) {
    const path = join(directory, name);
    mkdirSync(join(path, '..'), { recursive: true });
    const file = openSync(path, 'w');
    for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
    closeSync(file);
    names.push(name);
  }
  return names;
}

function withMoreMemory(directory: string, options: SampleOptions): string[] {
  const program = `const { writeSample } = await import(${JSON.stringify(import.meta.url)});
    process.stdout.write(JSON.stringify(writeSample(${JSON.stringify(directory)}, ${JSON.stringify(options)})));`;
  const done = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MEGABYTES_OF_L}`, '--input-type=module', '-e', program],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 },
  );
  if (done.status !== 0) throw new Error(`size L was not written: it takes ${MEGABYTES_OF_L} MB of memory`);
  return JSON.parse(done.stdout) as string[];
}
