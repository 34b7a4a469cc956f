import { type Command, must, Usage } from '../command.ts';
import { findingId, isFinding } from '../finding-id.ts';
import { handRows } from '../hand-rows.ts';

export default {
  name: 'add-evidence',
  options: { reason: 'value', row: 'values' },
  async run(args, cli) {
    const [casePath, finding] = args.positional;
    if (!isFinding(finding)) throw new Usage(cli.say('missing', { what: 'FINDING' }));
    const reason = args.one('reason')?.trim();
    if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const rows = handRows(args, cli);
    const { core } = await cli.openCase(args, casePath);
    const added = must(await core.ask('finding.add-rows', { id: await findingId(finding, core), reason, rows }));
    cli.answer(added, () => [cli.say('findingAdded', { number: added.number, count: added.added.length })]);
  },
} satisfies Command;
