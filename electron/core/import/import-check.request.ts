import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { keepCheck } from './kept-checks.ts';
import { keeperOfParties } from './kept-parties.ts';
import { ticketsToLookAt } from './tickets.ts';

/** The screen shows the problems of a sheet page by page; the first of them come with the answer. */
const firstProblems = 500;

export default answerInCase('import.check', async ({ tickets, problems, ...asked }, core) => {
  const files = ticketsToLookAt(core.tickets, tickets);
  if (!files.ok) return files;
  const keepParties = keeperOfParties(core, { tickets, ...asked });
  const reply = await core.runJob('import.check', asked, files.value);
  if (!reply.ok) return reply;
  const { kept, ...report } = reply.value;
  const check = kept === null ? null : keepCheck(core.openCase, kept.check);
  if (kept !== null) keepParties(kept.parties);
  if (problems === 'all') return ok({ ...report, check });
  const short = report.files.map((file) => ({
    ...file,
    sheets: file.sheets.map((sheet) => ({ ...sheet, problems: sheet.problems.slice(0, firstProblems) })),
  }));
  return ok({ ...report, files: short, check });
});
