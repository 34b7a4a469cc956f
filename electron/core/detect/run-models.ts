import { randomUUID } from 'node:crypto';
import type { ModelRun } from '../../../shared/protocol/findings.requests.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { readMeetings } from '../models/ask/meetings.ts';
import { readAliases } from '../models/ask/org-aliases.ts';
import { type EvidenceReader, type Hit, type Lack, type Model, Unfinished } from '../models/model.ts';
import { ownModels } from '../models/of-case.ts';
import { Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { writeSetting } from '../store/model-settings.ts';
import { sameSettings, writeRunChanges } from '../store/run-changes.ts';
import { countStanding, type NewFinding, writeFindings } from '../store/write-findings.ts';
import {
  type LastRun,
  type ModelOutcome,
  nextRun,
  type RunInputs,
  readLastRuns,
  readPrepared,
  writeRun,
} from '../store/write-run.ts';
import { checkConferences } from './check-conferences.ts';
import { evidenceReader } from './evidence-reader.ts';
import { givingMemoryBack } from './give-memory-back.ts';
import { type Inputs, inputsOf, workingInputs } from './inputs.ts';
import { lacksOf } from './lacks.ts';
import { meetingLines } from './meeting-lines.ts';
import { pairMoney } from './pair-money.ts';
import { listening } from './reads.ts';
import type { Changed, SettingsByModel } from './settings.ts';
import { sharingViews } from './shared-views.ts';
import {
  atOneMoment,
  emptyWorkingTables,
  keepWorkingTables,
  takeWorkingTables,
  withWorkingTables,
} from './working-tables.ts';

export interface RunRequest {
  /** the models to ask, and for the check of conferences all that exist */
  readonly models: readonly Model[];
  readonly settings: SettingsByModel;
  /** thresholds that people changed with this run, and why */
  readonly changed: readonly Changed[];
  readonly reason: string;
  /** asks every model anew, even where nothing changed that it reads */
  readonly everything: boolean;
  readonly actor: string;
  readonly at: Date;
  progress(step: string, done: number, total: number): void;
  checkCancelled(): void;
}

/** What a trial of one model with given thresholds comes to: nothing of it is kept. */
export type Trial = ModelOutcome & { readonly hits: readonly Hit[] };

/** 试算: one model over the evidence of the case, once for each set of thresholds; the store stays as it was. */
export function tryModel(
  store: Store,
  model: Model,
  sets: ReadonlyArray<Readonly<Record<string, number>>>,
  { settings, progress, checkCancelled }: Pick<RunRequest, 'settings' | 'progress' | 'checkCancelled'>,
): Trial[] {
  return sets.map((values) =>
    withWorkingTables(store, () => {
      const evidence = evidenceReader(store, checkCancelled, { first: sharingViews(store, checkCancelled) });
      const inForce = new Map(settings).set(model.id, values);
      prepareEvidence(store, evidence, { models: [model], settings: inForce, progress });
      checkCancelled();
      return askModel(model, evidence, values);
    }),
  );
}

export interface RunAnswer {
  readonly run: number;
  readonly runs: ModelRun[];
  readonly added: number;
  readonly gone: number;
  readonly kept: number;
}

/**
 * 运行模型: pairs ledgers with bank bookings, checks every conference, asks each model whether it can judge and what it finds, and
 * stores all of it in one short transaction. The same evidence and settings give the same findings under the same numbers. A model of which
 * nothing changed that it reads is not asked: what it found stands, and its outcome names the run that asked it.
 */
export function runModels(store: Store, request: RunRequest): RunAnswer {
  const started = performance.now();
  return withWorkingTables(store, () => {
    // one moment of the case: what a person writes meanwhile is neither found nor taken for read
    const come = atOneMoment(store, () => think(store, request));
    return store.transaction(() => keep(store, request, come, Math.round(performance.now() - started)));
  });
}

/** What a run comes to, before it is stored. */
interface Come {
  readonly outcomes: readonly ModelOutcome[];
  readonly found: readonly NewFinding[];
  /** what was known before the models were asked, and from what */
  readonly known: RunInputs;
}

function think(store: Store, request: RunRequest): Come {
  const inputs = inputsOf(store, () => breathe());
  const reads = listening(inputs);
  const giveBack = givingMemoryBack(reads.letGo);
  const breathe = () => {
    request.checkCancelled();
    giveBack();
  };
  const evidence = evidenceReader(store, breathe, { first: sharingViews(store, breathe), reads });
  const prepared =
    takePrepared(store, inputs, request) ?? reads.during(() => prepareEvidence(store, evidence, request));
  const before = new Map(readLastRuns(store).map((last) => [last.model, last]));
  const found: NewFinding[] = [];
  const read = new Map<string, readonly string[]>();
  const asked = request.models.map((model, done): ModelOutcome => {
    request.progress(model.id, done, request.models.length);
    breathe();
    const settings = request.settings.get(model.id) ?? {};
    const standing = request.everything ? undefined : unchanged(store, inputs, model, settings, before.get(model.id));
    if (standing) return standing;
    const { value, reads: names } = reads.during(() => askModel(model, evidence, settings));
    const { hits, ...outcome } = value;
    for (const hit of hits) found.push({ ...hit, model: model.id, version: model.version, settings });
    read.set(model.id, names);
    return outcome;
  });
  request.progress('store', request.models.length, request.models.length);
  breathe();
  const outcomes = asked.map((outcome) => {
    const names = read.get(outcome.model);
    return names ? { ...outcome, inputs: { names, state: inputs.state(names) } } : outcome;
  });
  const known = { names: prepared.reads, state: preparedState(inputs, prepared.reads, request.settings) };
  return { outcomes, found, known };
}

/** The outcome of the last run where it still stands: the same model with the same settings, and nothing changed of what it read. */
function unchanged(
  store: Store,
  inputs: Inputs,
  model: Model,
  settings: Readonly<Record<string, number>>,
  last: LastRun | undefined,
): ModelOutcome | undefined {
  if (!last?.inputs || last.status === 'failed' || last.version !== model.version) return undefined;
  if (!sameSettings(last.settings, settings) || countStanding(store, model.id) !== last.findings) return undefined;
  if (inputs.state(last.inputs.names) !== last.inputs.state) return undefined;
  const { run, at, unchangedSince, ...outcome } = last;
  return { ...outcome, ms: 0, unchangedSince: unchangedSince ?? { run, at } };
}

/**
 * Raised whenever what is found out before the models are asked comes to something else with the same evidence: pairs of money, lines of
 * meetings, checks of conferences. Its fingerprint is kept in test/contract.
 */
export const PREPARATION = 1;

/** Whether what is found out before the models are asked is still what the last run kept. */
const preparedState = (inputs: Inputs, names: readonly string[], settings: SettingsByModel): string => {
  const own = ['academic-fee-no-conference', 'sham-conference'].map((model) => settings.get(model) ?? {});
  return `${PREPARATION} ${JSON.stringify(own)} ${inputs.state([...names, ...workingInputs])}`;
};

/** Takes over what the last run found out before the models were asked, where nothing it rests on changed; else undefined. */
function takePrepared(
  store: Store,
  inputs: Inputs,
  { everything, settings }: RunRequest,
): { readonly reads: readonly string[] } | undefined {
  const known = everything ? null : readPrepared(store);
  if (!known) return undefined;
  takeWorkingTables(store, nextRun(store));
  if (preparedState(inputs, known.names, settings) === known.state) return { reads: known.names };
  emptyWorkingTables(store);
  inputs.forget(workingInputs);
  return undefined;
}

/** Everything the models take as known: which lines are the same money, what belongs to which meeting, which meetings are genuine. */
function prepareEvidence(
  store: Store,
  evidence: EvidenceReader,
  request: Pick<RunRequest, 'models' | 'settings' | 'progress'>,
): void {
  const run = nextRun(store);
  const fees = request.settings.get('academic-fee-no-conference') ?? {};
  const sham = request.settings.get('sham-conference') ?? {};
  request.progress('conferences', 0, request.models.length);
  const pairs = pairMoney(evidence);
  const pair = store.db.prepare('insert into temp.same_money(ledger_row, bank_row) values (?, ?)');
  for (const { ledgerRow, bankRow } of pairs) pair.run(ledgerRow, bankRow);
  const meetings = readMeetings(evidence);
  const lines = meetingLines(evidence, meetings, pairs, {
    before: fees.before ?? 60,
    after: fees.after ?? 120,
    nameSim: fees.name_sim ?? 0.55,
    canonical: readAliases(evidence),
    feeTolerance: sham.fee_tolerance ?? 3,
  });
  const checks = checkConferences(evidence, meetings, lines, {
    maxDays: sham.max_days ?? 10,
    minKnown: sham.min_known ?? 5,
  });
  const check = store.db.prepare(
    'insert into temp.conference_check(row, result, known, yes, elements, contradictions, run) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const genuine = new Set<number>();
  for (const { row, result, known, yes, elements, contradictions } of checks) {
    if (result === 'genuine') genuine.add(row);
    check.run(row, result, known, yes, JSON.stringify(elements), JSON.stringify(contradictions), run);
  }
  const line = store.db.prepare('insert into temp.meeting_money(row, meeting_row, how, explained) values (?, ?, ?, ?)');
  for (const { row, meeting, how, within } of lines)
    line.run(row, meeting.row, how, within && genuine.has(meeting.row) ? 1 : 0);
}

/** One model: what it lacks, or what it finds. A model that throws has failed; the others go on. */
function askModel(model: Model, evidence: EvidenceReader, settings: Readonly<Record<string, number>>): Trial {
  const started = performance.now();
  const outcome = (more: Partial<Trial> & Pick<Trial, 'status'>): Trial => ({
    model: model.id,
    version: model.version,
    settings,
    missing: [],
    note: null,
    examined: 0,
    findings: 0,
    inputs: null,
    unchangedSince: null,
    hits: [],
    ms: Math.round(performance.now() - started),
    ...more,
  });
  try {
    const lacking = lacksOf(model, evidence);
    const missing: readonly Lack[] = lacking.length > 0 ? lacking : (model.coverage?.(evidence, settings) ?? []);
    if (missing.length > 0) return outcome({ status: 'cannot-judge', missing });
    const { examined, hits, unjudged = [] } = model.find(evidence, settings);
    const sorted = hits.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    return outcome({ status: 'ran', missing: unjudged, examined, hits: sorted, findings: hits.length });
  } catch (thrown) {
    if (thrown instanceof Stop) throw thrown;
    if (thrown instanceof Unfinished) return outcome({ status: 'failed', missing: [thrown.lack] });
    return outcome({ status: 'failed', note: whereOf(thrown) });
  }
}

/** What was thrown and where, for whoever has to mend it: never its message, which may quote a cell. */
function whereOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const frame = /at (?:([\w.<>]+) )?\(?(?:[^()\s]*[\\/])?([\w.-]+:\d+):\d+\)?/.exec(
    thrown.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '',
  );
  return frame ? `${thrown.name} ${frame[1] ?? ''} ${frame[2]}`.replace(/\s+/g, ' ') : thrown.name;
}

function keep(store: Store, request: RunRequest, { outcomes, found, known }: Come, ms: number): RunAnswer {
  const { actor } = request;
  const at = request.at.toISOString();
  const run = nextRun(store);
  keepWorkingTables(store);
  for (const { model, name, before, after } of request.changed) {
    writeSetting(store, { model, name, value: after, reason: request.reason, at, actor });
    const params = { model, name, before, after, reason: request.reason };
    writeJournal(store, { actor, at: request.at, action: 'detect.setting', params });
  }
  const lastRuns = readLastRuns(store);
  writeRun(store, { id: run, uid: randomUUID(), at, actor, ms, inputs: known }, outcomes);
  // a model that cannot judge any more no longer stands behind what it once found; one that failed has said nothing
  const judged = outcomes
    .filter(({ status, unchangedSince }) => status !== 'failed' && !unchangedSince)
    .map(({ model }) => model);
  const standing = outcomes.filter(({ unchangedSince }) => unchangedSince).map(({ model }) => model);
  // nobody stands any more behind what a model found that was switched off or deleted
  const retired = ownModels(store).flatMap(({ id, own }) => (own?.state === 'on' ? [] : [id]));
  const { changed, ...written } = writeFindings(store, found, {
    id: run,
    at,
    actor,
    judged: [...judged, ...retired],
    standing,
  });
  writeRunChanges(store, { id: run }, changed, outcomes, lastRuns, retired);
  const params = { models: outcomes.length, added: written.added, gone: written.gone };
  writeJournal(store, { actor, at: request.at, action: 'detect.run', params });
  return { run, runs: outcomes.map(asModelRun), ...written };
}

/** The shape in which other programs read how a model fared. */
export const asModelRun = ({
  missing,
  model,
  version,
  status,
  note,
  examined,
  findings,
  ms,
  unchangedSince,
}: ModelOutcome): ModelRun => ({
  model,
  version,
  status,
  note,
  examined,
  findings,
  ms,
  unchangedSince,
  missing: missing.map(({ id }) => id),
  missingWords: missing.map(({ words }) => words),
});
