import type { FindingStatus, Measure, SentenceValue } from '../../../shared/protocol/parts.ts';
import { Stop } from '../request.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

export interface FindingSubject {
  readonly role: string;
  readonly party: number | null;
  readonly name: string;
  /** kind and role of the party now, null where it is no party */
  readonly kind: string | null;
  readonly partyRole: string | null;
}

/** 疑点 as it is stored, with its subjects. */
export interface StoredFinding {
  readonly id: number;
  readonly number: string;
  readonly model: string;
  readonly version: number;
  readonly severity: 1 | 2 | 3 | 4;
  readonly confidence: number;
  readonly params: Readonly<Record<string, SentenceValue>>;
  readonly measures: readonly Measure[];
  readonly settings: Readonly<Record<string, number>>;
  readonly fen: number | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly rows: number;
  readonly explainedRows: number;
  /** of the evidence, rows that a person typed */
  readonly manualRows: number;
  readonly status: FindingStatus;
  readonly counter: string;
  readonly assignee: string | null;
  /** YYYY-MM-DD: to be dealt with by then */
  readonly due: string | null;
  readonly gone: boolean;
  readonly firstRun: number;
  readonly lastRun: number;
  /** the last disposition, or the run that found it */
  readonly updatedAt: string;
  readonly subjects: readonly FindingSubject[];
}

type Row = Omit<StoredFinding, 'params' | 'measures' | 'settings' | 'gone' | 'subjects'> & {
  readonly params: string;
  readonly measures: string;
  readonly settings: string;
  readonly goneRun: number | null;
};

const columns = `f.id as id, f.number as number, f.model as model, f.version as version, f.severity as severity, f.confidence as confidence, f.params as params,
  f.measures as measures, f.settings as settings, f.fen as fen, f.first_day as firstDay, f.last_day as lastDay, f.status as status, f.counter as counter,
  f.assignee as assignee, f.due as due, f.gone_run as goneRun, f.first_run as firstRun, f.last_run as lastRun,
  (select count(distinct row) from finding_row where finding = f.id and role = 'evidence') as rows,
  (select count(distinct row) from finding_row where finding = f.id and role = 'explained') as explainedRows,
  (select count(distinct row) from finding_row where finding = f.id and role = 'evidence' and row in (select row from manual_row)) as manualRows,
  coalesce((select max(at) from disposition where finding = f.id), (select at from run where id = f.first_run)) as updatedAt`;

/** Every finding of the case, in the order of their numbers; those that the last run no longer found as well. */
export function readFindings(store: Store): StoredFinding[] {
  const rows = prepared<[], Row>(store, `select ${columns} from finding f order by f.number`).all();
  const subjects = Map.groupBy(
    prepared<[], FindingSubject & { finding: number }>(store, `${subjectSql} order by s.finding, s.pos`).all(),
    ({ finding }) => finding,
  );
  return rows.map((row) => complete(row, subjects.get(row.id) ?? []));
}

/** One finding. Leaves with Problem finding.not-found. */
export function readFinding(store: Store, id: number): StoredFinding {
  const row = prepared<[number], Row>(store, `select ${columns} from finding f where f.id = ?`).get(id);
  if (!row) throw new Stop({ code: 'finding.not-found', params: { id } });
  const subjects = prepared<[number], FindingSubject & { finding: number }>(
    store,
    `${subjectSql} where s.finding = ? order by s.pos`,
  );
  return complete(row, subjects.all(id));
}

const subjectSql = `select s.finding as finding, s.role as role, s.party as party, s.name as name, p.kind as kind, p.role as partyRole
  from finding_subject s left join party p on p.id = s.party`;

const complete = (
  { goneRun, ...row }: Row,
  subjects: ReadonlyArray<FindingSubject & { finding: number }>,
): StoredFinding => ({
  ...row,
  params: JSON.parse(row.params),
  measures: JSON.parse(row.measures),
  settings: JSON.parse(row.settings),
  gone: goneRun !== null,
  subjects: subjects.map(({ finding: _, ...subject }) => subject),
});

/** 风险: severity 4 and 3 high, 2 medium, 1 low; a confidence below one half lowers it by one step. */
export function bandOf({
  severity,
  confidence,
}: Pick<StoredFinding, 'severity' | 'confidence'>): 'high' | 'medium' | 'low' {
  const step = (severity >= 3 ? 2 : severity === 2 ? 1 : 0) - (confidence < 0.5 ? 1 : 0);
  return step >= 2 ? 'high' : step === 1 ? 'medium' : 'low';
}

/** A finding stands while it is found and nobody has ruled it out. */
export const stands = ({ gone, status }: Pick<StoredFinding, 'gone' | 'status'>): boolean =>
  !gone && status !== 'excluded';
