import type { CoreEvent } from '../../shared/protocol/events.ts';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';
import { type ChosenFile, type FilePurpose, ProblemReply, type TargetPurpose } from './parts.ts';
import { transport } from './transport.ts';

/** The only way a screen speaks to the core. */
export const client = {
  shell: transport.shell,
  canTakeDroppedFiles: transport.takeFiles !== undefined,

  /** Asks the core; throws ProblemReply when the reply is a Problem. */
  async request<N extends RequestName>(name: N, ask: Ask<N>): Promise<Answer<N>> {
    const reply = await transport.request(name, ask);
    if (!reply.ok) throw new ProblemReply(reply.problem);
    // the core checked the shape of its answer at its own door
    return reply.value as Answer<N>;
  },

  /** Hands over files that were dropped on the window or chosen in the page, and gets tickets for them. */
  async takeFiles(purpose: FilePurpose, files: readonly File[]): Promise<ChosenFile[]> {
    if (!transport.takeFiles) return [];
    return transport.takeFiles(purpose, files);
  },

  /** Opens the file dialog of the shell and gives tickets for what was chosen. */
  async chooseFiles(purpose: FilePurpose, { folders = false } = {}): Promise<ChosenFile[]> {
    if (transport.chooseFiles) return transport.chooseFiles(purpose, folders);
    return (await client.request('shell.choose-files', { purpose, folders })).files;
  },

  /** Chooses where a file is to be written; null when the person changed their mind. */
  async chooseTarget(purpose: TargetPurpose, suggestedName: string): Promise<{ ticket: string; name: string } | null> {
    const { ticket, name } = await client.request('shell.choose-target', { purpose, suggestedName });
    return ticket === null ? null : { ticket, name };
  },

  /** After a request has written to a target: fetches the bytes where the shell has no disk of its own, else does nothing. */
  collect: (ticket: string, name: string): void => transport.collect?.(ticket, name),

  /** Copies through the one door, which writes what kind of thing was copied to the journal. */
  async copy(what: Ask<'shell.copy'>['what'], text: string): Promise<void> {
    await client.request('shell.copy', { what, text });
    await transport.copied?.(text);
  },

  onEvent: (listener: (event: CoreEvent) => void): (() => void) => transport.onEvent(listener),
};
