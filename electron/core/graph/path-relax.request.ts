import { answerInCase } from '../request.ts';

/** Several searches one after the other: a job. */
export default answerInCase('graph.path-relax', (ask, core) => core.runJob('graph.path-relax', ask));
