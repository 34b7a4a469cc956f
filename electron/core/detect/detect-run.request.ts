import { answerInCase } from '../request.ts';

/** Runs the models in the job thread; what changed on screen is announced when it is done. */
export default answerInCase('detect.run', async ({ models, settings, reason, everything }, core) => {
  const reply = await core.runJob('detect.run', { models, settings, reason, everything });
  if (reply.ok) core.changed('findings', 'journal');
  return reply;
});
