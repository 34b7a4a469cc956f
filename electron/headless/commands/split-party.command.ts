import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'split-party',
  options: { reason: 'value' },
  async run(args, cli) {
    const [casePath, party, ...mentions] = args.positional;
    const reason = args.one('reason');
    if (!party || mentions.length === 0 || ![party, ...mentions].every((id) => /^\d+$/.test(id)))
      throw new Usage(cli.say('missing', { what: 'ID MENTION…' }));
    if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const { core } = await cli.openCase(args, casePath);
    const ask = { party: Number(party), mentions: mentions.map(Number), reason };
    const done = must(await core.ask('parties.split', ask));
    const parties = done.parties.map((id) => `#${id}`).join(' ');
    cli.answer(done, () => [cli.say('splitInto', { decision: done.decision, party: done.party, parties })]);
  },
} satisfies Command;
