import { answerInCase } from '../request.ts';

export default answerInCase('parties.undo', async (ask, core) => {
  const reply = await core.runJob('parties.undo', ask);
  if (reply.ok) core.changed('case', 'parties', 'graph', 'findings', 'journal');
  return reply;
});
