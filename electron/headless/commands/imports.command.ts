import { type Command, must } from '../command.ts';

export default {
  name: 'imports',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const { batches } = must(await core.ask('import.batches', {}));
    cli.answer({ batches }, () =>
      batches.map((batch) => {
        const rows = batch.sheets.reduce((sum, sheet) => sum + sheet.rows.imported, 0);
        return cli.say('batchLine', { id: batch.id, at: batch.at, state: batch.state, file: batch.file, rows });
      }),
    );
  },
} satisfies Command;
