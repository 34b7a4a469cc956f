import { type Command, must, Usage } from '../command.ts';
import { findingId, isFinding } from '../finding-id.ts';

export default {
  name: 'undo-dispose',
  async run(args, cli) {
    const [casePath, finding] = args.positional;
    if (!isFinding(finding)) throw new Usage(cli.say('missing', { what: 'FINDING' }));
    const { core } = await cli.openCase(args, casePath);
    const done = must(await core.ask('finding.undo-dispose', { id: await findingId(finding, core) }));
    cli.answer(done, () => [`${done.number}  ${done.status}`]);
  },
} satisfies Command;
