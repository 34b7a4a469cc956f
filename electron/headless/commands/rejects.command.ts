import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'rejects',
  async run(args, cli) {
    const [casePath, batch, out] = args.positional;
    if (!batch || !/^\d+$/.test(batch)) throw new Usage(cli.say('missing', { what: 'BATCH' }));
    if (!out) throw new Usage(cli.say('missing', { what: 'OUT.xlsx' }));
    const { core } = await cli.openCase(args, casePath);
    const target = cli.writeTicket(core, out, 'rejects');
    const done = must(await core.ask('import.write-rejects', { batch: Number(batch), target, lang: cli.lang }));
    cli.answer(done, () => [cli.say('rejectsLine', { file: done.name, rows: done.rows })]);
  },
} satisfies Command;
