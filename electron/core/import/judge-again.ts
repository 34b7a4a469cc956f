import type { ProblemCode } from '../../../shared/protocol/problem.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { ImportWriter, type RowState } from '../store/write-import.ts';
import type { ChangedRow } from './change-rows.ts';
import type { RowProblemDraft } from './read-rows.ts';
import { storedSheet } from './stored-sheet.ts';

/** What is said of a row because of the rows above it. */
const judgements: ReadonlySet<ProblemCode> = new Set(['shares.above-whole', 'number.of-two']);

interface Standing {
  readonly n: number;
  readonly state: RowState;
  readonly duplicateOf: number | null;
  /** its judgements as they were written, in the words of `told` */
  readonly told: string;
}

/**
 * Judges the rows of sheets again in which rows changed, where rows are judged by those above them. Gives the changed rows with what is said of them
 * now, and those of which something else is said.
 */
export function judgeAgain(store: Store, changed: readonly ChangedRow[]): ChangedRow[] {
  const all = new Map(
    changed.map(({ row, sheet, n, before, state, duplicateOf, problems }) => [
      row,
      { row, sheet, n, before, state, duplicateOf, problems },
    ]),
  );
  for (const sheet of new Set(changed.map((row) => row.sheet))) {
    const stored = storedSheet(store, sheet);
    if (!stored.definition.looksBack) continue;
    for (const { row, read } of stored.readAll()) {
      const problems = read.state === 'skipped' ? [] : read.problems;
      const standing = standingOf(store, row);
      if (standing.state === 'skipped' || told(problems) === standing.told) continue;
      writeJudgements(store, row, problems);
      const { n, state, duplicateOf } = standing;
      all.set(row, { row, sheet, n, before: all.get(row)?.before ?? state, state, duplicateOf, problems });
    }
  }
  return [...all.values()].sort((a, b) => a.row - b.row);
}

const told = (problems: ReadonlyArray<Pick<RowProblemDraft, 'code' | 'field' | 'seen'>>): string =>
  JSON.stringify(
    problems
      .filter(({ code }) => judgements.has(code))
      .map(({ code, field, seen }) => [code, field, seen])
      .sort(),
  );

function standingOf(store: Store, row: number): Standing {
  const of = prepared<[number], Omit<Standing, 'told'>>(
    store,
    'select n, state, duplicate_of as duplicateOf from row where id = ?',
  ).get(row);
  if (!of) throw new RangeError(`no row ${row}`);
  const problems = prepared<[number], { code: ProblemCode; field: string | null; seen: string | null }>(
    store,
    'select code, field, seen from row_problem where row = ?',
  ).all(row);
  return { ...of, told: told(problems.map((each) => ({ ...each, seen: each.seen ?? '' }))) };
}

function writeJudgements(store: Store, row: number, problems: readonly RowProblemDraft[]): void {
  prepared<[number, string]>(
    store,
    'delete from row_problem where row = ? and code in (select value from json_each(?))',
  ).run(row, JSON.stringify([...judgements]));
  const writer = new ImportWriter(store);
  for (const problem of problems) if (judgements.has(problem.code)) writer.problem(row, problem);
  writer.flush();
}
