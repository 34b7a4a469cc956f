import type { ChangeReason, FindingChange } from '../../../shared/protocol/triage.requests.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';
import type { LastRun, ModelOutcome } from './write-run.ts';

/** What a run changed about one finding. */
export interface Changed {
  readonly finding: number;
  readonly model: string;
  readonly change: FindingChange;
}

/**
 * Writes what a run changed and why. A reason is given only where it is known: another version or other settings of the model, data it lacks
 * now, rows that came in or were taken back since, corrections, decisions about parties; else it says 'other'.
 * `before`: of each model the run before this one. `retired`: models that are asked no more, whose findings lapse.
 */
export function writeRunChanges(
  store: Store,
  run: { readonly id: number },
  changed: readonly Changed[],
  outcomes: readonly ModelOutcome[],
  before: readonly LastRun[],
  retired: readonly string[],
): void {
  const put = prepared<[number, number, string, string]>(
    store,
    'insert into run_change(run, finding, change, why) values (?, ?, ?, ?)',
  );
  const lastOf = new Map(before.map((last) => [last.model, last]));
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.model, outcome]));
  for (const each of [...changed, ...takenBack(store, changed)]) {
    const why = retired.includes(each.model)
      ? (['model'] as const)
      : each.change === 'gone' && outcomeOf.get(each.model) === undefined
        ? (['taken-back'] as const)
        : reasonsOf(store, each, outcomeOf.get(each.model), lastOf.get(each.model));
    put.run(run.id, each.finding, each.change, JSON.stringify(why));
  }
}

/** Findings that a file taken back made lapse since the last run, and which no run has named as gone yet. */
const takenBack = (store: Store, changed: readonly Changed[]): Changed[] => {
  const named = new Set(changed.map(({ finding }) => finding));
  return prepared<[], { finding: number; model: string }>(
    store,
    `select f.id as finding, f.model as model from finding f where f.gone_run = f.last_run
       and not exists (select 1 from run_change c where c.finding = f.id and c.change = 'gone' and c.run > f.last_run)`,
  )
    .all()
    .filter(({ finding }) => !named.has(finding))
    .map((each) => ({ ...each, change: 'gone' as const }));
};

function reasonsOf(
  store: Store,
  { finding, change }: Changed,
  now: ModelOutcome | undefined,
  last: LastRun | undefined,
): ChangeReason[] {
  if (last === undefined) return ['first'];
  const why: ChangeReason[] = [];
  if (now && now.version !== last.version) why.push('model');
  if (now && !sameSettings(now.settings, last.settings)) why.push('settings');
  if (now?.status === 'cannot-judge') why.push('lacks');
  const since = prepared<
    [{ finding: number; at: string; isGone: number }],
    Record<'rows' | 'corrections' | 'parties' | 'back', number>
  >(
    store,
    `select
       case when @isGone then exists (select 1 from batch where at > @at and state = 'written')
         else exists (select 1 from finding_row s join row r on r.id = s.row join sheet t on t.id = r.sheet join batch b on b.id = t.batch
                      where s.finding = @finding and s.role = 'evidence' and b.at > @at) end as rows,
       exists (select 1 from batch where undone_at > @at) as back,
       case when @isGone then exists (select 1 from correction where at > @at)
         else exists (select 1 from finding_row s join correction c on c.row = s.row where s.finding = @finding and c.at > @at) end as corrections,
       exists (select 1 from party_decision where at > @at or undone_at > @at) as parties`,
  ).get({ finding, at: last.at, isGone: change === 'gone' ? 1 : 0 })!;
  if (since.rows) why.push('rows');
  if (since.back && change !== 'new') why.push('taken-back');
  if (since.corrections) why.push('corrections');
  if (since.parties) why.push('parties');
  return why.length > 0 ? why : ['other'];
}

/** Whether two sets of thresholds are the same. */
export const sameSettings = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value);

/** Finding → what a run changed about it. */
export const findingsChangedBy = (store: Store, run: number, change: FindingChange): Set<number> =>
  new Set(
    prepared<[number, string], number>(store, 'select finding from run_change where run = ? and change = ?')
      .pluck()
      .all(run, change) as number[],
  );

/** What the last run that concerned a finding changed about it. */
export function lastChangeOf(
  store: Store,
  finding: number,
): { run: number; at: string; kind: FindingChange; why: ChangeReason[] } | null {
  const row = prepared<[number], { run: number; at: string; kind: FindingChange; why: string }>(
    store,
    `select c.run as run, r.at as at, c.change as kind, c.why as why from run_change c join run r on r.id = c.run
     where c.finding = ? order by c.run desc limit 1`,
  ).get(finding);
  return row ? { ...row, why: JSON.parse(row.why) as ChangeReason[] } : null;
}
