import { useEntryAsked } from './entry-asked.ts';
import { EntryDialog } from './entry-dialog.tsx';

/** The form of an entry lies above whatever place asked for it. */
export function EntryHost() {
  const { asked, done } = useEntryAsked();
  if (!asked) return null;
  return <EntryDialog key={`${asked.what} ${asked.entry?.entry ?? 'new'}`} asked={asked} done={done} />;
}
