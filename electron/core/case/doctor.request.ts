import { highWater } from '../journal/high-water.ts';
import { answerInCase } from '../request.ts';

export default answerInCase('doctor', (_ask, core) =>
  core.runJob('doctor', { mark: highWater(core.shell.profile, core.openCase.caseId) ?? null }),
);
