import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'decide-relation',
  options: { reason: 'value' },
  async run(args, cli) {
    const [casePath, kind = '', a = '', b = '', verdict] = args.positional;
    if (verdict !== 'confirmed' && verdict !== 'rejected')
      throw new Usage(cli.say('missing', { what: 'confirmed|rejected' }));
    const { core } = await cli.openCase(args, casePath);
    const said = { kind, a: Number(a), b: Number(b), verdict, reason: args.one('reason') ?? '' } as const;
    const done = must(await core.ask('relations.decide', said));
    cli.answer(done, () => [cli.say('decided', { decision: done.decision, pairs: done.values })]);
  },
} satisfies Command;
