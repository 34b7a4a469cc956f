import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { turnView } from './turn-view.ts';

/** Sends a view to the report, or takes it out. */
export default answerInCase('graph.views-report', ({ view, on }, core) => {
  turnView(core, view, on ? 'view.reported' : 'view.unreported', { reported: on });
  return ok({ view });
});
