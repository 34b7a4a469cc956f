import { textCell } from '../../../../shared/evidence/cell.ts';
import { exactYuan, fen } from '../../../../shared/evidence/money.ts';
import { readField } from '../../sheets/field-values.ts';
import type { MentionDraft } from '../../sheets/mention.ts';
import type { FieldType, RecordDraft, SheetDefinition, Stored } from '../../sheets/sheet.ts';
import { type RowProblemDraft, RowReader } from '../read-rows.ts';
import { inWords } from '../row-values.ts';
import { entryDocument, filledFields } from './entry-document.ts';

/** What would come of an entry: its problems, and the values as they were read. */
export interface EntryRead {
  readonly problems: readonly RowProblemDraft[];
  readonly values: ReadonlyArray<{ readonly field: string; readonly shown: string }>;
  readonly draft: RecordDraft | null;
}

/** Reads what was typed with the readers of its kind of sheet, as a row of a file is read. Nothing is written. */
export function readEntry(sheet: SheetDefinition, values: Readonly<Record<string, string>>, today: string): EntryRead {
  const missing = sheet.required
    .filter((oneOf) => !oneOf.some((field) => (values[field] ?? '').trim() !== ''))
    .map((oneOf) => missingField(oneOf[0] ?? ''));
  if (filledFields(sheet.fields, values).length === 0) return { problems: missing, values: [], draft: null };
  const { workbook, recognised, row } = entryDocument({ sheet, values, about: [] });
  const grid = workbook.sheets[0];
  if (!grid) throw new Error('a document without a sheet');
  const reader = new RowReader({
    grid,
    recognised,
    sheet,
    answer: undefined,
    date1904: false,
    today,
    unnamed: sheet.title.zh,
  });
  const read = reader.read(row);
  if (read.state === 'skipped') {
    const first = filledFields(sheet.fields, values)[0] ?? '';
    return { problems: missing.length > 0 ? missing : [missingField(first)], values: [], draft: null };
  }
  const found = read.problems.map((each) => ({ ...each, rejects: each.rejects || unreadable.test(each.code) }));
  const said = new Set(found.map(({ field }) => field));
  const problems = [...found, ...missing.filter(({ field }) => !said.has(field))];
  const draft = read.state === 'read' ? read.draft : null;
  return {
    problems,
    draft: problems.some(({ rejects }) => rejects) ? null : draft,
    values: shownValues(sheet, values, draft),
  };
}

/** Whoever types is there to say it properly: what a file may leave unread is not entered by hand. A number that fails its check is. */
const unreadable = /^(?:amount|number|date|time|direction)\./;

const missingField = (field: string): RowProblemDraft => ({
  column: null,
  field,
  code: 'value.missing',
  seen: '',
  params: undefined,
  rejects: true,
});

/** Each value as it was read, whatever stands in the way of the others. */
function shownValues(
  sheet: SheetDefinition,
  values: Readonly<Record<string, string>>,
  draft: RecordDraft | null,
): Array<{ field: string; shown: string }> {
  return filledFields(sheet.fields, values).map((field) => {
    const kept = draft ? sheet.kept[field] : undefined;
    const stored = kept === undefined ? undefined : draft?.columns[kept];
    const text = values[field] ?? '';
    const stands = stored === undefined ? undefined : shownAs(kept ?? '', stored);
    return { field, shown: stands ?? alone(sheet.fields[field]?.type ?? 'text', text) ?? text };
  });
}

function shownAs(column: string, value: Stored | MentionDraft): string | undefined {
  if (value === null) return undefined;
  return typeof value === 'object' ? value.name : inWords(column, value);
}

/** An amount or a day read by itself, so that it can be shown before the rest of the row is there. */
function alone(type: FieldType, text: string): string | undefined {
  if (type !== 'amount' && type !== 'date') return undefined;
  const value = readField(type, textCell(text), { unit: 1, hasDay: true }, { problem: () => undefined });
  if (typeof value !== 'object') return undefined;
  if ('fen' in value) return exactYuan(fen(value.fen));
  return 'day' in value ? String(value.day).slice(0, value.precision === 'month' ? 7 : 10) : undefined;
}
