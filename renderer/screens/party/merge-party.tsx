import { Button } from 'antd';
import { useState } from 'react';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import type { Party } from './links.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** Joins this party with another one by hand. */
export function MergeParty({ party }: { party: Party }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('alike.merge.action')}</Button>
      {isOpen && (
        <MergeDialog
          party={party}
          done={(answer) => {
            if (answer.party !== party.id) go('party', { id: answer.party });
          }}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
