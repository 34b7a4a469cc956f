import { answerInCase } from '../request.ts';

export default answerInCase('own.try', (ask, core) => core.runJob('own.try', ask));
