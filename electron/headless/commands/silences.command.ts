import type { Command } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'silences',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const silences = await readAll((offset, limit) => core.ask('suppressions.list', { offset, limit }));
    cli.answer({ silences }, () =>
      silences.map(({ id, model, name, until, number, actor, findings, inForce }) =>
        cli.say('silenceLine', { id, model, name, until, number, actor, findings, state: inForce ? '' : '×' }),
      ),
    );
  },
} satisfies Command;
