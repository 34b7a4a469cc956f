import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * A property is tried on the same cases every time: where it fails, it fails for everybody, and because the code changed. PROPERTY_SEED, a whole
 * number, looks for other cases.
 */
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_201);

if (readFileSync(expect.getState().testPath!, 'utf8').includes("from 'fast-check'")) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ seed });
}
