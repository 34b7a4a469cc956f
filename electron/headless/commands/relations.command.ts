import { relationState } from '../../../shared/protocol/relations.requests.ts';
import { type Command, Usage } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'relations',
  options: { party: 'value', state: 'value' },
  async run(args, cli) {
    const [casePath] = args.positional;
    const [party, state] = [args.one('party'), args.one('state')];
    const wanted = relationState.optional().safeParse(state);
    if (!wanted.success) throw new Usage(cli.say('missing', { what: relationState.options.join('|') }));
    const { core } = await cli.openCase(args, casePath);
    const filter = { ...(party && { party: Number(party) }), ...(wanted.data && { state: wanted.data }) };
    const rows = await readAll((offset, limit) => core.ask('relations.list', { ...filter, offset, limit }));
    cli.answer({ relations: rows }, () =>
      rows.map(
        ({ kind, a, b, state: is, values }) =>
          `${kind}  ${is}  #${a.id} ${a.name} — #${b.id} ${b.name}  ${values
            .map(({ value, said }) => (said ? `${value} (${said.decision}: ${said.reason})` : value))
            .join(', ')}`,
      ),
    );
  },
} satisfies Command;
