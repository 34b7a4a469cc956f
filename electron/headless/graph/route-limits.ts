import { isDay } from '../../../shared/evidence/day.ts';
import { drawnKinds } from '../../../shared/ontology/index.ts';
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

const kindIds = drawnKinds.map(({ id }) => id);

export function limitsFrom(args: Args, cli: Cli) {
  const [since, until] = periodFrom(args, cli, 'since', 'until');
  const kinds = args.many('kind').map((kind) => wordFrom(kind, cli, 'kind', kindIds));
  const minFen = numberFrom(args, cli, 'min-fen');
  return {
    ...(kinds.length > 0 && { kinds }),
    ...(minFen !== undefined && { minFen }),
    ...(since && { since }),
    ...(until && { until }),
    excludeHubs: args.flag('exclude-hubs'),
  };
}

/** A whole number within bounds, or Usage that says what was written and what may be. */
export function numberFrom(args: Args, cli: Cli, option: string, bounds: Bounds = {}): number | undefined {
  const text = args.one(option);
  if (text === undefined) return undefined;
  const { least = 0, most = Number.MAX_SAFE_INTEGER, parts = false } = bounds;
  const number = Number(text);
  if (!(parts ? /^\d+(\.\d+)?$/ : /^\d+$/).test(text) || number < least || number > most)
    throw notFit(cli, `--${option}`, bounds.most === undefined ? `≥ ${least}` : `${least}–${most}`, text);
  return number;
}

interface Bounds {
  readonly least?: number;
  readonly most?: number;
  /** takes decimals */
  readonly parts?: boolean;
}

const notFit = (cli: Cli, option: string, fits: string, seen: string): Usage =>
  new Usage(cli.say('notFit', { option, fits, seen }));

export function dayFrom(args: Args, cli: Cli, option: string): string | undefined {
  const text = args.one(option);
  if (text !== undefined && !isDay(text)) throw notFit(cli, `--${option}`, 'YYYY-MM-DD', text);
  return text;
}

/** First and last day of a period; Usage where it ends before it begins, as nothing would ever be found. */
export function periodFrom(
  args: Args,
  cli: Cli,
  first: string,
  last: string,
): [string | undefined, string | undefined] {
  const [since, until] = [dayFrom(args, cli, first), dayFrom(args, cli, last)];
  if (since && until && until < since) throw notFit(cli, `--${last}`, `≥ ${since}`, until);
  return [since, until];
}

export function oneOf<const Word extends string>(
  args: Args,
  cli: Cli,
  option: string,
  words: readonly Word[],
): Word | undefined {
  const text = args.one(option);
  return text === undefined ? undefined : wordFrom(text, cli, option, words);
}

export function wordFrom<const Word extends string>(
  text: string,
  cli: Cli,
  option: string,
  words: readonly Word[],
): Word {
  const word = words.find((each) => each === text);
  if (word === undefined) throw notFit(cli, `--${option}`, words.join('|'), text);
  return word;
}

export function partyId(text: string | undefined, cli: Cli): number {
  if (text === undefined) throw new Usage(cli.say('missing', { what: 'PARTY' }));
  if (!/^\d{1,15}$/.test(text)) throw notFit(cli, 'PARTY', 'ID', text);
  return Number(text);
}

/** At least two parties after the question's own word. */
export function severalFrom(args: Args, cli: Cli): number[] {
  const parties = [...new Set(partiesFrom(args, cli))];
  if (parties.length < 2) throw new Usage(cli.say('missing', { what: 'PARTY PARTY' }));
  return parties;
}

/** The parties after the question's own word. */
export const partiesFrom = (args: Args, cli: Cli): number[] =>
  args.positional.slice(2).map((text) => partyId(text, cli));
