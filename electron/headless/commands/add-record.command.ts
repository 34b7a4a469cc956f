import { type Command, Usage } from '../command.ts';
import { enter, entryOptions } from '../typed-entry.ts';

export default {
  name: 'add-record',
  options: { ...entryOptions, as: 'value' },
  async run(args, cli) {
    const category = args.one('as');
    if (category === undefined) throw new Usage(cli.say('missing', { what: '--as' }));
    const { core } = await cli.openCase(args, args.positional[0]);
    await enter(core, args, cli, { what: 'record', category });
  },
} satisfies Command;
