import { answerInCase } from '../request.ts';

/** In the job thread, which still has the trace in memory. */
export default answerInCase('trace.hop', (ask, core) => core.runJob('trace.hop', ask));
