import type { CoreEvent } from '../../shared/protocol/events.ts';
import type { Reply } from '../../shared/protocol/problem.ts';
import type { Transport } from './bridge.ts';
import { type ChosenFile, type FilePurpose, ProblemReply } from './parts.ts';

/** The window in a browser page: same requests over the loopback host. For development and tests; never in the package. */
export function loopback(): Transport {
  const listeners = new Set<(event: CoreEvent) => void>();
  listen(listeners);

  async function upload(purpose: FilePurpose, file: File): Promise<ChosenFile> {
    const response = await fetch('/upload', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.webkitRelativePath || file.name),
        'x-purpose': purpose,
      },
      body: file,
    });
    const reply = await readReply<ChosenFile>(response);
    if (!reply.ok) throw new ProblemReply(reply.problem);
    return reply.value;
  }

  /** One after the other: the host holds each file in memory. */
  async function takeFiles(purpose: FilePurpose, files: readonly File[]): Promise<ChosenFile[]> {
    const taken: ChosenFile[] = [];
    for (const file of files) taken.push(await upload(purpose, file));
    return taken;
  }

  return {
    shell: 'loopback',
    request: async (name, ask) =>
      readReply(
        await fetch('/request', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, ask }),
        }),
      ),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    copied: (text) => navigator.clipboard.writeText(text),
    takeFiles,
    chooseFiles: async (purpose, folders) => takeFiles(purpose, await pick(purpose, folders)),
    collect: (ticket, name) => {
      const link = document.createElement('a');
      link.href = `/download?${new URLSearchParams({ ticket, name })}`;
      link.download = name;
      link.click();
    },
  };
}

async function readReply<T>(response: Response): Promise<Reply<T>> {
  if (!response.ok) throw new Error(`the host answered ${response.status}`);
  return (await response.json()) as Reply<T>;
}

function listen(listeners: ReadonlySet<(event: CoreEvent) => void>): void {
  const source = new EventSource('/events');
  source.onmessage = (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as CoreEvent;
    for (const listener of listeners) listener(event);
  };
}

/** The browser's own file dialog. Cancelling it gives no files. */
function pick(purpose: FilePurpose, folders: boolean): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = purpose === 'import';
  input.webkitdirectory = folders;
  return new Promise((done) => {
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    input.click();
  });
}
