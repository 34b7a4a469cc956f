import { closeCase } from '../../../electron/core/case/close-case.ts';
import { openCase } from '../../../electron/core/case/open-case.ts';
import { testShell } from '../../test-shell.ts';
import { hear, task, tell } from './hear.ts';

/** Opens a case as the program does, says how that went, and holds it until told to lock and to end. */
const { home, folder, passphrase } = await task<{ home: string; folder: string; passphrase: string }>();
const shell = testShell({ folder: home });
const opened = await openCase(shell, { folder, secret: { passphrase } });
tell(opened.ok ? 'open' : opened.problem.code);
if (opened.ok) {
  if ((await hear()) === 'lock') {
    await closeCase(shell, opened.value, 'case.locked');
    tell('locked');
  }
  await hear();
}
process.exit(0);
