import { answerInCase } from '../request.ts';

export default answerInCase('manual.remove', async (ask, core) => {
  const reply = await core.runJob('manual.remove', ask);
  if (reply.ok) core.changed('case', 'imports', 'parties', 'graph', 'findings', 'journal');
  return reply;
});
