import { answerInCase } from '../request.ts';

/** It reads all money of the case: a job. */
export default answerInCase('graph.cycles', (ask, core) => core.runJob('graph.cycles', ask));
