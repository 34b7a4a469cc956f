import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoreShell } from '../electron/core/shell.ts';
import type { CoreEvent } from '../shared/protocol/events.ts';

export interface TestShell extends CoreShell {
  /** the folder that holds both profile and cases */
  readonly folder: string;
  readonly events: CoreEvent[];
  readonly lines: string[];
  readonly handedOver: Array<{ ticket: string; name: string; bytes: Uint8Array }>;
}

/** A shell for tests: a profile and a folder of cases of its own, a clock that moves a second at each look, cheap key slots. */
export function testShell(more: Partial<CoreShell> & { folder?: string } = {}): TestShell {
  const folder = more.folder ?? mkdtempSync(join(tmpdir(), 'qy-test-'));
  let ticks = 0;
  const events: CoreEvent[] = [];
  const lines: string[] = [];
  const handedOver: TestShell['handedOver'] = [];
  return {
    kind: 'test',
    profile: join(folder, 'profile'),
    cases: join(folder, 'cases'),
    sample: join(folder, 'sample'),
    threads: 'inline',
    slotWorkFactor: 4,
    now: () => new Date(Date.UTC(2026, 2, 1, 8, 0, ticks++)),
    emit: (event) => events.push(event),
    written: (ticket, name, bytes) => handedOver.push({ ticket, name, bytes }),
    log: (line) => lines.push(line),
    ...more,
    folder,
    events,
    lines,
    handedOver,
  };
}

export const removeShell = (shell: TestShell): void => rmSync(shell.folder, { recursive: true, force: true });
