import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';
import { type CoreProgram, startCoreProgram } from './core-program.ts';

/** The built core in a process of its own with one new case open in it. */
export interface CoreCase {
  readonly folder: string;
  readonly program: CoreProgram;
  /** The answer; throws where a Problem comes back. */
  ask<N extends RequestName>(name: N, ask: Ask<N>): Promise<Answer<N>>;
  /** Imports these files in this order. */
  import(paths: readonly string[]): Promise<Answer<'import.write'>>;
  end(): Promise<void>;
}

export async function startCoreCase(): Promise<CoreCase> {
  const folder = mkdtempSync(join(tmpdir(), 'qy-core-'));
  const program = await startCoreProgram(folder);
  const ask: CoreCase['ask'] = async (name, question) => {
    const reply = await program.ask(name, question);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`);
    return reply.value;
  };
  await ask('case.create', { title: '旅程', folder: '旅程', passphrase: '海棠不惜胭脂色 独立蒙蒙细雨中' });
  return {
    folder,
    program,
    ask,
    import(paths) {
      const tickets = paths.map((path, i) => {
        const id = `file-${i}`;
        program.ticket({ id, purpose: 'import', direction: 'read', name: basename(path), folder: '', path });
        return id;
      });
      return ask('import.write', { tickets });
    },
    async end() {
      await program.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
