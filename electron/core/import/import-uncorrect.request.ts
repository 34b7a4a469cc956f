import { answerInCase } from '../request.ts';

export default answerInCase('import.uncorrect', async (ask, core) => {
  const reply = await core.runJob('import.uncorrect', ask);
  if (reply.ok) core.changed('case', 'imports', 'parties', 'graph', 'findings', 'journal');
  return reply;
});
