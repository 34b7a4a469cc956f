import type { Command } from '../command.ts';
import { enter, entryOptions } from '../typed-entry.ts';

export default {
  name: 'add-party',
  options: entryOptions,
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    await enter(core, args, cli, { what: 'party' });
  },
} satisfies Command;
