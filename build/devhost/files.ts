import { randomUUID } from 'node:crypto';
import type { TicketContent } from '../../shared/protocol/events.ts';
import { type Ask, requests } from '../../shared/protocol/requests.ts';

/** A file of a file input: what it is for, and its name, with the folders below the chosen one if a folder was chosen. */
export interface UploadName {
  readonly purpose: Ask<'shell.choose-files'>['purpose'];
  readonly folder: string;
  readonly name: string;
}

const { purpose: purposes } = requests['shell.choose-files'].ask.shape;

/** Reads X-Purpose and X-File-Name (percent-encoded). The name is text for people: it is never opened, joined or resolved. */
export function readUploadName(purpose: unknown, encoded: unknown): UploadName | undefined {
  const { data: known } = purposes.safeParse(purpose);
  const path = typeof encoded === 'string' ? decode(encoded) : undefined;
  if (known === undefined || path === undefined || path.length > 1_000) return undefined;
  const steps = path.split('/');
  const name = steps.pop();
  const harmless = (step: string): boolean => step !== '' && step !== '.' && step !== '..' && !/[\p{Cc}\\]/u.test(step);
  if (name === undefined || ![...steps, name].every(harmless)) return undefined;
  return { purpose: known, folder: steps.join('/'), name };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return undefined;
    throw cause;
  }
}

/** Files that the core has written for the page, in memory until they are fetched or the case is closed. */
export class Outbox {
  readonly #written = new Map<string, Map<string, { name: string; bytes: Uint8Array }>>();

  /** One target may get several files: a sealed file and its signature beside it. */
  put(ticket: string, name: string, bytes: Uint8Array): void {
    const files = this.#written.get(ticket) ?? new Map();
    this.#written.set(ticket, files.set(name, { name, bytes }));
  }

  /** The file of that name, or the first one written to the ticket. */
  get(ticket: string | null, name: string | null = null): { name: string; bytes: Uint8Array } | undefined {
    const files = ticket === null ? undefined : this.#written.get(ticket);
    return name === null ? files?.values().next().value : files?.get(name);
  }

  clear(): void {
    this.#written.clear();
  }
}

export const readTicket = (upload: UploadName, bytes: Uint8Array): TicketContent => ({
  id: randomUUID(),
  direction: 'read',
  bytes,
  ...upload,
});

/** Content-Disposition for any name: an ASCII stand-in, then the real one in UTF-8 (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
