import { type Args, type Cli, Usage } from './command.ts';

/** The key to a sealed file, from --seal-passphrase-file or --identity-file. */
export function sealKey(args: Args, cli: Cli): { passphrase?: string; identity?: string } {
  const passphrase = args.one('seal-passphrase-file');
  if (passphrase !== undefined) return { passphrase: (cli.readText(passphrase).split(/\r?\n/)[0] ?? '').trim() };
  const identity = args.one('identity-file');
  if (identity === undefined) throw new Usage(cli.say('missing', { what: '--seal-passphrase-file | --identity-file' }));
  const line = cli
    .readText(identity)
    .split(/\r?\n/)
    .find((l) => l.startsWith('AGE-SECRET-KEY-'));
  return { identity: line ?? '' };
}

export const SEAL_KEY_OPTIONS = { 'seal-passphrase-file': 'value', 'identity-file': 'value' } as const;
