import { type Args, type Cli, ProblemExit } from './command.ts';

/** What opens a sealed file. Neither: this user's own identity is tried. */
export interface SealKey {
  readonly passphrase?: string;
  readonly identity?: string;
}

/** The key to a sealed file, from --seal-passphrase-file or --identity-file, else this user's own identity. */
export function sealKey(args: Args, cli: Cli): SealKey {
  const passphrase = args.one('seal-passphrase-file');
  if (passphrase !== undefined) return { passphrase: firstLine(cli, passphrase) };
  const identity = args.one('identity-file');
  if (identity === undefined) return {};
  const line = cli
    .readText(identity)
    .split(/\r?\n/)
    .find((l) => l.startsWith('AGE-SECRET-KEY-'));
  if (line === undefined) throw new ProblemExit({ code: 'seal.wrong-key' });
  return { identity: line.trim() };
}

/** Where neither is given, --passphrase-file may be what the file was sealed with: tried when the own identity does not fit. */
export const otherSealKey = (args: Args, cli: Cli, tried: SealKey): SealKey | undefined => {
  const file = args.one('passphrase-file');
  const isOwn = tried.passphrase === undefined && tried.identity === undefined;
  return isOwn && file !== undefined ? { passphrase: firstLine(cli, file) } : undefined;
};

const firstLine = (cli: Cli, file: string): string => (cli.readText(file).split(/\r?\n/)[0] ?? '').trim();

export const SEAL_KEY_OPTIONS = { 'seal-passphrase-file': 'value', 'identity-file': 'value' } as const;
