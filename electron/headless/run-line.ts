import type { ModelRun } from '../../shared/protocol/findings.requests.ts';
import type { Cli } from './command.ts';

/** One line about one model's run. */
export const runLine = ({ model, status, examined, findings, ms, missing }: ModelRun, cli: Cli): string =>
  cli.say('runLine', { model, status, examined, findings, ms, missing: missing.join('; ') });
