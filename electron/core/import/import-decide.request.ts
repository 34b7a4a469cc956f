import { answerInCase } from '../request.ts';

export default answerInCase('import.decide', async (ask, core) => {
  const reply = await core.runJob('import.decide', ask);
  if (reply.ok) core.changed('case', 'imports', 'parties', 'graph', 'findings', 'journal');
  return reply;
});
