import { isUnit, type Unit } from '../../../shared/evidence/unit.ts';
import type { SheetAnswer, SheetFact } from '../../../shared/protocol/import.requests.ts';
import type { Problem } from '../../../shared/protocol/problem.ts';
import { sheetOf, sheets } from '../sheets/index.ts';
import type { SheetDefinition } from '../sheets/sheet.ts';
import { findFacts, type Surroundings, unitAbove } from './find-facts.ts';
import {
  type Candidate,
  type FoundHeader,
  findHeader,
  headerAtRow,
  headerWithTexts,
  judge,
  withoutHeader,
} from './find-header.ts';
import { type ColumnMapping, mapColumns } from './map-columns.ts';
import { isOwnNotes } from './own-notes.ts';
import type { SheetGrid } from './read/grid.ts';

/** What a sheet was recognised as. `sheet` null: not recognised, and `problems` say why. */
export interface Recognised {
  readonly sheet: SheetDefinition | null;
  readonly confidence: number;
  readonly candidates: ReadonlyArray<{
    readonly category: string;
    readonly score: number;
    /** the headers that speak for it */
    readonly speaks: readonly string[];
  }>;
  readonly header: FoundHeader | null;
  readonly columns: readonly ColumnMapping[];
  readonly facts: readonly SheetFact[];
  /** yuan for one counted unit, as the title or a person states it */
  readonly unit: Unit;
  readonly skip: boolean;
  readonly problems: readonly Problem[];
}

/** Below this ratio of best to second best a person is asked. */
const clearly = 1.5;
const mostReasons = 12;

/**
 * Header, kind of sheet, columns, facts and unit of a sheet; what a person answered goes before what was recognised.
 * Problems: sheet.no-header, sheet.unrecognised (with candidates), sheet.missing-columns, mapping.unknown-field, mapping.field-twice.
 */
export function recogniseSheet(grid: SheetGrid, names: Surroundings, answer?: SheetAnswer): Recognised {
  const stated = answer?.category === undefined ? undefined : sheetOf(answer.category);
  const named = (answer?.columns ?? []).flatMap(({ index, header }) => (header === undefined ? [] : { index, header }));
  const at = statedHeader(grid, answer?.headerRow, named);
  const found = at ? judge(at, sheets, 1).sort((a, b) => b.score - a.score) : findHeader(grid, sheets);
  const candidates = found.slice(0, 4).map((each) => ({
    category: each.sheet.id,
    score: Math.round(each.score * 100) / 100,
    speaks: each.speaks.slice(0, mostReasons),
  }));
  const nothing = {
    sheet: null,
    confidence: 0,
    candidates,
    header: at ?? found[0]?.header ?? null,
    columns: [],
    facts: [],
    unit: 1 as Unit,
  };
  if (answer?.skip || isOwnNotes(grid)) return { ...nothing, skip: true, problems: [] };
  if (answer?.category !== undefined && !stated) {
    return { ...nothing, skip: false, problems: [unrecognised(grid, [])] };
  }
  const chosen = stated
    ? (found.find((each) => each.sheet === stated) ?? (at ? asCandidate(stated, at) : undefined))
    : clearWinner(found);
  if (!chosen) {
    const problem: Problem =
      found.length === 0 ? { code: 'sheet.no-header', params: { sheet: grid.name } } : unrecognised(grid, found);
    return { ...nothing, skip: false, problems: [problem] };
  }
  const { sheet, header } = chosen;
  const overridden = override(mapColumns(grid, header, sheet), sheet, answer, grid.name);
  const mapped = new Set(overridden.columns.flatMap((column) => (column.field === null ? [] : [column.field])));
  const facts = withStated(findFacts(grid, header.at, sheet, mapped, names), answer);
  const known = new Set([...mapped, ...facts.map((fact) => fact.field)]);
  const missing = sheet.required.filter((oneOf) => !oneOf.some((field) => known.has(field)));
  const problems = [...overridden.problems];
  if (missing.length > 0) problems.push(missingColumns(grid, sheet, missing));
  const second = found.find((each) => each.sheet !== sheet)?.score ?? 0;
  const lead = chosen.score <= 0 ? 0 : 1 - Math.max(0, second) / chosen.score;
  return {
    sheet: problems.length > 0 && !stated && missing.length > 0 ? null : sheet,
    confidence: stated ? 1 : Math.round(Math.min(1, (chosen.share + Math.min(1, 2 * lead)) / 2) * 100) / 100,
    candidates,
    header,
    columns: overridden.columns,
    facts,
    unit: answer?.unit !== undefined && isUnit(answer.unit) ? answer.unit : (unitAbove(grid, header.at) ?? 1),
    skip: false,
    problems,
  };
}

/** The header a person named: a row, none at all (0), or the row that holds the texts of the columns they mapped. */
function statedHeader(
  grid: SheetGrid,
  row: number | undefined,
  named: ReadonlyArray<{ readonly index: number; readonly header: string }>,
): FoundHeader | undefined {
  if (row === 0) return withoutHeader(grid);
  return row === undefined ? headerWithTexts(grid, named) : headerAtRow(grid, row, sheets);
}

const asCandidate = (sheet: SheetDefinition, header: FoundHeader): Candidate => ({
  sheet,
  header,
  score: 0,
  hits: 0,
  signatureHits: 0,
  share: 0,
  complete: false,
  speaks: [],
});

/**
 * One kind far ahead of the others, with a header of its own or most columns known. Where everything required is there, a kind that lacks
 * something required is no rival: the sheet could not be imported as that.
 */
function clearWinner(found: readonly Candidate[]): Candidate | undefined {
  const [first, ...others] = found;
  if (!first || first.score <= 0) return undefined;
  if (first.signatureHits === 0 && first.share < 0.6) return undefined;
  const rival = others.find((each) => each.complete || !first.complete);
  return !rival || rival.score <= 0 || first.score >= clearly * rival.score ? first : undefined;
}

function override(
  columns: readonly ColumnMapping[],
  sheet: SheetDefinition,
  answer: SheetAnswer | undefined,
  name: string,
) {
  const problems: Problem[] = [];
  const said = new Map<number, string | null>();
  for (const { index, field } of answer?.columns ?? []) {
    if (field !== null && !Object.hasOwn(sheet.fields, field)) {
      problems.push({
        code: 'mapping.unknown-field',
        at: { sheet: name },
        params: { field, category: sheet.title.zh },
      });
    } else if (field !== null && [...said.values()].includes(field)) {
      problems.push({
        code: 'mapping.field-twice',
        at: { sheet: name },
        params: { field: sheet.fields[field]?.zh ?? field },
      });
    } else said.set(index, field);
  }
  const saidFields = new Set(said.values());
  const result = columns.map((column): ColumnMapping => {
    const field = said.get(column.index);
    if (field !== undefined) return { ...column, field, confidence: 1 };
    return column.field !== null && saidFields.has(column.field) ? { ...column, field: null, confidence: 0 } : column;
  });
  return { columns: result, problems };
}

function withStated(facts: readonly SheetFact[], answer: SheetAnswer | undefined): SheetFact[] {
  const stated = Object.entries(answer?.facts ?? {});
  const kept = facts.filter((fact) => !stated.some(([field]) => field === fact.field));
  return [
    ...kept,
    ...stated
      .filter(([, value]) => value.trim() !== '')
      .map(([field, value]) => ({ field, value, from: 'stated' as const, cell: null })),
  ];
}

const candidateTitles = (found: readonly Candidate[], lang: 'zh' | 'en', separator: string): string =>
  found
    .slice(0, 3)
    .map((each) => each.sheet.title[lang])
    .join(separator) || '—';

const fieldTitles = (
  sheet: SheetDefinition,
  missing: ReadonlyArray<readonly string[]>,
  lang: 'zh' | 'en',
  separator: string,
): string =>
  missing.map((oneOf) => oneOf.map((field) => sheet.fields[field]?.[lang] ?? field).join(' / ')).join(separator);

const unrecognised = (grid: SheetGrid, found: readonly Candidate[]): Problem => ({
  code: 'sheet.unrecognised',
  at: { sheet: grid.name },
  params: {
    sheet: grid.name,
    candidates: candidateTitles(found, 'zh', '、'),
    candidatesEn: candidateTitles(found, 'en', ', '),
  },
});

const missingColumns = (
  grid: SheetGrid,
  sheet: SheetDefinition,
  missing: ReadonlyArray<readonly string[]>,
): Problem => ({
  code: 'sheet.missing-columns',
  at: { sheet: grid.name },
  params: {
    sheet: grid.name,
    category: sheet.id,
    columns: fieldTitles(sheet, missing, 'zh', '、'),
    columnsEn: fieldTitles(sheet, missing, 'en', ', '),
  },
});
