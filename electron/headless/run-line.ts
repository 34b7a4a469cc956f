import type { ModelRun } from '../../shared/protocol/findings.requests.ts';
import type { Cli } from './command.ts';

/** One line about one model's run. */
export const runLine = (
  { model, status, examined, findings, ms, missing, unchangedSince }: ModelRun,
  cli: Cli,
): string => {
  const line = { model, status, examined, findings, missing: missing.join('; ') };
  return unchangedSince
    ? cli.say('runStands', { ...line, run: unchangedSince.run })
    : cli.say('runLine', { ...line, ms });
};
