import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** A suite is a folder of test/. Journeys and attacks run against the built program, which their global setup makes current. */
const suite = (name: string, more: { globalSetup?: string; pattern?: string } = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.${more.pattern ?? 'test'}.ts`],
    ...(more.globalSetup ? { globalSetup: more.globalSetup } : {}),
  },
});

export default defineConfig({
  // the electron package's own entry downloads a binary when it is loaded
  resolve: { alias: { electron: join(import.meta.dirname, 'test/stubs/electron.ts') } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['test/offline.ts', 'test/properties.ts'],
    projects: [
      suite('unit'),
      suite('contract'),
      suite('architecture'),
      suite('journey', { globalSetup: 'test/built.ts' }),
      suite('attack', { globalSetup: 'test/built.ts', pattern: 'attack.test' }),
    ],
  },
});
