import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'end-silence',
  options: { reason: 'value' },
  async run(args, cli) {
    const [casePath, silence] = args.positional;
    if (!silence || !/^\d+$/.test(silence)) throw new Usage(cli.say('missing', { what: 'SILENCE' }));
    const reason = args.one('reason');
    if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const { core } = await cli.openCase(args, casePath);
    const done = must(await core.ask('suppression.end', { id: Number(silence), reason }));
    cli.answer(done, () => [String(done.id)]);
  },
} satisfies Command;
