import { readFileSync, type Stats, statSync } from 'node:fs';
import type { TicketContent } from '../../shared/protocol/events.ts';
import { failed, ok, type Read } from '../../shared/protocol/problem.ts';

/** Bytes of one file that are read at all. */
export const largestFile = 1024 * 2 ** 20;

export const tooLarge = (file: string, largest = largestFile) =>
  failed('file.too-large', { params: { file, limit: mebibytes(largest) } });

export const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

/** The bytes behind a ticket. Problems: file.unreadable, file.too-large, file.changed (since a person looked at it, or in the reading). */
export function openTicket(ticket: TicketContent, largest = largestFile): Read<Uint8Array<ArrayBuffer>> {
  if (ticket.direction !== 'read') throw new Error('a ticket to write to holds nothing to read');
  if ('bytes' in ticket) return ok(Uint8Array.from(ticket.bytes));
  try {
    const before = statSync(ticket.path);
    const { size } = before;
    if (ticket.seen !== undefined && ticket.seen !== stampOf(before)) return changed(ticket);
    if (size > largest) return tooLarge(ticket.name, largest);
    const bytes = readFileSync(ticket.path);
    const after = statSync(ticket.path);
    if (bytes.length !== size || stampOf(after) !== stampOf(before)) return changed(ticket);
    return ok(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'I/O';
    return failed('file.unreadable', { params: { file: ticket.name, why } });
  }
}

const changed = ({ name }: TicketContent) => failed('file.changed', { params: { file: name } });

const stampOf = ({ size, mtimeMs }: Stats): string => `${size} ${mtimeMs}`;

/** The ticket of a file with a path, marked with what the file is like now; one that cannot be reached is opened to say so. */
export function stampNow(ticket: TicketContent): TicketContent {
  if (ticket.direction !== 'read' || !('path' in ticket)) return ticket;
  const { seen: _, ...plain } = ticket;
  try {
    return { ...plain, seen: stampOf(statSync(ticket.path)) };
  } catch {
    return plain; // openTicket says why
  }
}
