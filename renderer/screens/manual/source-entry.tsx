import { Button } from 'antd';
import type { ManualEntry } from '../../../shared/protocol/manual.requests.ts';
import { go } from '../../app/store.ts';
import { actorText, useWords } from '../../app/words.ts';
import { instantText } from '../../parts/show.ts';
import { changeEntry } from './entry-asked.ts';

/** Instead of a file: by whom it was entered, when, and on what ground. */
export function SourceEntry({ entry }: { entry: ManualEntry }) {
  const { t } = useWords();
  return (
    <div className="sec">
      <div className="row between" style={{ marginBottom: 4 }}>
        <h3 className="h3">{t('manual.source.title')}</h3>
        <button type="button" className="src s12" onClick={() => go('import', { entries: entry.entry })}>
          {t('manual.source.entry', { entry: entry.entry })}
        </button>
      </div>
      <div className="b" style={{ userSelect: 'text' }}>
        {entry.reason}
      </div>
      <div className="t2 s12">
        {t('manual.source.who', { actor: actorText(entry.actor), at: instantText(entry.at).slice(0, 16) })}
      </div>
      {entry.replaces !== null && <div className="t3 s12">{t('manual.replaces', { entry: entry.replaces })}</div>}
      {entry.state === 'standing' && (
        <Button
          size="small"
          style={{ marginTop: 6 }}
          onClick={() => changeEntry(entry, (rowId) => go('source', { rowId }))}
        >
          {t('manual.edit')}
        </Button>
      )}
    </div>
  );
}
