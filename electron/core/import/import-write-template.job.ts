import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { sheetOf } from '../sheets/index.ts';
import { emptySheet } from './empty-sheet.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.write-template': { payload: { category: string; lang: 'zh-CN' | 'en' }; result: { name: string } };
  }
}

/** Writes an empty workbook for one kind of sheet, made from its definition. */
export default defineJob('import.write-template', ({ category, lang }, job) => {
  const [target] = job.files;
  const sheet = sheetOf(category);
  if (!target || !sheet) throw new Error('import.write-template needs a target and a kind of sheet');
  job.write(target, emptySheet(sheet, lang));
  return ok({ name: target.name });
});
