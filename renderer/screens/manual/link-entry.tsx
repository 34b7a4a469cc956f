import { Button } from 'antd';
import { useState } from 'react';
import type { ManualEntry } from '../../../shared/protocol/manual.requests.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { changeEntry } from './entry-asked.ts';
import { RemoveEntry } from './remove-entry.tsx';

/** Change and take back the entry in which a row was typed; nothing for a row of a file. */
export function LinkEntry({
  rowId,
  changed,
  removed,
}: {
  rowId: number | undefined;
  /** `row`: what it became */
  changed: (entry: ManualEntry, row: number) => void;
  removed: (entry: ManualEntry) => void;
}) {
  const { t } = useWords();
  const [removing, setRemoving] = useState(false);
  const source = useAnswer('source.read', { rowId: rowId ?? 1, around: 0 }, { enabled: rowId !== undefined });
  const entry = source.data?.manual;
  if (entry?.state !== 'standing') return null;
  return (
    <>
      <Button size="small" onClick={() => changeEntry(entry, (row) => changed(entry, row))}>
        {t('manual.edit')}
      </Button>
      <Button size="small" onClick={() => setRemoving(true)}>
        {t('manual.remove')}
      </Button>
      {removing && <RemoveEntry entry={entry} done={() => removed(entry)} close={() => setRemoving(false)} />}
    </>
  );
}
