import { IconPlus } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { Builder } from './builder.tsx';
import { newDraft } from './draft.ts';

/** Opens the form for a rule of one's own. */
export function NewOwnModel({ show }: { show: (model: string) => void }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<IconPlus size={15} stroke={1.5} />} onClick={() => setOpen(true)}>
        {t('own.button')}
      </Button>
      {open && <Builder from={newDraft()} saved={show} close={() => setOpen(false)} />}
    </>
  );
}
