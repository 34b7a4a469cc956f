import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Head } from '../../parts/pane.tsx';
import { Answered } from '../../parts/states.tsx';
import { type ImportState, trialOf, useTrial } from './import-state.ts';
import type { SheetState } from './previews.ts';
import { RawSheet } from './raw-sheet.tsx';

/** 导入后的样子: one row of the sheet as it would come in under the present mapping, with the cell of each value. */
export function AfterImport({ sheet, state }: { sheet: SheetState; state: ImportState }) {
  const { t, lang } = useWords();
  const fields = useAnswer('import.fields', {});
  const trial = useTrial(sheet, state);
  const [at, setAt] = useState(0);
  const rows = trialOf(trial.data, sheet)?.rows ?? [];
  const row = rows[Math.min(at, rows.length - 1)];
  const labels = new Map(
    fields.data?.categories
      .find(({ id }) => id === sheet.preview.category)
      ?.fields.map(({ id, label }) => [id, inLang(label, lang)]),
  );
  return (
    <>
      <Head
        title={t('import.map.after')}
        sub={row && t('import.map.afterRow', { row: row.n })}
        extra={
          <span className="row g0">
            <Button
              type="text"
              size="small"
              aria-label={t('import.map.previousRow')}
              disabled={at <= 0}
              icon={<IconChevronUp size={16} stroke={1.5} />}
              onClick={() => setAt(at - 1)}
            />
            <Button
              type="text"
              size="small"
              aria-label={t('import.map.nextRow')}
              disabled={at >= rows.length - 1}
              icon={<IconChevronDown size={16} stroke={1.5} />}
              onClick={() => setAt(at + 1)}
            />
          </span>
        }
      />
      <div className="sec scroll none" style={{ maxHeight: '52%', opacity: trial.isPlaceholderData ? 0.6 : 1 }}>
        <Answered query={trial}>
          {() =>
            row ? (
              <dl className="kv">
                {row.values.map(({ field, shown, en, cell }) => (
                  <div key={field} style={{ display: 'contents' }}>
                    <dt>{labels.get(field) ?? field}</dt>
                    <dd className="row between">
                      <span className="ell" title={shown}>
                        {lang === 'en' ? (en ?? shown) : shown}
                      </span>
                      {cell && <span className="mono s12 t3">{cell}</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p className="t3">{t('import.map.afterNone')}</p>
            )
          }
        </Answered>
      </div>
      <RawSheet sheet={sheet} marked={row?.n} />
    </>
  );
}
