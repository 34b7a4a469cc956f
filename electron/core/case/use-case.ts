import type { CaseInfo } from '../../../shared/protocol/case.requests.ts';
import { ok, type Reply } from '../../../shared/protocol/problem.ts';
import type { CoreContext } from '../request.ts';
import type { OpenCase } from '../store/open-case.ts';
import { unjoinedFrom } from '../store/unjoined.ts';
import { caseInfo } from './case-info.ts';
import { closeCase } from './close-case.ts';

/** The last leave of each core: what is being closed holds its lock to the end. */
const leaving = new WeakMap<CoreContext, Promise<void>>();

/** One case at a time: ends the job thread, then closes what is open. Whoever leaves or opens meanwhile waits for that. */
export async function leaveCase(core: CoreContext, action: 'case.locked' | 'case.closed'): Promise<void> {
  const before = leaving.get(core) ?? Promise.resolve();
  const left = before.catch(() => undefined).then(() => leave(core, action));
  leaving.set(core, left);
  await left;
}

async function leave(core: CoreContext, action: 'case.locked' | 'case.closed'): Promise<void> {
  const { openCase } = core;
  if (!openCase) return;
  core.cancelJob();
  core.setCase(null);
  try {
    await closeCase(core.shell, openCase, action);
  } finally {
    core.shell.emit({ event: 'case', case: null });
  }
}

/**
 * Makes the case that was opened or made the current one and tells the screen. An import that was cut off is joined with the rest first; where that
 * cannot be done now (a full disk), it is tried again at the next open.
 */
export async function enterCase(core: CoreContext, opened: Reply<OpenCase>): Promise<Reply<CaseInfo>> {
  if (!opened.ok) return opened;
  core.setCase(opened.value);
  if (unjoinedFrom(opened.value.store) !== undefined) await core.runJob('import.finish', {});
  const info = caseInfo(opened.value);
  core.shell.emit({ event: 'case', case: info });
  return ok(info);
}
