import type { BatchOrigin, FileWish, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { ImportQueue } from '../../../shared/protocol/queue.requests.ts';
import type { Store } from './connect.ts';

export interface NewQueue {
  readonly at: string;
  readonly actor: string;
  readonly files: ReadonlyArray<{ readonly name: string; readonly folder: string }>;
  readonly answers: readonly SheetAnswer[];
  readonly wishes: readonly FileWish[];
  readonly obtained: BatchOrigin;
}

/** Writes down an import before its first file, and takes its files off the queues that were left behind. Returns its id. */
export function beginQueue(store: Store, queue: NewQueue): number {
  const { db } = store;
  const { at, actor, files, answers, wishes, obtained } = queue;
  const { lastInsertRowid } = db
    .prepare('insert into import_queue(at, actor, answers, wishes, obtained) values (?, ?, ?, ?, ?)')
    .run(
      at,
      actor,
      JSON.stringify(answers),
      JSON.stringify(wishes.map(({ password: _kept, ticket: _gone, ...wish }) => wish)),
      JSON.stringify(obtained),
    );
  const id = Number(lastInsertRowid);
  const takeOver = db.prepare(
    "delete from import_queue_file where queue <> ? and name = ? and folder = ? and state = 'waiting'",
  );
  const insert = db.prepare(
    "insert into import_queue_file(queue, pos, name, folder, state) values (?, ?, ?, ?, 'waiting')",
  );
  for (const [pos, { name, folder }] of files.entries()) {
    takeOver.run(id, name, folder);
    insert.run(id, pos, name, folder);
  }
  forgetDone(store, id);
  return id;
}

/** Says what became of a file; call it in the transaction that imports the file. `batch` null: nothing of it could be imported. */
export function settleInQueue(store: Store, queue: number, pos: number, batch: number | null): void {
  store.db
    .prepare('update import_queue_file set state = ?, batch = ? where queue = ? and pos = ?')
    .run(batch === null ? 'left-out' : 'in', batch, queue, pos);
}

/** Forgets a queue; false: there is none with this id. */
export function discardQueue(store: Store, id: number): boolean {
  store.db.prepare('delete from import_queue_file where queue = ?').run(id);
  return store.db.prepare('delete from import_queue where id = ?').run(id).changes > 0;
}

/** Queues of which no file waits have nothing left to say, but for the one under way. */
function forgetDone({ db }: Store, except: number): void {
  const done = `select id from import_queue where id <> ${except}
    and id not in (select queue from import_queue_file where state = 'waiting')`;
  db.exec(`delete from import_queue_file where queue in (${done}); delete from import_queue where id in (${done})`);
}

interface QueueRow {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly answers: string;
  readonly wishes: string;
  readonly obtained: string;
}

/** The newest import that ended before its last file. */
export function readQueue({ db }: Store): ImportQueue | null {
  const row = db
    .prepare<[], QueueRow>(
      `select id, at, actor, answers, wishes, obtained from import_queue
       where id in (select queue from import_queue_file where state = 'waiting') order by id desc limit 1`,
    )
    .get();
  if (!row) return null;
  const files = db
    .prepare<[number], ImportQueue['files'][number]>(
      'select name as file, folder, state, batch from import_queue_file where queue = ? order by pos',
    )
    .all(row.id);
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    files,
    waiting: files.filter(({ state }) => state === 'waiting').length,
    answers: JSON.parse(row.answers),
    wishes: JSON.parse(row.wishes),
    obtained: JSON.parse(row.obtained),
  };
}
