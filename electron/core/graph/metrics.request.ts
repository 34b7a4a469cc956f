import { answerInCase } from '../request.ts';

/** Every path of a large network is walked: a job, so that the screen never waits for it. */
export default answerInCase('graph.metrics', (ask, core) => core.runJob('graph.metrics', ask));
