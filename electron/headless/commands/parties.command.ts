import { type Command, must } from '../command.ts';

export default {
  name: 'parties',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const answer = must(await core.ask('parties.export', {}));
    cli.answer(answer, () =>
      answer.parties.map(
        (p) =>
          `#${p.id}  ${p.kind}  ${p.name}  ${p.identifiers.map((i) => `${i.type}:${i.value}`).join(' ')}  (${p.mentions.length})`,
      ),
    );
  },
} satisfies Command;
