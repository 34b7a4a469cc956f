import { type Args, type Command, Usage } from './command.ts';

/** Options that every command understands. */
const COMMON = { json: 'flag', lang: 'value', help: 'flag', 'passphrase-file': 'value', actor: 'value' } as const;

/** Splits the command line into positionals and options; anything unknown is wrong usage. `--name=value` works too; `--` ends options. */
export function readArgs(
  argv: readonly string[],
  options: NonNullable<Command['options']>,
  unknown: (what: string) => string,
): Args {
  const known: Readonly<Record<string, 'value' | 'values' | 'flag'>> = { ...COMMON, ...options };
  const positional: string[] = [];
  const values = new Map<string, string[]>();
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] as string;
    if (arg === '--') {
      positional.push(...argv.slice(i + 1));
      break;
    }
    if (!arg.startsWith('--')) {
      positional.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
    const kind = known[name];
    if (kind === undefined) throw new Usage(unknown(arg));
    if (kind === 'flag') {
      values.set(name, ['']);
      continue;
    }
    const value = inline ?? argv[++i];
    if (value === undefined) throw new Usage(unknown(arg));
    values.set(name, kind === 'values' ? [...(values.get(name) ?? []), value] : [value]);
  }
  return {
    positional,
    one: (option) => values.get(option)?.[0],
    many: (option) => values.get(option) ?? [],
    flag: (option) => values.has(option),
  };
}
