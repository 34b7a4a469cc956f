import { parentPort, workerData } from 'node:worker_threads';
import { makeSlot, readSlot } from './case/key-slot.ts';
import type { SlotDone, SlotTask } from './case/slot-work.ts';
import { installOfflineGuard } from './offline-guard.ts';

/** Entry of the thread that makes or opens one key slot and ends. */
installOfflineGuard();
const port = parentPort;
if (!port) throw new Error('unlock.worker is a worker thread');
const task = workerData as SlotTask;
const answer = (done: SlotDone, transfer: ArrayBuffer[] = []) => port.postMessage(done, transfer);

if (task.task === 'make') {
  const key = Buffer.from(task.key.buffer, task.key.byteOffset, task.key.byteLength);
  answer({ task: 'make', armored: await makeSlot({ caseId: task.caseId, key }, task.owner) });
  key.fill(0);
} else {
  const reply = await readSlot(task.armored, task.secret);
  if (reply.ok) {
    const key = Uint8Array.from(reply.value.key); // a buffer of its own: what is transferred is gone here
    reply.value.key.fill(0);
    answer({ task: 'read', reply: { ok: true, value: { caseId: reply.value.caseId, key } } }, [key.buffer]);
  } else {
    answer({ task: 'read', reply });
  }
}
