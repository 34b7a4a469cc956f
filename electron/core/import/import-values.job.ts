import type { FileWish, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { SheetValues } from '../../../shared/protocol/wizard.requests.ts';
import { defineJob } from '../job.ts';
import { keptTemplates } from '../store/import-templates.ts';
import { answerFor } from './answers.ts';
import { matchTemplates, withTemplate } from './apply-template.ts';
import { Parser } from './parse-thread.ts';
import type { FileToImport } from './plan-file.ts';
import { readTicket } from './read-tickets.ts';
import { recogniseSheet } from './recognise-sheet.ts';
import { sheetValues } from './sheet-values.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.values': {
      payload: {
        sha256?: string | undefined;
        sheet: string;
        answers: readonly SheetAnswer[];
        wishes: readonly FileWish[];
      };
      result: SheetValues;
    };
  }
}

/** How the values of one sheet are written. Problems: those of reading the file, and of recognising the sheet. */
export default defineJob('import.values', async ({ sha256, sheet: name, answers, wishes }, job) => {
  const [ticket] = job.files;
  if (!ticket) throw new Error('import.values needs a file');
  const parser = new Parser(job.threads);
  try {
    // an archive is one ticket with many files
    let file: FileToImport | undefined;
    for await (const { file: each } of readTicket(parser, ticket, { wishes, answers }, job.openCase.store)) {
      file = each;
      if (sha256 !== undefined && each.sha256 !== sha256) continue;
      if (each.workbook.ok && each.workbook.value.sheets.some((sheet) => sheet.name === name)) break;
    }
    if (!file) return failed('sheet.no-header', { params: { sheet: name } });
    if (!file.workbook.ok) return file.workbook;
    const book = file.workbook.value;
    const grid = book.sheets.find((each) => each.name === name);
    if (!grid) return failed('sheet.no-header', { params: { sheet: name } });
    const templates = keptTemplates(job.openCase.store).map(({ template }) => template);
    const said = answerFor(answers, file, name);
    const { answer } = withTemplate(grid, said, matchTemplates(grid, templates));
    const names = { sheet: book.format === 'csv' ? null : name, file: file.name, folder: file.folder };
    const recognised = recogniseSheet(grid, names, answer);
    const [problem] = recognised.problems;
    const { sheet } = recognised;
    if (!sheet) return failed(problem?.code ?? 'sheet.no-header', problem ?? { params: { sheet: name } });
    const options = {
      grid,
      recognised,
      sheet,
      answer,
      date1904: book.date1904,
      today: job.now().toISOString().slice(0, 10),
      unnamed: name,
    };
    return ok(
      sheetValues(options, (rows) => {
        job.checkCancelled();
        job.progress('import.rows', rows, grid.length);
      }),
    );
  } finally {
    await parser.close();
  }
});
