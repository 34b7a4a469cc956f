import { answerInCase } from '../request.ts';

/** A board is made from all rows of the case: a job, so that the screen never waits for it. */
export default answerInCase('boards.read', (ask, core) => core.runJob('boards.read', ask));
