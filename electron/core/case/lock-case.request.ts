import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { leaveCase } from './use-case.ts';

/** Locking what is locked already is no mistake: idle timer, lid and menu may all ask at once. */
export default answer('case.lock', async (_ask, core) => {
  await leaveCase(core, 'case.locked');
  return ok({ locked: true as const });
});
