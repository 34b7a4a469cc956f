import { type Command, must, Usage } from '../command.ts';
import { findingId, isFinding } from '../finding-id.ts';

export default {
  name: 'remove-finding',
  options: { restore: 'flag' },
  async run(args, cli) {
    const [casePath, finding] = args.positional;
    if (!isFinding(finding)) throw new Usage(cli.say('missing', { what: 'FINDING' }));
    const { core } = await cli.openCase(args, casePath);
    const id = await findingId(finding, core);
    const name = args.flag('restore') ? 'finding.restore' : 'finding.remove';
    const turned = must(await core.ask(name, { id }));
    cli.answer(turned, () => [turned.number]);
  },
} satisfies Command;
