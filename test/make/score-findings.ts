import type { Truth, TruthFinding, TruthRow } from '../../build/sample/truth/truth.ts';
import { tidy } from '../../shared/evidence/text.ts';
import type { Answer } from '../../shared/protocol/requests.ts';
import type { TrueParty } from './score-parties.ts';

/** What `qy detect` and `qy parties` answer. */
export interface Told {
  readonly findings: Answer<'findings.export'>['findings'];
  readonly parties: Answer<'parties.export'>['parties'];
}

type Finding = Told['findings'][number];

/** How findings stand to what was planted; every line names what it is about, so that an empty list is a whole answer. */
export interface FindingScore {
  /** planted schemes and boundary rows that should be found and are not */
  readonly missed: string[];
  /** found, but an event that was planted for it is cited by none of its findings */
  readonly uncited: string[];
  /** findings that rest on a row of an innocent look-alike, by the model it would fool */
  readonly fooled: string[];
  /** findings that rest on a row beyond a published limit */
  readonly beyondLimit: string[];
  /** findings that rest on nothing planted */
  readonly unfounded: string[];
}

export function scoreFindings(truth: Truth, entities: readonly TrueParty[], told: Told): FindingScore {
  const entityOf = trueParties(entities, told);
  const cited = new Map(told.findings.map((finding) => [finding, new Set(finding.evidence.map(place))]));
  const restsOn = (finding: Finding, rows: readonly TruthRow[]) =>
    rows.some((row) => cited.get(finding)?.has(place(row)));
  const isAbout = (finding: Finding, { subjects }: Pick<TruthFinding, 'subjects'>) =>
    subjects.every(({ entity, conference, name }) =>
      finding.subjects.some((subject) =>
        conference === undefined ? entityOf.get(subject.party ?? '') === entity : tidy(subject.name) === tidy(name),
      ),
    );
  const wanted: Array<TruthFinding & { id: string }> = [
    ...truth.schemes.flatMap(({ id, expected }) => expected.map((each) => ({ id, ...each }))),
    ...truth.boundaries.filter(({ find }) => find),
  ];
  const missed: string[] = [];
  const uncited: string[] = [];
  for (const each of wanted) {
    const words = `${each.id} ${each.model} ${each.subjects.map(({ name }) => name).join(' + ')}`;
    const hits = told.findings.filter(
      (finding) => finding.model === each.model && restsOn(finding, each.rows) && isAbout(finding, each),
    );
    if (hits.length === 0) missed.push(words);
    else uncited.push(...lostEvents(each.rows, hits).map((lost) => `${words}: ${lost}`));
  }
  const against = (list: ReadonlyArray<{ id: string; model: string; rows: readonly TruthRow[] }>) =>
    list.flatMap(({ id, model, rows }) =>
      told.findings
        .filter((finding) => finding.model === model && restsOn(finding, rows))
        .map((finding) => `${id} ${words(finding)}`),
    );
  // a row beside the limit of one model may lie within that of another
  const planted = new Set([...truth.schemes, ...truth.boundaries].flatMap(({ rows }) => rows.map(place)));
  return {
    missed,
    uncited,
    fooled: against(truth.mustNotFlag),
    beyondLimit: against(truth.boundaries.filter(({ find }) => !find)),
    unfounded: told.findings
      .filter((finding) => ![...(cited.get(finding) ?? [])].some((row) => planted.has(row)))
      .map(words),
  };
}

/** Events none of whose rows is among those that the findings cite. */
function lostEvents(rows: readonly TruthRow[], findings: readonly Finding[]): string[] {
  const seen = new Set(findings.flatMap(({ evidence, explained }) => [...evidence, ...explained].map(place)));
  const told = new Set(rows.filter((row) => seen.has(place(row))).map(({ event }) => event));
  const lost = new Map(rows.filter(({ event }) => !told.has(event)).map((row) => [row.event, place(row)]));
  return [...lost].map(([event, where]) => `${event} ${where}`);
}

/** Party → the true party that most of its cells name. */
function trueParties(entities: readonly TrueParty[], told: Told): ReadonlyMap<string, string> {
  const owner = new Map(
    entities.flatMap(({ id, mentions }) => mentions.map((cell) => [`${place(cell)} ${cell.field}`, id] as const)),
  );
  return new Map(
    told.parties.flatMap(({ id, mentions }) => {
      const counts = new Map<string, number>();
      for (const cell of mentions) {
        const entity = owner.get(`${place(cell)} ${cell.field}`);
        if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1);
      }
      const [most] = [...counts].sort(([, a], [, b]) => b - a);
      return most ? [[id, most[0]] as const] : [];
    }),
  );
}

const place = ({ file, sheet, row }: { file: string; sheet: string; row: number }) => `${file} › ${sheet} › ${row}`;

const words = ({ number, model, subjects, summary }: Finding) =>
  `${number} ${model} ${subjects
    .slice(0, 3)
    .map(({ name }) => name)
    .join(' + ')}: ${summary}`;
