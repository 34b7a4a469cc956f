import { sentence } from '../../../shared/evidence/sentence.ts';
import { drawnAs } from '../../../shared/ontology/index.ts';
import { carries } from '../../../shared/ontology/tags.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { modelOf } from '../models/of-case.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { type FindingMoney, readFindingMoney } from '../store/finding-money.ts';
import { identityLine } from '../store/party-cards.ts';
import { bandOf, readFindings, type StoredFinding } from '../store/read-findings.ts';
import { findingsChangedBy } from '../store/run-changes.ts';
import { findingTags } from '../tags/finding-tags.ts';
import { countTags } from '../tags/tag-index.ts';
import { countBy } from './count-by.ts';
import { findingRow } from './finding-row.ts';
import { mattersOf } from './matters.ts';
import { isOverdue, localDay, triageState } from './triage-state.ts';

type Ask = Asked<'findings.list'>;
type Group = Answer<'findings.list'>['groups'][number];

/** 疑点清单: filtered, grouped, the weightiest first. Totals are over all that pass, never over the page. */
export default answerInCase('findings.list', (ask, { openCase, shell }) => {
  const { store } = openCase;
  const all = readFindings(store);
  const tagsOf = findingTags(store);
  const stateOf = triageState(store, shell.now());
  const today = localDay(shell.now());
  const changed = ask.change && findingsChangedBy(store, ask.change.run, ask.change.kind);
  // what a run no longer found is listed where that run is asked about
  const withGone = ask.withGone || ask.change !== undefined;
  const passing = all.filter((finding) => (withGone || !finding.gone) && passes(store, finding, ask, changed));
  const isSuppressed = (finding: StoredFinding) => stateOf(finding).suppressedUntil !== null;
  const anyTags = passing.filter(
    (finding) => ask.suppressed === 'with' || isSuppressed(finding) === (ask.suppressed === 'only'),
  );
  const within = anyTags.filter((finding) => carries(tagsOf(finding), ask.tags));
  const waits = (finding: StoredFinding) => ['needed', 'disagreed'].includes(stateOf(finding).review);
  const hasStatus = (finding: StoredFinding) =>
    (ask.status === undefined || ask.status.length === 0 || ask.status.includes(finding.status)) &&
    (ask.band === undefined || bandOf(finding) === ask.band) &&
    (!ask.overdue || isOverdue(finding, today)) &&
    (!ask.review || waits(finding));
  const found = within.filter(hasStatus);
  const money = readFindingMoney(store);
  const groups = grouped(store, found, ask.group);
  const rows = groups.flatMap(({ key, list }) =>
    list.map((finding) => ({ ...findingRow(finding, tagsOf(finding), stateOf(finding)), group: key })),
  );
  return ok({
    total: found.length,
    all: all.filter(({ gone }) => withGone || !gone).length,
    fen: money.of(found.map(({ id }) => id)),
    byStatus: countBy(within, ({ status }) => status),
    byTag: countTags(anyTags.filter(hasStatus).map(tagsOf)),
    high: within.filter((finding) => bandOf(finding) === 'high').length,
    overdue: within.filter((finding) => isOverdue(finding, today)).length,
    review: within.filter(waits).length,
    suppressed: passing.filter(isSuppressed).length,
    groups: groups.map((group) => describeGroup(store, money, group, ask.group)),
    rows: rows.slice(ask.offset, ask.offset + ask.limit),
  });
});

/** Everything but tags, and but what has tabs of its own. `changed`: those that the run asked about changed. */
function passes(store: Store, finding: StoredFinding, ask: Ask, changed: ReadonlySet<number> | undefined): boolean {
  if (changed && !changed.has(finding.id)) return false;
  if (ask.assignee !== undefined && finding.assignee !== ask.assignee) return false;
  if (ask.model !== undefined && finding.model !== ask.model) return false;
  if (ask.party !== undefined && !finding.subjects.some(({ party }) => party === ask.party)) return false;
  if (ask.minFen !== undefined && (finding.fen ?? 0) < ask.minFen) return false;
  if (ask.period !== undefined && !isWithin(finding, ask.period)) return false;
  const wanted = ask.text.trim().toLowerCase();
  return wanted === '' || textOf(store, finding).includes(wanted);
}

const isWithin = ({ firstDay, lastDay }: StoredFinding, { from, to }: { from: string; to: string }): boolean =>
  firstDay !== null && lastDay !== null && firstDay <= to && lastDay >= from;

function textOf(store: Store, finding: StoredFinding): string {
  const model = modelOf(store, finding.model);
  const said = model
    ? [
        model.title.zh,
        model.title.en,
        sentence(model.summary, finding.params, 'zh-CN'),
        sentence(model.summary, finding.params, 'en'),
      ]
    : [];
  return [finding.number, ...finding.subjects.map(({ name }) => name), ...said].join('\n').toLowerCase();
}

interface Grouped {
  readonly key: string;
  readonly list: readonly StoredFinding[];
}

function grouped(store: Store, found: readonly StoredFinding[], by: Ask['group']): Grouped[] {
  const sorted = found.toSorted(
    (a, b) => worth(b) - worth(a) || b.severity - a.severity || (a.number < b.number ? -1 : 1),
  );
  if (by === 'none') return sorted.length > 0 ? [{ key: 'all', list: sorted }] : [];
  const matters = by === 'matter' ? mattersOf(store, found) : undefined;
  const groups = Map.groupBy(sorted, (finding) => keyOf(finding, by, matters));
  const total = (list: readonly StoredFinding[]) => list.reduce((sum, each) => sum + worth(each), 0);
  return [...groups]
    .map(([key, list]) => ({ key, list }))
    .sort(
      (a, b) =>
        total(b.list) - total(a.list) ||
        Math.max(...b.list.map(({ severity }) => severity)) - Math.max(...a.list.map(({ severity }) => severity)) ||
        (a.key < b.key ? -1 : 1),
    );
}

/** 金额 × 风险. A matter without money is worth as much as a small one. */
const worth = ({ fen, severity, confidence }: StoredFinding): number =>
  Math.max(fen ?? 0, 100_000) * severity * confidence;

const keyOf = (
  finding: StoredFinding,
  by: Exclude<Ask['group'], 'none'>,
  matters: ReadonlyMap<number, StoredFinding> | undefined,
): string => {
  if (by === 'model') return finding.model;
  if (matters) return `matter:${matters.get(finding.id)?.number}`;
  const [first] = finding.subjects;
  return first?.party ? `party:${first.party}` : `name:${first?.name ?? ''}`;
};

function describeGroup(store: Store, money: FindingMoney, { key, list }: Grouped, by: Ask['group']): Group {
  const fen = list.some((finding) => finding.fen !== null) ? money.of(list.map(({ id }) => id)) : null;
  const models = new Set(list.map(({ model }) => model)).size;
  const base = { key, findings: list.length, models, fen, party: null, drawnAs: null, title: '', detail: '' };
  if (by === 'none') return base;
  if (by === 'model')
    return { ...base, title: modelOf(store, key)?.title.zh ?? key, detail: modelOf(store, key)?.question.zh ?? '' };
  // a matter is called after the subject of the finding that heads it
  const head = by === 'matter' ? list.find(({ number }) => key === `matter:${number}`) : list[0];
  const subject = head?.subjects[0];
  if (!subject?.party || subject.kind === null) return { ...base, title: subject?.name ?? '' };
  return {
    ...base,
    title: subject.name,
    party: { id: subject.party, kind: subject.kind, name: subject.name },
    drawnAs: drawnAs(subject.kind, subject.partyRole),
    detail: identityLine(store, { id: subject.party, kind: subject.kind }),
  };
}
