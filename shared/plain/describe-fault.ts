/**
 * Name, code and stack frames of something thrown, for a log. Its message is left out unless asked for: it may quote a cell.
 */
export function describeFault(thrown: unknown, options: { withMessage?: boolean } = {}): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown ? ` ${String(thrown.code)}` : '';
  const message = options.withMessage ? ` ${thrown.message}` : '';
  const frames = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return [`${thrown.name}${code}${message}`, ...frames].join(' | ');
}
