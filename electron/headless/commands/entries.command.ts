import type { Command } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'entries',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const entries = await readAll((offset, limit) => core.ask('manual.list', { offset, limit }));
    cli.answer({ entries }, () =>
      entries.map((each) =>
        cli.say('entryLine', {
          entry: each.entry,
          at: each.at,
          actor: each.actor,
          state: each.state,
          kind: cli.lang === 'en' ? each.title.en : each.title.zh,
          values: each.values.map(({ text }) => text).join(' · '),
          reason: each.reason,
        }),
      ),
    );
  },
} satisfies Command;
