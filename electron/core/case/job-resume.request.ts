import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';

export default answer('job.resume', (_ask, core) => ok({ resumed: core.resumeJob() }));
