import { type Command, must, Usage } from '../command.ts';

const changes = ['end', 'reopen', 'remove', 'restore'] as const;

export default {
  name: 'change-tag',
  options: { day: 'value', reason: 'value' },
  async run(args, cli) {
    const [casePath, id, wanted] = args.positional;
    const what = changes.find((each) => each === wanted);
    if (!id || !/^\d+$/.test(id) || !what) throw new Usage(cli.say('missing', { what: `TAG ${changes.join('|')}` }));
    const reason = args.one('reason');
    if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const { core } = await cli.openCase(args, casePath);
    const day = args.one('day');
    const done = must(
      await core.ask('tags.change', { id: Number(id), what, reason, ...(day === undefined ? {} : { day }) }),
    );
    cli.answer(done, () => [cli.say('tagChanged', { id: done.id })]);
  },
} satisfies Command;
