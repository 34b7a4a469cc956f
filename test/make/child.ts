import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Bundles test/make/children/NAME.ts as the program itself is bundled, and returns the path of what Node can run.
 * `beside` are worker entries of the program, name → source, which it starts from its own folder.
 */
export async function bundleChild(name: string, beside: Readonly<Record<string, string>> = {}): Promise<string> {
  const outDir = join(root, '.cache/test/children', `${name}-${process.pid}`);
  sweep(join(root, '.cache/test/children'));
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root,
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { ...beside, [name]: join('test/make/children', `${name}.ts`) },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  return join(outDir, `${name}.js`);
}

/** Removes what test processes that are gone have left. */
function sweep(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!isRunning(Number(name.split('-').at(-1)))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** the next line it writes to stdout; rejects when it ends first */
  line(): Promise<string>;
  /** everything it has written so far, line by line */
  readonly lines: readonly string[];
  say(text: string): void;
  ended(): Promise<{ code: number | null; signal: string | null; stderr: string }>;
}

/** Starts a bundled child in a process of its own, optionally under another program (strace), and hands it its task as one line of JSON. */
export function startChild(
  path: string,
  task: object,
  options: { under?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Child {
  const [command, ...args] = [...(options.under ?? []), process.execPath, path];
  const child = spawn(command ?? process.execPath, args, { env: { ...process.env, ...options.env } });
  const lines: string[] = [];
  let read = 0;
  let stderr = '';
  const waiting: Array<() => void> = [];
  const wake = () => {
    for (const go of waiting.splice(0)) go();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    wake();
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  child.stdin.on('error', () => undefined); // a killed child closes its end
  const end = new Promise<{ code: number | null; signal: string | null; stderr: string }>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, stderr });
      wake();
    });
  });
  const say = (text: string) => void child.stdin.write(`${text}\n`);
  say(JSON.stringify(task));
  return {
    process: child,
    lines,
    say,
    ended: () => end,
    async line() {
      while (read >= lines.length) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the child ended: ${stderr}`);
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return lines[read++] ?? '';
    },
  };
}
