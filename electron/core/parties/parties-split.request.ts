import { answerInCase } from '../request.ts';

export default answerInCase('parties.split', async (ask, core) => {
  const reply = await core.runJob('parties.split', ask);
  if (reply.ok) core.changed('case', 'parties', 'graph', 'findings', 'journal');
  return reply;
});
