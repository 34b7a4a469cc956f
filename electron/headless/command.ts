import type { Problem, Reply } from '../../shared/protocol/problem.ts';
import type { Core } from '../core/core.ts';
import type { Cli } from './cli.ts';

/** One command of the command line: one file in commands/, found by its folder. Its help text is cli[name] in shared/text. */
export interface Command {
  readonly name: string;
  /** options with a value / without one, beside those every command knows */
  readonly options?: Readonly<Record<string, 'value' | 'values' | 'flag'>>;
  readonly run: (args: Args, cli: Cli) => Promise<void>;
}

export interface Args {
  readonly positional: readonly string[];
  readonly one: (option: string) => string | undefined;
  readonly many: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
}

/** Wrong usage: exit code 2. */
export class Usage extends Error {}

/** A Problem came back: exit code 3. */
export class ProblemExit extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.code, options);
    this.problem = problem;
  }
}

/** The value of a Reply, or the way out with its Problem. */
export function must<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new ProblemExit(reply.problem);
  return reply.value;
}

export type { Cli, Core };
