import { type Command, Usage } from '../command.ts';
import { enter, entryOptions } from '../typed-entry.ts';

export default {
  name: 'add-link',
  options: entryOptions,
  async run(args, cli) {
    const [casePath, from, to] = args.positional;
    for (const [what, id] of [
      ['FROM', from],
      ['TO', to],
    ] as const)
      if (id === undefined || !/^\d+$/.test(id)) throw new Usage(cli.say('missing', { what }));
    const { core } = await cli.openCase(args, casePath);
    await enter(core, args, cli, { what: 'link', from: Number(from), to: Number(to) });
  },
} satisfies Command;
