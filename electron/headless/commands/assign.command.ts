import { type Command, must, Usage } from '../command.ts';
import { findingId, isFinding } from '../finding-id.ts';

export default {
  name: 'assign',
  options: { to: 'value', due: 'value', reason: 'value' },
  async run(args, cli) {
    const [casePath, ...named] = args.positional;
    if (named.length === 0 || !named.every(isFinding)) throw new Usage(cli.say('missing', { what: 'FINDING' }));
    const { core } = await cli.openCase(args, casePath);
    const ids: number[] = [];
    for (const finding of named) ids.push(await findingId(finding, core));
    const assignee = args.one('to') ?? null;
    const done = must(
      await core.ask('finding.assign', {
        ids,
        assignee,
        due: args.one('due') ?? null,
        reason: args.one('reason') ?? '',
      }),
    );
    cli.answer(done, () => [cli.say('assigned', { count: done.assigned, name: assignee ?? '—' })]);
  },
} satisfies Command;
