import type { Answer } from '../../../shared/protocol/requests.ts';
import { type Command, must, Usage } from '../command.ts';
import { everyRow } from '../every-row.ts';

type Row = Answer<'import.rows'>['rows'][number];

export default {
  name: 'duplicates',
  options: { batch: 'value', import: 'values', 'leave-out': 'values', all: 'flag', reason: 'value' },
  async run(args, cli) {
    const [casePath] = args.positional;
    const batch = args.one('batch');
    const [wanted, left] = [args.many('import').map(Number), args.many('leave-out').map(Number)];
    if ([...wanted, ...left, Number(batch ?? 1)].some((n) => !Number.isInteger(n)))
      throw new Usage(cli.say('missing', { what: 'ROW' }));
    const reason = args.one('reason');
    const decides = wanted.length > 0 || left.length > 0 || args.flag('all');
    if (decides && !reason) throw new Usage(cli.say('missing', { what: '--reason' }));
    const { core } = await cli.openCase(args, casePath);
    const ask = { ...(batch === undefined ? {} : { batch: Number(batch) }), filter: { kind: 'duplicate' as const } };
    const rows = args.flag('all')
      ? (await everyRow(core, ask)).rows.filter(({ state }) => state === 'duplicate').map(({ rowId }) => rowId)
      : wanted;
    if (rows.length > 0) must(await core.ask('import.decide', { rows, what: 'import', reason: reason ?? '' }));
    if (left.length > 0) must(await core.ask('import.decide', { rows: left, what: 'leave-out', reason: reason ?? '' }));
    const found = await everyRow(core, ask);
    cli.answer({ total: found.total, rows: found.rows.map(shape) }, () =>
      found.rows.map((row) =>
        cli.say('duplicateLine', {
          id: row.rowId,
          file: row.file,
          row: row.row,
          state: row.state,
          other: row.repeats?.file ?? '',
          otherRow: row.repeats?.row ?? 0,
        }),
      ),
    );
  },
} satisfies Command;

/** Both rows with what they hold: programs compare, nothing is dropped. */
const shape = ({ rowId, file, sheet, row, state, repeats }: Row) => ({
  id: rowId,
  file,
  sheet,
  row,
  state,
  repeats: repeats && {
    id: repeats.rowId,
    file: repeats.file,
    sheet: repeats.sheet,
    row: repeats.row,
    batch: repeats.batch,
    columns: repeats.sameColumns,
  },
});
