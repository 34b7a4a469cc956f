import { isDay } from '../../../shared/evidence/day.ts';
import type { Args, Cli, Core } from '../command.ts';
import { Usage } from '../command.ts';

/** A question of the graph command: what it asks of the core and how it says the answer. */
export type GraphQuestion = (args: Args, cli: Cli, core: Core) => Promise<void>;

/** Options of every question about routes. */
export const limitOptions = {
  kind: 'values',
  'min-fen': 'value',
  since: 'value',
  until: 'value',
  'exclude-hubs': 'flag',
} as const;

export function limitsFrom(args: Args, cli: Cli) {
  const [since, until] = [dayFrom(args, cli, 'since'), dayFrom(args, cli, 'until')];
  const kinds = args.many('kind');
  const minFen = numberFrom(args, cli, 'min-fen');
  return {
    ...(kinds.length > 0 && { kinds: [...kinds] }),
    ...(minFen !== undefined && { minFen }),
    ...(since && { since }),
    ...(until && { until }),
    excludeHubs: args.flag('exclude-hubs'),
  };
}

export function numberFrom(args: Args, cli: Cli, option: string): number | undefined {
  const text = args.one(option);
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Usage(cli.say('missing', { what: `--${option} N` }));
  return Number(text);
}

function dayFrom(args: Args, cli: Cli, option: string): string | undefined {
  const text = args.one(option);
  if (text !== undefined && !isDay(text)) throw new Usage(cli.say('missing', { what: `--${option} YYYY-MM-DD` }));
  return text;
}

export function oneOf<const Word extends string>(
  args: Args,
  cli: Cli,
  option: string,
  words: readonly Word[],
): Word | undefined {
  const text = args.one(option);
  const word = words.find((each) => each === text);
  if (text !== undefined && word === undefined)
    throw new Usage(cli.say('missing', { what: `--${option} ${words.join('|')}` }));
  return word;
}

export function partyId(text: string | undefined, cli: Cli): number {
  if (text === undefined || !/^\d+$/.test(text)) throw new Usage(cli.say('missing', { what: 'PARTY' }));
  return Number(text);
}

/** The parties after the question's own word. */
export const partiesFrom = (args: Args, cli: Cli): number[] =>
  args.positional.slice(2).map((text) => partyId(text, cli));
