/** truth.json and truth_entities.json: what was planted, what must not be flagged, and what an importer must count. */

import type { Category } from '../files/grid.ts';
import type { SampleOptions } from '../options.ts';
import type { Org, Party, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { GuideStep } from './guide.ts';
import type { Places } from './notes.ts';
import type { Boundary, Expected, LookAlike, Plant, Story } from './plants.ts';

export interface TruthRow {
  readonly file: string;
  readonly sheet: string;
  /** The spreadsheet's own 1-based row; in text files the physical line. */
  readonly row: number;
  /** Header and text of the cells that tell this row from others. */
  readonly seen: Readonly<Record<string, string>>;
  /**
   * What the row tells of. Rows with the same event tell of one and the same thing: both statements' lines of a transfer,
   * copies of them, and the ledger entry for it. To cite one of them is to cite the event.
   */
  readonly event: string;
  /** The same booking delivered again. */
  readonly copy?: true;
}

interface TruthSubject {
  readonly entity?: string;
  readonly conference?: string;
  readonly kind: 'person' | 'org' | 'conference';
  readonly name: string;
}

export interface TruthFinding {
  readonly model: string;
  readonly subjects: readonly TruthSubject[];
  readonly rows: readonly TruthRow[];
}

export interface TruthSheet {
  readonly sheet: string;
  readonly category: Category;
  readonly headerRow: number;
  readonly columns: ReadonlyArray<{ header: string; field: string | null }>;
  readonly rows: {
    readonly read: number;
    readonly imported: number;
    readonly rejected: number;
    readonly duplicate: number;
    readonly skipped: number;
  };
  readonly sums: Readonly<Record<string, string>>;
  readonly badRows: ReadonlyArray<{ row: number; column: string; code: string; seen: string; rejected: boolean }>;
}

export interface Truth {
  readonly note: string;
  readonly options: { readonly seed: number; readonly size: string; readonly noise: number };
  readonly files: ReadonlyArray<{
    readonly file: string;
    readonly format: string;
    readonly sheets: readonly TruthSheet[];
  }>;
  readonly schemes: ReadonlyArray<{
    readonly id: string;
    readonly scheme: string;
    readonly difficulty: number;
    readonly models: readonly string[];
    readonly expected: readonly TruthFinding[];
    readonly subjects: readonly TruthSubject[];
    readonly rows: readonly TruthRow[];
    readonly amountFen: string;
    readonly drawn: Readonly<Record<string, number | string>>;
    readonly zh: string;
  }>;
  readonly mustNotFlag: ReadonlyArray<{
    readonly id: string;
    readonly kind: string;
    readonly model: string;
    readonly subjects: readonly TruthSubject[];
    readonly rows: readonly TruthRow[];
    readonly zh: string;
  }>;
  readonly boundaries: ReadonlyArray<{
    readonly id: string;
    readonly model: string;
    readonly find: boolean;
    readonly subjects: readonly TruthSubject[];
    readonly rows: readonly TruthRow[];
    /** further rows of the same honest matter: whatever is told of them by the letter is no mistake */
    readonly beside?: readonly TruthRow[];
    readonly zh: string;
  }>;
  /** The two lines of one transfer in two statements: one payment. */
  readonly mirrors: ReadonlyArray<ReadonlyArray<{ file: string; sheet: string; row: number }>>;
  /** The guided task with its answers. */
  readonly guide: readonly GuideStep[];
  readonly totals: Readonly<Record<Category, number>> & { readonly files: number };
}

export function tellTruth(
  world: World,
  options: SampleOptions,
  story: Story,
  { sheets, places, guide }: { sheets: Truth['files']; places: Places; guide: readonly GuideStep[] },
): Omit<Truth, 'mirrors'> {
  const conferences = new Map(world.conferences.map((conference) => [conference.id, conference]));
  const rowsOf = (records: readonly string[]): TruthRow[] => records.flatMap((record) => places.get(record) ?? []);
  const subjectsOf = (parties: ReadonlyArray<Person | Org>, meetings: readonly string[] = []): TruthSubject[] => [
    ...parties.map((party) => ({ entity: party.id, kind: party.kind, name: party.name })),
    ...meetings.map((id) => ({
      conference: conferences.get(id)!.no,
      kind: 'conference' as const,
      name: conferences.get(id)!.name,
    })),
  ];
  const finding = (each: Expected): TruthFinding => ({
    model: each.model,
    subjects: subjectsOf(each.subjects, each.conferences),
    rows: rowsOf(each.rows),
  });
  const plant = (each: Plant) => ({
    id: each.id,
    scheme: each.scheme,
    difficulty: each.difficulty,
    models: [...new Set(each.expected.map((expected) => expected.model))],
    expected: each.expected.map(finding),
    subjects: subjectsOf(each.subjects),
    rows: rowsOf(each.rows),
    amountFen: String(each.fen),
    drawn: each.drawn,
    zh: each.zh,
  });
  const lookalike = (each: LookAlike) => ({
    id: each.id,
    kind: each.kind,
    model: each.model,
    subjects: subjectsOf(each.subjects, each.conferences),
    rows: rowsOf(each.rows),
    zh: each.zh,
  });
  const boundary = (each: Boundary) => ({
    id: each.id,
    model: each.model,
    find: each.find,
    subjects: subjectsOf(each.subjects),
    rows: rowsOf(each.rows),
    ...(each.beside === undefined ? {} : { beside: rowsOf(each.beside) }),
    zh: each.zh,
  });
  return {
    note: '合成数据：人名、企业、号码均为虚构。编号中的990000不是任何行政区划，电话号段与卡号段均为保留号段。',
    options: { seed: options.seed, size: options.size, noise: options.noise },
    files: sheets,
    schemes: story.plants.map(plant),
    mustNotFlag: story.lookalikes.map(lookalike),
    boundaries: story.boundaries.map(boundary),
    guide,
    totals: {
      files: sheets.length,
      ...countRows(sheets),
    },
  };
}

/** Rows that tell of something, whether they can be read or not. */
function countRows(files: Truth['files']): Record<Category, number> {
  const counts: Record<Category, number> = {
    bank_flow: 0,
    expense: 0,
    conference: 0,
    conference_person: 0,
    company: 0,
    purchase: 0,
    product: 0,
    bid: 0,
    prescription: 0,
    visit: 0,
    visit_item: 0,
    invoice: 0,
    contract: 0,
    staff: 0,
    institution: 0,
    bank_account: 0,
    kinship: 0,
    rep: 0,
    rep_activity: 0,
    clue: 0,
    call_record: 0,
    company_person: 0,
    wallet_flow: 0,
  };
  for (const { sheets } of files) {
    for (const { category, rows } of sheets) counts[category] += rows.imported + rows.rejected + rows.duplicate;
  }
  return counts;
}

export interface TruthEntity {
  readonly id: string;
  readonly kind: Party['kind'];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: ReadonlyArray<{
    readonly type: 'uscc' | 'id_no' | 'phone' | 'account';
    readonly value: string;
  }>;
  readonly mentions: ReadonlyArray<{
    readonly file: string;
    readonly sheet: string;
    readonly row: number;
    readonly field: string;
    readonly written: string;
  }>;
}
