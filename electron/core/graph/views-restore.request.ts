import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { turnView } from './turn-view.ts';

export default answerInCase('graph.views-restore', ({ view }, core) => {
  turnView(core, view, 'view.restored', { removed: false });
  return ok({ view });
});
