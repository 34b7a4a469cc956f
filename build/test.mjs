// `npm test`: everything. A failed suite does not stop the next one, so the last line always tells the true total.
import { afterBuild, beforeBuild, built, lint, screen, types, unused } from './suites.mjs';
import { runSuites } from './tally.mjs';

await runSuites([types, lint, unused, beforeBuild, built, afterBuild, screen]);
