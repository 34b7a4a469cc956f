import type { OwnDefinition, OwnMeasure } from '../../../../shared/ontology/own-model.ts';
import { columnOf } from '../../../../shared/ontology/own-model.ts';
import { type OwnView, ownViewById } from '../../../../shared/ontology/own-views.ts';
import { groupingWords, measureWords } from '../../../../shared/ontology/own-words.ts';
import type { SentenceValue } from '../../../../shared/protocol/parts.ts';
import { isShareAbove, isShareAtLeast } from '../ask/exact.ts';
import { count, fen, measured, noted, number, ratio, text } from '../ask/values.ts';
import { type EvidenceReader, type Hit, type HitRow, type Lack, Unfinished } from '../model.ts';
import { compileOwn } from './compile-own.ts';

/** What stops a rule that is too wide; the run then says so. */
export const ownRunLimits = { ms: 15_000, groups: 1_000_000, hits: 500, rowsOfHit: 20_000 } as const;

const CONFIDENCE = 0.5;
/** A name alone may be anybody of that name. */
const CONFIDENCE_NAME_ONLY = 0.3;
/** Sums of quantities are made in whole millionths. */
const MICRO = 1_000_000;
const BREATH = 2048;

type Line = { readonly row: number; readonly fen: number | null; readonly explained: number } & Readonly<
  Record<string, string | number | null>
>;

/** What one measure has gathered: the whole, the part that meets its condition, and different values. */
interface Tally {
  whole: number;
  part: number;
  readonly values: Set<string | number> | null;
}

interface Group {
  readonly of: readonly (string | number)[];
  readonly rows: number[];
  readonly explained: number[];
  readonly tallies: readonly Tally[];
  fen: number;
  /** rows whose amount is not known: they are in no sum */
  withoutAmount: number;
  alone: boolean;
}

interface Threshold {
  readonly name: string;
  readonly value: number;
}

/**
 * Reads the rows of a definition once, gathers them in groups and compares. Order and files do not matter: groups are named by parties and
 * values, rows are cited in the order of the store. Throws `Unfinished` where the time is up or there are too many groups.
 */
export function findOwn(
  evidence: EvidenceReader,
  definition: OwnDefinition,
  thresholds: readonly Threshold[],
): { examined: number; hits: Hit[]; unjudged: Lack[] } {
  const view = ownViewById.get(definition.view)!;
  const { groups, ungrouped } = gather(evidence, definition);
  const wholes = wholesOf(definition, groups);
  const holding = groups.filter((group) =>
    definition.measures.every((measure, i) => holds(view, measure, group, i, thresholds[i]!.value, wholes[i]!)),
  );
  const citable = holding.filter(({ rows }) => rows.length <= ownRunLimits.rowsOfHit);
  const strongest = citable
    .map((group) => ({ group, figure: figureOf(definition.measures[0]!, group, 0, wholes[0]!) }))
    .sort((a, b) => b.figure - a.figure || b.group.fen - a.group.fen || (a.group.rows[0] ?? 0) - (b.group.rows[0] ?? 0))
    .slice(0, ownRunLimits.hits)
    .map(({ group }) => hitOf(evidence, view, definition, group, thresholds, wholes));
  return {
    examined: groups.length,
    hits: strongest,
    unjudged: [
      ...told(ungrouped, 'own-ungrouped', '行没有分组所需的值，未判断', 'rows have no value to group by'),
      ...told(
        holding.length - citable.length,
        'own-wide',
        `组超过 ${ownRunLimits.rowsOfHit} 行，条件太宽，未列出`,
        `groups have more than ${ownRunLimits.rowsOfHit} rows: the conditions are too wide`,
      ),
      ...told(
        citable.length - strongest.length,
        'own-more',
        `组也达到条件，只列出最突出的 ${ownRunLimits.hits} 组`,
        `further groups meet the thresholds; the ${ownRunLimits.hits} most striking are listed`,
      ),
    ],
  };
}

const told = (n: number, id: string, zh: string, en: string): Lack[] =>
  n > 0 ? [{ id, words: { zh: `${n} ${zh}`, en: `${n} ${en}` } }] : [];

function gather(evidence: EvidenceReader, definition: OwnDefinition): { groups: Group[]; ungrouped: number } {
  const { sql, params } = compileOwn(definition);
  const view = ownViewById.get(definition.view)!;
  const started = performance.now();
  const byKey = new Map<string, Group>();
  let [seen, ungrouped] = [0, 0];
  evidence.each<Line>(sql, params, (line) => {
    if (++seen % BREATH === 0) {
      evidence.breathe();
      if (performance.now() - started > ownRunLimits.ms)
        throw new Unfinished({
          id: 'own-time',
          words: {
            zh: `超过 ${ownRunLimits.ms / 1000} 秒未完成，已停止。请加条件缩小范围`,
            en: `Stopped after ${ownRunLimits.ms / 1000} seconds. Add conditions to narrow it`,
          },
        });
    }
    const of = definition.groups.map((_, i) => line[`g${i}`] ?? null);
    if (of.some((each) => each === null || each === '')) {
      ungrouped++;
      return true;
    }
    const key = JSON.stringify(of);
    let group = byKey.get(key);
    if (!group) {
      if (byKey.size >= ownRunLimits.groups)
        throw new Unfinished({
          id: 'own-groups',
          words: {
            zh: `分组超过 ${ownRunLimits.groups} 个，已停止。请少分组或加条件`,
            en: `Stopped at ${ownRunLimits.groups} groups. Group by less or add conditions`,
          },
        });
      group = {
        of: of as (string | number)[],
        rows: [],
        explained: [],
        tallies: definition.measures.map(({ kind }) => ({
          whole: 0,
          part: 0,
          values: kind === 'distinct' ? new Set() : null,
        })),
        fen: 0,
        withoutAmount: 0,
        alone: true,
      };
      byKey.set(key, group);
    }
    if (line.explained === 1) group.explained.push(line.row);
    else take(view, definition, group, line);
    return true;
  });
  const groups = [...byKey.values()].filter(({ rows }) => rows.length > 0);
  for (const { rows, explained } of groups) {
    rows.sort((a, b) => a - b);
    explained.sort((a, b) => a - b);
  }
  return { groups, ungrouped };
}

function take(view: OwnView, definition: OwnDefinition, group: Group, line: Line): void {
  group.rows.push(line.row);
  if (line.fen === null || line.fen === undefined) group.withoutAmount++;
  else group.fen += line.fen;
  const named = definition.groups.flatMap(({ column }, i) =>
    columnOf(view, column)?.alone === undefined ? [] : [line[`a${i}`] === 1],
  );
  if (named.length === 0 || !named.includes(true)) group.alone = false;
  for (const [i, measure] of definition.measures.entries()) {
    const tally = group.tallies[i]!;
    const value = line[`c${i}`] ?? null;
    if (measure.kind === 'distinct') {
      if (value !== null && value !== '') tally.values!.add(value);
      continue;
    }
    const amount = measure.column === undefined ? 1 : amountOf(view, measure, value);
    tally.whole += amount;
    if (line[`p${i}`] === 1) tally.part += amount;
  }
}

/** Money in fen, quantities in millionths; unknown adds nothing. */
function amountOf(view: OwnView, { column }: OwnMeasure, value: string | number | null): number {
  if (value === null) return 0;
  if (columnOf(view, column)!.kind === 'money') return Number(value);
  const read = Math.round(Number(value) * MICRO);
  return Number.isFinite(read) ? read : 0;
}

/** For each measure that is a share of a wider group: that group's whole, by the value of the grouping it goes by. */
const wholesOf = (
  { measures }: OwnDefinition,
  groups: readonly Group[],
): ReadonlyArray<ReadonlyMap<string | number, number>> =>
  measures.map(({ kind, within }, i) => {
    const wholes = new Map<string | number, number>();
    if (kind !== 'share-of') return wholes;
    for (const { of, tallies } of groups) {
      const value = of[within!]!;
      wholes.set(value, (wholes.get(value) ?? 0) + tallies[i]!.whole);
    }
    return wholes;
  });

type Wholes = ReadonlyMap<string | number, number>;

/** Part and whole of a share. */
function shareOf(measure: OwnMeasure, { of, tallies }: Group, i: number, wholes: Wholes): [number, number] {
  const { whole, part } = tallies[i]!;
  return measure.kind === 'share-of' ? [whole, wholes.get(of[measure.within!]!) ?? 0] : [part, whole];
}

function figureOf(measure: OwnMeasure, group: Group, i: number, wholes: Wholes): number {
  const { whole, values } = group.tallies[i]!;
  if (measure.kind === 'distinct') return values!.size;
  if (measure.kind === 'count') return group.rows.length;
  if (measure.kind === 'sum') return whole;
  const [part, all] = shareOf(measure, group, i, wholes);
  return all > 0 ? part / all : 0;
}

/** Whether a group stands to a threshold as the measure says; shares are compared exactly. */
function holds(
  view: OwnView,
  measure: OwnMeasure,
  group: Group,
  i: number,
  threshold: number,
  wholes: Wholes,
): boolean {
  if (measure.kind === 'share-of' || measure.kind === 'share-where') {
    const [part, whole] = shareOf(measure, group, i, wholes);
    if (whole <= 0 || part < 0) return false;
    if (measure.relation === '>=') return isShareAtLeast(part, whole, threshold);
    if (measure.relation === '>') return isShareAbove(part, whole, threshold);
    return measure.relation === '<=' ? !isShareAbove(part, whole, threshold) : !isShareAtLeast(part, whole, threshold);
  }
  const figure = figureOf(measure, group, i, wholes);
  const limit = Math.round(threshold * unitOf(view, measure));
  if (measure.relation === '>=') return figure >= limit;
  if (measure.relation === '>') return figure > limit;
  return measure.relation === '<=' ? figure <= limit : figure < limit;
}

/** How many of what is summed make one of what the threshold is written in. */
const unitOf = (view: OwnView, { kind, column }: OwnMeasure): number =>
  kind !== 'sum' ? 1 : columnOf(view, column)!.kind === 'money' ? 100 : MICRO;

function hitOf(
  evidence: EvidenceReader,
  view: OwnView,
  definition: OwnDefinition,
  group: Group,
  thresholds: readonly Threshold[],
  wholes: readonly Wholes[],
): Hit {
  const { groups, measures, severity } = definition;
  const shown = groups.map(({ column }, i) => {
    const { kind, choices } = columnOf(view, column)!;
    const value = group.of[i]!;
    if (kind === 'party') {
      const { uid, name } = evidence.party(Number(value));
      return { uid, name, party: Number(value), role: column };
    }
    const name = choices?.find(({ id }) => id === value)?.zh ?? String(value);
    return { uid: String(value), name, party: null, role: column };
  });
  const parties = shown.filter(({ party }) => party !== null);
  const figures = measures.map((measure, i): SentenceValue => {
    const figure = figureOf(measure, group, i, wholes[i]!);
    if (measure.kind.startsWith('share')) return ratio(figure);
    if (measure.kind === 'count' || measure.kind === 'distinct') return count(figure);
    return unitOf(view, measure) === 100 ? fen(figure) : number(figure / MICRO);
  });
  const limits = measures.map((measure, i): SentenceValue => {
    const { value } = thresholds[i]!;
    if (measure.kind.startsWith('share')) return ratio(value);
    return measure.kind === 'sum' && unitOf(view, measure) === 100 ? fen(Math.round(value * 100)) : number(value);
  });
  const cite =
    (role: HitRow['role']) =>
    (row: number): HitRow => ({
      row,
      field: view.cites,
      role,
      ...(role === 'explained' ? { note: { zh: '真实会议的款项', en: 'Money of a genuine conference' } } : {}),
    });
  return {
    key: shown.map(({ uid }) => uid).join('→'),
    severity,
    confidence: group.alone ? CONFIDENCE_NAME_ONLY : CONFIDENCE,
    params: Object.fromEntries([
      ...shown.map(({ name }, i) => [`g${i}`, text(name)]),
      ...figures.map((figure, i) => [`m${i}`, figure]),
    ]),
    measures: [
      ...measures.map((measure, i) =>
        measured(measureWords(view, groups, measure), figures[i]!, measure.relation, limits[i]!, thresholds[i]!.name),
      ),
      ...groups.flatMap((grouping, i) =>
        shown[i]!.party === null ? [noted(groupingWords(view, grouping), text(shown[i]!.name))] : [],
      ),
      noted({ zh: '达到条件的行', en: 'Rows that meet the conditions' }, count(group.rows.length)),
      ...(view.money === null || group.withoutAmount === 0
        ? []
        : [
            noted(
              { zh: '其中没有金额的行，不在合计内', en: 'Of these without an amount, in no sum' },
              count(group.withoutAmount),
            ),
          ]),
    ],
    fen: view.money === null || group.withoutAmount === group.rows.length ? null : group.fen,
    subjects: (parties.length > 0 ? parties : shown.slice(0, 1)).map(({ role, party, name }) => ({
      role,
      party,
      name,
    })),
    rows: [...group.rows.map(cite('evidence')), ...group.explained.map(cite('explained'))],
  };
}
