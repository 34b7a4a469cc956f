import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, startHost } from '../../build/devhost/host.ts';
import { loadPage } from '../../electron/main/page.ts';
import type { CoreEvent, TicketContent } from '../../shared/protocol/events.ts';
import { ok, type Reply } from '../../shared/protocol/problem.ts';
import { knock, navigation, ownScript } from './knock.ts';

type Written = (ticket: string, name: string, bytes: Uint8Array) => void;

/** A core that answers with what it was asked, and remembers what it was given. */
export class EchoCore {
  readonly asked: { name: string; ask: unknown }[] = [];
  readonly tickets: TicketContent[] = [];
  readonly #events = new Set<(event: CoreEvent) => void>();
  readonly #written = new Set<Written>();

  async request(name: string, ask: unknown): Promise<Reply<unknown>> {
    this.asked.push({ name, ask });
    return ok({ echo: name });
  }
  hand(ticket: TicketContent): void {
    this.tickets.push(ticket);
  }
  onEvent(listener: (event: CoreEvent) => void): () => void {
    this.#events.add(listener);
    return () => void this.#events.delete(listener);
  }
  onWritten(listener: Written): () => void {
    this.#written.add(listener);
    return () => void this.#written.delete(listener);
  }
  tell(event: CoreEvent): void {
    for (const listener of this.#events) listener(event);
  }
  write(ticket: string, name: string, bytes: Uint8Array): void {
    for (const listener of this.#written) listener(ticket, name, bytes);
  }
  get listeners(): number {
    return this.#events.size;
  }
}

/** A folder like dist/ with a page of three files. */
export function makeDist(): string {
  const dist = mkdtempSync(join(tmpdir(), 'qy-dist-'));
  const page = {
    '/index.html': [
      'text/html; charset=utf-8',
      '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" src="./assets/a.js"></script>',
    ],
    '/assets/a.js': ['text/javascript; charset=utf-8', 'document.title = "a";'],
    '/assets/a.css': ['text/css; charset=utf-8', 'body { margin: 0; }'],
  } as const;
  mkdirSync(join(dist, 'renderer', 'assets'), { recursive: true });
  const files = Object.entries(page).map(([path, [type, text]]) => {
    writeFileSync(join(dist, 'renderer', path), text);
    return [path, { type, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') }];
  });
  writeFileSync(join(dist, 'renderer-files.json'), JSON.stringify(Object.fromEntries(files)));
  writeFileSync(join(dist, 'secret.txt'), 'outside of the page');
  return dist;
}

export interface OpenHost {
  readonly host: Host;
  readonly core: EchoCore;
  readonly addresses: string[];
  readonly log: string[];
  /** Headers of a script of the page that was let in. */
  readonly ours: Record<string, string>;
}

/** A running host whose page has been opened once. */
export async function openHost(options: { keepAliveMs?: number } = {}): Promise<OpenHost> {
  const core = new EchoCore();
  const addresses: string[] = [];
  const log: string[] = [];
  const host = await startHost({
    core,
    page: loadPage(makeDist()),
    port: 0,
    announce: (address) => addresses.push(address),
    log: (line) => log.push(line),
    ...options,
  });
  const cookie = await enter(host.origin, addresses[0] ?? '');
  return { host, core, addresses, log, ours: { ...ownScript(host.origin), cookie } };
}

/** Follows a printed address as a browser does and returns the cookie it was given. */
export async function enter(origin: string, address: string): Promise<string> {
  const { pathname, search } = new URL(address);
  const answered = await knock(origin, pathname + search, { headers: navigation });
  return String(answered.headers['set-cookie']).split(';')[0] ?? '';
}
