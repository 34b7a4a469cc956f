import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { biomeConfig } from './biome-config.ts';

// `node build/lint/write-biome-config.ts` after a change of rules.ts
const root = join(import.meta.dirname, '../..');
writeFileSync(join(root, 'biome.json'), biomeConfig());
process.exitCode = spawnSync('biome', ['format', '--write', 'biome.json'], { cwd: root, stdio: 'inherit' }).status ?? 1;
