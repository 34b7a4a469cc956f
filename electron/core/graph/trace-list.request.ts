import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { listTraces, readTraceQuestion } from '../store/saved-traces.ts';

/** 保存的追踪 with their conditions by the ids of now. */
export default answerInCase('trace.list', ({ removed }, { openCase: { store } }) =>
  ok({ traces: listTraces(store, removed).map((head) => ({ ...head, ...readTraceQuestion(store, head.trace) })) }),
);
