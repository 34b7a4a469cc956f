import { type Command, must, Usage } from '../command.ts';

/** C4=12,000.00元: a column by its letters, and what stands there for the case. */
const assignment = /^([A-Z]{1,3})=(.*)$/s;

export default {
  name: 'correct',
  options: { reason: 'value', undo: 'values', skip: 'flag', read: 'flag' },
  async run(args, cli) {
    const [casePath, row, ...set] = args.positional;
    const reason = args.one('reason');
    if (!reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const undo = args.many('undo').map(Number);
    if (undo.length === 0 && (!row || !/^\d+$/.test(row))) throw new Usage(cli.say('missing', { what: 'ROW' }));
    const cells = set.map((text) => {
      const [, letters = '', value = ''] = assignment.exec(text) ?? [];
      if (letters === '') throw new Usage(cli.say('missing', { what: 'COLUMN=VALUE' }));
      return { column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, value };
    });
    const whole = args.flag('skip') ? 'skip' : args.flag('read') ? 'read' : undefined;
    if (undo.length === 0 && cells.length === 0 && whole === undefined)
      throw new Usage(cli.say('missing', { what: 'COLUMN=VALUE' }));
    const { core } = await cli.openCase(args, casePath);
    const done =
      undo.length > 0
        ? must(await core.ask('import.uncorrect', { corrections: undo, reason }))
        : whole !== undefined
          ? must(await core.ask('import.decide', { rows: [Number(row)], what: whole, reason }))
          : must(await core.ask('import.correct', { rows: [{ rowId: Number(row), cells }], reason }));
    cli.answer(done, () =>
      done.rows.map(({ file, row: n, before, state }) => cli.say('correctedLine', { file, row: n, before, state })),
    );
  },
} satisfies Command;
