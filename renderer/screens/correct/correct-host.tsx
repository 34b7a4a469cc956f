import { useEffect } from 'react';
import { useAnswer } from '../../client/queries.ts';
import { changeEntry } from '../manual/entry-asked.ts';
import { leaveCorrection, useCorrectAsked } from './correct-asked.ts';
import { CorrectDialog } from './correct-dialog.tsx';

/** The correction lies above whatever place asked for it; a row typed by hand is changed as its entry instead. */
export function CorrectHost() {
  const asked = useCorrectAsked((each) => each.asked);
  const view = useAnswer(
    'source.read',
    { rowId: asked?.rowId ?? 1, field: asked?.field ?? null, around: 0 },
    { enabled: asked !== null },
  );
  const data = asked === null ? undefined : view.data;
  const entry = data?.manual;
  useEffect(() => {
    if (!entry) return;
    leaveCorrection();
    changeEntry(entry);
  }, [entry]);
  if (!asked || !data || entry) return null;
  return <CorrectDialog key={`${asked.rowId} ${asked.field}`} view={data} rowId={asked.rowId} />;
}
