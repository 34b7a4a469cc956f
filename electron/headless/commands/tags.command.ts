import { type Command, must, Usage } from '../command.ts';
import { tagWords } from '../tag-option.ts';

export default {
  name: 'tags',
  async run(args, cli) {
    const [casePath, party] = args.positional;
    if (!party || !/^\d+$/.test(party)) throw new Usage(cli.say('missing', { what: 'PARTY' }));
    const { core } = await cli.openCase(args, casePath);
    const answer = must(await core.ask('tags.read', { party: Number(party) }));
    cli.answer(answer, () => [
      ...answer.tags.map(({ tag, given, derived, source }) => {
        const words = tagWords(tag, cli);
        if (given === null) return `${words}  ${derived?.words ?? ''}  ${cellOf(source)}`;
        const state = given.removed ? cli.say('tagRemoved') : given.ended ? `→ ${given.ended.day}` : '';
        return cli.say('tagGiven', {
          id: given.id,
          words,
          post: `${given.org} ${given.post}`.trim(),
          reason: given.reason,
          state,
        });
      }),
      ...answer.posts.map(
        ({ org, post, firstDay, lastDay, source }) =>
          `${firstDay ?? '?'} – ${lastDay ?? ''}  ${org} ${post}  ${cellOf(source)}`,
      ),
      cli.say('shownOf', { shown: answer.posts.length, total: answer.postsTotal }),
    ]);
  },
} satisfies Command;

const cellOf = (source: { file: string; sheet: string; cell: string | null; row: number } | null): string =>
  source ? `${source.file} ${source.sheet}!${source.cell ?? source.row}` : '';
