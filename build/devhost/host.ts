import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest } from '../../electron/main/answer-request.ts';
import type { CoreLink } from '../../electron/main/core-link.ts';
import { answerPage, type Page, type PageAnswer, refuse } from '../../electron/main/page.ts';
import { securityHeaders } from '../../electron/main/policy.ts';
import { describeFault } from '../../shared/plain/describe-fault.ts';
import { failed, ok } from '../../shared/protocol/problem.ts';
import { parseRequest, REQUEST_LIMIT, readBody, UPLOAD_LIMIT } from './body.ts';
import { attachment, Outbox, readTicket, readUploadName } from './files.ts';
import { refusal } from './gate.ts';
import { Sessions } from './session.ts';
import { loopbackShell } from './shell.ts';

export interface Host {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  close(): Promise<void>;
}

interface HostParts {
  readonly core: Pick<CoreLink, 'request' | 'hand' | 'onEvent' | 'onWritten'>;
  readonly page: Page;
  /** 0 = any free port */
  readonly port: number;
  /** Called with an address that opens the page once: at the start, and again each time one was used. */
  readonly announce: (address: string) => void;
  readonly log: (line: string) => void;
  readonly keepAliveMs?: number;
}

/** 回环主机: the same core and the same page, opened in a browser of this machine. For development, tests and machines without Electron. */
export async function startHost({ core, page, port, announce, log, keepAliveMs = 15_000 }: HostParts): Promise<Host> {
  const outbox = new Outbox();
  const answer = answerRequest(loopbackShell(core), core, log);
  const offWritten = core.onWritten((ticket, name, bytes) => outbox.put(ticket, name, bytes));
  const offCase = core.onEvent((event) => {
    if (event.event === 'case' && event.case === null) outbox.clear(); // tickets die with the case
  });

  const server = createServer((request, response) => {
    serve(request, response).catch((fault: unknown) => {
      log(`fault in the loopback host: ${describeFault(fault)}`);
      if (!response.headersSent) send(response, refuse(500, 'fault'));
      response.destroy();
    });
  });
  // Node closes idle connections after five seconds; a request sent in that moment is lost, and a page does not send it twice
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const origin = `http://127.0.0.1:${bound}`;
  const sessions = new Sessions(bound);
  const announceNext = (): void => announce(`${origin}/open?token=${sessions.token}`);
  announceNext();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const refused = refusal(knockOf(request, path), origin);
    if (refused) return send(response, refuse(refused.status, refused.why));
    if (path === '/open') return open(new URLSearchParams(query).get('token'), response);
    if (!sessions.knows(request.headers.cookie))
      return send(response, refuse(401, 'open the address that was printed'));
    switch (path) {
      case '/request':
        return ask(request, response);
      case '/upload':
        return upload(request, response);
      case '/events':
        return events(request, response);
      case '/download':
        return download(new URLSearchParams(query), response);
      default:
        return send(response, await answerPage(page, 'GET', path));
    }
  }

  /** The token leaves the address bar at once. */
  function open(token: string | null, response: ServerResponse): void {
    const cookie = sessions.enter(token);
    if (cookie === undefined) {
      send(response, refuse(403, 'this address was used already; the terminal shows a new one'));
      return;
    }
    response.writeHead(303, { ...securityHeaders(), location: '/', 'set-cookie': cookie });
    response.end();
    announceNext();
  }

  async function ask(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, REQUEST_LIMIT);
    if (!body) return cut(response, refuse(413, 'too large'));
    const asked = parseRequest(body);
    if (!asked) return send(response, refuse(400, 'expected {name, ask}'));
    sendJson(response, await answer(asked.name, asked.ask));
  }

  async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const named = readUploadName(request.headers['x-purpose'], request.headers['x-file-name']);
    if (!named) return cut(response, refuse(400, 'expected X-Purpose and X-File-Name'));
    const bytes = await readBody(request, UPLOAD_LIMIT);
    if (!bytes) {
      const params = { file: named.name, limit: '512 MB' };
      return cut(response, jsonAnswer(failed('file.too-large', { params })));
    }
    const ticket = readTicket(named, bytes);
    core.hand(ticket);
    sendJson(response, ok({ ticket: ticket.id, name: named.name, bytes: bytes.length }));
  }

  function download(asked: URLSearchParams, response: ServerResponse): void {
    const file = outbox.get(asked.get('ticket'), asked.get('name'));
    if (!file) {
      send(response, refuse(404, 'no such ticket'));
      return;
    }
    response.writeHead(200, {
      ...securityHeaders(),
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
      'content-disposition': attachment(file.name),
    });
    response.end(file.bytes);
  }

  function events(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...securityHeaders(), 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(': connected\n\n');
    const off = core.onEvent((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
    const alive = setInterval(() => response.write(': alive\n\n'), keepAliveMs);
    request.on('close', () => {
      clearInterval(alive);
      off();
    });
  }

  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        offWritten();
        offCase();
        outbox.clear();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function knockOf({ method, headers }: IncomingMessage, path: string): Parameters<typeof refusal>[0] {
  const one = (name: string): string | undefined => (typeof headers[name] === 'string' ? headers[name] : undefined);
  return {
    method: method ?? '',
    path,
    host: headers.host,
    origin: headers.origin,
    site: one('sec-fetch-site'),
    mode: one('sec-fetch-mode'),
    dest: one('sec-fetch-dest'),
    contentType: headers['content-type'],
  };
}

function send(response: ServerResponse, answer: PageAnswer): void {
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

/** Answers without having read the body to its end, leaves the asker a moment to read the answer, and hangs up. */
function cut(response: ServerResponse, answer: PageAnswer): void {
  const { socket } = response;
  response.shouldKeepAlive = false;
  response.on('finish', () => setTimeout(() => socket?.destroy(), 300).unref());
  send(response, answer);
}

const jsonAnswer = (value: unknown): PageAnswer => ({
  status: 200,
  headers: { ...securityHeaders(), 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const sendJson = (response: ServerResponse, value: unknown): void => send(response, jsonAnswer(value));
