import { DamagedFile } from '../refusals.ts';
import { type Relation, relationsOf } from './relations.ts';
import { xmlTags } from './xml-tags.ts';
import type { ZipParts } from './zip-parts.ts';

export interface NamedSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly part: string;
  /** the last word of its relation's type: worksheet, chartsheet, dialogsheet, xlMacrosheet … */
  readonly type: string;
}

/** What the workbook part says, and where the parts lie that it needs. */
export interface WorkbookParts {
  readonly workbook: string;
  readonly relations: readonly Relation[];
  readonly date1904: boolean;
  readonly sheets: readonly NamedSheet[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

/** Where the workbook part lies: as the package says, or where every program puts it; undefined: this is no .xlsx. */
export async function findWorkbook(parts: ZipParts): Promise<string | undefined> {
  const said = (await relationsOf(parts, '')).find(({ type, external }) => type === 'officeDocument' && !external);
  if (said && parts.has(said.target) && !said.target.toLowerCase().endsWith('.bin')) return said.target;
  return parts.names.find((name) => /(^|\/)workbook\d*\.xml$/.test(name));
}

/** Reads the workbook part. A sheet that is named and not there is damage: better no sheet than some. */
export async function readWorkbookParts(parts: ZipParts, workbook: string): Promise<WorkbookParts> {
  const relations = (await relationsOf(parts, workbook)).filter(({ external }) => !external);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: NamedSheet[] = [];
  let date1904 = false;
  for (const { name, closes, attributes } of xmlTags(await parts.text(workbook))) {
    if (closes) continue;
    // once said it holds: extensions have an element of the same name
    if (name === 'workbookPr') date1904 ||= /^(1|true|on)$/i.test(attributes.get('date1904') ?? '');
    if (name !== 'sheet') continue;
    const relation = byId.get(relationId(attributes) ?? '');
    const part = relation?.target ?? usualPart(parts, sheets.length + 1);
    const title = attributes.get('name') ?? `Sheet${sheets.length + 1}`;
    if (part === undefined || !parts.has(part)) throw new DamagedFile(`no part for a sheet`);
    const state = attributes.get('state');
    const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
    sheets.push({ name: title, visibility, part, type: relation?.type ?? 'worksheet' });
  }
  return {
    workbook,
    relations,
    date1904,
    sheets,
    strings: partOf(parts, relations, 'sharedStrings'),
    styles: partOf(parts, relations, 'styles'),
  };
}

/** r:id, whatever the prefix is called; never the plain attribute `id`. */
function relationId(attributes: ReadonlyMap<string, string>): string | undefined {
  for (const [name, value] of attributes) if (name.endsWith(':id')) return value;
  return undefined;
}

/** Writers that forget the relations still name their parts as everybody does. */
const usualPart = (parts: ZipParts, n: number): string | undefined =>
  parts.names.find((name) => name.endsWith(`worksheets/sheet${n}.xml`));

function partOf(parts: ZipParts, relations: readonly Relation[], type: string): string | undefined {
  const said = relations.find((relation) => relation.type === type && parts.has(relation.target));
  return said?.target ?? parts.names.find((name) => name.endsWith(`/${type.toLowerCase()}.xml`));
}
