import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { partyCard } from '../store/party-cards.ts';
import { prepared } from '../store/prepared.ts';
import { decidePairs } from './decide-pairs.ts';

declare module '../job.ts' {
  interface Jobs {
    'parties.same': {
      payload: { pairs: Array<{ a: number; b: number }>; reason: string; how: 'decided' | 'merged' };
      result: { decision: number; apart: number; party: number };
    };
  }
}

/** Joins pairs of parties by a person's word; links follow, and the journal says so. `apart`: pairs that valid numbers keep apart. */
export default defineJob('parties.same', ({ pairs, reason, how }, job) => {
  const { store, actor } = job.openCase;
  const at = job.now();
  job.progress('parties.same', 0, 0);
  return store.transaction(() => {
    const [a, b] = [partyCard(store, pairs[0]!.a).name, partyCard(store, pairs[0]!.b).name];
    const firsts = pairs.map((pair) => [firstOf(pair.a), firstOf(pair.b)] as const);
    const said = { at: at.toISOString(), actor, reason };
    const decision = job.deciding(() => decidePairs(store, 'same', pairs, said));
    const apart = firsts.filter(([one, other]) => partyOf(one) !== partyOf(other)).length;
    const params = { verdict: 'same', pairs: pairs.length, a, b, reason, decision };
    writeJournal(store, { actor, at, action: how === 'merged' ? 'parties.merged' : 'parties.decided', params });
    return ok({ decision, apart, party: partyOf(firsts[0]![0]) });
  });

  function firstOf(party: number): number {
    return prepared<[number], { first: number }>(store, 'select min(id) as first from mention where party = ?').get(
      party,
    )!.first;
  }
  function partyOf(mention: number): number {
    return prepared<[number], { party: number }>(store, 'select party from mention where id = ?').get(mention)!.party;
  }
});
