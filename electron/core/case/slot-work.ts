import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Reply } from '../../../shared/protocol/problem.ts';
import type { CoreShell } from '../shell.ts';
import { makeSlot, readSlot, type SlotContent, type SlotOwner, type SlotSecret } from './key-slot.ts';

/** What the thread is started with: one slot to make or to open. */
export type SlotTask =
  | { readonly task: 'make'; readonly caseId: string; readonly key: Uint8Array; readonly owner: SlotOwner }
  | { readonly task: 'read'; readonly armored: string; readonly secret: SlotSecret };
export type SlotDone =
  | { readonly task: 'make'; readonly armored: string }
  | { readonly task: 'read'; readonly reply: Reply<{ caseId: string; key: Uint8Array }> };

/**
 * Key slots cost a second of pure computing, on purpose. In the product that second passes in a thread of its own, which ends with
 * its memory; questions from the screen are answered meanwhile. Tests compute where they are.
 */
export async function makeSlotApart(shell: CoreShell, content: SlotContent, owner: SlotOwner): Promise<string> {
  if (shell.threads === 'inline') return makeSlot(content, owner);
  const done = await inThread({ task: 'make', caseId: content.caseId, key: Uint8Array.from(content.key), owner });
  if (done.task !== 'make') throw new Error('the slot thread answered another task');
  return done.armored;
}

export async function readSlotApart(
  shell: CoreShell,
  armored: string,
  secret: SlotSecret,
): Promise<Reply<SlotContent>> {
  if (shell.threads === 'inline') return readSlot(armored, secret);
  const done = await inThread({ task: 'read', armored, secret });
  if (done.task !== 'read') throw new Error('the slot thread answered another task');
  if (!done.reply.ok) return done.reply;
  const { caseId, key } = done.reply.value;
  return { ok: true, value: { caseId, key: Buffer.from(key.buffer, key.byteOffset, key.byteLength) } };
}

function inThread(task: SlotTask): Promise<SlotDone> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'unlock.worker.js'), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the slot thread ended with ${code}`)));
  });
}
