import type { ReactNode } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { useWords, wordTable } from '../../app/words.ts';
import { Money } from '../../parts/money.tsx';
import { countText } from '../../parts/show.ts';

type Known = Answer<'sample.guide'>['steps'][number];

/** What should have been found in a step, and the rows where it stands. */
export function KnownAnswer({ known }: { known: Known }) {
  const { t, lang } = useWords();
  const names: Readonly<Record<string, string>> = wordTable(lang).guide.names;
  return (
    <div className="col g6" style={{ width: 420, maxHeight: 360, overflow: 'auto' }}>
      <span className="s12 t3">{t('guide.answerNote')}</span>
      <dl className="kv">
        {Object.entries(known.answer).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{names[name] ?? name}</dt>
            <dd>{shown(name, value)}</dd>
          </div>
        ))}
      </dl>
      {known.rows.length > 0 && (
        <>
          <span className="h3">{t('guide.where')}</span>
          {known.rows.map(({ file, row, rowId }) => (
            <button
              key={rowId}
              type="button"
              className="src none"
              style={{ width: 'fit-content' }}
              onClick={() => go('source', { rowId })}
            >
              {file} {t('common.source.row', { row })}
            </button>
          ))}
        </>
      )}
    </div>
  );
}

function shown(name: string, value: Known['answer'][string]): ReactNode {
  if (Array.isArray(value)) {
    return name === 'path' || name === 'roundTrip'
      ? value.join(' → ')
      : value.map((line) => <div key={line}>{line}</div>);
  }
  if (typeof value === 'number') return countText(value);
  return name.endsWith('Fen') ? <Money fen={Number(value)} exact /> : value;
}
