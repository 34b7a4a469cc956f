import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { turnView } from './turn-view.ts';

export default answerInCase('graph.views-remove', ({ view }, core) => {
  turnView(core, view, 'view.removed', { removed: true, reported: false });
  return ok({ view });
});
