import type { Bridge } from '../../shared/protocol/events.ts';
import type { ChosenFile, FilePurpose } from './parts.ts';

/** What carries requests: the preload's bridge in Electron, or the loopback host. What only one of them needs is optional. */
export interface Transport extends Bridge {
  /** bytes of dropped files become tickets */
  readonly takeFiles?: (purpose: FilePurpose, files: readonly File[]) => Promise<ChosenFile[]>;
  /** the file dialog where the shell has none of its own */
  readonly chooseFiles?: (purpose: FilePurpose, folders: boolean) => Promise<ChosenFile[]>;
  /** saves what was written to a target without a path */
  readonly collect?: (ticket: string, name: string) => void;
  /** puts a text on the clipboard where the shell cannot; the core has written the journal entry before */
  readonly copied?: (text: string) => Promise<void>;
}
