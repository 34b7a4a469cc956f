import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { modelsOf } from '../models/of-case.ts';
import { answerInCase } from '../request.ts';
import { caseFigures } from '../store/case-figures.ts';
import type { Store } from '../store/connect.ts';
import { readFindingMoney } from '../store/finding-money.ts';
import { identityLine, partyCard } from '../store/party-cards.ts';
import { prepared } from '../store/prepared.ts';
import { bandOf, readFindings, type StoredFinding, stands } from '../store/read-findings.ts';
import { readLastRuns } from '../store/write-run.ts';
import { findingsByTag } from '../tags/finding-tags.ts';
import { countBy } from './count-by.ts';
import { coverageOf } from './coverage.ts';
import { readRisk } from './read-risk.ts';

type Overview = Answer<'overview.read'>;

const TOP = 10;
const RECENT = 12;

/** 总览. Every sum is over all rows of the case, and money in findings is counted once, however many of them cite it. */
export default answerInCase('overview.read', (_, { openCase }) => {
  const { store } = openCase;
  const figures = caseFigures(store);
  const standing = readFindings(store).filter(stands);
  const ids = (list: readonly StoredFinding[]) => list.map(({ id }) => id);
  const money = readFindingMoney(store);
  const risk = readRisk(store);
  return ok({
    payments: { ...figures.payments, asideRows: figures.failed.rows, asideFen: figures.failed.fen },
    parties: figures.parties,
    files: figures.files,
    findings: {
      fen: figures.findings.fen,
      total: figures.findings.total,
      gone: figures.findings.gone,
      byStatus: Object.fromEntries(figures.findings.byStatus),
      bySeverity: countBy(standing, (finding) => String(ranked(finding))),
      confirmedFen: figures.findings.confirmedFen,
    },
    top: risk.slice(0, TOP).map(({ party, score, band, findings: list }) => {
      const card = partyCard(store, party);
      return {
        party: { id: party, kind: card.kind, name: card.name },
        drawnAs: card.drawnAs,
        score,
        band,
        identity: identityLine(store, card),
        findings: list.length,
        fen: money.of(ids(list)),
        months: money.byMonth(ids(list)),
      };
    }),
    topTotal: risk.length,
    byTag: findingsByTag(store, standing, money),
    standing: { findings: standing.length, fen: money.of(ids(standing)) },
    ...coverageOf(store),
    lastRun: lastRunOf(store, figures.cannotJudge),
    recent: recentOf(store),
  });
});

/** A doubtful severity is counted where its band puts it, so that this figure and the list agree on what is high. */
function ranked(finding: StoredFinding): number {
  const band = bandOf(finding);
  return band === 'high' ? finding.severity : band === 'medium' ? 2 : 1;
}

function lastRunOf(store: Store, cannotJudge: number): Overview['lastRun'] {
  const runs = readLastRuns(store);
  const last = runs.toSorted((a, b) => b.run - a.run)[0];
  if (!last) return null;
  return {
    id: last.run,
    at: last.at,
    models: modelsOf(store).length,
    cannotJudge,
  };
}

const recentOf = (store: Store): Overview['recent'] =>
  prepared<[number], { seq: number; at: string; actor: string; action: string; payload: string | null }>(
    store,
    'select seq, at, actor, action, payload from journal order by seq desc limit ?',
  )
    .all(RECENT)
    .map(({ payload, ...entry }) => ({
      ...entry,
      params: payload === null ? {} : (JSON.parse(payload) as { params: Overview['recent'][number]['params'] }).params,
    }));
