import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { askedEntry } from './by-hand/asked-entry.ts';

export default answerInCase('manual.add', async (ask, core) => {
  const entry = askedEntry(core.openCase.store, ask);
  const reply = await core.runJob('manual.write', { ...entry, reason: ask.reason, replaces: ask.replaces });
  if (!reply.ok) return reply;
  core.changed('case', 'imports', 'parties', 'graph', 'findings', 'journal');
  const { entry: number, batch, row } = reply.value;
  return ok({ entry: number, batch, rowId: row });
});
