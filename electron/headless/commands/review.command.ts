import { type Command, must, Usage } from '../command.ts';
import { findingId, isFinding } from '../finding-id.ts';

export default {
  name: 'review',
  options: { reason: 'value' },
  async run(args, cli) {
    const [casePath, finding, word] = args.positional;
    if (!isFinding(finding)) throw new Usage(cli.say('missing', { what: 'FINDING' }));
    const verdict = word === 'agree' ? 'agreed' : word === 'disagree' ? 'disagreed' : undefined;
    if (!verdict) throw new Usage(cli.say('missing', { what: 'agree|disagree' }));
    const { core } = await cli.openCase(args, casePath);
    const done = must(
      await core.ask('finding.review', {
        id: await findingId(finding, core),
        verdict,
        reason: args.one('reason') ?? '',
      }),
    );
    cli.answer(done, () => [`${done.number}  ${done.verdict}`]);
  },
} satisfies Command;
