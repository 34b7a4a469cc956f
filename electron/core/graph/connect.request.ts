import { answerInCase } from '../request.ts';

/** It walks much of the case: a job. */
export default answerInCase('graph.connect', (ask, core) => core.runJob('graph.connect', ask));
