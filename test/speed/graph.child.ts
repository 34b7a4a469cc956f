import { setTimeout } from 'node:timers/promises';
import '../../electron/core/core.ts'; // whole, as a window has it in memory
import { adjacency } from '../../electron/core/graph/adjacency.ts';
import { openStore, type Store } from '../../electron/core/store/connect.ts';

/** milliseconds */
const REST = 500;

function everything(store: Store): void {
  const { rows, fen, first, last, links } = adjacency(store);
  for (const column of [rows, fen, first, last]) if (column.length !== links) throw new Error('a figure is missing');
}

const questions = { links: adjacency, everything } as const;
export type FirstQuestion = keyof typeof questions;

/**
 * Run by a process of its own, in whose memory is nothing of the benchmark: prints the CPU milliseconds of the first question. It comes to rest first, as the core has long
 * before a case is opened: threads of the engine are still busy with the program that was just read.
 */
export async function firstAsked(asked: {
  readonly file: string;
  readonly key: string;
  readonly question: FirstQuestion;
}): Promise<void> {
  await setTimeout(REST);
  const store = openStore(asked.file, Buffer.from(asked.key, 'hex'));
  store.db.prepare('select count(*) from meta').get();
  const before = process.cpuUsage();
  questions[asked.question](store);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1e3));
  store.close();
}
