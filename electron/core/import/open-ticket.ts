import { readFileSync, statSync } from 'node:fs';
import type { TicketContent } from '../../../shared/protocol/events.ts';
import { failed, ok, type Read } from '../../../shared/protocol/problem.ts';
import { largestFile, tooLarge } from './read/read-workbook.ts';

/** The bytes behind a ticket. Problems: file.unreadable, file.too-large. */
export function openTicket(ticket: TicketContent): Read<Uint8Array<ArrayBuffer>> {
  if (ticket.direction !== 'read') throw new Error('a ticket to write to holds nothing to read');
  if ('bytes' in ticket) return ok(Uint8Array.from(ticket.bytes));
  try {
    const { size } = statSync(ticket.path);
    if (size > largestFile) return tooLarge(ticket.name);
    const bytes = readFileSync(ticket.path);
    return ok(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'I/O';
    return failed('file.unreadable', { params: { file: ticket.name, why } });
  }
}
