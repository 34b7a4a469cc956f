import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { untilRowsChange } from './until-rows-change.ts';

export default answerInCase('quality.accounts', async ({ sheet, offset, limit }, core) => {
  const reply = await untilRowsChange(core, 'quality.accounts', () => core.runJob('quality.accounts', {}));
  if (!reply.ok) return reply;
  const accounts = reply.value.filter(
    ({ files }) => sheet === undefined || files.some(({ sheetId }) => sheetId === sheet),
  );
  return ok({
    total: accounts.length,
    breaks: accounts.reduce((sum, { breaksTotal }) => sum + breaksTotal, 0),
    gaps: accounts.reduce((sum, { gaps }) => sum + gaps.length, 0),
    rows: accounts.slice(offset, offset + limit),
  });
});
