import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';

export default answer('job.cancel', (_ask, core) => ok({ cancelled: core.cancelJob() }));
