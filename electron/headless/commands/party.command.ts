import { guessMark } from '../../../shared/ontology/link-guess.ts';
import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'party',
  async run(args, cli) {
    const [casePath, id] = args.positional;
    if (!id || !/^\d+$/.test(id)) throw new Usage(cli.say('missing', { what: 'ID' }));
    const { core } = await cli.openCase(args, casePath);
    const party = must(await core.ask('party.read', { id: Number(id) }));
    cli.answer(party, () => [
      `#${party.id} ${party.name}  ${party.identity}`,
      ...party.identifiers.map(
        (i) => `  ${i.type} ${i.value}  ${i.source ? `${i.source.file} ${i.source.cell ?? i.source.row}` : ''}`,
      ),
      ...party.mentions.map(
        ({ mention, name, reason, rows, source }) =>
          `  · ${mention} ${name}  ${reason}  ${rows}  ${source.file} ${source.cell ?? source.row}`,
      ),
      ...party.in.map(
        (line) => `  ← ${line.party.name}  ${line.kind}${guessMark(line)}  ${line.rows}  ${line.fen ?? ''}`,
      ),
      ...party.out.map(
        (line) => `  → ${line.party.name}  ${line.kind}${guessMark(line)}  ${line.rows}  ${line.fen ?? ''}`,
      ),
    ]);
  },
} satisfies Command;
