import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** 指派: who has a finding and until when; null = given back. */
export interface Assignment {
  readonly at: string;
  readonly actor: string;
  readonly assignee: string | null;
  /** YYYY-MM-DD */
  readonly due: string | null;
  readonly reason: string;
}

/** Gives a finding to somebody; the earlier lines stay as its history. */
export function writeAssignment(store: Store, finding: number, { at, actor, assignee, due, reason }: Assignment): void {
  prepared<unknown[]>(
    store,
    'insert into assignment(finding, at, actor, assignee, due, reason) values (?, ?, ?, ?, ?, ?)',
  ).run(finding, at, actor, assignee, due, reason);
  prepared<unknown[]>(store, 'update finding set assignee = ?, due = ? where id = ?').run(assignee, due, finding);
}

/** The assignments of a finding, the earliest first. */
export const assignmentsOf = (store: Store, finding: number): Assignment[] =>
  prepared<[number], Assignment>(
    store,
    'select at, actor, assignee, due, reason from assignment where finding = ? order by id',
  ).all(finding);

/** Whoever did or was given something in this case, by name. */
export const peopleOf = (store: Store): string[] =>
  prepared<[], string>(
    store,
    `select actor from disposition union select actor from run union select actor from batch union select actor from review
     union select actor from assignment union select assignee from assignment where assignee is not null order by 1`,
  )
    .pluck()
    .all() as string[];
