import type { Command } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'decisions',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const rows = await readAll((offset, limit) => core.ask('parties.decisions', { offset, limit }));
    cli.answer({ decisions: rows }, () =>
      rows.map(({ undoneAt, undoneBy, ...row }) =>
        cli.say('decisionLine', { ...row, undone: undoneAt ? cli.say('decisionUndone', { at: undoneAt }) : '' }),
      ),
    );
  },
} satisfies Command;
