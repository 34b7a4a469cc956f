import type { Bilingual } from '../protocol/parts.ts';
import { partyKinds } from './index.ts';
import type { PartyKind } from './kind.ts';
import { type OwnColumn, type OwnColumnKind, type OwnView, ownViewById } from './own-views.ts';

/** What can be said of a value. `takes`: how many values stand beside it; 'many' = one or more, any of which will do. */
export interface OwnOp {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly takes: 0 | 1 | 'many';
}

const known = { id: 'known', zh: '有值', en: 'is known', takes: 0 } as const;
const unknown = { id: 'unknown', zh: '为空', en: 'is unknown', takes: 0 } as const;
const compared = [
  { id: '>=', zh: '≥', en: '≥', takes: 1 },
  { id: '>', zh: '＞', en: '>', takes: 1 },
  { id: '<=', zh: '≤', en: '≤', takes: 1 },
  { id: '<', zh: '＜', en: '<', takes: 1 },
  { id: '=', zh: '＝', en: '=', takes: 1 },
] as const;

/** Every way to ask about a column, by what it holds. Nothing but these reaches the store. */
export const ownOps: Readonly<Record<OwnColumnKind, readonly OwnOp[]>> = {
  party: [
    { id: 'kind', zh: '类型是', en: 'is of kind', takes: 'many' },
    { id: 'not-kind', zh: '类型不是', en: 'is not of kind', takes: 'many' },
    { id: 'staff', zh: '是医疗机构人员', en: 'works in a hospital', takes: 0 },
    { id: 'has', zh: '名称包含', en: 'is called like', takes: 'many' },
    { id: 'lacks', zh: '名称不包含', en: 'is not called like', takes: 'many' },
    { id: 'is', zh: '名称是', en: 'is called', takes: 'many' },
    known,
    unknown,
  ],
  money: [...compared, { id: 'round', zh: '是整数倍于', en: 'is a multiple of', takes: 1 }, known, unknown],
  price: [...compared, known, unknown],
  number: [...compared, known, unknown],
  day: [
    { id: '>=', zh: '不早于', en: 'from', takes: 1 },
    { id: '<=', zh: '不晚于', en: 'until', takes: 1 },
    { id: 'weekend', zh: '是周六或周日', en: 'is a Saturday or Sunday', takes: 0 },
    known,
    unknown,
  ],
  text: [
    { id: 'has', zh: '包含', en: 'contains', takes: 'many' },
    { id: 'lacks', zh: '不包含', en: 'does not contain', takes: 'many' },
    { id: 'is', zh: '等于', en: 'is', takes: 'many' },
    known,
    unknown,
  ],
  choice: [
    { id: 'is', zh: '是', en: 'is', takes: 'many' },
    { id: 'is-not', zh: '不是', en: 'is not', takes: 'many' },
    known,
    unknown,
  ],
  flag: [{ id: 'yes', zh: '为是', en: 'is yes', takes: 0 }, { id: 'no', zh: '为否', en: 'is no', takes: 0 }, unknown],
};

export interface OwnCondition {
  readonly column: string;
  readonly op: string;
  readonly values: readonly string[];
}

/** One level of 且 and 或: conditions, and groups of conditions joined the other way or the same. */
export interface OwnWhere {
  readonly join: 'all' | 'any';
  readonly items: readonly OwnCondition[];
  readonly groups: ReadonlyArray<{ readonly join: 'all' | 'any'; readonly items: readonly OwnCondition[] }>;
}

export const ownPeriods = ['day', 'month', 'quarter', 'year'] as const;
export type OwnPeriod = (typeof ownPeriods)[number];

/** One thing that rows are grouped by; a day by its period. */
export interface OwnGrouping {
  readonly column: string;
  readonly by?: OwnPeriod | undefined;
}

export const ownMeasureKinds = ['count', 'sum', 'distinct', 'share-of', 'share-where'] as const;
export type OwnMeasureKind = (typeof ownMeasureKinds)[number];
export const ownRelations = ['>=', '>', '<=', '<'] as const;
export type OwnRelation = (typeof ownRelations)[number];

/**
 * A figure of a group and the threshold it is held against. count: rows · sum and distinct: of a column · share-of: its part (of the sum of a
 * column, or of the rows) of all rows with the same value in the grouping `within` · share-where: the part of its own rows that meet `where`.
 * Thresholds: money in yuan, shares from 0 to 1.
 */
export interface OwnMeasure {
  readonly kind: OwnMeasureKind;
  readonly column?: string | undefined;
  readonly within?: number | undefined;
  readonly where?: OwnCondition | undefined;
  readonly relation: OwnRelation;
  readonly threshold: number;
}

/** 自建模型: a rule that an investigator put together from the views, without code. */
export interface OwnDefinition {
  readonly view: string;
  readonly where: OwnWhere;
  readonly groups: readonly OwnGrouping[];
  /** all of them have to hold */
  readonly measures: readonly OwnMeasure[];
  readonly severity: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly explanation: string;
  /** lawful explanations to look at first; at least one */
  readonly innocent: readonly string[];
}

export const ownLimits = { conditions: 30, values: 50, groups: 3, measures: 4, innocent: 10, words: 200 } as const;

/** Something about a definition that keeps it from being run: `own-model.CODE` among the problems says it, and where. */
export interface OwnFault {
  readonly code:
    | 'view'
    | 'column'
    | 'op'
    | 'value-missing'
    | 'value-number'
    | 'value-fen'
    | 'value-day'
    | 'value-choice'
    | 'too-many'
    | 'no-group'
    | 'group-column'
    | 'group-twice'
    | 'no-measure'
    | 'measure-column'
    | 'measure-within'
    | 'threshold'
    | 'threshold-fen'
    | 'name'
    | 'explanation'
    | 'innocent';
  /** the column or the value it is about, empty where there is none */
  readonly what: Bilingual;
}

const fault = (code: OwnFault['code'], what: string | Bilingual = ''): OwnFault => ({
  code,
  what: typeof what === 'string' ? { zh: what, en: what } : what,
});

/** What a fault fills into its words among the problems. */
export const faultParams = ({ what }: OwnFault) => ({ what: what.zh, whatEn: what.en, value: what.zh });

/** Everything that is wrong with a definition, in the order of the form; [] = it can be run. */
export function ownFaults(definition: OwnDefinition): OwnFault[] {
  const view = ownViewById.get(definition.view);
  if (!view) return [fault('view', definition.view)];
  const { where, groups, measures, name, explanation, innocent } = definition;
  const conditions = [...where.items, ...where.groups.flatMap(({ items }) => items)];
  const faults: OwnFault[] = conditions.flatMap((condition) => conditionFaults(view, condition));
  if (conditions.length > ownLimits.conditions) faults.push(fault('too-many', String(ownLimits.conditions)));
  if (groups.length === 0) faults.push(fault('no-group'));
  for (const { column, by } of groups) {
    const found = columnOf(view, column);
    const fits = found && (found.kind === 'day' ? by !== undefined : ['party', 'text', 'choice'].includes(found.kind));
    if (!fits) faults.push(fault('group-column', found?.words ?? column));
  }
  if (new Set(groups.map(({ column, by }) => `${column} ${by}`)).size < groups.length)
    faults.push(fault('group-twice'));
  if (groups.length > ownLimits.groups) faults.push(fault('too-many', String(ownLimits.groups)));
  if (measures.length === 0) faults.push(fault('no-measure'));
  if (measures.length > ownLimits.measures) faults.push(fault('too-many', String(ownLimits.measures)));
  for (const measure of measures) faults.push(...measureFaults(view, groups, measure));
  if (name.trim() === '') faults.push(fault('name'));
  if (explanation.trim() === '') faults.push(fault('explanation'));
  if (!innocent.some((each) => each.trim() !== '')) faults.push(fault('innocent'));
  return faults;
}

export const columnOf = (view: OwnView, id: string | undefined): OwnColumn | undefined =>
  view.columns.find((column) => column.id === id);

export const opOf = (column: OwnColumn, id: string): OwnOp | undefined =>
  ownOps[column.kind].find((op) => op.id === id);

/** Kinds of parties that can be asked for: stored kinds, and the roles that refine them. */
export const ownPartyKinds: readonly PartyKind[] = partyKinds;

function conditionFaults(view: OwnView, { column: id, op: opId, values }: OwnCondition): OwnFault[] {
  const column = columnOf(view, id);
  if (!column) return [fault('column', id)];
  const op = opOf(column, opId);
  if (!op) return [fault('op', column.words)];
  if (op.takes === 0) return [];
  const given = values.filter((value) => value.trim() !== '');
  if (given.length === 0 || (op.takes === 1 && given.length > 1)) return [fault('value-missing', column.words)];
  if (given.length > ownLimits.values) return [fault('too-many', String(ownLimits.values))];
  return given.flatMap((value): OwnFault[] => {
    if (column.kind === 'money' || column.kind === 'price' || column.kind === 'number') {
      if (!isNumber(value) || (op.id === 'round' && !(Number(value) > 0))) return [fault('value-number', value)];
      return column.kind === 'money' && !isWholeFen(value) ? [fault('value-fen', value)] : [];
    }
    if (column.kind === 'day') return isDayText(value) ? [] : [fault('value-day', value)];
    const choices: ReadonlyArray<{ readonly id: string }> | undefined =
      column.kind === 'choice'
        ? column.choices
        : column.kind === 'party' && op.id.endsWith('kind')
          ? ownPartyKinds
          : undefined;
    return choices === undefined || choices.some((choice) => choice.id === value) ? [] : [fault('value-choice', value)];
  });
}

function measureFaults(view: OwnView, groups: readonly OwnGrouping[], measure: OwnMeasure): OwnFault[] {
  const { kind, column: id, within, where, threshold } = measure;
  const column = columnOf(view, id);
  const faults: OwnFault[] = [];
  const sums = column?.kind === 'money' || column?.kind === 'number';
  const fits =
    kind === 'distinct'
      ? column !== undefined
      : kind === 'sum'
        ? sums
        : kind === 'count'
          ? id === undefined
          : id === undefined || sums;
  if (!fits) faults.push(fault('measure-column', column?.words ?? id ?? ''));
  if (kind === 'share-of' && (within === undefined || groups[within] === undefined || groups.length < 2))
    faults.push(fault('measure-within'));
  if (kind === 'share-where') {
    if (where === undefined) faults.push(fault('value-missing'));
    else faults.push(...conditionFaults(view, where));
  }
  const isShare = kind === 'share-of' || kind === 'share-where';
  if (!Number.isFinite(threshold) || Math.abs(threshold) > 1e12 || (isShare && !(threshold >= 0 && threshold <= 1)))
    faults.push(fault('threshold', String(threshold)));
  else if (kind === 'sum' && column?.kind === 'money' && !isWholeFen(String(threshold)))
    faults.push(fault('threshold-fen', String(threshold)));
  return faults;
}

/** A plain decimal figure: no exponent, at most six places, and small enough to be exact. */
const isNumber = (value: string): boolean => /^-?\d{1,12}(?:\.\d{1,6})?$/.test(value.trim());

/** Yuan that are whole fen: a third place would have to be rounded, and the rule would ask for something else than what was written. */
const isWholeFen = (yuan: string): boolean => /^-?\d+(?:\.\d{1,2}0*)?$/.test(yuan.trim());

function isDayText(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
