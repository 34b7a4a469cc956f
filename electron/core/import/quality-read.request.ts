import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { untilRowsChange } from './until-rows-change.ts';

export default answerInCase('quality.read', async (_, core) => {
  const board = await untilRowsChange(core, 'quality.read', () => core.runJob('quality.read', {}));
  return board.ok ? ok(board.value) : board;
});
