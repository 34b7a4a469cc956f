import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSample } from './generate.ts';
import type { SampleOptions } from './options.ts';

/** Writes the sample case into a folder, made if need be; returns the names of the files. */
export function writeSample(directory: string, options: SampleOptions): string[] {
  const files = generateSample(options);
  for (const { name, bytes } of files) {
    const path = join(directory, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, bytes);
  }
  return files.map((file) => file.name);
}
