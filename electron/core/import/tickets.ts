import type { TicketContent } from '../../../shared/protocol/events.ts';
import { failed, ok, type Read } from '../../../shared/protocol/problem.ts';
import type { Tickets } from '../shell.ts';

/** The files behind the tickets of an import, in the order given. Problem: ticket.unknown. */
export function ticketsToImport(tickets: Tickets, ids: readonly string[]): Read<TicketContent[]> {
  const files = ids.map((id) => tickets.find(id, ['import'], 'read'));
  return files.every((file) => file !== undefined) ? ok(files) : failed('ticket.unknown');
}
