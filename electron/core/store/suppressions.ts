import type { Store } from './connect.ts';
import { mentionsWith, namesakesOf, wordsOf } from './mention-words.ts';
import { prepared } from './prepared.ts';
import type { StoredFinding } from './read-findings.ts';

/** 不再提示: open findings of this model about this subject are not listed until the day. */
export interface StoredSuppression {
  readonly id: number;
  readonly model: string;
  readonly name: string;
  /** the party that bears the words now; null: no party, or none left */
  readonly party: number | null;
  /** YYYY-MM-DD, the first day on which they are listed again */
  readonly until: string;
  readonly at: string;
  readonly actor: string;
  readonly number: string;
  readonly reasonCode: string | null;
  readonly reason: string;
  readonly ended: { readonly at: string; readonly actor: string; readonly reason: string } | null;
}

/** Made with the decision that ruled a finding out. */
export function writeSuppression(
  store: Store,
  finding: Pick<StoredFinding, 'id' | 'model' | 'subjects'>,
  { disposition, until, at, actor }: { disposition: number; until: string; at: string; actor: string },
): void {
  const [subject] = finding.subjects;
  const side = subject?.party ? wordsOf(store, namesakesOf(store, subject.party)) : null;
  prepared<unknown[]>(
    store,
    'insert into suppression(model, side, name, disposition, finding, until, at, actor) values (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(finding.model, side, subject?.name ?? '', disposition, finding.id, until, at, actor);
}

/** Ends those that came with a decision, or one by its number; false: there was none that had not ended. */
export function endSuppression(
  store: Store,
  which: { readonly id: number } | { readonly disposition: number },
  { at, actor, reason }: { at: string; actor: string; reason: string },
): boolean {
  const column = 'id' in which ? 'id' : 'disposition';
  const { changes } = prepared<unknown[]>(
    store,
    `update suppression set ended_at = ?, ended_by = ?, end_reason = ? where ${column} = ? and ended_at is null`,
  ).run(at, actor, reason, 'id' in which ? which.id : which.disposition);
  return changes > 0;
}

interface Row {
  readonly id: number;
  readonly model: string;
  readonly side: string | null;
  readonly name: string;
  readonly until: string;
  readonly at: string;
  readonly actor: string;
  readonly number: string;
  readonly reasonCode: string | null;
  readonly reason: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
}

/** All that were ever made, the latest first. */
export function readSuppressions(store: Store): StoredSuppression[] {
  const rows = prepared<[], Row>(
    store,
    `select s.id as id, s.model as model, s.side as side, s.name as name, s.until as until, s.at as at, s.actor as actor, f.number as number,
       d.reason_code as reasonCode, d.reason as reason, s.ended_at as endedAt, s.ended_by as endedBy, s.end_reason as endReason
     from suppression s join finding f on f.id = s.finding join disposition d on d.id = s.disposition order by s.id desc`,
  ).all();
  const partyOf = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  return rows.map(({ side, endedAt, endedBy, endReason, ...row }) => {
    const [founder] = side === null ? [] : mentionsWith(store, side);
    return {
      ...row,
      party: founder === undefined ? null : (partyOf.get(founder)?.party ?? null),
      ended: endedAt === null ? null : { at: endedAt, actor: endedBy ?? '', reason: endReason ?? '' },
    };
  });
}

/** Whether it holds on a day. */
export const inForce = ({ until, ended }: StoredSuppression, today: string): boolean => ended === null && today < until;

/** Of a finding, the day until which it is left out of the list; null: it is listed. A finding that somebody has taken up is always listed. */
export function suppressedUntil(
  store: Store,
  today: string,
): (finding: Pick<StoredFinding, 'model' | 'status' | 'subjects'>) => string | null {
  const until = new Map<string, string>();
  for (const suppression of readSuppressions(store)) {
    if (!inForce(suppression, today)) continue;
    const key = keyOf(suppression.model, suppression.party, suppression.name);
    const known = until.get(key);
    if (known === undefined || known < suppression.until) until.set(key, suppression.until);
  }
  if (until.size === 0) return () => null;
  return ({ model, status, subjects: [subject] }) =>
    status === 'open' && subject ? (until.get(keyOf(model, subject.party, subject.name)) ?? null) : null;
}

const keyOf = (model: string, party: number | null, name: string): string => JSON.stringify([model, party ?? name]);
