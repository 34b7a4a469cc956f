import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'remove-entry',
  options: { reason: 'value' },
  async run(args, cli) {
    const [casePath, entry] = args.positional;
    if (!entry || !/^\d+$/.test(entry)) throw new Usage(cli.say('missing', { what: 'ENTRY' }));
    const reason = args.one('reason')?.trim();
    if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const { core } = await cli.openCase(args, casePath);
    const removed = must(await core.ask('manual.remove', { entry: Number(entry), reason }));
    cli.answer(removed, () => [cli.say('entryRemoved', { entry: removed.entry })]);
  },
} satisfies Command;
