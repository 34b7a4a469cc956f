import type { JournalAction } from '../../../shared/text/zh-CN/journal.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { type CaseContext, Stop } from '../request.ts';
import { changeNote, readNote } from '../store/party-notes.ts';

type Turned = 'note.changed' | 'note.removed' | 'note.restored';

/** Gives a note other words, '' for none; the journal holds both. Leaves with Problem note.not-found, also where it says that already. */
export function turnNote(
  core: CaseContext,
  note: number,
  action: Turned & JournalAction,
  textOf: (before: string) => string,
): void {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  store.transaction(() => {
    const now = readNote(store, note);
    const text = now && textOf(now.before);
    if (now === undefined || text === undefined || text === now.text)
      throw new Stop({ code: 'note.not-found', params: { note } });
    changeNote(store, note, { text, at: at.toISOString(), actor });
    const params = { note, name: now.name, before: now.before, text: text === '' ? now.before : text };
    writeJournal(store, { actor, at, action, params });
  });
  core.changed('graph', 'journal');
}
