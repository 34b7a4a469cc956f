import { randomUUID } from 'node:crypto';
import type { ShellAnswers } from '../../electron/main/answer-request.ts';
import type { CoreLink } from '../../electron/main/core-link.ts';
import { failed, ok } from '../../shared/protocol/problem.ts';

/** The shell of the loopback page: a browser chooses and saves files itself, so there are bytes instead of paths. */
export function loopbackShell(core: Pick<CoreLink, 'request' | 'hand'>): ShellAnswers {
  return {
    // the page opens its own file input and sends each file to /upload
    'shell.choose-files': async () => failed('request.refused'),
    'shell.choose-target': async ({ purpose, suggestedName }) => {
      const id = randomUUID();
      core.hand({ id, purpose, direction: 'write', name: suggestedName });
      return ok({ ticket: id, name: suggestedName });
    },
    'shell.show-written': async () => ok({ shown: false }),
    // the core writes the journal entry; the page then puts the text on the clipboard itself
    'shell.copy': (ask) => core.request('shell.copy', ask) as ReturnType<ShellAnswers['shell.copy']>,
  };
}
