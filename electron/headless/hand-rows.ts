import { type Args, type Cli, Usage } from './command.ts';

const written = /^(\d+)(?::([a-z_]+))?$/;

/** --row 1234 or --row 1234:amount, as often as there are rows; wrong usage without one. */
export function handRows(args: Args, cli: Cli): Array<{ rowId: number; field?: string }> {
  const rows = args.many('row').map((text) => written.exec(text));
  if (rows.length === 0 || rows.includes(null)) throw new Usage(cli.say('missing', { what: '--row ROW[:FIELD]' }));
  return rows.map((match) => ({ rowId: Number(match?.[1]), ...(match?.[2] ? { field: match[2] } : {}) }));
}
