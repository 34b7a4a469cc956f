import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreEvent, FromCore, TicketContent, ToCore } from '../../shared/protocol/events.ts';
import type { Reply } from '../../shared/protocol/problem.ts';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';

/** The built core in a process of its own, as the loopback host starts it. */
export interface CoreProgram {
  readonly process: ChildProcess;
  readonly events: readonly CoreEvent[];
  /** all it wrote to stdout and stderr */
  readonly said: string;
  ask<N extends RequestName>(name: N, ask: Ask<N>): Promise<Reply<Answer<N>>>;
  ticket(ticket: TicketContent): void;
  /** resolves with the first event, past or to come, for which this holds */
  event(is: (event: CoreEvent) => boolean): Promise<CoreEvent>;
  end(): Promise<void>;
}

/** It has `temp` of `home` for temporary files. `dist`: the folder of the built program, where this file does not stand beside it. */
export async function startCoreProgram(
  home: string,
  dist = join(import.meta.dirname, '../../dist/electron'),
): Promise<CoreProgram> {
  const temp = join(home, 'temp');
  mkdirSync(temp, { recursive: true });
  const child = fork(join(dist, 'core-process.js'), {
    env: { ...process.env, QY_PROFILE: join(home, 'profile'), QY_CASES: join(home, 'cases'), TMPDIR: temp },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const [stream, shown] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      shown.write(text);
    });
  const events: CoreEvent[] = [];
  const answers = new Map<number, (reply: Reply<unknown>) => void>();
  const watchers = new Set<() => void>();
  let asked = 0;
  const ready = Promise.withResolvers<void>();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', (message: FromCore) => {
    if (message.type === 'ready') ready.resolve();
    else if (message.type === 'reply') {
      answers.get(message.id)?.(message.reply);
      answers.delete(message.id);
    } else if (message.type === 'event') {
      events.push(message.event);
      for (const look of [...watchers]) look();
    }
  });
  const send = (message: ToCore) => void child.send(message);
  await ready.promise;
  return {
    process: child,
    events,
    get said() {
      return said;
    },
    ask: (name, ask) =>
      new Promise((resolve) => {
        const id = ++asked;
        answers.set(id, resolve as (reply: Reply<unknown>) => void);
        send({ type: 'ask', id, name, ask });
      }),
    ticket: (ticket) => send({ type: 'ticket', ticket }),
    event: (is) =>
      new Promise((resolve) => {
        const look = () => {
          const found = events.find(is);
          if (!found) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
    async end() {
      if (child.exitCode === null && child.signalCode === null) send({ type: 'close' });
      await ended;
    },
  };
}
