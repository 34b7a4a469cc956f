import { highWater } from '../journal/high-water.ts';
import { answerInCase } from '../request.ts';
import { copyIdOf } from '../store/meta.ts';

export default answerInCase('doctor', (_ask, core) =>
  core.runJob('doctor', { mark: highWater(core.shell.profile, copyIdOf(core.openCase.store)) ?? null }),
);
