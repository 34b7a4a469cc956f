import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { isSuggestedFresh } from '../store/suggested-stamp.ts';
import { pairRow } from './alike/describe-pair.ts';
import { pairsLike, suggestedPairs } from './alike/open-pairs.ts';

/** 疑似同一主体: the pairs a person has to look at, page by page. What changed is compared anew first where that is asked for. */
export default answerInCase('parties.suggestions', async (ask, core) => {
  const { store } = core.openCase;
  if (ask.refresh && !isSuggestedFresh(store)) {
    const made = await core.runJob('parties.suggest', {});
    if (!made.ok && made.problem.code !== 'job.running') return made;
  }
  const { open, unsure } = suggestedPairs(store);
  const found = pairsLike(store, ask);
  const byReason: Record<string, number> = {};
  for (const { grounds } of ask.state === 'open' ? open : unsure)
    for (const [reason] of grounds) byReason[reason] = (byReason[reason] ?? 0) + 1;
  return ok({
    total: found.length,
    open: open.length,
    unsure: unsure.length,
    byReason,
    stale: !isSuggestedFresh(store),
    rows: found.slice(ask.offset, ask.offset + ask.limit).map((pair) => pairRow(store, pair)),
  });
});
