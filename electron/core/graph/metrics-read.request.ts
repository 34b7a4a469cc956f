import { answerInCase } from '../request.ts';

/** Every path of a large network is walked: a job, so that the screen never waits for it. */
export default answerInCase('metrics.read', (ask, core) => core.runJob('metrics.read', ask));
