import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { readFindings, stands } from '../store/read-findings.ts';
import { makeBoard } from './made-boards.ts';

declare module '../job.ts' {
  interface Jobs {
    'boards.read': { payload: Asked<'boards.read'>; result: Answer<'boards.read'> };
  }
}

/** So many rows of a line can be opened from the board; the line says of how many. */
const CITED = 200;
/** The same of one figure, where a line has many. */
const CITED_OF_FIGURE = 100;

export default defineJob('boards.read', ({ board, text, offset, limit }, job) => {
  const { store } = job.openCase;
  const made = makeBoard(store, board, job.checkCancelled);
  if (!made.ok) return made;
  const { lacks, rows, models } = made.value;
  const wanted = text.trim().toLowerCase();
  const found = wanted === '' ? rows : rows.filter(({ cells }) => textOf(cells).includes(wanted));
  const findings = readFindings(store).filter((finding) => stands(finding) && models.includes(finding.model));
  return ok({
    total: found.length,
    all: rows.length,
    lacks: [...lacks],
    rows: found.slice(offset, offset + limit).map(({ key, cells, cited, behind = {}, parties }) => ({
      key,
      cells: [...cells],
      ...citedBy(cited, CITED),
      behind: Object.fromEntries(
        Object.entries(behind).map(([column, list]) => [column, citedBy(list, CITED_OF_FIGURE)]),
      ),
      parties: [...parties],
      findings: findings
        .filter(({ subjects }) => parties.every((party) => subjects.some((subject) => subject.party === party)))
        .map(({ id, number, model }) => ({ id, number, model })),
    })),
  });
});

const citedBy = (cited: ReadonlyArray<{ readonly row: number; readonly field: string }>, most: number) => ({
  rows: new Set(cited.map(({ row }) => row)).size,
  cited: [...new Map(cited.map((each) => [`${each.row} ${each.field}`, each])).values()].slice(0, most),
});

type Cell = Answer<'boards.read'>['rows'][number]['cells'][number];

function textOf(cells: readonly Cell[]): string {
  return cells
    .map((cell) =>
      cell.type === 'text'
        ? cell.text
        : cell.type === 'party'
          ? cell.name
          : cell.type === 'words'
            ? `${cell.words.zh} ${cell.words.en}`
            : '',
    )
    .join('\n')
    .toLowerCase();
}
