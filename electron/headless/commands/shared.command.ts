import { type Command, Usage } from '../command.ts';
import { readAll } from '../read-all.ts';

const which = ['all', 'drawn', 'aside'] as const;

export default {
  name: 'shared',
  async run(args, cli) {
    const [casePath, wanted = 'all'] = args.positional;
    const chosen = which.find((each) => each === wanted);
    if (!chosen) throw new Usage(cli.say('missing', { what: which.join('|') }));
    const { core } = await cli.openCase(args, casePath);
    const rows = await readAll((offset, limit) => core.ask('relations.shared', { which: chosen, offset, limit }));
    const holdersOf = (attribute: number) =>
      readAll((offset, limit) => core.ask('relations.holders', { attribute, offset, limit }));
    const values = await Promise.all(rows.map(async (row) => ({ ...row, parties: await holdersOf(row.attribute) })));
    cli.answer({ shared: values }, () =>
      values.flatMap(({ kind, value, people, organisations, aside, parties }) => [
        `${kind}  ${value}  ${people} + ${organisations}${aside === null ? '' : `  ${aside}`}`,
        ...parties.map(
          ({ party, source }) => `  #${party.id} ${party.name}  ${source.file} ${source.cell ?? source.row}`,
        ),
      ]),
    );
  },
} satisfies Command;
