import { answer } from '../request.ts';
import { createCase } from './create-case.ts';
import { enterCase, leaveCase } from './use-case.ts';

export default answer('case.create', async (ask, core) => {
  await leaveCase(core, 'case.closed');
  return enterCase(core, await createCase(core.shell, ask));
});
