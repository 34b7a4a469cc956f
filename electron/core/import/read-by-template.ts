import { type SheetAnswer, textEncoding } from '../../../shared/protocol/import.requests.ts';
import type { ImportTemplate } from '../../../shared/protocol/template.requests.ts';
import { unpackFile } from '../store/write-evidence.ts';
import { answerFor } from './answers.ts';
import { matchTemplates } from './apply-template.ts';
import type { Parser } from './parse-thread.ts';
import type { FileToImport } from './plan-file.ts';
import type { SheetGrid, Workbook } from './read/grid.ts';
import { type ReadWish, readWorkbook, withoutExtension } from './read/read-workbook.ts';

/** Any header stands in this much of a text. */
const lookedBytes = 64 * 2 ** 10;

/**
 * A text file whose header no template knows may be written as the files were that a template was made from: it is read again in the encoding and with
 * the delimiter of the template that then knows its header, exactly or because a person chose it. What a person wished of the file goes before.
 */
export async function readByTemplate(
  parser: Parser,
  file: FileToImport,
  wish: ReadWish | undefined,
  templates: readonly ImportTemplate[],
  answers: readonly SheetAnswer[],
): Promise<FileToImport> {
  if (wish?.encoding !== undefined || wish?.delimiter !== undefined) return file;
  const { workbook, name } = file;
  const isText = workbook.ok ? workbook.value.format === 'csv' : workbook.problem.code === 'file.unknown-format';
  const chosen = answerFor(answers, file, withoutExtension(name))?.template;
  if (!isText || chosen === null) return file;
  const usable = templates.filter((template) => chosen === undefined || template.name === chosen);
  const known = (grid: SheetGrid, by: readonly ImportTemplate[]): boolean =>
    matchTemplates(grid, by).some(({ exact }) => exact || chosen !== undefined);
  if (workbook.ok && workbook.value.sheets.some((grid) => known(grid, usable))) return file;
  const tried = new Set([workbook.ok ? wayOf(workbook.value) : '']);
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  for (const template of usable) {
    const way = wayOf(template);
    const encoding = textEncoding.safeParse(template.encoding);
    if (tried.has(way) || !encoding.success || template.delimiter?.length !== 1) continue;
    tried.add(way);
    bytes ??= unpackFile(file.packed);
    const by = { ...wish, encoding: encoding.data, delimiter: template.delimiter };
    const head = await readWorkbook(bytes.subarray(0, lookedBytes), name, by);
    const alike = usable.filter((each) => wayOf(each) === way);
    if (!head.ok || !head.value.sheets.some((grid) => known(grid, alike))) continue;
    const { container } = file;
    return { ...(await parser.read(name, file.folder, bytes, by)), ...(container ? { container } : {}) };
  }
  return file;
}

const wayOf = ({ encoding, delimiter }: Pick<Workbook | ImportTemplate, 'encoding' | 'delimiter'>): string =>
  `${encoding} ${delimiter}`;
