import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'search',
  options: { limit: 'value' },
  async run(args, cli) {
    const [casePath, ...words] = args.positional;
    if (words.length === 0) throw new Usage(cli.say('missing', { what: 'TEXT' }));
    const { core } = await cli.openCase(args, casePath);
    const answer = must(await core.ask('search', { text: words.join(' '), limit: Number(args.one('limit') ?? 20) }));
    cli.answer(answer, () => [
      ...answer.hits.map(
        (hit) =>
          `${hit.kind}  ${hit.party ? `#${hit.party.id} ` : ''}${hit.title}  ${hit.detail}  ${hit.source ? `${hit.source.file} ${hit.source.sheet}!${hit.source.cell ?? hit.source.row}` : ''}`,
      ),
      ...Object.entries(answer.totals).map(
        ([kind, total]) =>
          `${kind}: ${cli.say('shownOf', { shown: answer.hits.filter((hit) => hit.kind === kind).length, total })}`,
      ),
    ]);
  },
} satisfies Command;
