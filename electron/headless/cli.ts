import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type FillParams, fill } from '../../shared/plain/fill.ts';
import type { CaseInfo } from '../../shared/protocol/case.requests.ts';
import type { FileNote } from '../../shared/protocol/import.requests.ts';
import type { Problem } from '../../shared/protocol/problem.ts';
import { cli as enCli } from '../../shared/text/en/cli.ts';
import { common as enCommon } from '../../shared/text/en/common.ts';
import { party as enParty } from '../../shared/text/en/party.ts';
import { problems as enProblems } from '../../shared/text/en/problems.ts';
import { wizard as enWizard } from '../../shared/text/en/wizard.ts';
import { cli as zhCli } from '../../shared/text/zh-CN/cli.ts';
import { common as zhCommon } from '../../shared/text/zh-CN/common.ts';
import { party as zhParty } from '../../shared/text/zh-CN/party.ts';
import { problems as zhProblems } from '../../shared/text/zh-CN/problems.ts';
import { wizard as zhWizard } from '../../shared/text/zh-CN/wizard.ts';
import { type Core, startCore } from '../core/core.ts';
import { userFolders } from '../core/folders.ts';
import { type Args, must, ProblemExit, Usage } from './command.ts';

export type Lang = 'zh-CN' | 'en';

/** What a command works with: the core, the reader's language, and the two streams. The answer goes to stdout, all else to stderr. */
export class Cli {
  readonly json: boolean;
  readonly lang: Lang;
  /** what the program ends with when the command itself succeeded, e.g. 3 after a verification that found damage */
  exitCode = 0;
  #core: Core | undefined;

  constructor(options: { json: boolean; lang: Lang }) {
    this.json = options.json;
    this.lang = options.lang;
  }

  say(key: keyof typeof zhCli, params?: FillParams): string {
    return fill((this.lang === 'en' ? enCli : zhCli)[key], params);
  }

  /** 待核, 核查中 … as the window says it. */
  statusText(status: keyof typeof zhCommon.status): string {
    return (this.lang === 'en' ? enCommon : zhCommon).status[status];
  }

  /** 高, 中, 低 as the window says it. */
  bandText(band: 'high' | 'medium' | 'low' | 'none'): string {
    return (this.lang === 'en' ? enCommon : zhCommon).risk[band];
  }

  /** Why a risk score is held down, as the window says it. */
  capText(cap: keyof typeof zhParty.risk.cap): string {
    return (this.lang === 'en' ? enParty : zhParty).risk.cap[cap];
  }

  /** The sentence of a Problem in the reader's language. */
  problemText(problem: Problem): string {
    const words = (this.lang === 'en' ? enProblems : zhProblems)[problem.code];
    return fill(words ?? problem.code, {
      ...(problem.seen === undefined ? {} : { seen: problem.seen }),
      ...problem.params,
    });
  }

  /** What a file holds that is never run or followed, or not seen when looking at it. */
  noteText({ code, sheet, count, names }: FileNote): string {
    const { notes } = this.lang === 'en' ? enWizard : zhWizard;
    const separator = this.lang === 'en' ? ', ' : '、';
    return fill(notes[code].replaceAll(', number', ''), { sheet: sheet ?? '', count, names: names.join(separator) });
  }

  /** With --json the one document; else the lines. */
  answer(document: unknown, lines: () => readonly string[]): void {
    process.stdout.write(this.json ? `${JSON.stringify(document)}\n` : `${printable(lines().join('\n'))}\n`);
  }

  note(text: string): void {
    process.stderr.write(`${printable(text)}\n`);
  }

  /** The core, started at the first need; cases are looked for in the folder that holds CASE. */
  core(casesFolder?: string, asksNothingMeanwhile = false): Core {
    this.#core ??= startCore({
      kind: 'headless',
      ...userFolders(),
      ...(casesFolder === undefined ? {} : { cases: casesFolder }),
      sample: join(import.meta.dirname, '../sample/files'),
      threads: 'workers',
      asksNothingMeanwhile,
      now: () => new Date(),
      emit: (event) => {
        if (event.event === 'progress' && process.stderr.isTTY) {
          process.stderr.write(`\r\u001b[K${event.step} ${event.done}/${event.total || '?'} ${event.perSecond ?? ''}`);
        } else if (event.event === 'job-ended' && process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      },
      written: () => undefined,
      log: (line) => this.note(line),
    });
    return this.#core;
  }

  async close(): Promise<void> {
    await this.#core?.close();
  }

  /** Opens CASE with --passphrase-file or a prompt. `asksNothingMeanwhile`: the command waits for its one job, see CoreShell. */
  async openCase(
    args: Args,
    casePath: string | undefined,
    { asksNothingMeanwhile = false } = {},
  ): Promise<{ core: Core; info: CaseInfo }> {
    if (casePath === undefined) throw new Usage(this.say('missing', { what: 'CASE' }));
    const full = resolve(casePath);
    const core = this.core(dirname(full), asksNothingMeanwhile);
    const passphrase = await this.passphrase(args.one('passphrase-file'));
    return {
      core,
      info: must(await core.ask('case.open', { folder: basename(full), passphrase, actor: actorName(args) })),
    };
  }

  /** A passphrase from the first line of a file, else from a prompt; never from the command line or the environment. */
  async passphrase(file: string | undefined): Promise<string> {
    if (file !== undefined) return (this.readText(file).split(/\r?\n/)[0] ?? '').trim();
    const prompt = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY });
    // a closed input answers nothing, for ever
    const ended = new Promise<undefined>((resolve) => prompt.once('close', () => resolve(undefined)));
    try {
      const typed = await Promise.race([prompt.question(this.say('passphrasePrompt')), ended]);
      if (typed === undefined) throw new Usage(this.say('missing', { what: '--passphrase-file' }));
      return typed.trim();
    } finally {
      prompt.close();
    }
  }

  readText(file: string): string {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      throw new ProblemExit(
        { code: 'file.unreadable', params: { file: basename(file), why: errorCode(error) } },
        { cause: error },
      );
    }
  }

  /** A ticket for a file of the command line. */
  readTicket(core: Core, path: string, purpose: string, folder = ''): string {
    const full = resolve(path);
    if (!existsSync(full) || !statSync(full).isFile()) {
      throw new ProblemExit({ code: 'file.unreadable', params: { file: basename(path), why: 'ENOENT' } });
    }
    const id = randomUUID();
    core.ticket({ id, purpose, direction: 'read', name: basename(full), folder, path: full });
    return id;
  }

  /** A ticket for an output; an existing file is never overwritten. */
  writeTicket(core: Core, path: string, purpose: string): string {
    const full = resolve(path);
    if (existsSync(full)) throw new ProblemExit({ code: 'target.exists', params: { file: basename(full) } });
    const id = randomUUID();
    core.ticket({ id, purpose, direction: 'write', name: basename(full), path: full });
    return id;
  }
}

/** Names and cells come from other people's files: nothing in them may steer the terminal. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '\ufffd');

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'I/O';

/** The name under which the journal records command-line work: --actor, else qy. A second person reviews under a name of their own. */
export const actorName = (args: Args): string => args.one('actor')?.trim() || 'qy';
