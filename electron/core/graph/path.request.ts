import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { answerPaths, needsRows } from './routes/answer-paths.ts';

/** Paths between two parties. Where only rows can decide, a job reads them, so that the screen never waits. */
export default answerInCase('graph.path', (ask, core) => {
  const { store } = core.openCase;
  partyCard(store, ask.from);
  partyCard(store, ask.to);
  return needsRows(ask) ? core.runJob('graph.path', ask) : ok(answerPaths(store, ask, () => undefined));
});
