import type { Bilingual } from '../../../shared/protocol/parts.ts';
import { failed, ok, type Read } from '../../../shared/protocol/problem.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import type { BoardRow } from './boards/board.ts';
import { boards } from './boards/index.ts';
import { evidenceReader } from './evidence-reader.ts';
import { lacksOf } from './lacks.ts';

export interface MadeBoard {
  readonly lacks: readonly Bilingual[];
  readonly rows: readonly BoardRow[];
  readonly models: readonly string[];
}

const kept = new WeakMap<Store['db'], { stamp: string; made: Map<string, MadeBoard> }>();

/** What the lines of a board rest on: rows, parties and what the last run found out about conferences. */
const stampSql = `select coalesce((select value from meta where key = 'links_drawn'), '') || ' ' || coalesce((select max(id) from run), 0) || ' ' ||
  coalesce((select max(id) from batch), 0) || ' ' || coalesce((select max(id) from correction), 0)`;

/** A board over the case as it stands; kept until rows, parties or findings change. Problem board.not-found. */
export function makeBoard(store: Store, id: string, checkCancelled: () => void): Read<MadeBoard> {
  const board = boards.find((each) => each.id === id);
  if (!board) return failed('board.not-found', { params: { board: id } });
  const stamp = prepared<[], string>(store, stampSql).pluck().get() as string;
  const before = kept.get(store.db);
  const now = before?.stamp === stamp ? before : { stamp, made: new Map<string, MadeBoard>() };
  kept.set(store.db, now);
  const known = now.made.get(id);
  if (known) return ok(known);
  const evidence = evidenceReader(store, checkCancelled);
  const lacks = lacksOf(board, evidence).map(({ words }) => words);
  const made = { lacks, rows: lacks.length > 0 ? [] : board.read(evidence), models: board.models };
  now.made.set(id, made);
  return ok(made);
}
