import { randomUUID } from 'node:crypto';
import type { Bilingual } from '../../../shared/protocol/parts.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** How one model fared in a run. */
export interface ModelOutcome {
  readonly model: string;
  readonly version: number;
  readonly settings: Readonly<Record<string, number>>;
  readonly status: 'ran' | 'cannot-judge' | 'failed';
  /** what kept it from judging; of a model that ran, the parts it could not judge */
  readonly missing: ReadonlyArray<{ readonly id: string; readonly words: Bilingual }>;
  /** why it failed: the name of the error, never evidence */
  readonly note: string | null;
  readonly examined: number;
  readonly findings: number;
  readonly ms: number;
  /** what it read; null where that is not known */
  readonly inputs: RunInputs | null;
  /** the run that asked it, where nothing it read has changed since and its outcome was taken over; else null */
  readonly unchangedSince: { readonly run: number; readonly at: string } | null;
}

/** Names of what was read, and one digest over the contents. */
export interface RunInputs {
  readonly names: readonly string[];
  readonly state: string;
}

/** The next run's id: it is needed before the run can be written. */
export const nextRun = (store: Store): number =>
  prepared<[], { id: number }>(store, 'select coalesce(max(id), 0) + 1 as id from run').get()!.id;

/** A moment at which a person wrote about findings: findings name the run that wrote them. Gives its id. */
export function writeHandRun(store: Store, at: string, actor: string): number {
  const id = nextRun(store);
  prepared<[number, string, string, string]>(
    store,
    'insert into run(id, uid, at, actor, ms, by_hand) values (?, ?, ?, ?, 0, 1)',
  ).run(id, randomUUID(), at, actor);
  return id;
}

export function writeRun(
  store: Store,
  run: {
    readonly id: number;
    readonly uid: string;
    readonly at: string;
    readonly actor: string;
    readonly ms: number;
    readonly inputs: RunInputs;
  },
  outcomes: readonly ModelOutcome[],
): void {
  prepared<[number, string, string, string, number, string]>(
    store,
    'insert into run(id, uid, at, actor, ms, inputs) values (?, ?, ?, ?, ?, ?)',
  ).run(run.id, run.uid, run.at, run.actor, run.ms, JSON.stringify(run.inputs));
  const put = prepared<unknown[]>(
    store,
    `insert into run_model(run, model, version, settings, status, missing, note, examined, findings, ms, inputs, same_as)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const each of outcomes)
    put.run(
      run.id,
      each.model,
      each.version,
      JSON.stringify(each.settings),
      each.status,
      JSON.stringify(each.missing),
      each.note,
      each.examined,
      each.findings,
      each.ms,
      each.inputs && JSON.stringify(each.inputs),
      each.unchangedSince?.run ?? null,
    );
}

/** From what the last run found out what it knew before it asked the models; null where that is not known. */
export function readPrepared(store: Store): RunInputs | null {
  const last = prepared<[], { inputs: string }>(
    store,
    'select inputs from run where inputs is not null order by id desc limit 1',
  ).get();
  return last ? (JSON.parse(last.inputs) as RunInputs) : null;
}

/** The last run that asked this model, or of all models the last run of each. */
export interface LastRun extends ModelOutcome {
  readonly run: number;
  readonly at: string;
}

interface LastRunRow {
  readonly run: number;
  readonly at: string;
  readonly model: string;
  readonly version: number;
  readonly settings: string;
  readonly status: LastRun['status'];
  readonly missing: string;
  readonly note: string | null;
  readonly examined: number;
  readonly findings: number;
  readonly ms: number;
  readonly inputs: string | null;
  readonly sameAs: number | null;
  readonly sameAt: string | null;
}

/** Of each model the last run that asked it, by model id. */
export function readLastRuns(store: Store): LastRun[] {
  return prepared<[], LastRunRow>(
    store,
    `select m.run as run, r.at as at, m.model as model, m.version as version, m.settings as settings, m.status as status, m.missing as missing,
            m.note as note, m.examined as examined, m.findings as findings, m.ms as ms, m.inputs as inputs, s.id as sameAs, s.at as sameAt
     from run_model m join run r on r.id = m.run left join run s on s.id = m.same_as
     where m.run = (select max(o.run) from run_model o where o.model = m.model) order by m.model`,
  )
    .all()
    .map(({ settings, missing, inputs, sameAs, sameAt, ...row }) => ({
      ...row,
      settings: JSON.parse(settings),
      missing: JSON.parse(missing),
      inputs: inputs === null ? null : JSON.parse(inputs),
      unchangedSince: sameAs === null || sameAt === null ? null : { run: sameAs, at: sameAt },
    }));
}
