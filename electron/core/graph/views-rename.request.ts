import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { turnView } from './turn-view.ts';

export default answerInCase('graph.views-rename', ({ view, name, note }, core) => {
  turnView(core, view, 'view.renamed', { name, ...(note === undefined ? {} : { note }) });
  return ok({ view });
});
