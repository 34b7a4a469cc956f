import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Command, ProblemExit } from '../command.ts';

/** The loopback host is built beside the program for development and machines without Electron; it is never packaged. */
export default {
  name: 'serve',
  async run() {
    const host = join(import.meta.dirname, 'devhost.js');
    if (!existsSync(host))
      throw new ProblemExit({ code: 'file.unreadable', params: { file: 'devhost.js', why: 'ENOENT' } });
    await import(pathToFileURL(host).href);
    await new Promise(() => undefined); // it ends the process itself, at SIGTERM or SIGINT
  },
} satisfies Command;
