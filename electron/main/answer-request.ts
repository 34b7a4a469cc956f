import { randomBytes } from 'node:crypto';
import { describeFault } from '../../shared/plain/describe-fault.ts';
import { failed, type Reply } from '../../shared/protocol/problem.ts';
import { type Answer, type Asked, isRequestName, type RequestName, requests } from '../../shared/protocol/requests.ts';
import type { CoreLink } from './core-link.ts';

type ShellRequest = Extract<RequestName, `shell.${string}`>;

/** The requests a shell answers itself, because only it knows dialogs, paths and the clipboard. */
export type ShellAnswers = {
  readonly [N in ShellRequest]: (ask: Asked<N>) => Promise<Reply<Answer<N>>>;
};

/**
 * One answer for every request of a page. The name must be known before anything sees the ask; the ask is checked against the
 * shape of its request by who answers it: here for the shell's own, at the core's door for all others.
 * Never throws: a Fault becomes Problem `fault` with a reference, and its message is not logged.
 */
export function answerRequest(shell: ShellAnswers, core: Pick<CoreLink, 'request'>, log: (line: string) => void) {
  return async (name: unknown, ask: unknown): Promise<Reply<unknown>> => {
    if (typeof name !== 'string' || !isRequestName(name)) {
      return failed('request.unknown', {
        params: { name: typeof name === 'string' ? name.slice(0, 80) : typeof name },
      });
    }
    try {
      return isShellRequest(name) ? await answerByShell(shell, name, ask) : await core.request(name, ask);
    } catch (fault) {
      const ref = randomBytes(4).toString('hex');
      log(`fault ${ref} while ${name}: ${describeFault(fault)}`);
      return failed('fault', { params: { ref } });
    }
  };
}

const isShellRequest = (name: RequestName): name is ShellRequest => name.startsWith('shell.');

async function answerByShell(shell: ShellAnswers, name: ShellRequest, ask: unknown): Promise<Reply<unknown>> {
  const checked = requests[name].ask.safeParse(ask);
  if (!checked.success) {
    const why = checked.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join('; ');
    return failed('request.malformed', { params: { name, why } });
  }
  const answer = shell[name] as (ask: unknown) => Promise<Reply<unknown>>;
  return answer(checked.data);
}
