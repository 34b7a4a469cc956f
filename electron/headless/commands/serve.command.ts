import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, ProblemExit } from '../command.ts';

export default {
  name: 'serve',
  async run() {
    const host = join(import.meta.dirname, 'devhost.js');
    if (!existsSync(host)) throw new ProblemExit({ code: 'file.unreadable', params: { file: 'devhost.js', why: 'ENOENT' } });
    const child = spawn(process.execPath, [host], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    await new Promise<void>((done) => child.on('exit', () => done()));
  },
} satisfies Command;
