import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { modelOf } from '../models/of-case.ts';
import { answerInCase } from '../request.ts';
import { assignmentsOf } from '../store/assignments.ts';
import type { Store } from '../store/connect.ts';
import { handNote } from '../store/findings-by-hand.ts';
import { readSetters } from '../store/model-settings.ts';
import { prepared } from '../store/prepared.ts';
import { readFinding, readFindings, type StoredFinding } from '../store/read-findings.ts';
import { lastChangeOf } from '../store/run-changes.ts';
import { shakenBy } from '../store/shaken-findings.ts';
import { findingTags } from '../tags/finding-tags.ts';
import { citedBy, evidenceRows } from './evidence-rows.ts';
import { findingRow } from './finding-row.ts';
import { unknownModel, wordsOf } from './model-words.ts';
import { describeCheck, firstRecordOf, readCheck } from './read-conference-check.ts';
import { triageState } from './triage-state.ts';

type Read = Answer<'finding.read'>;

/** So many rows go to the screen at once; the total says how many there are. */
const MOST_ROWS = 2000;
const MOST_RELATED = 500;

/** Everything about one finding: why it was found, its rows with their cells, what speaks against it, what it is related to, what was done. */
export default answerInCase('finding.read', ({ id }, { openCase, shell }) => {
  const { store } = openCase;
  const finding = readFinding(store, id);
  const model = modelOf(store, finding.model);
  const cited = citedBy(store, id);
  const run = prepared<[{ run: number; model: string }], { id: number; at: string; examined: number | null }>(
    store,
    'select r.id as id, r.at as at, m.examined as examined from run r left join run_model m on m.run = r.id and m.model = @model where r.id = @run',
  ).get({ run: finding.lastRun, model: finding.model })!;
  return ok({
    ...findingRow(finding, findingTags(store)(finding), triageState(store, shell.now())(finding)),
    words: model ? wordsOf(model, finding.settings) : unknownModel(finding.model, finding.version),
    measures: [...finding.measures],
    counter: finding.counter,
    evidence: evidenceRows(store, cited.slice(0, MOST_ROWS)),
    evidenceTotal: cited.length,
    conference: conferenceOf(store, finding),
    shaken: shakenBy(store, id, run.at),
    related: relatedTo(store, finding),
    history: historyOf(store, id),
    assignments: assignmentsOf(store, id),
    change: lastChangeOf(store, id),
    byHand: handNote(store, id),
    run: {
      id: run.id,
      at: run.at,
      examined: run.examined ?? 0,
      settings: { ...finding.settings },
      setters: readSetters(store, finding.model, run.at),
    },
  });
});

/** The check of the conference that the finding is about, if it is about one. */
function conferenceOf(store: Store, finding: StoredFinding): Read['conference'] {
  const party = finding.subjects.find(({ kind }) => kind === 'conference')?.party;
  const row = party ? firstRecordOf(store, party) : undefined;
  const check = row === undefined ? undefined : readCheck(store, row);
  return check ? describeCheck(store, check) : null;
}

function relatedTo(store: Store, finding: StoredFinding): Read['related'] {
  const parties = new Set(finding.subjects.flatMap(({ party }) => party ?? []));
  const sharing = new Set(
    prepared<[number], { finding: number }>(
      store,
      `select distinct o.finding as finding from finding_row s join finding_row o on o.row = s.row and o.finding <> s.finding
       where s.finding = ? and s.role = 'evidence' and o.role in ('evidence', 'context')`,
    )
      .all(finding.id)
      .map((each) => each.finding),
  );
  return readFindings(store)
    .filter((other) => other.id !== finding.id && !other.gone)
    .flatMap(({ id, number, model, severity, status, fen, subjects }): Read['related'] => {
      if (sharing.has(id)) return [{ id, number, model, severity, status, fen, why: 'same-rows' }];
      return subjects.some(({ party }) => party !== null && parties.has(party))
        ? [{ id, number, model, severity, status, fen, why: 'same-subject' }]
        : [];
    })
    .sort((a, b) =>
      a.why === b.why ? b.severity - a.severity || (a.number < b.number ? -1 : 1) : a.why === 'same-rows' ? -1 : 1,
    )
    .slice(0, MOST_RELATED);
}

interface Disposed extends Omit<Read['history'][number], 'review'> {
  readonly reviewAt: string | null;
  readonly reviewActor: string;
  readonly verdict: 'agreed' | 'disagreed';
  readonly reviewReason: string;
}

const historyOf = (store: Store, finding: number): Read['history'] =>
  prepared<[number], Disposed>(
    store,
    `select d.at as at, d.actor as actor, d.from_status as "from", d.to_status as "to", d.reason_code as reasonCode, d.reason as reason,
       d.counter as counter, r.at as reviewAt, r.actor as reviewActor, r.verdict as verdict, r.reason as reviewReason
     from disposition d left join review r on r.disposition = d.id where d.finding = ? order by d.id`,
  )
    .all(finding)
    .map(({ reviewAt, reviewActor, verdict, reviewReason, ...entry }) => ({
      ...entry,
      review: reviewAt === null ? null : { at: reviewAt, actor: reviewActor, verdict, reason: reviewReason },
    }));
