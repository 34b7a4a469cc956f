import { z } from 'zod';
import type { ProblemCode } from '../../shared/protocol/problem.ts';
import type { Ask } from '../../shared/protocol/requests.ts';
import { type Args, type Cli, type Core, must, ProblemExit, Usage } from './command.ts';

const typedFile = z.record(z.string(), z.union([z.string(), z.number()]));

/** Options of the commands that enter something by hand. */
export const entryOptions = { values: 'value', reason: 'value', replace: 'value', 'dry-run': 'flag' } as const;

/** What a JSON file of values says, by field: {"amount": "1.2万", "txn_date": "2024-08-02"}. */
function readValues(args: Args, cli: Cli): Record<string, string> {
  const file = args.one('values');
  if (file === undefined) throw new Usage(cli.say('missing', { what: '--values' }));
  try {
    const values = typedFile.parse(JSON.parse(cli.readText(file)));
    return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, String(value)]));
  } catch (error) {
    if (error instanceof ProblemExit) throw error;
    throw new Usage(cli.say('badValues', { file }), { cause: error });
  }
}

/** Enters what the options say and answers with its number and row; with --dry-run says how it would be read. */
export async function enter(
  core: Core,
  args: Args,
  cli: Cli,
  entry: Omit<Ask<'manual.check'>, 'values'>,
): Promise<void> {
  const ask = { ...entry, values: readValues(args, cli) };
  if (args.flag('dry-run')) {
    const { problems, values } = must(await core.ask('manual.check', ask));
    const worded = problems.map((each) => ({
      ...each,
      message: cli.problemText({ code: each.code as ProblemCode, seen: each.seen, params: each.params }),
    }));
    if (problems.some(({ rejects }) => rejects)) cli.exitCode = 3;
    cli.answer({ problems: worded, values }, () => [
      ...values.map(({ field, shown }) => `  ${field}  ${shown}`),
      ...worded.map(({ field, message }) => `  ! ${field ?? ''}  ${message}`),
    ]);
    return;
  }
  const reason = args.one('reason')?.trim();
  if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
  const replaced = args.one('replace');
  if (replaced !== undefined && !/^\d+$/.test(replaced)) throw new Usage(cli.say('missing', { what: 'ENTRY' }));
  const replaces = replaced === undefined ? {} : { replaces: Number(replaced) };
  const added = must(await core.ask('manual.add', { ...ask, reason, ...replaces }));
  cli.answer(added, () => [cli.say('entered', { entry: added.entry, row: added.rowId })]);
}
