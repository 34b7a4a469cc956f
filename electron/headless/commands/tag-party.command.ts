import { type Command, must, Usage } from '../command.ts';
import { tagsAsked, tagWords } from '../tag-option.ts';

export default {
  name: 'tag-party',
  options: { tag: 'values', post: 'value', org: 'value', from: 'value', to: 'value', reason: 'value' },
  async run(args, cli) {
    const [casePath, party] = args.positional;
    if (!party || !/^\d+$/.test(party)) throw new Usage(cli.say('missing', { what: 'PARTY' }));
    const [tag] = tagsAsked(args, cli);
    if (!tag) throw new Usage(cli.say('missing', { what: '--tag' }));
    const reason = args.one('reason');
    if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const { core } = await cli.openCase(args, casePath);
    const said = {
      post: args.one('post') ?? '',
      org: args.one('org') ?? '',
      from: args.one('from') ?? null,
      to: args.one('to') ?? null,
    };
    const done = must(await core.ask('tags.add', { party: Number(party), tag, reason, ...said }));
    cli.answer(done, () => [cli.say('tagAdded', { id: done.id, words: tagWords(tag, cli) })]);
  },
} satisfies Command;
