// `npm run check`: everything that is known without running the program. Types, lint and format, unused code, layers.
import { architecture, lint, types, unused } from './suites.mjs';
import { runSuites } from './tally.mjs';

await runSuites([types, lint, unused, architecture]);
