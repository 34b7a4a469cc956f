import { answerInCase } from '../request.ts';

export default answerInCase('import.correct', async (ask, core) => {
  const reply = await core.runJob('import.correct', ask);
  if (reply.ok) core.changed('case', 'imports', 'parties', 'graph', 'findings', 'journal');
  return reply;
});
