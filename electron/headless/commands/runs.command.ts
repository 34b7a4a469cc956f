import type { Command } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'runs',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const runs = await readAll((offset, limit) => core.ask('runs.list', { offset, limit }));
    cli.answer({ runs }, () =>
      runs.map(({ id, at, actor, models, changes, reasons }) =>
        cli.say('runsLine', {
          id,
          at,
          actor,
          models,
          added: (changes.new ?? 0) + (changes.back ?? 0),
          gone: changes.gone ?? 0,
          changed: changes.changed ?? 0,
          why: reasons.map(({ change, why, findings }) => `${change}:${why} ${findings}`).join('; '),
        }),
      ),
    );
  },
} satisfies Command;
