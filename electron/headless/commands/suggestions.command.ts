import { alikeReason } from '../../../shared/protocol/alike.requests.ts';
import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'suggestions',
  options: { reason: 'value', least: 'value', unsure: 'flag', limit: 'value' },
  async run(args, cli) {
    const reason = alikeReason.optional().safeParse(args.one('reason'));
    if (!reason.success) throw new Usage(cli.say('missing', { what: alikeReason.options.join('|') }));
    const { core } = await cli.openCase(args, args.positional[0]);
    const answer = must(
      await core.ask('parties.suggestions', {
        ...(reason.data && { reason: reason.data }),
        least: Number(args.one('least') ?? 0),
        state: args.flag('unsure') ? 'unsure' : 'open',
        limit: Number(args.one('limit') ?? 100),
        refresh: true,
      }),
    );
    cli.answer(answer, () => [
      ...answer.rows.map(({ a, b, score, reasons }) =>
        cli.say('suggestionLine', {
          score: score.toFixed(2),
          a: a.id,
          b: b.id,
          nameA: a.name,
          nameB: b.name,
          reasons: reasons.join(' '),
        }),
      ),
      cli.say('shownOf', { shown: answer.rows.length, total: answer.total }),
    ]);
  },
} satisfies Command;
