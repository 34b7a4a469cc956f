import { type Command, Usage } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'clashes',
  async run(args, cli) {
    const [casePath, kind] = args.positional;
    if (kind !== 'account' && kind !== 'name') throw new Usage(cli.say('missing', { what: 'account|name' }));
    const { core } = await cli.openCase(args, casePath);
    const rows = await readAll((offset, limit) => core.ask('parties.clashes', { kind, offset, limit }));
    cli.answer({ clashes: rows }, () =>
      rows.map(
        ({ value, parties }) =>
          `${value}  ${parties.map(({ party, rows: cells }) => `#${party.id} ${party.name} ${party.identity} (${cells})`).join(' | ')}`,
      ),
    );
  },
} satisfies Command;
