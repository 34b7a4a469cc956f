import { join } from 'node:path';
import { root, run, say } from '../build/tools.mjs';

/**
 * Journeys and attacks run against dist/: make it what the sources say. When that fails, the suite `build` of `npm test` has failed
 * already; tests that need no build go on, the others run against the build before.
 */
export default function setup(): void {
  const code = run(process.execPath, [join(root, 'build/build.mjs')]);
  if (code !== 0) say('the build failed, so dist/ is older than its sources');
}
