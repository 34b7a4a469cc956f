import type { Sink } from '../grid.ts';
import { RowPacker, textBudget } from '../row-packer.ts';
import type { CellFormat } from './cell-format.ts';
import { readNotes } from './notes.ts';
import { SharedStrings } from './shared-strings.ts';
import { Disordered, RowsCollected, RowsInOrder, type RowTarget } from './sheet-rows.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { readStyles } from './styles.ts';
import { type NamedSheet, readWorkbookParts } from './workbook-parts.ts';
import type { ZipParts } from './zip-parts.ts';

interface Book {
  readonly strings: SharedStrings;
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
}

/**
 * Reads the sheets of an .xlsx or .xlsm as their bytes are unpacked, row after row: a million rows cost the memory of their strings.
 * Throws what refusals.ts names where the file is not whole or not honest.
 */
export async function readXlsx(parts: ZipParts, workbook: string, sink: Sink): Promise<void> {
  const about = await readWorkbookParts(parts, workbook);
  const { date1904 } = about;
  sink.file({ format: 'xlsx', encoding: null, delimiter: null, date1904 });
  const formats = about.styles === undefined ? [] : readStyles(await parts.text(about.styles), date1904);
  const strings = new SharedStrings();
  if (about.strings !== undefined) for await (const chunk of parts.chunks(about.strings)) strings.feed(chunk);
  for (const note of await readNotes(parts, about)) sink.note(note);
  const budget = textBudget(
    parts.size(about.strings ?? '') + about.sheets.reduce((sum, { part }) => sum + parts.size(part), 0),
  );
  for (const sheet of about.sheets) {
    if (/^(chart|dialog|xlmacro|xlintlmacro)sheet$/i.test(sheet.type)) continue;
    await readSheet(parts, sheet, { strings, formats, date1904 }, sink, budget);
  }
}

async function readSheet(parts: ZipParts, sheet: NamedSheet, book: Book, sink: Sink, budget: number): Promise<void> {
  const packer = new RowPacker(sink, budget);
  try {
    await scan(parts, sheet, book, sink, packer, new RowsInOrder(packer));
  } catch (thrown) {
    if (!(thrown instanceof Disordered)) throw thrown;
    sink.forgetSheet();
    const again = new RowPacker(sink, budget);
    await scan(parts, sheet, book, sink, again, new RowsCollected());
  }
}

async function scan(
  parts: ZipParts,
  { name, visibility, part }: NamedSheet,
  book: Book,
  sink: Sink,
  packer: RowPacker,
  target: RowTarget,
): Promise<void> {
  let isSheet = false;
  const scanner = new SheetScanner(target, book, (root) => {
    // a chart, a dialog or a sheet of macros under another name holds no cells
    isSheet = root === 'worksheet';
    if (isSheet) sink.sheet({ name, hidden: visibility !== 'visible' });
  });
  for await (const chunk of parts.chunks(part)) scanner.feed(chunk);
  scanner.end();
  if (!isSheet) return;
  if (target instanceof RowsCollected) target.handOn(packer);
  packer.flush();
  sink.endSheet({ merges: scanner.merges });
  for (const note of [scanner.hiddenRows.note('hidden-rows', name), scanner.hiddenColumns.note('hidden-columns', name)])
    if (note) sink.note(note);
}
