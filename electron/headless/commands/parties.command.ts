import { type Command, must } from '../command.ts';
import { tagsAsked, tagWords } from '../tag-option.ts';

export default {
  name: 'parties',
  options: { tag: 'values' },
  async run(args, cli) {
    const tags = tagsAsked(args, cli);
    const { core } = await cli.openCase(args, args.positional[0]);
    const answer = must(await core.ask('parties.export', { tags }));
    cli.answer(answer, () => [
      ...answer.parties.map(
        (p) =>
          `#${p.id}  ${p.kind}  ${p.name}  ${p.identifiers.map((i) => `${i.type}:${i.value}`).join(' ')}  (${p.mentions.length})${p.tags.map((tag) => `  [${tagWords(tag, cli)}]`).join('')}`,
      ),
      ...(tags.length > 0 ? [cli.say('shownOf', { shown: answer.parties.length, total: answer.all })] : []),
    ]);
  },
} satisfies Command;
