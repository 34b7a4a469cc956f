import { answerInCase } from '../request.ts';

/** 资金追踪 reads every payment of the case: a job, with progress, that can be cancelled. */
export default answerInCase('trace.run', (ask, core) => core.runJob('trace.run', ask));
