import type { CoreEvent, FromCore, TicketContent, ToCore } from '../../shared/protocol/events.ts';
import { failed, type Reply } from '../../shared/protocol/problem.ts';

/** A running core process, however its host started it. */
export interface CoreWire {
  post(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

/** How long a core may take to close its case before it is ended. */
const CLOSE_MS = 3_000;

/**
 * The host's end of the core: numbers the asks, joins the replies to them, passes events on. The core starts with the first ask
 * and again after it has ended; what was waiting is then answered with Problem `core.gone`, or `core.not-started` by a core that
 * ended before it was there. Knows no shell: both use it.
 */
export class CoreLink {
  readonly #start: () => CoreWire;
  readonly #waiting = new Map<number, (reply: Reply<unknown>) => void>();
  readonly #eventListeners = new Set<(event: CoreEvent) => void>();
  readonly #writtenListeners = new Set<(ticket: string, name: string, bytes: Uint8Array) => void>();
  #wire: CoreWire | undefined;
  /** that core has said that it is there */
  #isReady = false;
  #closing: Promise<void> | undefined;
  #closed: (() => void) | undefined;
  #nextId = 1;

  constructor(start: () => CoreWire) {
    this.#start = start;
  }

  request(name: string, ask: unknown): Promise<Reply<unknown>> {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#running().post({ type: 'ask', id, name, ask });
    });
  }

  hand(ticket: TicketContent): void {
    this.#running().post({ type: 'ticket', ticket });
  }

  onEvent(listener: (event: CoreEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => void this.#eventListeners.delete(listener);
  }

  /** Bytes of a target without a path, for the host to hand over. */
  onWritten(listener: (ticket: string, name: string, bytes: Uint8Array) => void): () => void {
    this.#writtenListeners.add(listener);
    return () => void this.#writtenListeners.delete(listener);
  }

  /** Locks: the core closes its case and its process ends, and with it every key and every page it held. */
  close(): Promise<void> {
    const wire = this.#wire;
    if (!wire) return Promise.resolve();
    this.#closing ??= this.#end(wire).finally(() => {
      this.#closing = undefined;
    });
    return this.#closing;
  }

  async #end(wire: CoreWire): Promise<void> {
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, CLOSE_MS);
      this.#closed = () => {
        clearTimeout(late);
        resolve();
      };
      wire.post({ type: 'close' });
    });
    wire.kill();
    this.#ended(wire);
  }

  #running(): CoreWire {
    if (this.#wire) return this.#wire;
    const wire = this.#start();
    this.#wire = wire;
    this.#isReady = false;
    wire.onMessage((message) => this.#take(message));
    wire.onExit(() => this.#ended(wire));
    return wire;
  }

  #take(message: FromCore): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return;
      case 'reply':
        this.#waiting.get(message.id)?.(message.reply);
        this.#waiting.delete(message.id);
        return;
      case 'event':
        this.#tell(message.event);
        return;
      case 'written':
        for (const listener of this.#writtenListeners) listener(message.ticket, message.name, message.bytes);
        return;
      case 'closed':
        this.#closed?.();
    }
  }

  #ended(wire: CoreWire): void {
    if (this.#wire !== wire) return;
    this.#wire = undefined;
    this.#closed?.();
    this.#closed = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    const why = this.#isReady || this.#closing ? 'core.gone' : 'core.not-started';
    for (const resolve of waiting) resolve(failed(why));
    this.#tell({ event: 'case', case: null });
  }

  #tell(event: CoreEvent): void {
    for (const listener of this.#eventListeners) listener(event);
  }
}
