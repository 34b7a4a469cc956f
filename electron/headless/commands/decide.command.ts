import { alikeReason, verdict as verdicts } from '../../../shared/protocol/alike.requests.ts';
import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'decide',
  options: { reason: 'value', 'reason-class': 'value', least: 'value' },
  async run(args, cli) {
    const [casePath, a = '', ...more] = args.positional;
    const isAll = a === 'all';
    const verdict = verdicts.safeParse(isAll ? more[0] : more[1]);
    if (!verdict.success) throw new Usage(cli.say('missing', { what: verdicts.options.join('|') }));
    if (!isAll && !(/^\d+$/.test(a) && /^\d+$/.test(more[0] ?? '')))
      throw new Usage(cli.say('missing', { what: 'A B' }));
    const wanted = alikeReason.safeParse(args.one('reason-class'));
    if (isAll && !wanted.success) throw new Usage(cli.say('missing', { what: alikeReason.options.join('|') }));
    const { core } = await cli.openCase(args, casePath);
    const said = { verdict: verdict.data, reason: args.one('reason') ?? '' };
    const filter = { ...(wanted.success && { reason: wanted.data }), least: Number(args.one('least') ?? 0) };
    const pairs = isAll
      ? {
          all: {
            ...filter,
            expected: must(await core.ask('parties.suggestions', { ...filter, refresh: true, limit: 1 })).total,
          },
        }
      : { pairs: [{ a: Number(a), b: Number(more[0]) }] };
    const done = must(await core.ask('parties.decide', { ...said, ...pairs }));
    cli.answer(done, () => [
      cli.say('decided', { decision: done.decision, pairs: done.pairs }),
      ...(done.apart > 0 ? [cli.say('decidedApart', { apart: done.apart })] : []),
    ]);
  },
} satisfies Command;
