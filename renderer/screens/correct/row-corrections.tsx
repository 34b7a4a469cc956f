import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { actorText, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Corrected } from '../../parts/corrected.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { instantText } from '../../parts/show.ts';

type Listed = Answer<'import.corrections'>['rows'][number];

/** What was corrected in a row, the newest first: the file's value, the value in its place, why, by whom; each can be undone. */
export function RowCorrections({ rowId, correct }: { rowId: number; correct: (() => void) | null }) {
  const { t } = useWords();
  const found = useAnswer('import.corrections', { rowId, undone: true, limit: 100 });
  const [undoing, setUndoing] = useState<Listed | null>(null);
  const rows = found.data?.rows ?? [];
  const undone = rows.filter(({ undoneAt }) => undoneAt !== null).length;
  if (rows.length === 0 && correct === null) return null;
  return (
    <div className="sec">
      <div className="row between" style={{ marginBottom: 4 }}>
        <h3 className="h3">
          {t('correct.history')}
          {undone > 0 && <span className="t3 s12"> {t('correct.historyAll', { count: undone })}</span>}
        </h3>
        {correct && (
          <Button size="small" onClick={correct}>
            {t('correct.open')}
          </Button>
        )}
      </div>
      {rows.map((each) => (
        <div key={each.id} className={each.undoneAt === null ? 'correction' : 'correction t3'}>
          <div className="row g6" style={{ userSelect: 'text' }}>
            <span className="mono t3 s12 none">{each.cell}</span>
            <span className="ell grow">
              <s className="t3">{each.original === '' ? t('correct.emptied') : each.original}</s>{' '}
              <span className={each.undoneAt === null ? 'b' : ''}>
                {each.value === '' ? t('correct.emptied') : each.value}
              </span>
            </span>
            {each.undoneAt === null && (
              <>
                <Corrected original={each.original} bare />
                <button type="button" className="link s12 none" onClick={() => setUndoing(each)}>
                  {t('correct.undo')}
                </button>
              </>
            )}
          </div>
          <div className="t3 s12">
            {t('correct.line', {
              at: instantText(each.at).slice(0, 16),
              actor: actorText(each.actor),
              reason: each.reason,
            })}
          </div>
          {each.undoneAt !== null && (
            <div className="t3 s12">
              {t('correct.undoneLine', { at: instantText(each.undoneAt).slice(0, 16), actor: each.undoneBy ?? '' })}
            </div>
          )}
        </div>
      ))}
      {undoing && <UndoCorrection correction={undoing} close={() => setUndoing(null)} />}
    </div>
  );
}

function UndoCorrection({ correction, close }: { correction: Listed; close: () => void }) {
  const { t } = useWords();
  const { say } = useAsk();
  return (
    <ReasonDialog
      width={480}
      title={t('correct.undoTitle', { cell: correction.cell })}
      okText={t('correct.undo')}
      reasonLabel={t('correct.undoReason')}
      send={(reason) => client.request('import.uncorrect', { corrections: [correction.id], reason })}
      done={() => {
        say(t('correct.undone', { cell: correction.cell }));
        close();
      }}
      close={close}
    />
  );
}
