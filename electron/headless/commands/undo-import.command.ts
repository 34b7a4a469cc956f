import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'undo-import',
  options: { reason: 'value' },
  async run(args, cli) {
    const [casePath, batch] = args.positional;
    const reason = args.one('reason') || cli.say('undoReason');
    if (!batch || !/^\d+$/.test(batch)) throw new Usage(cli.say('missing', { what: 'BATCH' }));
    const { core } = await cli.openCase(args, casePath);
    const done = must(await core.ask('import.undo', { batch: Number(batch), reason }));
    cli.answer(done, () => [cli.say('undone', { batch: done.batch, rows: done.rows })]);
  },
} satisfies Command;
