import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { models } from '../models/index.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { readFindingMoney } from '../store/finding-money.ts';
import { identityLine, partyCard } from '../store/party-cards.ts';
import { prepared } from '../store/prepared.ts';
import { bandOf, readFindings, type StoredFinding, stands } from '../store/read-findings.ts';
import { readLastRuns } from '../store/write-run.ts';
import { countBy } from './count-by.ts';
import { coverageOf } from './coverage.ts';
import { readRisk } from './read-risk.ts';

type Overview = Answer<'overview.read'>;

const TOP = 10;
const RECENT = 12;

/** 总览. Every sum is over all rows of the case, and money in findings is counted once, however many of them cite it. */
export default answerInCase('overview.read', (_, { openCase }) => {
  const { store } = openCase;
  const findings = readFindings(store);
  const standing = findings.filter(stands);
  const current = findings.filter(({ gone }) => !gone);
  const ids = (list: readonly StoredFinding[]) => list.map(({ id }) => id);
  const money = readFindingMoney(store);
  const risk = readRisk(store);
  return ok({
    payments: paymentsOf(store),
    parties: prepared<[], { n: number }>(
      store,
      "select count(*) as n from party where kind not in ('cash', 'payment-institution')",
    ).get()!.n,
    files: prepared<[], { n: number }>(
      store,
      "select count(distinct evidence) as n from batch where state = 'written'",
    ).get()!.n,
    findings: {
      fen: money.of(ids(standing)),
      total: current.length,
      gone: findings.length - current.length,
      byStatus: countBy(current, ({ status }) => status),
      bySeverity: countBy(standing, (finding) => String(ranked(finding))),
      confirmedFen: money.of(ids(current.filter(({ status }) => status === 'confirmed'))),
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
    ...coverageOf(store),
    lastRun: lastRunOf(store),
    recent: recentOf(store),
  });
});

/** A doubtful severity is counted where its band puts it, so that this figure and the list agree on what is high. */
function ranked(finding: StoredFinding): number {
  const band = bandOf(finding);
  return band === 'high' ? finding.severity : band === 'medium' ? 2 : 1;
}

/** Money that moved according to statements; in a case without statements, what ledgers booked. */
function paymentsOf(store: Store): Overview['payments'] {
  const sums = 'select count(*) as rows, coalesce(sum(fen), 0) as fen, min(day) as firstDay, max(day) as lastDay';
  type Sums = { rows: number; fen: number; firstDay: string | null; lastDay: string | null };
  const hasStatements =
    prepared<[], { n: number }>(store, 'select exists (select 1 from rec_bank_flow) as n').get()!.n === 1;
  const counted = prepared<[], Sums>(store, hasStatements ? `${sums} from payment` : `${sums} from fee`).get()!;
  const aside = prepared<[], { rows: number; fen: number }>(
    store,
    "select count(*) as rows, coalesce(sum(fen), 0) as fen from payment_aside where why in ('failed', 'reversed')",
  ).get()!;
  return { ...counted, asideRows: aside.rows, asideFen: aside.fen };
}

function lastRunOf(store: Store): Overview['lastRun'] {
  const runs = readLastRuns(store);
  const last = runs.toSorted((a, b) => b.run - a.run)[0];
  if (!last) return null;
  return {
    id: last.run,
    at: last.at,
    models: models.length,
    cannotJudge: runs.filter(({ status }) => status === 'cannot-judge').length,
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
