import { makeSlotApart, readSlotApart } from '../../../electron/core/case/slot-work.ts';
import { testShell } from '../../test-shell.ts';
import { task, tell } from './hear.ts';

/** Makes and opens slots in threads of their own and counts how often this thread got its turn meanwhile. */
const { passphrase, workFactor } = await task<{ passphrase: string; workFactor: number }>();
const shell = testShell({ threads: 'workers' });
const caseId = '00000000-0000-4000-8000-000000000001';
const key = Buffer.alloc(32, 5);
let turns = 0;
const timer = setInterval(() => turns++, 5);
const slot = await makeSlotApart(shell, { caseId, key }, { passphrase, workFactor });
const right = await readSlotApart(shell, slot, { passphrase });
const wrong = await readSlotApart(shell, slot, { passphrase: `${passphrase}!` });
const damaged = await readSlotApart(shell, slot.slice(0, 99), { passphrase });
clearInterval(timer);
tell(
  JSON.stringify({
    right: right.ok && { caseId: right.value.caseId, key: right.value.key.toString('hex') },
    wrong: wrong.ok || wrong.problem.code,
    damaged: damaged.ok || damaged.problem.code,
    ownKey: key.every((byte) => byte === 5),
    turns,
  }),
);
process.exit(0);
