import { answerInCase } from '../request.ts';

/** In the job thread: a party may have hundreds of links of thousands of rows. */
export default answerInCase('graph.link-cells', (ask, core) => core.runJob('graph.link-cells', ask));
