import { join } from 'node:path';
import { CoreLink } from '../../electron/main/core-link.ts';
import { loadPage } from '../../electron/main/page.ts';
import { startHost } from './host.ts';
import { startCore } from './start-core.ts';

// Prints `QY_HOST address` for each address that opens the page once. Ends on SIGINT, SIGTERM, or when its stdin closes.
if (process.env.NODE_ENV === 'production') {
  process.stderr.write('the loopback host is for development and tests: it does not run in production\n');
  process.exit(2);
}

const dist = import.meta.dirname;
const log = (line: string): void => void process.stderr.write(`${line}\n`);

const core = new CoreLink(() => startCore(dist));
const host = await startHost({
  core,
  page: loadPage(join(dist, '..')),
  port: Number(process.env.QY_PORT ?? 0),
  announce: (address) => process.stdout.write(`QY_HOST ${address}\n`),
  log,
});

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await host.close();
  await core.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
process.stdin.on('end', () => void end()).resume();
