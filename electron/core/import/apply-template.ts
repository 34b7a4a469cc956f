import { normHeader } from '../../../shared/evidence/text.ts';
import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { ImportTemplate } from '../../../shared/protocol/template.requests.ts';
import { sheetOf } from '../sheets/index.ts';
import { type FoundHeader, headerOfZone, rowOfHeader, withoutHeader } from './find-header.ts';
import type { SheetGrid } from './read/grid.ts';

/** A template that knows the header of a sheet: how many of its headers are there, and where. */
export interface TemplateMatch {
  readonly template: ImportTemplate;
  readonly header: FoundHeader;
  readonly headerRow: number;
  readonly same: number;
  readonly of: number;
  /** every header of the template is there, and no other */
  readonly exact: boolean;
}

/** A template is offered from this share of its headers on. */
const enough = 0.6;
const fewest = 3;

/** Templates that know a header of the sheet, best first. */
export function matchTemplates(grid: SheetGrid, templates: readonly ImportTemplate[]): TemplateMatch[] {
  const usable = templates.filter(({ category }) => sheetOf(category) !== undefined);
  if (usable.length === 0) return [];
  const headers = headerOfZone(grid);
  return usable
    .flatMap((template) => bestMatch(grid, template, headers) ?? [])
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.same / b.of - a.same / a.of || b.same - a.same);
}

function bestMatch(
  grid: SheetGrid,
  template: ImportTemplate,
  headers: readonly FoundHeader[],
): TemplateMatch | undefined {
  const of = template.columns.length;
  if (template.headerRow === 0) {
    const header = withoutHeader(grid);
    return header?.columns.length === of ? { template, header, headerRow: 0, same: of, of, exact: false } : undefined;
  }
  let best: TemplateMatch | undefined;
  for (const header of headers) {
    const same = pairs(template, header).size;
    if (same < fewest || same < of * enough || (best && best.same >= same)) continue;
    const exact = same === of && header.columns.length === of;
    best = { template, header, headerRow: rowOfHeader(grid, header), same, of, exact };
  }
  return best;
}

/** Which column of the sheet each column of the template is: equal headers, the first with the first. */
function pairs(template: ImportTemplate, header: FoundHeader): Map<number, ImportTemplate['columns'][number]> {
  const waiting = Map.groupBy(template.columns, (column) => normHeader(column.header));
  const found = new Map<number, ImportTemplate['columns'][number]>();
  for (const { index, header: text } of header.columns) {
    const column = waiting.get(normHeader(text))?.shift();
    if (column) found.set(index, column);
  }
  return found;
}

/** What was said of a sheet, completed by a template: an exact match by itself, another where the person chose it. */
export function withTemplate(
  grid: SheetGrid,
  answer: SheetAnswer | undefined,
  matches: readonly TemplateMatch[],
): { answer: SheetAnswer | undefined; used: TemplateMatch | undefined } {
  const used = chosen(answer, matches);
  if (!used) return { answer, used: undefined };
  const { template, header } = used;
  const said = answer?.columns ?? [];
  const saidIndexes = new Set(said.map(({ index }) => index));
  const saidFields = new Set(said.map(({ field }) => field));
  const columns = [...(template.headerRow === 0 ? byPosition(template) : pairs(template, header))]
    .filter(([index, { field }]) => !saidIndexes.has(index) && (field === null || !saidFields.has(field)))
    .map(([index, { field }]) => ({ index, field }));
  const units = [...pairs(template, header)].flatMap(([index, { unit }]) =>
    unit === undefined ? [] : [[index, unit]],
  );
  const { category, unit, currency, plus, dateOrder } = template;
  const known = { unit, currency, plus, dateOrder };
  return {
    used,
    answer: {
      file: '',
      sheet: grid.name,
      category,
      headerRow: used.headerRow,
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
      ...answer,
      columns: [...said, ...columns],
      units: { ...Object.fromEntries(units), ...answer?.units },
      directions: { ...byWord(template.directions), ...answer?.directions },
      outcomes: { ...byWord(template.outcomes), ...answer?.outcomes },
    },
  };
}

const byPosition = (template: ImportTemplate) => template.columns.map((column, index) => [index, column] as const);

const byWord = <M extends string>(pairs: ReadonlyArray<{ word: string; means: M }> | undefined): Record<string, M> =>
  Object.fromEntries((pairs ?? []).map(({ word, means }) => [word, means]));

/** A kind, a header row or "no template" said by the person goes before what fits by itself. */
function chosen(answer: SheetAnswer | undefined, matches: readonly TemplateMatch[]): TemplateMatch | undefined {
  if (answer?.template === null || answer?.skip) return undefined;
  if (answer?.template !== undefined) return matches.find(({ template }) => template.name === answer.template);
  const [best] = matches;
  if (!best?.exact) return undefined;
  if (answer?.headerRow !== undefined && answer.headerRow !== best.headerRow) return undefined;
  return answer?.category === undefined || answer.category === best.template.category ? best : undefined;
}
