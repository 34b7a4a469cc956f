import { generateSample } from '../../build/sample/generate.ts';
import type { SampleOptions } from '../../build/sample/options.ts';
import type { Truth, TruthEntity, TruthFinding, TruthRow } from '../../build/sample/truth/truth.ts';
import { readRisk } from '../../electron/core/detect/read-risk.ts';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { tidy } from '../../shared/evidence/text.ts';
import { largeCaseInMemory } from '../case-in-memory.ts';
import { importBytes } from './import-bytes.ts';

export interface PlantedCase {
  readonly store: Store;
  readonly truth: Truth;
  readonly entities: readonly TruthEntity[];
}

/** The fictitious case, imported, with what was planted in it. */
export async function plantedCase(options: SampleOptions): Promise<PlantedCase> {
  const files = generateSample(options);
  const told = <T>(wanted: string): T => {
    const file = files.find(({ name }) => name === wanted);
    if (!file) throw new Error(`the sample tells no ${wanted}`);
    return JSON.parse(new TextDecoder().decode(file.bytes)) as T;
  };
  const truth = told<Truth>('truth.json');
  const entities = told<TruthEntity[]>('truth_entities.json');
  const sheets = files
    .filter(({ name }) => /\.(xlsx?|csv)$/.test(name) && !name.includes('/'))
    .map(({ name, bytes }) => ({ path: name, bytes }));
  const { store } = await importBytes(sheets, { store: largeCaseInMemory() });
  store.transaction(() => {
    resolveParties(store, '2026-01-05T02:00:00.000Z');
    drawLinks(store);
  });
  return { store, truth, entities };
}

/** How well one model did on a planted case. */
export interface ModelScore {
  readonly model: string;
  /** matters that its published definition calls for */
  readonly expected: number;
  /** of these, how many it found */
  readonly hit: number;
  readonly findings: number;
  /** of its findings, how many rest on something planted, for it or for another model: a scheme beyond what was expected of it is no mistake */
  readonly right: number;
  /** what the planted matters tell of, and how much of it the findings cite */
  readonly events: number;
  readonly cited: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

export interface CaseScore {
  readonly models: readonly ModelScore[];
  /** honest matters that were flagged all the same, by name */
  readonly lookAlikes: readonly string[];
  /** rows beside a threshold that were flagged, or rows on it that were not */
  readonly boundaries: readonly string[];
}

/** Compares the findings of a case with its truth: by the rows they rest on, every copy of a payment counting as the payment. */
export function scoreModels(store: Store, truth: Truth): CaseScore {
  const found = readFound(store);
  const planted = truth.schemes.flatMap(({ id, expected }) => expected.map((each) => ({ id, ...each })));
  const edges = truth.boundaries.map((boundary) => ({
    ...boundary,
    touched: found.filter((finding) => touches(finding, boundary)),
  }));
  const wanted: Array<TruthFinding & { readonly id: string }> = [
    ...planted,
    ...truth.boundaries.filter(({ find }) => find),
  ];
  // a row beside the limit of one model may lie within that of another
  const schemes = new Set([
    ...truth.schemes.flatMap(({ rows }) => rows.map(placeOf)),
    ...truth.boundaries.flatMap(({ rows, beside = [] }) => [...rows, ...beside].map(placeOf)),
  ]);
  const names = [...new Set([...wanted.map(({ model }) => model), ...found.map(({ model }) => model)])].sort();
  return {
    models: names.map((model) =>
      scoreOf(
        model,
        wanted.filter((each) => each.model === model),
        found.filter((each) => each.model === model),
        schemes,
      ),
    ),
    lookAlikes: truth.mustNotFlag
      .filter((honest) => found.some((finding) => touches(finding, honest)))
      .map(({ id, kind }) => `${id} ${kind}`),
    boundaries: edges.filter(({ find, touched }) => find !== touched.length > 0).map(({ id, zh }) => `${id} ${zh}`),
  };
}

interface Found {
  readonly number: string;
  readonly model: string;
  /** places of the rows it rests on, with every copy */
  readonly places: ReadonlySet<string>;
  /** places of all rows it names, also those that only show how the money went */
  readonly named: ReadonlySet<string>;
}

const placeOf = ({ file, sheet, row }: Pick<TruthRow, 'file' | 'sheet' | 'row'>): string => `${file}|${sheet}|${row}`;

const touches = (finding: Found, matter: { readonly model: string; readonly rows: readonly TruthRow[] }): boolean =>
  finding.model === matter.model && matter.rows.some((row) => finding.places.has(placeOf(row)));

function scoreOf(
  model: string,
  wanted: ReadonlyArray<TruthFinding & { readonly id: string }>,
  found: readonly Found[],
  schemes: ReadonlySet<string>,
): ModelScore {
  let [events, cited] = [0, 0];
  const missed: string[] = [];
  const right = new Set(found.filter(({ places }) => [...places].some((place) => schemes.has(place))));
  for (const matter of wanted) {
    const hits = found.filter((finding) => touches(finding, matter));
    if (hits.length === 0) missed.push(matter.id);
    for (const hit of hits) right.add(hit);
    const byEvent = Map.groupBy(matter.rows, ({ event }) => event);
    events += byEvent.size;
    for (const rows of byEvent.values())
      if (rows.some((row) => hits.some(({ named }) => named.has(placeOf(row))))) cited++;
  }
  return {
    model,
    expected: wanted.length,
    hit: wanted.length - missed.length,
    findings: found.length,
    right: right.size,
    events,
    cited,
    missed,
    extra: found.filter((finding) => !right.has(finding)).map(({ number }) => number),
  };
}

function readFound(store: Store): Found[] {
  const findings = store.db
    .prepare('select id, number, model from finding where gone_run is null order by number')
    .all() as Array<{ id: number; number: string; model: string }>;
  const rowsIn = (roles: string) =>
    store.db.prepare(
      `select p.file as file, p.sheet_name as sheet, p.n as row from place p where p.row in (
         select row from finding_row where finding = @id and role in (${roles})
         union select f.row from finding_row s join rec_bank_flow f on f.mirror_of = s.row where s.finding = @id and s.role in (${roles}))`,
    );
  const evidence = rowsIn("'evidence'");
  const all = rowsIn("'evidence', 'context', 'explained'");
  return findings.map(({ id, number, model }) => ({
    number,
    model,
    places: new Set((evidence.all({ id }) as TruthRow[]).map(placeOf)),
    named: new Set((all.all({ id }) as TruthRow[]).map(placeOf)),
  }));
}

/** Who stands highest by risk, against what was planted. */
export interface RiskScored {
  /** of the twenty highest, how many are part of something planted */
  readonly planted: number;
  /** those of the twenty who are not */
  readonly strangers: readonly string[];
  /** subjects of honest matters, and of nothing planted, with band high */
  readonly honestHigh: readonly string[];
}

/** Parties and true people and firms are held against each other by every way in which these are written. */
export function scoreRisk({ store, truth, entities }: PlantedCase): RiskScored {
  const idsOf = (told: ReadonlyArray<{ readonly subjects: ReadonlyArray<{ readonly entity?: string }> }>) =>
    new Set(told.flatMap(({ subjects }) => subjects.flatMap(({ entity }) => (entity === undefined ? [] : [entity]))));
  const planted = idsOf([...truth.schemes, ...truth.boundaries.filter(({ find }) => find)]);
  const honest = idsOf(truth.mustNotFlag);
  const written = new Map<string, Set<string>>();
  for (const { id, name, aliases } of entities)
    for (const each of [name, ...aliases]) written.set(tidy(each), (written.get(tidy(each)) ?? new Set()).add(id));
  const isOneOf = (name: string, ids: ReadonlySet<string>) =>
    [...(written.get(tidy(name)) ?? [])].some((id) => ids.has(id));
  const risk = readRisk(store);
  const top = risk.slice(0, 20);
  const strangers = top.filter(({ name }) => !isOneOf(name, planted)).map(({ name }) => name);
  return {
    planted: top.length - strangers.length,
    strangers,
    honestHigh: risk
      .filter(({ band, name }) => band === 'high' && isOneOf(name, honest) && !isOneOf(name, planted))
      .map(({ name }) => name),
  };
}
