import { answerInCase } from '../request.ts';

/** A trial is a job: it may take seconds, and is cancelled like one. */
export default answerInCase('detect.try', (ask, core) => core.runJob('detect.try', ask));
