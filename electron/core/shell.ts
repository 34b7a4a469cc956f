import type { CoreEvent, TicketContent } from '../../shared/protocol/events.ts';

/** The few things a host gives the core. Whatever differs between hosts is in here, so the difference can be read on one screen. */
export interface CoreShell {
  readonly kind: 'electron' | 'loopback' | 'headless' | 'test';
  /** Folder of this user for the signing key, high-water marks and the list of cases. No evidence is ever written there. */
  readonly profile: string;
  /** Folder in which case folders (NAME.qycase) live. */
  readonly cases: string;
  /** Folder with the spreadsheets of the fictitious sample case, made when the program was built. */
  readonly sample: string;
  /** 'workers': jobs and parsing run in threads of their own (always in the product). 'inline': in the caller's thread (unit tests from source). */
  readonly threads: 'workers' | 'inline';
  /** scrypt's cost of new key slots as a power of two; left out in the product (18), lower in tests, which make many cases */
  readonly slotWorkFactor?: number;
  /** Nobody asks anything while a job writes: the open case needs no WAL, and a large import costs less without. */
  readonly asksNothingMeanwhile?: boolean;
  now(): Date;
  emit(event: CoreEvent): void;
  /** Hands over what was written to a target without a path; targets with a path were written by the core itself. */
  written(ticket: string, name: string, bytes: Uint8Array): void;
  /** Faults go here as code and stack, never with evidence content. */
  log(line: string): void;
}

/** Tickets known to this core: opaque ids that stand for a file; each for one purpose, gone when the case is closed. */
export class Tickets {
  readonly #tickets = new Map<string, TicketContent>();

  add(ticket: TicketContent): void {
    this.#tickets.set(ticket.id, ticket);
  }

  /** The file behind a ticket, or undefined when it is unknown or made for another purpose. */
  find(id: string, purpose: readonly string[], direction: TicketContent['direction']): TicketContent | undefined {
    const ticket = this.#tickets.get(id);
    return ticket && ticket.direction === direction && purpose.includes(ticket.purpose) ? ticket : undefined;
  }

  clear(): void {
    this.#tickets.clear();
  }
}
