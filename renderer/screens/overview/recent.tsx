import { go } from '../../app/store.ts';
import { actorText, journalWords, useWords } from '../../app/words.ts';
import { Instant } from '../../parts/instant.tsx';
import { Head } from '../../parts/pane.tsx';
import type { OverviewData } from './data.ts';

/** What was done last, from the audit journal. */
export function Recent({ data }: { data: OverviewData }) {
  const { t, lang } = useWords();
  return (
    <>
      <Head
        title={t('overview.recent.title')}
        extra={
          <button type="button" className="link s12" onClick={() => go('journal', {})}>
            {t('overview.recent.all')}
          </button>
        }
      />
      <div className="grow scroll" style={{ padding: '4px 12px' }}>
        {data.recent.length === 0 && <p className="t3">{t('overview.recent.none')}</p>}
        {data.recent.map((entry) => {
          const words = journalWords(entry.action, entry.params, lang);
          return (
            <div key={entry.seq} className="row" style={{ minHeight: 28 }}>
              <span className="s12 t3 none" style={{ minWidth: 36 }}>
                <Instant at={entry.at} />
              </span>
              <span className="ell" title={words}>
                {entry.actor && <span className="t2">{actorText(entry.actor)} </span>}
                {words}
              </span>
            </div>
          );
        })}
      </div>
    </>
  );
}
