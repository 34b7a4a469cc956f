import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import {
  type BrowserWindow,
  clipboard,
  dialog,
  type FileFilter,
  type OpenDialogOptions,
  type OpenDialogReturnValue,
  type SaveDialogOptions,
  type SaveDialogReturnValue,
  shell,
} from 'electron';
import { fill } from '../../shared/plain/fill.ts';
import type { TicketContent } from '../../shared/protocol/events.ts';
import { failed, ok, type Problem } from '../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../shared/protocol/requests.ts';
import { problems } from '../../shared/text/zh-CN/problems.ts';
import type { ShellAnswers } from './answer-request.ts';
import type { CoreLink } from './core-link.ts';

const CLIPBOARD_MS = 60_000;
/** As many as one import takes; more are refused with words, never cut off. */
const FILES_AT_ONCE = 20_000;

const filters = {
  import: [
    {
      name: '表格',
      extensions: ['xlsx', 'xls', 'xlsm', 'xlsb', 'et', 'ods', 'csv', 'tsv', 'txt', 'htm', 'html', 'xml', 'zip'],
    },
    { name: '所有文件', extensions: ['*'] },
  ],
  sealed: [{ name: '封存件', extensions: ['qyseal'] }],
  settings: [{ name: '设置', extensions: ['json'] }],
  report: [{ name: 'Excel', extensions: ['xlsx'] }],
  template: [{ name: '导入模板', extensions: ['json'] }],
  'empty-sheet': [{ name: 'Excel', extensions: ['xlsx'] }],
  rejects: [{ name: 'Excel', extensions: ['xlsx'] }],
  seal: [{ name: '封存件', extensions: ['qyseal'] }],
  'recovery-sheet': [{ name: '文本', extensions: ['txt'] }],
  chart: [
    { name: '关系图', extensions: ['png', 'svg', 'pdf', 'graphml', 'gexf', 'csv', 'jsonl'] },
    { name: '所有文件', extensions: ['*'] },
  ],
} satisfies Record<string, FileFilter[]>;

export interface ElectronShell {
  readonly answers: ShellAnswers;
  /** Tickets die with the case, and what was copied goes with them. */
  forget(): void;
}

/** Says why the program cannot start. Works before the app is ready. */
export function sayWhy(problem: Problem): void {
  dialog.showErrorBox('清源', fill(problems[problem.code], problem.params));
}

/** The shell of the window: a person chooses a path in a dialog of the system, the page gets a ticket, only the core learns the path. */
export function electronShell(
  core: Pick<CoreLink, 'request' | 'hand'>,
  window: () => BrowserWindow | undefined,
): ElectronShell {
  const targets = new Map<string, string>();
  let copied: { text: string; timer: NodeJS.Timeout } | undefined;

  async function clearCopied(): Promise<void> {
    const ours = copied;
    if (!ours) return;
    clearTimeout(ours.timer);
    copied = undefined;
    if ((await clipboard.readText()) === ours.text) await clipboard.clear();
  }

  const answers: ShellAnswers = {
    'shell.choose-files': async ({ purpose, folders }) => {
      const chosen = await openDialog(window(), {
        properties: [
          folders ? 'openDirectory' : 'openFile',
          ...(folders ? [] : ['multiSelections' as const]),
          'dontAddToRecent',
        ],
        filters: filters[purpose],
      });
      const files = chosen.canceled ? [] : chosen.filePaths.flatMap((path) => filesAt(path, purpose));
      if (files.length > FILES_AT_ONCE)
        return failed('files.too-many', { params: { count: files.length, limit: FILES_AT_ONCE } });
      for (const { ticket } of files) core.hand(ticket);
      return ok({ files: files.map(({ ticket, bytes }) => ({ ticket: ticket.id, name: ticket.name, bytes })) });
    },

    'shell.choose-target': async ({ purpose, suggestedName }) => {
      const chosen = await saveDialog(window(), {
        defaultPath: plainName(suggestedName),
        filters: filters[purpose],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
      if (chosen.canceled || chosen.filePath === '') return ok({ ticket: null, name: '' });
      const ticket: TicketContent = {
        id: randomUUID(),
        purpose,
        direction: 'write',
        name: basename(chosen.filePath),
        path: chosen.filePath,
      };
      targets.set(ticket.id, chosen.filePath);
      core.hand(ticket);
      return ok({ ticket: ticket.id, name: ticket.name });
    },

    'shell.show-written': async ({ ticket }) => {
      const path = targets.get(ticket);
      const written = path !== undefined && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
      if (written) shell.showItemInFolder(path);
      return ok({ shown: written });
    },

    'shell.copy': async (ask) => {
      // first the journal, then the clipboard: a copy that could not be recorded is not made
      const recorded = await core.request('shell.copy', ask);
      if (!recorded.ok) return recorded;
      await clipboard.writeText(ask.text);
      if (copied) clearTimeout(copied.timer);
      copied = { text: ask.text, timer: setTimeout(() => void clearCopied(), CLIPBOARD_MS) };
      return ok({ copied: true });
    },
  };

  return {
    answers,
    forget: () => {
      targets.clear();
      void clearCopied();
    },
  };
}

// a dialog belongs to the window, so that it cannot be lost behind it
const openDialog = (window: BrowserWindow | undefined, options: OpenDialogOptions): Promise<OpenDialogReturnValue> =>
  window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
const saveDialog = (window: BrowserWindow | undefined, options: SaveDialogOptions): Promise<SaveDialogReturnValue> =>
  window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);

interface Chosen {
  readonly ticket: TicketContent;
  readonly bytes: Answer<'shell.choose-files'>['files'][number]['bytes'];
}

/** A chosen file, or all files below a chosen folder but hidden ones and the lock files of Office (~$…): what is no table is said so by its content. */
function filesAt(path: string, purpose: Asked<'shell.choose-files'>['purpose']): Chosen[] {
  const single = statSync(path).isFile();
  const paths = single
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/^(\.|~\$)/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
  return paths.map((file) => ({
    ticket: {
      id: randomUUID(),
      purpose,
      direction: 'read',
      name: basename(file),
      folder: single ? '' : relative(dirname(path), dirname(file)).split(sep).join('/'),
      path: file,
    },
    bytes: statSync(file).size,
  }));
}

/** A suggested name is a name: no folder, no drive, nothing that a file system reads as more. */
const plainName = (name: string): string => name.replace(/[\p{Cc}/\\:*?"<>|]/gu, '_').replace(/^\.+/, '_');
