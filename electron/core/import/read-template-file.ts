import { failed, ok, type Read } from '../../../shared/protocol/problem.ts';
import { type ImportTemplate, templateFile } from '../../../shared/protocol/template.requests.ts';
import { sheetOf } from '../sheets/index.ts';

/** A file of templates is a few kilobytes; more than this is none. */
export const largestTemplateFile = 1024 * 1024;

/**
 * The templates of a file that came from another case: nothing of it is believed before its shape is right. Problems: template.too-large,
 * template.unreadable, template.newer, template.unknown-field.
 */
export function readTemplateFile(bytes: Uint8Array, file: string): Read<ImportTemplate[]> {
  if (bytes.length > largestTemplateFile) return failed('template.too-large', { params: { file, limit: '1 MiB' } });
  const content = parse(bytes);
  if (content === undefined) return failed('template.unreadable', { params: { file, why: 'JSON' } });
  const version = versionOf(content);
  if (version !== undefined && version > 1) return failed('template.newer', { params: { file, version } });
  const checked = templateFile.safeParse(content);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const why = `${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`.trim().slice(0, 120);
    return failed('template.unreadable', { params: { file, why } });
  }
  for (const { name, category, columns } of checked.data.templates) {
    const sheet = sheetOf(category);
    if (!sheet) return failed('template.unknown-field', { params: { name, field: category } });
    const stranger = columns.find(({ field }) => field !== null && !Object.hasOwn(sheet.fields, field));
    if (stranger) return failed('template.unknown-field', { params: { name, field: stranger.field ?? '' } });
  }
  return ok(checked.data.templates);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // SyntaxError: no JSON. TypeError: no UTF-8. RangeError: nested deeper than the parser goes
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const versionOf = (content: unknown): number | undefined =>
  typeof content === 'object' && content !== null && 'version' in content && typeof content.version === 'number'
    ? content.version
    : undefined;
