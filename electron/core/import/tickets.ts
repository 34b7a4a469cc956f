import type { TicketContent } from '../../../shared/protocol/events.ts';
import { failed, ok, type Read } from '../../../shared/protocol/problem.ts';
import { stampNow } from '../open-ticket.ts';
import type { Tickets } from '../shell.ts';

/** The files behind the tickets of an import, in the order given. Problem: ticket.unknown. */
export function ticketsToImport(tickets: Tickets, ids: readonly string[]): Read<TicketContent[]> {
  const files = ids.map((id) => tickets.find(id, ['import'], 'read'));
  return files.every((file) => file !== undefined) ? ok(files) : failed('ticket.unknown');
}

/** The same where a person looks at what the files hold: as they are now and no other way they may then be imported. */
export function ticketsToLookAt(tickets: Tickets, ids: readonly string[]): Read<TicketContent[]> {
  const found = ticketsToImport(tickets, ids);
  if (!found.ok) return found;
  const files = found.value.map(stampNow);
  for (const file of files) tickets.add(file);
  return ok(files);
}
