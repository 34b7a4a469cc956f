import { parentPort, workerData } from 'node:worker_threads';
import type { FromJobThread, JobThreadStart, ToJobThread } from './job-thread.ts';
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
const cancel = new Int32Array(start.cancel);
const send = (message: FromJobThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
let lastProgress = 0;
let lastStep = '';

port.on('message', async (task: ToJobThread) => {
  const reply = await runJobHere(task.name, task.payload, task.files, {
    openCase,
    threads: 'workers',
    now: () => new Date(),
    progress: (step, done, total) => {
      const now = performance.now();
      if (step === lastStep && now - lastProgress < 200 && done !== total) return;
      lastStep = step;
      lastProgress = now;
      send({ type: 'progress', step, done, total });
    },
    cancelled: () => Atomics.load(cancel, 0) === 1,
    written: (ticket, name, bytes) => send({ type: 'written', ticket, name, bytes }),
    log: (line) => send({ type: 'log', line }),
  });
  send({ type: 'reply', reply });
});

function openHere({ file, key: bytes, caseId, folder, actor }: NonNullable<JobThreadStart['openCase']>): OpenCase {
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { store: openStore(file, key), key, caseId, folder, actor };
}
