import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'undo-decision',
  async run(args, cli) {
    const [casePath, decision] = args.positional;
    if (!decision || !/^\d+$/.test(decision)) throw new Usage(cli.say('missing', { what: 'DECISION' }));
    const { core } = await cli.openCase(args, casePath);
    const done = must(await core.ask('parties.undo', { decision: Number(decision) }));
    cli.answer(done, () => [cli.say('decided', { decision: done.decision, pairs: done.pairs })]);
  },
} satisfies Command;
