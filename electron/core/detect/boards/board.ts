import { drawnAs } from '../../../../shared/ontology/index.ts';
import type { BoardCell, BoardWords } from '../../../../shared/protocol/boards.requests.ts';
import type { EvidenceReader, Model } from '../../models/model.ts';

/** One line of a board: its figures in the order of the columns, and every row they were made from. */
export interface BoardRow {
  /** the same for the same matter, however often the board is made */
  readonly key: string;
  readonly cells: readonly BoardCell[];
  readonly cited: ReadonlyArray<{ readonly row: number; readonly field: string }>;
  /** column → the rows of that one figure, where the figures of a line rest on different rows */
  readonly behind?: Readonly<Record<string, ReadonlyArray<{ readonly row: number; readonly field: string }>>>;
  /** whom it is about: findings that name all of them are shown beside it, and the chart opens with them */
  readonly parties: readonly number[];
}

/** 比较: figures beside each other where a list of findings does not explain a matter. It accuses nobody: every line is shown, striking or not. */
export interface Board extends BoardWords {
  readonly needs: Model['needs'];
  /** models whose findings are shown beside its lines */
  readonly models: readonly string[];
  /** every line, the most striking first */
  read(evidence: EvidenceReader): BoardRow[];
}

export const text = (words: string | null): BoardCell => ({ type: 'text', text: words ?? '' });
export const words = (zh: string, en: string): BoardCell => ({ type: 'words', words: { zh, en } });
export const money = (fen: number | null): BoardCell => ({ type: 'fen', fen });
export const ratio = (value: number | null, mark = false): BoardCell => ({ type: 'ratio', value, mark });
export const number = (value: number | null, mark = false): BoardCell => ({ type: 'number', value, mark });

export function party(evidence: EvidenceReader, id: number | null): BoardCell {
  if (id === null) return text('');
  const { name, kind, role } = evidence.party(id);
  return { type: 'party', id, name, kind, drawnAs: drawnAs(kind, role) };
}

/** yes, no, or unknown where the sheets that would tell are missing. */
export const answer = (told: boolean, holds: boolean, note: { zh: string; en: string } | null = null): BoardCell => ({
  type: 'answer',
  answer: holds ? 'yes' : told ? 'no' : 'unknown',
  note,
});

/** Sorts by several figures, the highest of the first one first. */
export const byFigures =
  <T>(...figures: ReadonlyArray<(each: T) => number>) =>
  (a: T, b: T): number => {
    for (const figure of figures) {
      const difference = figure(b) - figure(a);
      if (difference !== 0) return difference;
    }
    return 0;
  };
