import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'merge-parties',
  options: { reason: 'value' },
  async run(args, cli) {
    const [casePath, a, b] = args.positional;
    const reason = args.one('reason');
    if (!a || !b || !/^\d+ \d+$/.test(`${a} ${b}`)) throw new Usage(cli.say('missing', { what: 'A B' }));
    if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const { core } = await cli.openCase(args, casePath);
    const done = must(await core.ask('parties.merge', { a: Number(a), b: Number(b), reason }));
    cli.answer(done, () => [cli.say('decided', { decision: done.decision, pairs: 1 })]);
  },
} satisfies Command;
