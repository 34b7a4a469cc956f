import { answerInCase } from '../request.ts';

export default answerInCase('import.undo', async (ask, core) => {
  const reply = await core.runJob('import.undo', ask);
  if (reply.ok) core.changed('case', 'imports', 'parties', 'graph', 'findings', 'journal');
  return reply;
});
