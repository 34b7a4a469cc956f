import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';
import { startCoreProgram } from '../make/core-program.ts';
import { eachPayment, statementHeader } from '../make/many-payments.ts';
import { against, type Figure, ours } from './figure.ts';
import { medians, peerProgram, qy, root, takenBy } from './measure.ts';

/** The goals of the whole way: times `sqlite3 .import` with four indexes, megabytes, and milliseconds for an answer of the screen. */
const goal = { ratio: 6, megabytes: 1000, answer: 100 };
const passphrase = '山重水复疑无路 柳暗花明又一村';

/** Writes a statement of so many rows. */
function writeStatement(path: string, count: number): void {
  const file = openSync(path, 'w');
  let lines = [statementHeader.join(',')];
  for (const row of eachPayment(count)) {
    lines.push(row.join(','));
    if (lines.length < 10_000) continue;
    writeSync(file, `${lines.join('\r\n')}\r\n`);
    lines = [];
  }
  writeSync(file, `${lines.join('\r\n')}\r\n`);
  closeSync(file);
}

/** From file to searchable encrypted case, against a bare `sqlite3 .import` of the same rows into a plain file, in one run. */
export async function wholeWay(folder: string, count: number, runs: number): Promise<Figure[]> {
  const [secret, file, store] = ['passphrase.txt', `${count}.csv`, 'peer.db'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(secret, `${passphrase}\n`);
  writeStatement(file, count);
  const env = { QY_PROFILE: join(folder, 'profile') };
  const sqlite = peerProgram('sqlite3');
  let made = 0;
  const peaks: number[] = [];
  const time = await medians(
    {
      ours: () => {
        const path = join(folder, `${count}-${made++}.qycase`);
        takenBy({ ...qy('new', path, '--passphrase-file', secret), env });
        const done = takenBy({
          ...qy('import', path, file, '--as', 'bank_flow', '--json', '--passphrase-file', secret),
          env,
        });
        mustHaveCome(done.stdout, count);
        peaks.push(done.peakMegabytes ?? Number.NaN);
        rmSync(path, { recursive: true });
        return done.cpuSeconds;
      },
      theirs: () => {
        if (!sqlite) return Number.NaN;
        rmSync(store, { force: true });
        const indexes = ['本方账号', '对手账号', '交易日期', '对手户名'].map(
          (name, i) => `create index i${i} on flow("${name}");`,
        );
        const input = `.mode csv\n.import '${file}' flow\n${indexes.join('\n')}\n`;
        return takenBy({ command: 'sqlite3', args: [store], input }).cpuSeconds;
      },
    },
    runs,
  );
  rmSync(store, { force: true });
  const what = `importing ${count} rows from file to encrypted store, with every cell kept, parties joined and links drawn`;
  return [
    against(
      `${what}, CPU seconds`,
      time.ours,
      { name: `sqlite3 ${sqlite?.version ?? ''} .import with 4 indexes`, value: sqlite && time.theirs },
      { most: goal.ratio },
    ),
    ours(`${what}, peak megabytes`, Math.max(...peaks), { most: goal.megabytes }),
    ...(await answersMeanwhile(folder, file, count)),
  ];
}

/** A fast import that leaves rows behind is no import. */
function mustHaveCome(stdout: string, count: number): void {
  if (!stdout.includes(`"imported":${count}`)) throw new Error(`not every row was imported: ${stdout.slice(0, 2_000)}`);
}

/** How long the screen waits for an answer while the file comes in, and how long one small write does. */
async function answersMeanwhile(folder: string, file: string, count: number): Promise<Figure[]> {
  const home = join(folder, `home-${count}`);
  const core = await startCoreProgram(home, join(root, 'dist/electron'));
  const ask = async <N extends RequestName>(name: N, question: Ask<N>): Promise<Answer<N>> => {
    const reply = await core.ask(name, question);
    if (!reply.ok) throw new Error(`${name}: ${reply.problem.code}`);
    return reply.value;
  };
  const give = (id: string, name: string, path: string) =>
    core.ticket({ id, purpose: 'import', direction: 'read', name, folder: '', path });
  await ask('case.create', { title: '速度', folder: '速度', passphrase });
  const few = join(folder, 'few.csv');
  writeStatement(few, 500);
  give('few', 'few.csv', few);
  await ask('import.write', { tickets: ['few'] });
  const { rows } = await ask('parties.list', {});
  const party = rows[0]?.id ?? 1;

  give('many', '流水.csv', file);
  let isRunning = true;
  const importing = core.ask('import.write', { tickets: ['many'] }).finally(() => {
    isRunning = false;
  });
  const waited: number[] = [];
  const timed = async <N extends RequestName>(name: N, question: Ask<N>): Promise<number> => {
    const started = performance.now();
    await core.ask(name, question);
    return performance.now() - started;
  };
  await core.event(
    (event) => event.event === 'progress' && event.step === 'import.rows' && event.file?.name === '流水.csv',
  );
  const write = timed('import.queue-discard', { id: 999 });
  while (isRunning) {
    waited.push(await timed('overview.read', {}));
    waited.push(await timed('import.batches', {}));
    waited.push(await timed('graph.neighbours', { party }));
    await pause(20);
  }
  const reply = await importing;
  const wrote = await write;
  await core.end();
  rmSync(home, { recursive: true });
  if (!reply.ok) throw new Error(`the import failed: ${reply.problem.code}`);
  const sorted = waited.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return [
    ours(`an answer of the screen while ${count} rows come in, 95th of 100, milliseconds`, at(0.95), {
      most: goal.answer,
    }),
    ours(`the slowest of ${sorted.length} such answers, milliseconds`, at(1), { most: goal.answer }),
    ours(`a small write while ${count} rows of one file come in waits, seconds`, wrote / 1000),
  ];
}
