// The one entry of `npm start`, `npm test`, `npm run check|bench|qy|package`. Works on a fresh clone with any Node >= 18:
// installs what is missing, then goes on under the pinned Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isStale } from './stale.mjs';
import { install, nodeBinary, root, run, say, toolEnv } from './tools.mjs';

const commands = ['start', 'test', 'check', 'bench', 'qy', 'package'];
const [command = 'start', ...args] = process.argv.slice(2);
if (!commands.includes(command)) {
  say(`unknown command ${command}; known: ${commands.join(', ')}`);
  process.exit(2);
}

install();
const env = toolEnv();
if (command === 'qy' && args[0] === 'serve' && !args.includes('--help'))
  goOn('build/start.mjs', ['--loopback', ...args.slice(1)]);
else if (command === 'qy') qy();
else goOn(`build/${command}.mjs`, args);

/** The command line of the program itself: built only when a source changed. */
function qy() {
  /** @type {import('./stale.mjs').Part[]} */
  const needed = args[0] === 'sample' || args[0] === 'demo' ? ['node', 'sample'] : ['node'];
  const stale = needed.filter(isStale);
  if (stale.length > 0) {
    const code = run(nodeBinary(), [join(root, 'build/build.mjs'), ...stale], { env });
    if (code !== 0) process.exit(4);
  }
  goOn('dist/electron/qy.js', args);
}

/**
 * Hands over to another program: its streams and its exit code are ours.
 * @param {string} file
 * @param {string[]} rest
 */
function goOn(file, rest) {
  const child = spawn(nodeBinary(), [join(root, file), ...rest], { stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('error', (cause) => {
    say(`could not start ${file}: ${cause.message}`);
    process.exit(4);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
