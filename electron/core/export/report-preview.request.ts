import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { reportContext } from './report-context.ts';
import { summaryPages } from './summary-workbook.ts';

/** The sheets of the report and how many lines each would have now. */
export default answerInCase('report.preview', (_, { openCase, shell }) => {
  const context = reportContext(openCase, { mask: 'internal', lang: 'zh-CN', purpose: '', at: shell.now() });
  return ok({
    sheets: summaryPages.map((page) => ({ id: page.id, title: context.word(page.id), rows: page.count(context) })),
  });
});
