import { basename } from 'node:path';
import type { TicketContent } from '../../../shared/protocol/events.ts';
import { failed, ok, type Reply } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import type { CoreShell } from '../shell.ts';
import { writeWhole } from '../store/whole-file.ts';
import { recoverySheet } from './recovery-sheet.ts';

/** Written first, then journalled: the journal never claims a sheet that is not there. Problems: ticket.unknown, target.not-writable. */
export default answerInCase('case.write-recovery-sheet', ({ target: id }, core) => {
  const target = core.tickets.find(id, ['recovery-sheet'], 'write');
  if (!target) return failed('ticket.unknown');
  const { store, actor, caseId, folder, key } = core.openCase;
  const at = core.shell.now();
  const bytes = recoverySheet({ key, caseId, folder: basename(folder), at });
  const delivered = deliver(core.shell, target, bytes);
  bytes.fill(0);
  if (!delivered.ok) return delivered;
  writeJournal(store, { actor, at, action: 'case.recovery-sheet' });
  core.changed('journal');
  return ok({ name: target.name });
});

function deliver(shell: CoreShell, target: TicketContent, bytes: Buffer): Reply<true> {
  if (!('path' in target)) {
    shell.written(target.id, target.name, Uint8Array.from(bytes));
    return ok(true);
  }
  try {
    writeWhole(target.path, bytes);
    return ok(true);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'I/O';
    return failed('target.not-writable', { params: { file: target.name, why } });
  }
}
