import type { ProblemFilter } from '../../../shared/protocol/checking.requests.ts';
import type { ProblemCode } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { type Command, Usage } from '../command.ts';
import { everyRow } from '../every-row.ts';

type Row = Answer<'import.rows'>['rows'][number];

const kinds = ['rejected', 'warning', 'duplicate', 'left-out', 'corrected'] as const;

export default {
  name: 'problems',
  options: { batch: 'value', kind: 'value', code: 'value' },
  async run(args, cli) {
    const [batch, kind, code] = [args.one('batch'), args.one('kind'), args.one('code')];
    if (batch !== undefined && !/^\d+$/.test(batch)) throw new Usage(cli.say('missing', { what: 'BATCH' }));
    const known = kinds.find((each) => each === kind);
    if (kind !== undefined && !known) throw new Usage(cli.say('missing', { what: kinds.join('|') }));
    const { core } = await cli.openCase(args, args.positional[0]);
    const filter: ProblemFilter = { ...(known ? { kind: known } : {}), ...(code === undefined ? {} : { code }) };
    const found = await everyRow(core, { ...(batch === undefined ? {} : { batch: Number(batch) }), filter });
    cli.answer({ ...found, rows: found.rows.map(shape) }, () =>
      found.rows.map((row) => {
        const told = row.problems.map((problem) =>
          cli.problemText({ code: problem.code as ProblemCode, seen: problem.seen, params: problem.params }),
        );
        const repeats = row.repeats ? [cli.say('repeatsLine', { file: row.repeats.file, row: row.repeats.row })] : [];
        const message = [...told, ...repeats].join(' ');
        return cli.say('rowLine', { id: row.rowId, file: row.file, row: row.row, kind: row.kind, message });
      }),
    );
  },
} satisfies Command;

/** A row as programs read it: `id` is what `correct` takes. */
const shape = ({ rowId, kind, file, sheet, row, state, problems, corrected, repeats }: Row) => ({
  id: rowId,
  kind,
  file,
  sheet,
  row,
  state,
  problems: problems.map(({ header, cell, code, seen, rejects, suggestion }) => ({
    column: header,
    cell,
    code,
    seen,
    rejects,
    ...(suggestion ? { suggestion: suggestion.value } : {}),
  })),
  corrected: corrected.map(({ id, column, original, value, reason }) => ({ id, column, original, value, reason })),
  repeats: repeats ? { file: repeats.file, sheet: repeats.sheet, row: repeats.row, batch: repeats.batch } : null,
});
