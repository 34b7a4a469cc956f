import { answerInCase } from '../request.ts';

/** Links taken apart row by row may be all rows of the case: a job, so that the screen never waits for it. */
export default answerInCase('graph.split', (ask, core) => core.runJob('graph.split', ask));
