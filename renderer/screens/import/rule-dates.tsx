import { Select } from 'antd';
import { useWords } from '../../app/words.ts';
import type { SheetState } from './previews.ts';
import { type SheetAnswer, say, unsay } from './queue.ts';
import { Clear, Rule } from './rule.tsx';
import type { SheetValues } from './use-values.ts';

/** 日期先后: asked only where the whole column leaves it open, with the cells that do and both ways to read them. */
export function DateRule({
  sheet,
  answer,
  values,
}: {
  sheet: SheetState;
  answer: SheetAnswer | undefined;
  values: SheetValues;
}) {
  const { t } = useWords();
  const { ambiguous, examples } = values.dates;
  return (
    <Rule title={t('wizard.rules.dates')}>
      {ambiguous > 0 ? (
        <>
          <span className="tone-mid">{t('import.rules.orderAsk', { count: ambiguous })}</span>
          {examples.map(({ cell, ...example }) => (
            <span key={cell} className="s12 t2">
              {t('wizard.rules.dateExample', { cell, ...example })}
            </span>
          ))}
        </>
      ) : (
        <Clear>{t('import.rules.orderClear')}</Clear>
      )}
      {(ambiguous > 0 || answer?.dateOrder !== undefined) && (
        <Select
          size="small"
          style={{ width: 220 }}
          aria-label={t('import.rules.order')}
          value={answer?.dateOrder ?? 'auto'}
          onChange={(order: 'auto' | 'dmy' | 'mdy') =>
            order === 'auto' ? unsay(sheet, 'dateOrder') : say(sheet, { dateOrder: order })
          }
          options={[
            { value: 'auto' as const, label: t('import.rules.orderAuto') },
            { value: 'dmy' as const, label: t('import.rules.orderDmy') },
            { value: 'mdy' as const, label: t('import.rules.orderMdy') },
          ]}
        />
      )}
    </Rule>
  );
}
