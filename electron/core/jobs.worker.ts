import { parentPort, workerData } from 'node:worker_threads';
import { type FromJobThread, type JobThreadStart, jobControl, type ToJobThread } from './job-thread.ts';
import { installOfflineGuard } from './offline-guard.ts';
import { runJobHere } from './run-job.ts';
import { openStore } from './store/connect.ts';
import type { OpenCase } from './store/open-case.ts';

/** Entry of the job thread. */
process.noDeprecation = true; // a zip library below exceljs calls Buffer(); its warning would stand between a person's answers
installOfflineGuard();
const port = parentPort;
if (!port) throw new Error('jobs.worker is a worker thread');
const start = workerData as JobThreadStart;
const openCase = start.openCase && openHere(start.openCase);
const control = new Int32Array(start.control);
const send = (message: FromJobThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
let lastProgress = 0;
let lastStep = '';

port.on('message', async (task: ToJobThread) => {
  const reply = await runJobHere(task.name, task.payload, task.files, {
    openCase,
    threads: 'workers',
    now: () => new Date(),
    progress: (progress) => {
      const { step, done, total } = progress;
      const now = performance.now();
      if (step === lastStep && now - lastProgress < 200 && done !== total) return;
      lastStep = step;
      lastProgress = now;
      send({ type: 'progress', progress });
    },
    cancelled,
    giveWay,
    written: (ticket, name, bytes) => send({ type: 'written', ticket, name, bytes }),
    log: (line) => send({ type: 'log', line }),
  });
  openCase?.store.db.pragma('shrink_memory');
  send({ type: 'reply', reply });
});

/** Whether the job is to end. A job that is held waits in here. */
function cancelled(): boolean {
  while (Atomics.load(control, 0) === jobControl.hold) Atomics.wait(control, 0, jobControl.hold);
  return Atomics.load(control, 0) === jobControl.cancel;
}

/** Lets writes of the screen go first, for a moment. Only between two transactions. */
function giveWay(): void {
  const end = performance.now() + 400;
  for (
    let waiting = Atomics.load(control, 1);
    waiting > 0 && performance.now() < end;
    waiting = Atomics.load(control, 1)
  )
    Atomics.wait(control, 1, waiting, 100);
}

function openHere({ file, key: bytes, caseId, folder, actor }: NonNullable<JobThreadStart['openCase']>): OpenCase {
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { store: openStore(file, key, { bulk: true, journal: 'as-is' }), key, caseId, folder, actor };
}
