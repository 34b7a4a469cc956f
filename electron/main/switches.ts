/**
 * Arguments with which another program could look into this one, or make it talk: debugging, foreign code, foreign profiles, the
 * network. A packaged program that was started with one of them says so and ends before a case can be opened.
 */
const refused: readonly (string | RegExp)[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  /^inspect/,
  'debug',
  'debug-brk',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  /^proxy-/,
  'no-proxy-server',
  'host-rules',
  'host-resolver-rules',
  'disable-web-security',
  'allow-file-access-from-files',
  'no-sandbox',
  'disable-setuid-sandbox',
  'single-process',
  'in-process-gpu',
  'user-data-dir',
  'ignore-certificate-errors',
  'enable-logging',
  'log-net-log',
  'trace-startup',
  'password-store',
  'require',
  'import',
];

/** The switches of a command line that are refused, without their dashes and values. */
export function refusedSwitches(argv: readonly string[]): string[] {
  return argv
    .filter((argument) => argument.startsWith('-'))
    .map((argument) => argument.replace(/^-+/, '').split('=')[0]!.toLowerCase())
    .filter((name) => refused.some((each) => (typeof each === 'string' ? each === name : each.test(name))));
}
