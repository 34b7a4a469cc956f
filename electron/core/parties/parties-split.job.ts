import { failed, ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { partyCard } from '../store/party-cards.ts';
import { writeDecisions } from '../store/party-decisions.ts';
import { prepared } from '../store/prepared.ts';

declare module '../job.ts' {
  interface Jobs {
    'parties.split': {
      payload: { party: number; mentions: number[]; reason: string };
      result: { decision: number; party: number; parties: number[] };
    };
  }
}

/** Takes mentions out of a party by a person's word. Problems: party.not-found, split.not-of-party, split.nothing-left. */
export default defineJob('parties.split', ({ party, mentions, reason }, job) => {
  const { store, actor } = job.openCase;
  const at = job.now();
  job.progress('parties.split', 0, 0);
  return store.transaction(() => {
    const { name } = partyCard(store, party);
    const all = prepared<[number], { id: number; name: string }>(
      store,
      'select id, name from mention where party = ? order by id',
    ).all(party);
    const out = all.filter(({ id }) => mentions.includes(id));
    const rest = all.filter(({ id }) => !mentions.includes(id));
    if (out.length !== new Set(mentions).size) return failed('split.not-of-party', { params: { name } });
    if (rest.length === 0) return failed('split.nothing-left', { params: { name } });
    const side = (part: typeof all) => part.map(({ id }) => id);
    const split = {
      verdict: 'split' as const,
      a: side(out),
      b: side(rest.slice(0, 20)),
      nameA: out[0]!.name,
      nameB: name,
    };
    const decision = job.deciding(() => writeDecisions(store, [split], { at: at.toISOString(), actor, reason }));
    const params = { name, mentions: out.length, of: all.length, reason, decision };
    writeJournal(store, { actor, at, action: 'parties.split', params });
    const partyOf = prepared<[number], { party: number }>(store, 'select party from mention where id = ?');
    const parties = new Set(out.map(({ id }) => partyOf.get(id)!.party));
    return ok({ decision, party: partyOf.get(rest[0]!.id)!.party, parties: [...parties] });
  });
});
