import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import type { Party } from './links.ts';

/** Takes the ticked mentions out of the party, with the ground; at least one has to stay. */
export function SplitMentions({
  party,
  ticked,
  done,
}: {
  party: Party;
  ticked: ReadonlySet<number>;
  done: () => void;
}) {
  const { t } = useWords();
  const { say } = useAsk();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        disabled={ticked.size === 0 || ticked.size >= party.mentionsTotal}
        onClick={() => setOpen(true)}
      >
        {t('alike.split.do', { count: ticked.size })}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={t('alike.split.title', { name: party.name, count: ticked.size })}
          okText={t('alike.split.do', { count: ticked.size })}
          reasonLabel={t('alike.split.reason')}
          send={(reason) => client.request('parties.split', { party: party.id, mentions: [...ticked], reason })}
          done={() => {
            say(t('alike.split.done'));
            setOpen(false);
            done();
          }}
          close={() => setOpen(false)}
        >
          <p className="t2" style={{ marginBottom: 12 }}>
            {t('alike.split.note')}
          </p>
        </ReasonDialog>
      )}
    </>
  );
}
