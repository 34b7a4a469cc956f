import { create } from 'zustand';
import type { ManualEntry } from '../../../shared/protocol/manual.requests.ts';

/** What is to be entered: something new, or an entry that is changed or restored. */
export interface EntryAsked {
  readonly what: ManualEntry['what'];
  readonly category?: string | undefined;
  readonly values?: Readonly<Record<string, string>>;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly entry?: ManualEntry;
}

interface Asked {
  readonly asked: EntryAsked | null;
  /** what is told once it was entered: the row it became */
  readonly done: ((rowId: number) => void) | null;
}

export const useEntryAsked = create<Asked>()(() => ({ asked: null, done: null }));

/**
 * Opens the form from wherever one is: list, chart, dossier. Not within the key press that asked for it: the dialog would take the focus, and
 * the same Enter would press its close button.
 */
export function enterByHand(asked: EntryAsked, done: ((rowId: number) => void) | null = null): void {
  setTimeout(() => useEntryAsked.setState({ asked, done }));
}

/** Opens the form with what an entry says, to change it, or to restore it once it was taken back. */
export const changeEntry = (entry: ManualEntry, done: ((rowId: number) => void) | null = null): void =>
  enterByHand(
    {
      what: entry.what,
      category: entry.category,
      values: Object.fromEntries(entry.values.map(({ field, text }) => [field, text])),
      from: entry.from ?? undefined,
      to: entry.to ?? undefined,
      entry,
    },
    done,
  );

export const leaveEntry = (): void => useEntryAsked.setState({ asked: null, done: null });
