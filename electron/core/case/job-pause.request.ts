import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';

export default answer('job.pause', (_ask, core) => ok({ paused: core.pauseJob() }));
